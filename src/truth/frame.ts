import { stemOf } from "../language/stem.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

interface Spot {
  first: number;
  next: number;
}

/** How far to each side words are compared, and how many may be missing on the way. */
const REACH = 7;
const MOST_GAPS = 1;

const OF_GRAMMAR = 0.35;
const OF_NUMBER = 1.5;
const MOST_OF_WORD = 3.2;

/** How much the words right around two places are the same ones in the same order: what a rewriter left standing there. */
export function frameOf(a: Passage, at: Spot, b: Passage, there: Spot, story: StoryIndex): number {
  const { front, behind } = sidesOf(a, at, b, there, story);
  return front + behind;
}

/** The same in front of the two places, and behind them. */
export function sidesOf(
  a: Passage,
  at: Spot,
  b: Passage,
  there: Spot,
  story: StoryIndex,
): { front: number; behind: number } {
  return {
    front: runOf(a, at.first - 1, b, there.first - 1, -1, story, MOST_GAPS),
    behind: runOf(a, at.next, b, there.next, 1, story, MOST_GAPS),
  };
}

function runOf(
  a: Passage,
  at: number,
  b: Passage,
  there: number,
  step: 1 | -1,
  story: StoryIndex,
  gaps: number,
  left = REACH,
): number {
  const [one, other] = [a.tokens[at], b.tokens[there]];
  if (one === undefined || other === undefined || left === 0) return 0;
  if (isSameWord(one.key, other.key))
    return weightOf(a, at, story) + runOf(a, at + step, b, there + step, step, story, gaps, left - 1);
  if (gaps === 0) return 0;
  return Math.max(
    runOf(a, at + step, b, there + step, step, story, gaps - 1, left - 1),
    runOf(a, at + step, b, there, step, story, gaps - 1, left - 1),
    runOf(a, at, b, there + step, step, story, gaps - 1, left - 1),
  );
}

function isSameWord(a: string, b: string): boolean {
  return a === b || near(stemOf(a)) === near(stemOf(b));
}

function weightOf({ tokens, words }: Passage, at: number, story: StoryIndex): number {
  const token = tokens[at];
  if (token?.kind === "number") return OF_NUMBER;
  if (token?.kind !== "word") return OF_GRAMMAR / 2;
  const word = words.find((each) => each.at === at);
  return word === undefined ? OF_GRAMMAR : Math.min(MOST_OF_WORD, story.weight(near(word.stem)));
}
