import type { Counter } from "../post/counting.ts";
import { firstWords } from "../post/notes.ts";
import type { Platform } from "../post/platforms.ts";
import { thousands } from "../post/thousands.ts";
import type { Line } from "../text/line.ts";
import { printLines } from "../text/plain.ts";
import { type Cut, type CutPart, findCut } from "./cut.ts";

/** How far a post is over its platform's limit, and what would make it fit. */
export interface Excess {
  /** Its length, in the platform's unit. */
  count: number;
  /** Null where no part taken out whole makes it fit. */
  cut: Cut | null;
}

/** Measures a post against its platform's limit; null where it fits. */
export function measureExcess(lines: readonly Line[], counter: Counter): Excess | null {
  const text = printLines(lines);
  return counter.fits(text) ? null : { count: counter.count(text), cut: findCut(lines, counter) };
}

/** What can be said of a post: `is 118 over LinkedIn's 3,000 characters: it has 3,118`. */
export function wordExcess({ count }: Excess, { limit, mostBytes, title, unitName }: Platform): string {
  const by = count - (limit ?? count);
  return by > 0
    ? `is ${thousands(by)} over ${title}'s ${thousands(limit ?? 0)} ${unitName}: it has ${thousands(count)}`
    : `is over ${title}'s ${thousands(mostBytes ?? 0)} bytes`;
}

/** More names than this are a wall of text. */
const MOST_NAMED = 6;

/** The parts without which it fits, by their first words. */
export function wordCut({ cut }: Excess): string {
  if (cut === null) return "Shorten it: no part taken out whole makes it fit.";
  const words = cut.parts.map(wordPart);
  if (words.length > MOST_NAMED) words.splice(MOST_NAMED, words.length, `${words.length - MOST_NAMED} more such parts`);
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  return `It fits without ${list}.`;
}

export function wordPart({ text, line, length }: CutPart): string {
  return `“${firstWords(text)}” (line ${line}, ${length} characters)`;
}

/** Where a limit falls in a text that is longer: the index of the first letter that is too much. */
export function findLimit(text: string, counter: Counter): number {
  let [fitting, tooLong] = [0, text.length + 1];
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (counter.fits(text.slice(0, middle))) fitting = middle;
    else tooLong = middle;
  }
  const isInPair = /[\ud800-\udbff]/.test(text.charAt(fitting - 1));
  const rest = text.slice(fitting).search(/[^\n]/);
  return isInPair ? fitting - 1 : fitting + Math.max(0, rest);
}
