import type { Nodes } from "mdast";
import { isHashtagLine } from "../text/hashtag-line.ts";
import { parseMarkdown } from "../text/markdown.ts";
import { readLines } from "../text/read-lines.ts";
import { unwrap } from "../text/unwrap.ts";

/** What the text of a finished post says of the story it tells. */
export interface PostStory {
  hook: string | null;
  /** The last paragraph that asks something and nothing else. */
  question: string | null;
  /** The text as it is written, without its hashtags. */
  body: string;
}

/** A question that takes more is a passage of the story. */
const LONGEST_QUESTION = 300;

/** Reads the story out of a finished post's markdown. */
export function readPostStory(markdown: string): PostStory {
  const { children } = parseMarkdown(markdown);
  const lines = markdown.split("\n");
  const tags = new Set(
    children.filter(({ type }) => type === "paragraph").flatMap((node) => hashtagLines(node, lines)),
  );
  const texts = paragraphsOf(markdown);
  const worded = texts.filter((text) => !text.split("\n").every(isHashtagLine));
  const question = worded.slice(1).findLast((text) => text.endsWith("?") && text.length <= LONGEST_QUESTION);
  const kept = lines.filter((_, index) => !tags.has(index)).join("\n");
  return {
    hook: worded[0]?.replace(/\s*\n\s*/g, " ") ?? null,
    question: question === undefined || question.includes("\n") ? null : question,
    body: kept.replace(/(?:\n\s*(?:-{3,}|\*{3,}|_{3,})?\s*)+$/, "").replace(/\n{3,}/g, "\n\n"),
  };
}

/** The words of each paragraph and heading, its marks taken off. */
function paragraphsOf(markdown: string): string[] {
  const words = new Map<number, string>();
  for (const { kind, block, depth, text } of unwrap(readLines(markdown))) {
    if (depth > 0 || (kind !== "prose" && kind !== "label")) continue;
    const before = words.get(block);
    words.set(block, before === undefined ? text : `${before}\n${text}`);
  }
  return [...words.values()];
}

/** The places of a paragraph's lines, from 0, that hold nothing but hashtags. */
function hashtagLines({ position }: Nodes, lines: readonly string[]): number[] {
  const [from, to] = [(position?.start.line ?? 1) - 1, position?.end.line ?? 0];
  return Array.from({ length: to - from }, (_, index) => from + index).filter((at) => isHashtagLine(lines[at] ?? ""));
}
