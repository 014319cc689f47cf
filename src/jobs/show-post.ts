import type { ReadableBank } from "../bank/readable-bank.ts";
import { type Finding, sortFindings } from "../check/finding.ts";
import { publishPost } from "../fit/publish.ts";
import { asShown } from "../post/as-shown.ts";
import { loadCounter } from "../post/counting.ts";
import { findLearned, type Learned } from "../post/learned.ts";
import { findPlatform, PLATFORMS, type Platform } from "../post/platforms.ts";
import type { Post, PostHead } from "../post/post.ts";
import type { Review } from "../post/review.ts";
import { findNotes, findPublished } from "../post/sections.ts";
import type { StoryHead } from "../story/story.ts";
import { printLines, readPlainLines } from "../text/plain.ts";
import { openCheck } from "./check.ts";
import { loadReview } from "./post-review.ts";
import { refuseTooLong } from "./too-long.ts";

/** A post as it reads on the platform it is written for, with what there is to know of it. */
export interface ShownPost {
  post: Post;
  /** With the week and weekday that are shown and counted. */
  shown: Post;
  /** The story it tells; null where it names none that is there. */
  story: StoryHead | null;
  platform: Platform;
  /** All of its text, over the limit or not; the parts of a thread with a line `---` between them. */
  text: string;
  /** The length of each part, in the platform's unit. */
  lengths: readonly number[];
  notes: string | null;
  learned: readonly Learned[];
  /** How far it is with the second person that the bank asks for; null where it asks for none, and for a post that is out. */
  review: Review | null;
  findings: readonly Finding[];
}

export async function showPost(bank: ReadableBank, head: PostHead): Promise<ShownPost> {
  const post = await bank.wholePost(head);
  refuseTooLong(post.path, post.body);
  const platform = findPlatform(post.platform) ?? (PLATFORMS[0] as Platform);
  const check = await openCheck(bank, await bank.posts());
  const parts = await partsOf(post, platform);
  const { count } = await loadCounter(platform);
  const config = await bank.config();
  return {
    post,
    shown: asShown(post, config.calendar.start),
    story: post.story === null ? null : await bank.wholeStoryById(post.story),
    platform,
    text: parts.join("\n---\n"),
    lengths: parts.map(count),
    notes: findNotes(post),
    learned: findLearned(post.body),
    review: await loadReview(config, post),
    findings: sortFindings(await check.post({ post, text: bank.read(post.path) ?? "" })),
  };
}

/** What is too long for one post stays whole here, so that all of it can be seen. */
async function partsOf(post: Post, platform: Platform): Promise<readonly string[]> {
  if (platform.isThreaded || platform.form === "markdown") return (await publishPost(post, platform)).parts;
  const { markdown, firstLine } = findPublished(post);
  return [printLines(readPlainLines(markdown, { firstLine }))];
}
