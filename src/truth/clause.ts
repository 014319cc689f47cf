import type { Amount } from "../language/amount.ts";
import type { Passage } from "./passage.ts";

/** The clause that a detail stands in, up to the next comma or bracket, where it has words enough of its own; else its whole passage. */
export function clauseOf(statement: Passage, { first, next }: { first: number; next: number }, fewest = 2): Passage {
  const isBreak = (at: number): boolean => {
    const { text = "", key = "" } = statement.tokens[at] ?? {};
    return /^[,;:()–—]$/.test(text) || (key === "and" && isBetweenMeasures(statement, at));
  };
  let [from, to] = [first, next];
  while (from > 0 && !isBreak(from - 1)) from--;
  while (to < statement.tokens.length && !isBreak(to)) to++;
  const within = (at: number): boolean => at >= from && at < to;
  const words = statement.words.filter(({ at }) => within(at));
  if (words.length < fewest) return statement;
  return {
    ...statement,
    words,
    amounts: statement.amounts.filter((each) => within(each.first)),
    times: statement.times.filter((each) => within(each.first)),
  };
}

/** "calls fell by a third and corrections by more than half": each has its own measure. */
function isBetweenMeasures({ tokens, amounts }: Passage, at: number): boolean {
  const isMeasured = ({ first }: Amount): boolean =>
    tokens.slice(Math.max(0, first - OF_HEDGE), first).some(({ key }) => key === "by");
  const [before, after] = [amounts.findLast(({ next }) => next <= at), amounts.find(({ first }) => first > at)];
  return before !== undefined && after !== undefined && isMeasured(before) && isMeasured(after);
}

/** In tokens: "by more than half". */
const OF_HEDGE = 3;
