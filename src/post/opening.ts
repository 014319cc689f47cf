import type { Line } from "../text/line.ts";
import { printLines } from "../text/plain.ts";
import type { Post } from "./post.ts";

/** The hook as it is in the text: the words of the front matter where the post opens with them, else its first paragraph. */
export function findHook(
  { hook, bodyLine }: Pick<Post, "hook" | "bodyLine">,
  lines: readonly Line[],
): { text: string; line: number } {
  const line = lines[0]?.line ?? bodyLine;
  const end = lines.findIndex((line, index) => index > 0 && line.gap === "blank");
  const opening = printLines(end < 0 ? lines : lines.slice(0, end));
  const text = bare(printLines(lines.slice(0, 8)));
  return { text: hook !== null && text.startsWith(bare(hook)) ? hook : opening, line };
}

/** The lines that a hook takes up, as far as it fills them. */
export function hookLines(hook: string, lines: readonly Line[]): Line[] {
  const words = bare(hook);
  const count = lines.findIndex((_, index) => bare(printLines(lines.slice(0, index + 1))).length >= words.length);
  return lines.slice(0, count + 1);
}

function bare(text: string): string {
  return text.replace(/\s+/g, " ");
}
