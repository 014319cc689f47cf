import type { Amount } from "../language/amount.ts";
import { secondsOf } from "../language/amount-units.ts";
import { DICTIONARY } from "../language/dictionary.ts";
import { fits } from "./compare-amounts.ts";
import type { Following, Stated } from "./follow.ts";

/** Follows "four times an hour" from "every 15 minutes". */
export function followRate(stated: Amount, all: readonly Stated[]): Following | null {
  const unit = stated.per === null || stated.kind !== "number" ? undefined : DICTIONARY.timeUnits.get(stated.per);
  if (unit === undefined) return null;
  for (const one of all)
    for (const other of all)
      if (
        one.passage === other.passage &&
        one.amount.kind === "number" &&
        other.amount.kind === "duration" &&
        fits(stated, (one.amount.value * secondsOf(unit)) / other.amount.value)
      )
        return { because: `${one.amount.text} in ${other.amount.text}`, passage: one.passage };
  for (const { amount, passage } of all)
    if (amount.kind === "duration" && fits(stated, secondsOf(unit) / amount.value))
      return { because: `every ${amount.text}`, passage };
  return null;
}
