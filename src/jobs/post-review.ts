import type { Config } from "../bank/config.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import { UserError } from "../errors.ts";
import type { Post, PostHead } from "../post/post.ts";
import { howToApprove, type Review, reviewPost, wordReview } from "../post/review.ts";
import { findPublished } from "../post/sections.ts";

/**
 * The mark of what a post publishes: the first 16 digits of its SHA-256 in hexadecimal, whatever its line ends and however its
 * accents are composed. Notes and front matter have no part in it.
 */
export async function markOfText(post: Pick<Post, "body" | "bodyLine">): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(findPublished(post).markdown.normalize("NFC")).digest("hex").slice(0, 16);
}

/** Holds a post's approvals against its text; null where the bank asks for none, and for a post that is out. */
export async function loadReview(
  { review, author }: Pick<Config, "review" | "author">,
  post: Post,
): Promise<Review | null> {
  return review && post.status !== "published" ? reviewPost(post, await markOfText(post), author) : null;
}

/**
 * Keeps a post from going on where the bank asks for a second person's approval.
 *
 * @throws UserError for a post whose text nobody but its author has approved.
 */
export async function refuseUnapproved(bank: ReadableBank, head: PostHead, status: string): Promise<void> {
  const config = await bank.config();
  if (!config.review) return;
  const review = await loadReview(config, { ...(await bank.wholePost(head)), status: "draft" });
  if (review === null || review.state === "approved") return;
  throw new UserError(`${head.id} can't be ${status}: it is ${wordReview(review)}.`, {
    hint: howToApprove(head.id, review),
  });
}
