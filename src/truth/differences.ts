import type { Amount } from "../language/amount.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import type { Token } from "../language/token.ts";
import { fits, isClose } from "./compare-amounts.ts";
import { countsSame } from "./counting.ts";
import type { Stated } from "./follow.ts";
import type { Passage } from "./passage.ts";

/** "nine people more", "28 fewer", "grown by 14,000" */
export function saysDifference({ first, next, kind }: Amount, tokens: readonly Token[]): boolean {
  if (kind === "share" || kind === "multiple") return false;
  // "Ice income: up £7,000"
  if (/^(?:another|up|down)$/.test(tokens[first - 1]?.key ?? "")) return true;
  if (tokens.slice(next, next + 3).some(({ key }) => listed("differences").get(key) === true)) return true;
  return (
    tokens[first - 1]?.key === "by" &&
    tokens.slice(Math.max(0, first - 4), first).some(({ key }) => DICTIONARY.direction.get(key) !== undefined)
  );
}

/** "three flights a day" are what 115 are fewer than 118: the amount is the difference to one of the same kind. */
export function isDifference(amount: Amount, rival: Stated, all: readonly Stated[], { tokens }: Passage): boolean {
  if (!amount.isSpelled && !saysDifference(amount, tokens)) return false;
  return all.some(
    ({ amount: each, passage }) =>
      each !== rival.amount &&
      each.kind === amount.kind &&
      Math.abs(each.value - rival.amount.value) === amount.value &&
      (passage === rival.passage || countsSame(each, rival.amount)),
  );
}

/** "2% wrong" where 98% are right. */
export function isComplement(amount: Amount, told: Amount): boolean {
  return amount.kind === "share" && told.kind === "share" && fits(amount, 1 - told.value);
}

/** "34 instead of 62", where the story says "34, 28 fewer": another amount of the statement makes up for it. */
export function isWorkedOut(amount: Amount, told: Amount, { amounts }: Passage): boolean {
  return amounts.some(
    (each) => each !== amount && each.kind === amount.kind && isClose(Math.abs(each.value - amount.value), told.value),
  );
}
