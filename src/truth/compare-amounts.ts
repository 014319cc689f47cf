import type { Amount } from "../language/amount.ts";
import { secondsOf } from "../language/amount-units.ts";
import { DICTIONARY } from "../language/dictionary.ts";
import type { Hedge } from "../language/lexicon.ts";
import { dimensionOf, scaleOf } from "../language/measure.ts";
import { near } from "./near.ts";

/** How two amounts stand to each other: the same, the same number of something else, or neither. */
export type Likeness = "same" | "other-unit" | "different";

export function compareAmounts(a: Amount, b: Amount): Likeness {
  if (!isSameNumber(a, b)) return "different";
  if (isPerOther(a.per, b.per)) return "other-unit";
  if (a.kind === b.kind) return hasSameUnit(a, b) ? "same" : "other-unit";
  if (a.kind === "number" || b.kind === "number") {
    const [bare, other] = a.kind === "number" ? [a, b] : [b, a];
    if (bare.isCount || other.kind === "multiple" || other.kind === "points") return "other-unit";
    return "same";
  }
  const kinds = [a.kind, b.kind].sort().join(" ");
  return kinds === "multiple share" && a.isRough && b.isRough ? "same" : "other-unit";
}

/** "a month" for "a week"; "for every miss" may be "for each late order". */
export function isPerOther(a: string | null, b: string | null): boolean {
  if (a === null || b === null || near(a) === near(b)) return false;
  return [a, b].some((per) => DICTIONARY.timeUnits.get(per) !== undefined);
}

/** Equal as they are written, or equal in what they come to. */
function isSameNumber(a: Amount, b: Amount): boolean {
  if (isOfOtherUnit(a, b) && isClose(inBase(a), inBase(b), OF_CALENDAR)) return true;
  return isClose(a.value, b.value) || isClose(shownValue(a), shownValue(b));
}

function hasSameUnit(a: Amount, b: Amount): boolean {
  if (a.kind === "duration") return isClose(a.value, b.value, a.unit === b.unit ? undefined : OF_CALENDAR);
  if (a.kind === "money") return isOfCurrency(a, b);
  if (a.kind === "measure")
    return a.unit === b.unit || (isOfOtherUnit(a, b) && isClose(inBase(a), inBase(b), OF_CALENDAR));
  return isClose(a.value, b.value);
}

/** "three months" for 90 days, "a foot and a half" for eighteen inches. */
function isOfOtherUnit(a: Amount, b: Amount): boolean {
  if (a.kind !== b.kind || a.unit === b.unit) return false;
  if (a.kind === "duration") return true;
  return a.kind === "measure" && dimensionOf(a.unit) !== null && dimensionOf(a.unit) === dimensionOf(b.unit);
}

function inBase({ kind, value, unit }: Amount): number {
  return kind === "measure" ? value * (scaleOf(unit) ?? 1) : value;
}

/** "three months" are 90 days. */
const OF_CALENDAR = 0.015;

