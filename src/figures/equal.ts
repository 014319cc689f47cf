import type { Hedge } from "../language/lexicon.ts";
import type { Quantity } from "../language/quantity.ts";
import { sameNoun } from "../language/same-noun.ts";

/** A rounding may be this far off, as a share of the true value. */
const WIDEST_ROUNDING = 0.2;

/** Exact lengths only: a month has no fixed number of days, so months and years are a family of their own. */
const LENGTHS: Readonly<Record<string, readonly [family: "seconds" | "months", length: number]>> = {
  milliseconds: ["seconds", 0.001],
  seconds: ["seconds", 1],
  minutes: ["seconds", 60],
  hours: ["seconds", 3600],
  days: ["seconds", 86_400],
  weeks: ["seconds", 604_800],
  months: ["months", 1],
  quarters: ["months", 3],
  years: ["months", 12],
  decades: ["months", 120],
};

/** What may be compared with what: $ with $, hours with minutes, developers with engineers. Null where nothing may. */
export function canCompare(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "money") return a.unit === b.unit;
  if (a.kind === "duration") return familyOf(a) === familyOf(b);
  return a.kind !== "count" || a.unit === null || b.unit === null || sameNoun(a.unit, b.unit);
}

/** A value in the smallest unit of its family: 1.5 hours and 90 minutes are both 5400. */
export function baseValue(quantity: Quantity): number {
  const length = quantity.kind === "duration" ? (LENGTHS[quantity.unit ?? ""]?.[1] ?? 1) : 1;
  return quantity.value * length;
}

/** Seconds of a month on average (a year of 365.25 days). */
const AVERAGE_MONTH = 2_629_800;

/** The same for setting things in order, where months may be compared with days. */
export function roughValue(quantity: Quantity): number {
  return baseValue(quantity) * (quantity.kind === "duration" && familyOf(quantity) === "months" ? AVERAGE_MONTH : 1);
}

function familyOf(quantity: Quantity): string {
  return LENGTHS[quantity.unit ?? ""]?.[0] ?? quantity.unit ?? "";
}

/** Equal in kind, unit and value after normalising: $2.4M is $2,400,000, 90 minutes are 1.5 hours. */
export function isEqual(a: Quantity, b: Quantity): boolean {
  return sameValue(baseValue(a), baseValue(b)) && canCompare(a, b);
}

export function sameValue(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/**
 * Whether a hedged figure is a fair rounding of a true one: rounder than it, within 20%, and on the side its hedge says
 * ("over $2M" is below $2.4M). A figure that is itself a rounding is not rounded again.
 */
export function isFairRounding(
  stated: Quantity,
  hedge: Hedge | null,
  truth: Quantity,
  isTruthHedged: boolean,
  widest = WIDEST_ROUNDING,
): boolean {
  if (hedge === null || isTruthHedged || !canCompare(stated, truth) || stated.kind === "clock") return false;
  const [a, b] = [baseValue(stated), baseValue(truth)];
  if (b === 0 || Math.abs(a - b) / Math.abs(b) > widest + 1e-9) return false;
  const digits = significantDigits(stated.value);
  if (digits >= significantDigits(truth.value) && (digits > 1 || hedge === "about")) return false;
  return hedge === "about" || (hedge === "over" ? a <= b : a >= b);
}

/** 2400000 has two, 2.35 has three. */
export function significantDigits(value: number): number {
  const digits = Math.abs(value)
    .toPrecision(12)
    .replace(/e.*$/, "")
    .replace(".", "")
    .replace(/^0+/, "")
    .replace(/0+$/, "");
  return Math.max(1, digits.length);
}

/** Whether a stated number is another one at the stated number's own precision: 73 is 73.4375, 3.8 is 3.7647. */
export function roundsTo(stated: number, exact: number): boolean {
  const decimals = /\.(\d+)$/.exec(String(stated))?.[1]?.length ?? 0;
  return Math.abs(stated - exact) <= 0.5 * 10 ** -decimals + 1e-9;
}
