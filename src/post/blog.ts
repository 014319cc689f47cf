import type { Value } from "../front-matter/values.ts";
import { writeDocument } from "../front-matter/write.ts";
import { readText } from "../story/schema.ts";
import { isHashtagLine } from "../text/hashtag-line.ts";
import type { Post } from "./post.ts";

/** dev.to takes four tags at most, in small letters and digits (dev.to editor guide). */
const MOST_TAGS = 4;

/** A post as a blog takes it: markdown with front matter in dev.to's keys, unpublished until its author says otherwise. */
export function writeBlogPost(post: Post, markdown: string): string {
  const own = markdown
    .split("\n")
    .filter(isHashtagLine)
    .flatMap((line) => line.trim().split(/\s+/));
  const tags = (post.hashtags.length > 0 ? post.hashtags : own)
    .map((tag) => tag.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""))
    .filter((tag) => tag !== "");
  const data = new Map<string, Value>([
    ["title", post.title],
    ["published", "false"],
    ["tags", [...new Set(tags)].slice(0, MOST_TAGS)],
    ["canonical_url", readText(post.data.get("canonical_url")) ?? post.url ?? ""],
    ["cover_image", readText(post.data.get("cover_image")) ?? ""],
    ["series", post.series ?? ""],
  ]);
  return writeDocument(data, `\n${writeBody(markdown).replace(/^\n+|\s+$/g, "")}\n`);
}

/** Hashtags go, since they are tags; code stays as it is. */
function writeBody(markdown: string): string {
  let isCode = false;
  const kept = markdown.split("\n").flatMap((line) => {
    const isFence = /^\s{0,3}(?:```|~~~)/.test(line);
    if (isFence) isCode = !isCode;
    if (isFence || isCode) return [{ line, isCode: true }];
    return isHashtagLine(line) ? [] : [{ line, isCode: false }];
  });
  return kept
    .map(({ line, isCode: stays }, index) => (stays ? line : writeLine(line, kept[index + 1]?.line)))
    .join("\n");
}

/** Lines that were laid out as plain text become markdown: • a list, and lines that stand by themselves keep their break. */
function writeLine(line: string, next: string | undefined): string {
  const bullet = BULLET.exec(line);
  if (bullet !== null) return `${bullet[1]}- ${line.slice(bullet[0].length)}`;
  if (line.trim() === "" || next === undefined || next.trim() === "" || BULLET.test(next)) return line;
  return OWN_LINE.test(line) || OWN_LINE.test(next) ? `${line.trimEnd()}  ` : line;
}

const BULLET = /^(\s*)[•▪‣◦]\s+/u;
const OWN_LINE = /^\s*[→➜➔✓✔✅❌]/u;
