import type { Line } from "../text/line.ts";
import { printLines } from "../text/plain.ts";
import type { Post } from "./post.ts";

/** The hook as it is in the text: the words of the front matter where the post opens with them, else its first paragraph. */
export function findHook(
  { hook, bodyLine }: Pick<Post, "hook" | "bodyLine">,
  lines: readonly Line[],
): { text: string; line: number } {
  const line = lines[0]?.line ?? bodyLine;
  return { text: hook !== null && opensWith(lines, hook) ? hook : firstParagraph(lines), line };
}

/** The lines that a hook takes up, as far as it fills them. */
export function hookLines(hook: string, lines: readonly Line[]): Line[] {
  const words = bare(hook);
  const count = lines.findIndex((_, index) => bare(printLines(lines.slice(0, index + 1))).length >= words.length);
  return lines.slice(0, count + 1);
}

/** The first paragraph of a post as it is pasted. */
export function firstParagraph(lines: readonly Line[]): string {
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
