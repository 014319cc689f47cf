import type { FilePlace } from "./open-file.ts";

/** What a stretch of a file is to be replaced with; the editor does it. */
export interface FileEdit extends FilePlace {
  text: string;
}

/** The smallest edit that makes one text of another; null where they are the same. */
export function editBetween(path: string, before: string, after: string): FileEdit | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  // No pair of surrogates, and no line break of two characters, is cut in two.
  while (start > 0 && isInPair(before, start)) start--;
  while (tail > 0 && isInPair(before, before.length - tail)) tail--;
  return { path, start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function isInPair(text: string, at: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1));
}
