/** Words that somebody is quoted with, and where they stand in a text. */
export interface Quotation {
  /** Without the marks. */
  text: string;
  /** The indexes of the opening mark and of the place behind the closing one. */
  start: number;
  end: number;
}

/** A quotation has so many words; fewer are a term ("shadow mode"). */
const FEWEST_WORDS = 4;

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ["“", "”"],
  ['"', '"'],
  ["„", "“"],
  ["«", "»"],
];

/** Finds what is quoted in a text, at its length from four words on. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  for (let at = 0; at < text.length; at++) {
    const pair = PAIRS.find(([open]) => text[at] === open);
    const close = pair === undefined ? -1 : text.indexOf(pair[1], at + 1);
    if (close < 0) continue;
    const words = text.slice(at + 1, close);
    if (words.trim().split(/\s+/).length >= FEWEST_WORDS) found.push({ text: words, start: at, end: close + 1 });
    at = close;
  }
  return found;
}
