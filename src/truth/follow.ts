import type { Amount, AmountKind } from "../language/amount.ts";
import { secondsOf } from "../language/amount-units.ts";
import { listed } from "../language/dictionary.ts";
import { fits, isClose, isOfCurrency, isPerOther, roundsOff } from "./compare-amounts.ts";
import { countsOthers } from "./counting.ts";
import { addUp, LEAST_MONEY, type Step, WAYS } from "./follow-ways.ts";
import type { Passage } from "./passage.ts";
import { changesIn, rises } from "./stated-changes.ts";

/** An amount of the story, and where it stands. */
export interface Stated {
  amount: Amount;
  passage: Passage;
}

/** What an amount follows from, in words and with its source. */
export interface Following {
  because: string;
  passage: Passage;
  /** Of a change: up where the story's figure rises, down where it falls. */
  turn?: "up" | "down";
  /** What share one is more or less than the other: which of the two it comes out of. */
  isOf?: "up" | "down";
  /** It is the time between two others. */
  isSpan?: true;
  /** The amount of the story that it rounds. */
  rounded?: Amount;
  /** Of a sum: what it adds up. */
  parts?: readonly Amount[];
}

/** Whether kinds agree: a bare number says any, a share may be said as a multiple ("half as often"). */
function agrees(stated: Amount, kind: AmountKind, of: Amount): boolean {
  if (stated.kind === kind) return stated.kind !== "money" || isOfCurrency(stated, of);
  if (stated.kind === "number")
    return kind === "money" ? stated.value >= 100 : kind !== "share" && kind !== "multiple" && kind !== "points";
  if (stated.kind === "money" && kind === "number")
    return stated.per === null && !of.isCount && of.value >= LEAST_MONEY;
  return (
    (stated.kind === "share" && kind === "multiple" && stated.isRough) ||
    (stated.kind === "measure" && kind === "number")
  );
}

/** Follows a single amount: what is left of a share, a rounding, a share as a multiple. */
export function followOne(stated: Amount, { amount, passage }: Stated, isRest: boolean): Following | null {
  const isLike = agrees(stated, amount.kind, amount) && (stated.kind !== "measure" || amount.unit === stated.unit);
  if (isLike && mayRound(stated, amount) && fits(stated, amount.value))
    return { because: `${amount.text}, rounded`, passage, rounded: amount };
  if (
    isLike &&
    stated.kind === "duration" &&
    stated.unit !== amount.unit &&
    isClose(stated.value, amount.value, stated.isSpelled ? 0.08 : 0.03)
  )
    return { because: amount.text, passage };
  if (isRest && stated.kind === "share" && amount.kind === "share" && fits(stated, 1 - amount.value))
    return { because: `what ${amount.text} leaves`, passage };
  return null;
}

/** Only what is said in another unit, with a hedge, in words or with decimals may be a rounding. */
function mayRound(stated: Amount, { kind, unit }: Amount): boolean {
  if (kind === "duration" && stated.kind === "number") return false;
  const isOtherUnit = kind === "duration" && stated.unit !== unit;
  return isOtherUnit || stated.hedge !== null || stated.isRough || hasDecimals(stated);
}

const hasDecimals = ({ text }: Amount): boolean => /\d[.,]\d{1,2}(?!\d)|[KM]\b|million|thousand/.test(text);

/** Follows two amounts of the story by one step of arithmetic. */
export function followTwo(stated: Amount, a: Stated, b: Stated): Following | null {
  const [one, other] = [goingOn(a), goingOn(b)];
  // A bare "27" is money only in a sentence about money.
  const isMixed =
    one.kind !== other.kind && [one, other].some(({ kind }) => kind === "money") && a.passage !== b.passage;
  const way = WAYS.find((each) => !(isMixed && each.isOfOneKind) && comesOut(stated, one, other, each));
  if (way === undefined) return null;
  const turn = turnOf(a, b);
  return {
    because: way.say(a.amount, b.amount),
    passage: a.passage,
    ...(turn === null ? {} : { turn }),
    ...(way.isOf === undefined ? {} : { isOf: way.isOf }),
    ...(way.value === addUp ? { parts: [a.amount, b.amount] } : {}),
  };
}

