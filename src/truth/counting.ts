import type { Amount } from "../language/amount.ts";
import { near } from "./near.ts";

/** Both say the same noun for what they count. */
export function countsSame(a: Amount, b: Amount): boolean {
  return a.nouns.some((noun) => b.nouns.some((other) => near(noun) === near(other)));
}

/** Both count the noun right behind them: "64 passengers". */
export function isCounting(a: Amount, b: Amount): boolean {
  const [noun, other] = [a.nouns[0], b.nouns[0]];
  return noun !== undefined && other !== undefined && near(noun) === near(other);
}

/** "19 builds a day" are the story's "19 within a month". */
export function isSameCount(a: Amount, b: Amount): boolean {
  return a.kind === "number" && b.kind === "number" && a.value === b.value;
}

/** "61 rules" and "143 cards" are no 204 of anything. */
export function countsOthers(a: Amount, b: Amount): boolean {
  return [a, b].every(({ kind, nouns }) => kind === "number" && nouns.length > 0) && !countsSame(a, b);
}
