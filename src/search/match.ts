import type { Term } from "./query.ts";

export interface TermMatch {
  start: number;
  end: number;
  /** False where the word goes on behind what was looked for: "arch" in "architecture". */
  isWhole: boolean;
}

/** Finds a term where a word begins, in a text made by readSearchable. Between the words of a phrase may be spaces, line breaks or markdown's marks. */
export function findTerm(text: string, { parts }: Term): TermMatch[] {
  const [first = "", ...others] = parts;
  const needsEdge = isWordPart(first, 0) && !hasNoSpaces(first, 0);
  const matches: TermMatch[] = [];
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (needsEdge && at > 0 && isWordPart(text, at - 1)) continue;
    const end = others.reduce((from, part) => (from < 0 ? -1 : behindPart(text, from, part)), at + first.length);
    if (end >= 0) matches.push({ start: at, end, isWhole: !isWordPart(text, end) || hasNoSpaces(text, end) });
  }
  return matches;
}

/** The place behind a part that follows after a gap; -1 where it does not. */
function behindPart(text: string, from: number, part: string): number {
  let at = from;
  while (at < text.length && isGap(text.charCodeAt(at))) at++;
  return at > from && text.startsWith(part, at) ? at + part.length : -1;
}

/** White space, and the marks of markdown's emphasis, code, quotes and lists. */
function isGap(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x2a || code === 0x5f || code === 0x60 || code === 0x3e;
}

/** Whether a letter or digit is there; ASCII is asked first, since the tables of all letters are slow to load. */
function isWordPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  if (code < 0xc0 || (code >= 0x2000 && code < 0x2c00)) return false;
  // Half a pair is no character: the whole one decides.
  const from = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
  return /^[\p{L}\p{N}]/u.test(text.slice(from, from + 2));
}

/** Chinese, Japanese and Thai put no spaces between words, so a word may begin anywhere. */
function hasNoSpaces(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x0e00 && code < 0x0e80) || (code >= 0x2e80 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00);
}
