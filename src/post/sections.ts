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
  const { from, to } = placeOfPublished(lines);
  return { markdown: lines.slice(from, to).join("\n"), firstLine: bodyLine + from };
}

/** Puts another text in the place of what gets published, and leaves every other letter of a body as it is. */
export function replacePublished(body: string, markdown: string): string {
  const lines = body.split(/\r?\n/);
  const starts = [0, ...[...body.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const { from, to } = placeOfPublished(lines);
  const newline = body.includes("\r\n") ? "\r\n" : "\n";
  const written = markdown.replaceAll("\n", newline);
  const before = body.slice(0, starts[from] ?? body.length);
  if (from < to) return before + written + body.slice((starts[to - 1] ?? 0) + (lines[to - 1] ?? "").length);
  // Nothing stood there yet.
  const after = body.slice(before.length);
  return `${closeParagraph(before, newline)}${written}${newline}${after === "" ? "" : newline}${after}`;
}

/** A text with a blank line at its end, unless it is empty. */
function closeParagraph(text: string, newline: string): string {
  if (text.trim() === "") return text.replace(/[ \t]+$/, "");
  const open = text.replace(/(?:[ \t]*\r?\n)+$/, "");
  return `${open}${newline}${newline}`;
}

/** The lines of what gets published, from the first to behind the last. */
function placeOfPublished(lines: readonly string[]): { from: number; to: number } {
  const { post, notes } = findSections(lines);
  let from = post + 1;
  let to = notes > post ? notes : lines.length;
  while (from < to && lines[from]?.trim() === "") from++;
  while (to > from && /^\s*(?:-{3,}|\*{3,}|_{3,})?\s*$/.test(lines[to - 1] ?? "")) to--;
  return { from, to };
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
