import type { Line } from "./line.ts";
import { type ReadOptions, readLines } from "./read-lines.ts";
import { unwrapEditorLines } from "./unwrap.ts";

/** Reads markdown into the lines that a platform without markdown shows. */
export function readPlainLines(markdown: string, options: ReadOptions = {}): Line[] {
  return withQuotationMarks(unwrapEditorLines(readLines(markdown, options)).map(asHeading));
}

/** What a platform without markdown shows of a text. Text that has no markdown comes out as it went in. */
export function plainTextOf(markdown: string): string {
  return printLines(readPlainLines(markdown));
}

/** A line with its indent and its list mark. */
export function printLine({ indent, marker, text }: Line): string {
  return marker === "" ? indent + text : `${indent}${marker} ${text}`;
}

export function printLines(lines: readonly Line[]): string {
  return lines.map((line, index) => (index === 0 ? "" : gapOf(line)) + printLine(line)).join("");
}

/** The white space in front of a line. */
export function gapOf({ gap }: Line): "\n" | "\n\n" {
  return gap === "blank" ? "\n\n" : "\n";
}

/** Bold words stand below every heading that is written as one. */
const BOLD_LEVEL = 7;
const LONGEST_HEADING = 90;

/** A paragraph of nothing but bold words is a heading, unless it is a sentence, or leads into what follows. */
function asHeading(line: Line): Line {
  const { kind, depth, isBold, text } = line;
  const isHeading = kind === "prose" && depth === 0 && isBold && text.length <= LONGEST_HEADING;
  return isHeading && /(?:\p{L}|\p{N}|\))$/u.test(text) ? { ...line, kind: "label", level: BOLD_LEVEL } : line;
}

/** What somebody else said keeps its quotation marks, or gets them, since the bar beside it goes. */
function withQuotationMarks(lines: readonly Line[]): Line[] {
  const made = [...lines];
  const blocks = new Set(lines.flatMap(({ kind, block }) => (kind === "quote" ? [block] : [])));
  for (const block of blocks) {
    const first = made.findIndex((line) => line.block === block);
    const last = made.findLastIndex((line) => line.block === block);
    const [opening, closing] = [made[first], made[last]];
    if (opening === undefined || closing === undefined || /^["“„«'‘—–-]/.test(opening.text)) continue;
    made[first] = { ...opening, text: `“${opening.text}` };
    made[last] = { ...closing, text: `${first === last ? made[first]?.text : closing.text}”` };
  }
  return made;
}
