import type { Config } from "../bank/config.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import { UserError } from "../errors.ts";
import type { Post, PostHead } from "../post/post.ts";
import { howToApprove, judgeReview, type Review } from "../post/review.ts";
import { wordReview } from "../post/word-review.ts";

/** Holds a post's approvals against its text; null where the bank asks for none. */
export async function readReview(
  { review, author }: Pick<Config, "review" | "author">,
  post: Post,
): Promise<Review | null> {
  if (!review) return null;
  const { markOfText } = await import("./text-mark.ts");
  return judgeReview(post, markOfText(post), author);
}

/** The same for what is still to be done: null for a post that is out, too. */
export async function loadReview(config: Pick<Config, "review" | "author">, post: Post): Promise<Review | null> {
  return post.status === "published" ? null : readReview(config, post);
}

/**
 * Keeps a post from going on where the bank asks for a second person's approval.
 *
 * @throws UserError for a post whose text nobody but its author has approved.
 */
export async function refuseUnapproved(bank: ReadableBank, head: PostHead, status: string): Promise<void> {
  const config = await bank.config();
  if (!config.review) return;
  const review = await readReview(config, await bank.wholePost(head));
  if (review === null || review.state === "approved") return;
  throw new UserError(`${head.id} can't be ${status}: it is ${wordReview(review)}.`, {
    hint: howToApprove(head.id, review),
  });
}
