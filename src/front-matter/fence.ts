import { FrontMatterError } from "./values.ts";

/** A text cut at its fences. The five parts joined in order are the text again, to the letter. */
export interface Fenced {
  bom: string;
  opening: string;
  matter: string;
  closing: string;
  body: string;
}

const BOM = "\uFEFF";
const FENCE = /^---[ ]*\r?$/;

/**
 * Cuts a text at its front matter fences. Only a bare `---` opens and closes; a text that opens otherwise has no
 * front matter (`matter` and both fences are empty).
 *
 * @throws FrontMatterError where it is not certain what was meant: a language after the dashes, no closing fence,
 * `...` as the closing fence, a line that only begins like one, or line ends of carriage returns alone.
 */
export function splitFences(text: string): Fenced {
  const bom = text.startsWith(BOM) ? BOM : "";
  const rest = text.slice(bom.length);
  if (!rest.includes("\n") && rest.includes("\r")) {
    throw new FrontMatterError("its lines end in carriage returns alone; save it with LF or CRLF line ends");
  }
  const firstEnd = lineEnd(rest, 0);
  if (!opensFence(rest.slice(0, firstEnd).trimEnd())) return { bom, opening: "", matter: "", closing: "", body: rest };
  const closing = findClosing(rest, firstEnd);
  return {
    bom,
    opening: rest.slice(0, firstEnd),
    matter: rest.slice(firstEnd, closing.start),
    closing: rest.slice(closing.start, closing.end),
    body: rest.slice(closing.end),
  };
}

function opensFence(first: string): boolean {
  if (FENCE.test(first)) return true;
  if (/^-{4,}$/.test(first))
    throw new FrontMatterError(`it opens with ${first.length} dashes; front matter opens with exactly three`, 1);
  if (!/^---\s*\w/.test(first)) return false;
  throw new FrontMatterError(
    `it opens with "${first.slice(0, 40)}"; only a bare --- is read, and nothing in it is run`,
    1,
  );
}

function findClosing(text: string, from: number): { start: number; end: number } {
  const lineAt = (at: number): number => countNewlines(text.slice(0, at)) + 1;
  for (let start = from; start < text.length; start = lineEnd(text, start)) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end).replace(/\n$/, "");
    if (FENCE.test(line)) return { start, end };
    if (line.startsWith("---"))
      throw new FrontMatterError(
        `a line of its front matter begins with --- ("${line.trim().slice(0, 40)}"); quote it or indent it`,
        lineAt(start),
      );
    if (/^\.\.\.\s*$/.test(line))
      throw new FrontMatterError("its front matter is closed by ...; close it with ---", lineAt(start));
  }
  throw new FrontMatterError("its front matter is never closed; add a line --- after the last key", 1);
}

/** The number of lines before the body, plus one. */
export function bodyLineOf(fenced: Fenced): number {
  return countNewlines(fenced.opening) + countNewlines(fenced.matter) + countNewlines(fenced.closing) + 1;
}

/** Says so when a text carries the marks of an unfinished merge. */
export function refuseConflictMarkers(text: string): void {
  if (/^<{7} /m.test(text) && /^>{7} /m.test(text)) {
    throw new FrontMatterError("it holds the marks of an unfinished merge (<<<<<<<); settle them first");
  }
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline + 1;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
