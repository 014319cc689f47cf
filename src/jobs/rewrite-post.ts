import type { Bank } from "../bank/bank.ts";
import { type Finding, sortFindings } from "../check/finding.ts";
import { UserError } from "../errors.ts";
import { editFrontMatter } from "../front-matter/edit.ts";
import { splitFences } from "../front-matter/fence.ts";
import { readDocument } from "../front-matter/read.ts";
import { loadCounter } from "../post/counting.ts";
import { isOpen } from "../post/open-posts.ts";
import { opensWith } from "../post/opening.ts";
import { findPlatform, PLATFORMS, type Platform } from "../post/platforms.ts";
import { type Post, type PostHead, postFromDocument } from "../post/post.ts";
import { findPublished, replacePublished } from "../post/sections.ts";
import { plainTextOf, readPlainLines } from "../text/plain.ts";
import { openCheck } from "./check.ts";
import { hookOf, readGivenPost, refuseUnreadable } from "./post-text.ts";
import { hashOf } from "./text-hash.ts";

/** A post whose text was saved, as its file is now. */
export interface SavedPost {
  post: Post;
  /** The whole file. */
  text: string;
  platform: Platform;
  /** What gets published, in the platform's unit. */
  characters: number;
  /** The mark of the file: what is asked for to save over it. */
  hash: string;
  findings: readonly Finding[];
  /** Where the file is kept that it took the place of; null where nothing was replaced. */
  kept: string | null;
  /** Whether it was ready or scheduled, and is a draft again. */
  isDraftAgain: boolean;
}

/**
 * Puts a text in the place of what gets published of a post, and keeps the old file in the trash. `hash` is the mark of the file that
 * was read. Where the text opens with other words than the post's hook, these are its hook; a post that was ready or scheduled is
 * a draft again, since that was said of the other text.
 *
 * @throws UserError where the file is not the one that was read, and for a post that is published or counted.
 */
export async function rewritePost(
  bank: Bank,
  head: PostHead,
  given: { text: string; hash: string },
): Promise<SavedPost> {
  const text = readGivenPost(given.text);
  const before = bank.read(head.path) ?? "";
  if (hashOf(before) !== given.hash)
    throw new UserError(`${head.path} is not what was read: it has changed since, or the hash is another post's.`, {
      hint: "Nothing was written. Read it again, and save over what it says now.",
    });
  const post = postFromDocument(head.id, head.path, await readDocument(before));
  refuseClosed(post);
  const after = writeInto(before, post, text);
  const kept = after === before ? null : await bank.replaceKept(head.path, before, after);
  const isDraftAgain = kept !== null && post.status !== "draft";
  return { ...(await readSaved(bank, head, after)), kept, isDraftAgain };
}

/** A published post says what people have read, and a counted one what was counted. */
function refuseClosed(post: Post): void {
  if (isOpen(post)) return;
  throw new UserError(`${post.path} is ${post.status === "published" ? "published" : "counted"}, so its text stays.`, {
    hint: "To tell the story again, save the text as a new post.",
  });
}

function writeInto(before: string, post: Post, text: string): string {
  if (findPublished(post).markdown === text) return before;
  const lines = readPlainLines(text);
  const edited = editFrontMatter(before, () => {
    const changes = new Map<string, string>();
    if (post.status !== "draft") changes.set("status", "draft");
    if (post.hook === null || !opensWith(lines, post.hook))
      changes.set("hook", hookOf(lines)).set("hook-template", "text");
    return changes;
  });
  const { body } = splitFences(edited);
  const written = replacePublished(body, text);
  refuseUnreadable(written, text);
  return edited.slice(0, edited.length - body.length) + written;
}

/** Reads and checks a post that has just been written. */
export async function readSaved(
  bank: Bank,
  { id, path }: Pick<PostHead, "id" | "path">,
  text: string,
): Promise<Omit<SavedPost, "kept" | "isDraftAgain">> {
  const post = postFromDocument(id, path, await readDocument(text));
  const platform = findPlatform(post.platform) ?? (PLATFORMS[0] as Platform);
  const { count } = await loadCounter(platform);
  const characters = count(plainTextOf(findPublished(post).markdown));
  const check = await openCheck(bank, await bank.posts());
  return {
    post,
    text,
    platform,
    characters,
    hash: hashOf(text),
    findings: sortFindings(await check.post({ post, text })),
  };
}
