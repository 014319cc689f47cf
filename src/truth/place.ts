import type { Line } from "../text/line.ts";

/** A stretch of a file, in UTF-16 units from its start. */
interface Place {
  start: number;
  end: number;
}

/** Tells where a stretch of a line's words stands in its file, whose marks the words have lost. */
export type Locate = (start: number, end: number) => Place;

/** Where each line of a file begins. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** How far a mark ("](https://…)") may part two letters that stand together in the words. */
const WIDEST_MARK = 300;

/** Finds the letters of a line one after the other in its file, from the line it starts on. */
export function locateLine(
  { text: words, line }: Pick<Line, "text" | "line">,
  text: string,
  starts: readonly number[],
): Locate {
  return locateWords(words, text, starts[line - 1] ?? 0);
}

/** The same for words that begin at or behind a place of the file. */
export function locateWords(words: string, text: string, from: number): Locate {
  const places: number[] = [];
  let at = from;
  for (let index = 0; index < words.length; index++) {
    const letter = words[index] ?? "";
    const found = /\s/.test(letter) ? at : text.indexOf(letter, at);
    if (found >= 0 && found - at <= WIDEST_MARK) {
      places.push(found);
      at = /\s/.test(letter) && !/\s/.test(text[at] ?? "") ? at : found + 1;
    } else places.push(at);
  }
  return (start, end) => ({ start: places[start] ?? from, end: (places[end - 1] ?? at - 1) + 1 });
}
