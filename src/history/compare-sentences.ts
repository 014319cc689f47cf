import { diffIndices } from "node-diff3";
import type { PlacedSentence } from "./sentences.ts";

/** A sentence that was changed (both), added (`after` alone) or taken out (`before` alone). */
export interface SentenceChange {
  before: PlacedSentence | null;
  after: PlacedSentence | null;
}

/** What became of the sentences of a text, in the order in which they stand; those that stayed are not told. */
export function compareSentences(
  before: readonly PlacedSentence[],
  after: readonly PlacedSentence[],
): SentenceChange[] {
  const head = countWhile(before, after, (list, index) => list[index]);
  const [rest, restNow] = [before.slice(head), after.slice(head)];
  const tail = countWhile(rest, restNow, (list, index) => list[list.length - 1 - index]);
  const [old, now] = [rest.slice(0, rest.length - tail), restNow.slice(0, restNow.length - tail)];
  if (Math.max(old.length, now.length) > MOST_COMPARED) return listApart(old, now);
  return diffIndices(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  ).flatMap(({ buffer1: [from, count], buffer2: [start, added] }) =>
    pairAlike(old.slice(from, from + count), now.slice(start, start + added)),
  );
}

/** Between the first and the last sentence that differ; more are another text, and would take seconds to compare. */
const MOST_COMPARED = 1000;

function countWhile(
  before: readonly PlacedSentence[],
  after: readonly PlacedSentence[],
  at: (list: readonly PlacedSentence[], index: number) => PlacedSentence | undefined,
): number {
  let count = 0;
  const most = Math.min(before.length, after.length);
  while (count < most && at(before, count)?.text === at(after, count)?.text) count++;
  return count;
}

function listApart(removed: readonly PlacedSentence[], added: readonly PlacedSentence[]): SentenceChange[] {
  return [...removed.map((before) => ({ before, after: null })), ...added.map((after) => ({ before: null, after }))];
}

/** Two sentences that share at least so much of their words are one sentence, reworded. */
const ALIKE = 0.5;

/** Puts what was taken out beside what came in its place: in their order, each with the first that is like it. */
function pairAlike(removed: readonly PlacedSentence[], added: readonly PlacedSentence[]): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let next = 0;
  for (const before of removed) {
    const at = added.findIndex(({ text }, index) => index >= next && shareOfWords(before.text, text) >= ALIKE);
    if (at < 0) changes.push({ before, after: null });
    else {
      for (const after of added.slice(next, at)) changes.push({ before: null, after });
      changes.push({ before, after: added[at] ?? null });
      next = at + 1;
    }
  }
  for (const after of added.slice(next)) changes.push({ before: null, after });
  return changes;
}

/** How much two sentences share of their words, from 0 to 1, each word as often as it stands (Dice). */
function shareOfWords(a: string, b: string): number {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  const left = [...theirs];
  const shared = mine.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return mine.length + theirs.length === 0 ? 1 : (2 * shared.length) / (mine.length + theirs.length);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A stretch of a sentence, and whether the other does not have it. */
export interface Stretch {
  text: string;
  isChanged: boolean;
}

/** A word or figure with what is inside it ("$1.2M"), white space, or any other character. */
const WORD = /[\p{L}\p{N}$€£%]+(?:[.,'’][\p{L}\p{N}%]+)*|\s+|[\s\S]/gu;

/** Two sentences cut where they differ, word by word. */
export function compareWords(before: string, after: string): { before: Stretch[]; after: Stretch[] } {
  const [old, now] = [before, after].map((text) => text.match(WORD) ?? []);
  const changes = diffIndices(old ?? [], now ?? []);
  return {
    before: cutAt(
      old ?? [],
      changes.map(({ buffer1 }) => buffer1),
    ),
    after: cutAt(
      now ?? [],
      changes.map(({ buffer2 }) => buffer2),
    ),
  };
}

function cutAt(words: readonly string[], changed: readonly (readonly [from: number, count: number])[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  const add = (to: number, isChanged: boolean): void => {
    if (to > at) stretches.push({ text: words.slice(at, to).join(""), isChanged });
    at = to;
  };
  for (const [from, count] of changed) {
    add(from, false);
    add(from + count, true);
  }
  add(words.length, false);
  return stretches;
}
