import { createHash } from "node:crypto";
import type { Post } from "../post/post.ts";
import { findPublished } from "../post/sections.ts";

/**
 * The mark of what a post publishes: the first 16 digits of its SHA-256 in hexadecimal, whatever its line ends and however its
 * accents are composed. Notes and front matter have no part in it.
 */
export function markOfText(post: Pick<Post, "body" | "bodyLine">): string {
  return createHash("sha256").update(findPublished(post).markdown.normalize("NFC")).digest("hex").slice(0, 16);
}
