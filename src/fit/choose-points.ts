import type { Block } from "./outline-story.ts";
import { isOfSequence, type Part } from "./parts.ts";

/** The points of a list that a post may have: rules from the first on, else those with the most to tell, in their order. */
export function choosePoints(
  { kind, group }: Block,
  heads: readonly Part[],
  asked: ReadonlySet<Part>,
  count: number,
  rank: (part: Part) => number,
): Part[] {
  // "Week 1:", "Week 2:", …: all of them, or the first and the last.
  if (isSequence(heads) && asked.size === 0) return count >= heads.length ? [...heads] : endsAnd(heads, 0, rank);
  const isInOrder = (kind === "rules" || group.ordered) && asked.size === 0;
  if (isInOrder) return heads.slice(0, count);
  const isSeries = heads.every(({ kind: own, text }) => own === "row" && !text.includes("→"));
  if (isSeries && count > 2) return endsAnd(heads, count - 2, rank);
  const best = new Set(heads.toSorted((a, b) => Number(rank(b) > rank(a)) - Number(rank(b) < rank(a))).slice(0, count));
  return heads.filter((head) => best.has(head));
}

export function isSequence(heads: readonly Part[]): boolean {
  return heads.length > 2 && heads.every(({ text }) => isOfSequence(text));
}

/** The first and the last of a series, and what tells most between them. */
function endsAnd(heads: readonly Part[], count: number, worth: (part: Part) => number): Part[] {
  const between = heads.slice(1, -1);
  const best = new Set(between.toSorted((a, b) => worth(b) - worth(a)).slice(0, count));
  return heads.filter((head, index) => index === 0 || index === heads.length - 1 || best.has(head));
}
