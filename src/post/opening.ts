import type { Line } from "../text/line.ts";
import { printLines } from "../text/plain.ts";

/** The first paragraph of a post as it is pasted. */
export function openingOf(lines: readonly Line[]): string {
  const end = lines.findIndex((line, index) => index > 0 && line.gap === "blank");
  return printLines(end < 0 ? lines : lines.slice(0, end));
}

/** Whether a post opens with these words, however they are spaced. */
export function opensWith(lines: readonly Line[], words: string): boolean {
  return bare(printLines(lines.slice(0, LONGEST_HOOK))).startsWith(bare(words));
}

/** No hook has more lines. */
const LONGEST_HOOK = 8;

function bare(text: string): string {
  return text.replace(/\s+/g, " ");
}
