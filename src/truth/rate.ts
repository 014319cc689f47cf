import type { Amount } from "../language/amount.ts";
import { secondsOf } from "../language/amount-units.ts";
import { DICTIONARY } from "../language/dictionary.ts";
import { fits } from "./compare-amounts.ts";
import type { Following, Stated } from "./follow.ts";

/** Follows "four times an hour" from "every 15 minutes", "every 24 minutes" from 60 a day. */
export function followRate(stated: Amount, all: readonly Stated[], close: readonly Stated[]): Following | null {
  if (stated.kind === "duration") return followEvery(stated, all);
  const unit = stated.per === null ? undefined : DICTIONARY.timeUnits.get(stated.per);
  if (unit === undefined) return null;
  return (
    followOtherPer(stated, unit, close) ??
    (stated.kind === "number" || stated.kind === "money" ? followOver(stated, unit, all) : null) ??
    (stated.kind === "number" ? followLength(stated, unit, all) : null)
  );
}

/** Follows "£30,000 a year" from "£60,000 over two years". */
function followOver(stated: Amount, unit: string, all: readonly Stated[]): Following | null {
  const lengths = all.filter(({ amount }) => amount.kind === "duration");
  for (const { amount, passage } of all)
    for (const length of lengths)
      if (
        amount.kind === stated.kind &&
        amount.unit === stated.unit &&
        passage === length.passage &&
        fits(stated, (amount.value * secondsOf(unit)) / length.amount.value)
      )
        return { because: `${amount.text} in ${length.amount.text}`, passage };
  return null;
}

function followLength(stated: Amount, unit: string, all: readonly Stated[]): Following | null {
  for (const { amount, passage } of all)
    if (amount.kind === "duration" && fits(stated, secondsOf(unit) / amount.value))
      return { because: `every ${amount.text}`, passage };
  return null;
}

/** Follows "€2.6 million a year" from "€215,000 a month". */
function followOtherPer(stated: Amount, unit: string, close: readonly Stated[]): Following | null {
  for (const { amount, passage } of close) {
    const per = amount.per === null ? undefined : DICTIONARY.timeUnits.get(amount.per);
    if (per === undefined || per === unit || amount.kind !== stated.kind || amount.unit !== stated.unit) continue;
    if (fits(stated, (amount.value * secondsOf(unit)) / secondsOf(per)))
      return { because: `${amount.text} a ${amount.per}`, passage };
  }
  return null;
}

/** Follows "every 24 minutes" from 60 a day. */
function followEvery(stated: Amount, all: readonly Stated[]): Following | null {
  for (const { amount, passage } of all) {
    const per = amount.kind !== "number" || amount.per === null ? undefined : DICTIONARY.timeUnits.get(amount.per);
    if (per !== undefined && fits(stated, secondsOf(per) / amount.value))
      return { because: `${amount.text} a ${amount.per}`, passage };
  }
  return null;
}