/** "38 minutes, then 24": a bare number of the same sentence goes on in its unit. */
function goingOn({ amount, passage }: Stated): Amount {
  if (amount.kind !== "number" || amount.isCount || amount.unit !== null || amount.isSpelled) return amount;
  const other =
    passage.amounts.findLast(
      ({ kind, first, isImplied }) => kind === "duration" && !isImplied && first < amount.first,
    ) ?? wholeOf(amount, passage);
  if (other === undefined) return amount;
  return { ...amount, kind: "duration", unit: other.unit, value: amount.value * secondsOf(other.unit ?? "") };
}

/** "112 of the 230 hours": what a part is of. */
function wholeOf({ next }: Amount, { amounts, tokens }: Passage): Amount | undefined {
  if (tokens[next]?.key !== "of") return undefined;
  return amounts.find(({ kind, first }) => kind === "duration" && first > next && first <= next + 2);
}

/** Follows an amount from two that a sentence of the story multiplies: "seven classes, 28 children in each". */
export function followProduct(stated: Amount, all: readonly Stated[]): Following | null {
  for (const a of all)
    for (const b of all)
      if (isCounted(a, b) && makes(stated, goingOn(a), goingOn(b)))
        return { because: PRODUCT.say(a.amount, b.amount), passage: a.passage };
  return null;
}

/** What "roughly 11 minutes" are multiplied by comes out roughly, too. */
function makes(stated: Amount, a: Amount, b: Amount): boolean {
  if (comesOut(stated, a, b, PRODUCT)) return true;
  const isRoughly = [stated, a, b].some(({ hedge }) => hedge === "about");
  return isRoughly && PRODUCT.kind(a, b) === stated.kind && isClose(stated.value, a.value * b.value, ROUGHLY);
}

const ROUGHLY = 0.05;

const PRODUCT: Step = {
  kind: (a, b) => (b.kind === "number" && (a.kind === "number" || a.kind === "duration") ? a.kind : null),
  value: (a, b) => a * b,
  say: (a, b) => `${a.text} times ${b.text}`,
};

/** "1,150 cases of 24", "seven classes, 28 children in each", "410 resets at 11 minutes apiece". */
function isCounted({ amount: a, passage }: Stated, { amount: b, passage: other }: Stated): boolean {
  if (
    passage !== other ||
    a === b ||
    [a, b].some(({ isRough, isImplied, value }) => isRough || isImplied || value === 1)
  )
    return false;
  const { tokens } = passage;
  const isEach = [a, b].some(({ per }) => per !== null) || tokens.some(({ key }) => EACH.test(key));
  const isAGo = [a, b].some(
    ({ next }) => tokens[next]?.key === "a" && listed("rounds").get(tokens[next + 1]?.key ?? "") === true,
  );
  return isAGo || isEach || tokens[b.first - 1]?.key === "of";
}

const EACH = /^(?:each|apiece)$/;

/** Whether an amount is what a way makes of two others. */
function comesOut(stated: Amount, a: Amount, b: Amount, { kind, value, isQuotient }: Step): boolean {
  const made = kind(a, b);
  if (made === null || (value === addUp && countsOthers(a, b))) return false;
  // "£100 more a month" is none of £150 and £250 a week.
  if ([a, b].every(({ per }) => isPerOther(stated.per, per))) return false;
  const exact = value(a.value, b.value);
  // "down two points", from 98 to 96 of 100
  if (stated.kind === "points" && made === "number") return isClose(stated.value * 100, exact);
  if (!agrees(stated, made, a)) return false;
  // "118 to go", of 230 hours
  if (stated.kind === "number" && made === "duration" && a.unit === b.unit)
    return fits(stated, exact / secondsOf(a.unit ?? ""));
  return fits(stated, exact) || (isQuotient === true && roundsOff(stated, exact, a));
}

/** Which way the story goes from one amount to the other, where it says so. */
function turnOf(one: Stated, other: Stated): "up" | "down" | null {
  if (one.passage !== other.passage) return null;
  const change = changesIn(one.passage).find(
    ({ from, to }) => [one.amount, other.amount].includes(from) && [one.amount, other.amount].includes(to),
  );
  return (change && (rises(change.from, change.to) ? "up" : "down")) || null;
}