/** Whether an amount of money is in the currency of another: whoever writes NZ$ once says "dollars" and "$" from then on. */
export function isOfCurrency(stated: Pick<Amount, "unit" | "text">, { unit, text }: Amount): boolean {
  if ([stated.unit, unit].includes("cent")) return stated.unit !== "GBP" && unit !== "GBP";
  return stated.unit === unit || (stated.unit === "USD" && /^\p{Lu}{1,3}\$/u.test(text) && !/US/.test(stated.text));
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
/** In a round unit of time or a fraction: "less than a quarter of an hour". */
const WIDEST_LOOSE = 0.37;
const WIDEST_ABOUT = 0.12;
const WIDEST_ROUGH = 0.045;
const WIDEST_TIMES = 0.07;

/** Whether an amount says a value that was worked out or rounded: exactly, at its own precision, or on the side of its hedge. */
export function fits(stated: Amount, exact: number): boolean {
  if (!Number.isFinite(exact) || exact <= 0) return false;
  if (stated.isRough && (stated.kind === "share" || stated.kind === "multiple")) return fitsRough(stated, exact);
  const off = (stated.value - exact) / exact;
  const widest = stated.kind === "duration" ? WIDEST_LOOSE : WIDEST_HEDGE;
  if (stated.hedge === "over") return off <= 0.001 && off >= -widest;
  if (stated.hedge === "under") return off >= -0.001 && off <= widest;
  if (stated.hedge === "about") return Math.abs(off) <= WIDEST_ABOUT;
  return stated.isRough ? Math.abs(off) <= WIDEST_ROUGH : roundsAt(stated, exact);
}

/** "More than halved" is less than half. */
function fitsRough(stated: Amount, exact: number): boolean {
  if (stated.kind === "share") return fitsFraction(stated, exact);
  if (stated.value > 1) return fitsTimes(stated, exact);
  return fitsFraction({ ...stated, hedge: OPPOSITE[stated.hedge ?? "about"] }, exact);
}

const OPPOSITE: Readonly<Record<Hedge, Hedge>> = { over: "under", under: "over", about: "about" };

/** "More than twice" is less than three times. */
function fitsTimes({ value, hedge }: Amount, exact: number): boolean {
  if (hedge === "over") return exact >= value - 0.001 && exact < value + Math.max(1, WIDEST_ABOUT * value);
  if (hedge === "under") return exact <= value + 0.001 && exact > value - 0.5;
  return Math.abs((value - exact) / exact) <= (hedge === "about" ? WIDEST_ABOUT : WIDEST_TIMES);
}

/** The fractions that people speak of. */
const FRACTIONS = [0, 0.1, 0.2, 0.25, 1 / 3, 0.4, 0.5, 0.6, 2 / 3, 0.75, 0.8, 0.9, 1];
const GRACE = 0.006;
/** "Seven in ten" is 72%. */
const HALF_OF_TEN = 0.05;
const OF_TEN = /\b(?:in|out of) (?:every )?(?:ten|10)$/;

/** "More than a third" is at least that, and less than the next fraction that one would say instead. */
function fitsFraction({ value, hedge, text }: Amount, exact: number): boolean {
  if (hedge === "over")
    return exact >= value - 0.001 && exact <= (FRACTIONS.find((each) => each > value + 0.01) ?? 1) + GRACE;
  if (hedge === "under")
    return exact <= value + 0.001 && exact >= (FRACTIONS.findLast((each) => each < value - 0.01) ?? 0) - GRACE;
  const off = Math.abs(exact - value);
  if (off <= HALF_OF_TEN && OF_TEN.test(text)) return true;
  return hedge === "about" ? off <= Math.min(0.06, value * 0.14) : off <= Math.min(0.035, value * 0.1);
}

const SCALES = [
  { written: /\d\s?(?:K|k|thousand)\b/, times: 1e3 },
  { written: /\d\s?(?:M|m|million)\b/, times: 1e6 },
];

/** 16% is 0.1603 at the precision of 16%; $1.1M is 1,087,000 at that of 1.1M. */
function roundsAt(stated: Amount, exact: number): boolean {
  if (isClose(stated.value, exact, 0.0005)) return true;
  const shown = shownValue(stated);
  const unit = stated.value / shown;
  const digits = /\d[\d.,]*/.exec(stated.text)?.[0] ?? "";
  const decimals = /[.,](\d{1,2})$/.exec(digits)?.[1]?.length ?? 0;
  const scale = SCALES.find(({ written }) => written.test(stated.text))?.times ?? 1;
  const isRounded =
    stated.kind === "share" || stated.kind === "points" || stated.kind === "multiple" || decimals > 0 || scale > 1;
  return isRounded && Math.abs(stated.value - exact) <= 0.51 * 10 ** -decimals * scale * unit;
}

/** "about 27 hours" each of 190 for seven. */
export function roundsOff(stated: Amount, exact: number, { kind, unit }: Amount): boolean {
  if (stated.hedge === null && stated.per === null) return false;
  const one = kind === "duration" && unit !== null ? secondsOf(unit) : 1;
  return exact >= 10 * one && Math.abs(stated.value - exact) <= 0.5 * one;
}
