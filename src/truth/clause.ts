import type { Passage } from "./passage.ts";

/** The clause that a detail stands in, up to the next comma or bracket, where it has words enough of its own; else its whole passage. */
export function clauseOf(statement: Passage, { first, next }: { first: number; next: number }, fewest = 2): Passage {
  const isBreak = (at: number): boolean => /^[,;:()–—]$/.test(statement.tokens[at]?.text ?? "");
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
