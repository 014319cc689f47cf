import { postPartOf } from "../language/headings.ts";
import type { Post } from "./post.ts";

export const POST_HEADING = "## Final Optimized Post";
export const NOTES_HEADING = "## Content Strategy Notes";

/** No heading of a section is longer. */
const LONGEST_HEADING = 120;

export interface Heading {
  /** Its line, from 0. */
  index: number;
  /** From 1, as many as it has marks. */
  level: number;
  /** Its words without marks. */
  words: string;
}

/** The headings among lines; what stands in code is none. */
export function findHeadings(lines: readonly string[]): Heading[] {
  let isCode = false;
  return lines.flatMap((line, index) => {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    const words = isCode ? null : headingWords(line);
    return words === null ? [] : [{ index, level: line.length - line.replace(/^#+/, "").length, words }];
  });
}

/** The words of a heading without its marks; null where a line is none. */
function headingWords(line: string): string | null {
  if (!line.startsWith("#") || line.length > LONGEST_HEADING) return null;
  const words = line.replace(/^#{1,6}\s/, "");
  return words === line ? null : words.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** The index of the heading above the post's text, and of that above the notes; −1 where there is none. */
export function findSections(lines: readonly string[]): { post: number; notes: number } {
  const found = { post: -1, notes: -1 };
  for (const { index, words } of findHeadings(lines)) {
    const part = postPartOf(words);
    if (part !== null && found[part] < 0) found[part] = index;
  }
  return found;
}

/** The markdown of what gets published, and the file's line it starts on; without headings that is the whole body. */
export function findPublished({ body, bodyLine }: Pick<Post, "body" | "bodyLine">): {
  markdown: string;
  firstLine: number;
} {
  const lines = body.split(/\r?\n/);
  const { post, notes } = findSections(lines);
  let from = post + 1;
  let to = notes > post ? notes : lines.length;
  while (from < to && lines[from]?.trim() === "") from++;
  while (to > from && /^\s*(?:-{3,}|\*{3,}|_{3,})?\s*$/.test(lines[to - 1] ?? "")) to--;
  return { markdown: lines.slice(from, to).join("\n"), firstLine: bodyLine + from };
}

/** The text below the heading of the notes; null where there is none. */
export function findNotes({ body }: Pick<Post, "body">): string | null {
  const lines = body.split(/\r?\n/);
  const { post, notes } = findSections(lines);
  if (notes < 0) return null;
  return lines
    .slice(notes + 1, post > notes ? post : lines.length)
    .join("\n")
    .trim();
}
