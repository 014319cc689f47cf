import type { Amount } from "../language/amount.ts";
import { secondsOf } from "../language/find-amounts.ts";
import { near } from "./near.ts";

/** How two amounts stand to each other: the same, the same number of something else, or neither. */
export type Likeness = "same" | "other-unit" | "different";

export function compareAmounts(a: Amount, b: Amount): Likeness {
  if (!isSameNumber(a, b)) return "different";
  if (a.per !== null && b.per !== null && near(a.per) !== near(b.per)) return "other-unit";
  if (a.kind === b.kind) return hasSameUnit(a, b) ? "same" : "other-unit";
  if (a.kind === "number" || b.kind === "number") return a.kind === "points" || b.kind === "points" ? "other-unit" : "same";
  const kinds = [a.kind, b.kind].sort().join(" ");
  return kinds === "multiple share" && a.isRough && b.isRough ? "same" : "other-unit";
}

/** Equal as they are written, or equal in what they come to. */
function isSameNumber(a: Amount, b: Amount): boolean {
  return isClose(a.value, b.value) || isClose(shownValue(a), shownValue(b));
}

function hasSameUnit(a: Amount, b: Amount): boolean {
  if (a.kind === "duration") return isClose(a.value, b.value, 0.005);
  if (a.kind === "money") return a.unit === b.unit;
  if (a.kind === "measure") return a.unit === b.unit;
  return isClose(a.value, b.value);
}

/** The number as it is said: 90 of "90 minutes", 15 of "15%". */
export function shownValue({ kind, value, unit }: Amount): number {
  if (kind === "duration") return value / secondsOf(unit ?? "");
  return (kind === "share" || kind === "points") && unit === "%" ? value * 100 : value;
}

export function isClose(a: number, b: number, within = 1e-6): boolean {
  return a === b || Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b));
}

/** How far off a hedged amount may be, as a share of the truth. */
const WIDEST_HEDGE = 0.22;
const WIDEST_ABOUT = 0.12;
const WIDEST_ROUGH = 0.045;

/** Whether an amount says a value that was worked out or rounded: exactly, at its own precision, or on the side of its hedge. */
export function fits(stated: Amount, exact: number): boolean {
  const value = stated.value;
  if (!Number.isFinite(exact) || exact <= 0) return false;
  const off = (value - exact) / exact;
  if (stated.hedge === "over") return off <= 0.001 && off >= -WIDEST_HEDGE;
  if (stated.hedge === "under") return off >= -0.001 && off <= WIDEST_HEDGE;
  if (stated.hedge === "about") return Math.abs(off) <= WIDEST_ABOUT;
  if (stated.isRough) return Math.abs(off) <= WIDEST_ROUGH;
  return roundsAt(stated, exact);
}

/** 16% is 0.1603 at the precision of 16%; $1.1M is 1,087,000 at that of 1.1M. */
function roundsAt(stated: Amount, exact: number): boolean {
  if (isClose(stated.value, exact, 0.0005)) return true;
  const shown = shownValue(stated);
  const unit = stated.value / shown;
  const digits = /\d[\d.,]*/.exec(stated.text)?.[0] ?? "";
  const decimals = /[.,](\d{1,2})$/.exec(digits)?.[1]?.length ?? 0;
  const scale = /\d\s?(?:K|k|thousand)\b/.test(stated.text) ? 1e3 : /\d\s?(?:M|m|million)\b/.test(stated.text) ? 1e6 : 1;
  const isRounded = stated.kind === "share" || stated.kind === "points" || stated.kind === "multiple" || decimals > 0 || scale > 1;
  return isRounded && Math.abs(stated.value - exact) <= 0.51 * 10 ** -decimals * scale * unit;
}
