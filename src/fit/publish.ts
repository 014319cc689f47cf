import { writeBlogPost } from "../post/blog.ts";
import { loadCounter } from "../post/counting.ts";
import type { Platform } from "../post/platforms.ts";
import type { Post } from "../post/post.ts";
import { findPublished } from "../post/sections.ts";
import { printLines, readPlainLines } from "../text/plain.ts";
import { shortenLines } from "./shorten.ts";
import { cutThread } from "./thread.ts";

/** A post as it is pasted on a platform: one text, or the parts of a thread. */
export interface PublishedPost {
  platform: Platform;
  parts: readonly string[];
  /** The length of each part, in the platform's unit. */
  characters: readonly number[];
  /** The parts of the post that had to go to keep the limit, in their order. */
  leftOut: readonly { text: string; line: number }[];
  /** The images of the post, which are no text: they are attached by hand. */
  images: readonly string[];
  /** The parts that stay over the limit, by their place from 0: a single word or address that nothing may cut. */
  tooLong: readonly number[];
}

export interface PublishOptions {
  /** Each part of a thread ends with `1/5`. */
  numbered?: boolean;
  unicodeBold?: boolean;
}

/** Turns a post's markdown into a platform's text. */
export async function publishPost(
  post: Post,
  platform: Platform,
  { numbered = false, unicodeBold = false }: PublishOptions = {},
): Promise<PublishedPost> {
  const counter = await loadCounter(platform);
  const { markdown, firstLine } = findPublished(post);
  const finish = (parts: readonly string[], leftOut: PublishedPost["leftOut"] = []): PublishedPost => ({
    platform,
    parts,
    characters: parts.map(counter.count),
    leftOut,
    images: platform.form === "plain" ? findImages(markdown) : [],
    tooLong: parts.flatMap((part, index) => (counter.fits(part) ? [] : [index])),
  });
  if (platform.form === "markdown") return finish([writeBlogPost(post, markdown)]);
  const lines = readPlainLines(markdown, { firstLine, unicodeBold });
  if (counter.fits(printLines(lines))) return finish([printLines(lines)]);
  if (platform.isThreaded) return finish(cutThread(lines, counter.fits, numbered));
  const { text, leftOut } = shortenLines(lines, counter.fits);
  return finish([text], leftOut);
}

function findImages(markdown: string): string[] {
  return [...markdown.matchAll(/!\[[^[\]\n]{0,500}\]\(<?([^)\s>]{1,500})/g)].map(([, path = ""]) => path);
}
