import { writeBlogPost } from "../post/blog.ts";
import { loadCounter } from "../post/counting.ts";
import type { Platform } from "../post/platforms.ts";
import type { Post } from "../post/post.ts";
import { findPublished } from "../post/sections.ts";
import { printLines, readPlainLines } from "../text/plain.ts";
import type { CutPart } from "./cut.ts";
import { type Excess, measureExcess } from "./excess.ts";
import { cutThread } from "./thread.ts";

/** A post as it is pasted on a platform: one text, or the parts of a thread. */
export interface PublishedPost {
  platform: Platform;
  parts: readonly string[];
  /** The length of each part, in the platform's unit. */
  characters: readonly number[];
  /** What there is to say of a text that is over the limit, and is whole all the same; null where it fits, or is a thread. */
  excess: Excess | null;
  /** The parts of the post that were cut to keep the limit, in their order. */
  leftOut: readonly CutPart[];
  /** The images of the post, which are no text: they are attached by hand. */
  images: readonly string[];
  /** The parts of a thread that stay over the limit, by their place from 0: a single word or address that nothing may cut. */
  tooLong: readonly number[];
}

export interface PublishOptions {
  /** Each part of a thread ends with `1/5`. */
  numbered?: boolean;
  unicodeBold?: boolean;
  /** Takes out whole parts until the limit is kept. */
  cut?: boolean;
}

/** Turns a post's markdown into a platform's text. */
export async function publishPost(
  post: Post,
  platform: Platform,
  { numbered = false, unicodeBold = false, cut = false }: PublishOptions = {},
): Promise<PublishedPost> {
  const counter = await loadCounter(platform);
  const { markdown, firstLine } = findPublished(post);
  const finish = (parts: readonly string[], excess: Excess | null = null): PublishedPost => ({
    platform,
    parts,
    characters: parts.map(counter.count),
    excess,
    leftOut: [],
    images: platform.form === "plain" ? findImages(markdown) : [],
    tooLong: excess !== null ? [] : parts.flatMap((part, index) => (counter.fits(part) ? [] : [index])),
  });
  if (platform.form === "markdown") return finish([writeBlogPost(post, markdown)]);
  const lines = readPlainLines(markdown, { firstLine, unicodeBold });
  const whole = printLines(lines);
  if (counter.fits(whole)) return finish([whole]);
  if (platform.isThreaded) return finish(cutThread(lines, counter.fits, numbered));
  const excess = measureExcess(lines, counter);
  return cut && excess?.cut != null
    ? { ...finish([excess.cut.text]), leftOut: excess.cut.parts }
    : finish([whole], excess);
}

function findImages(markdown: string): string[] {
  return [...markdown.matchAll(/!\[[^[\]\n]{0,500}\]\(<?([^)\s>]{1,500})/g)].map(([, path = ""]) => path);
}
