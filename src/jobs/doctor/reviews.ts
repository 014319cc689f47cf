import type { Bank } from "../../bank/bank.ts";
import type { Config } from "../../bank/config.ts";
import { howToApprove, isReady, sayAuthor } from "../../post/review.ts";
import { wordReview, wordWhoWaits } from "../../post/word-review.ts";
import { loadReview } from "../post-review.ts";
import type { Trouble } from "./trouble.ts";

/** Whom posts wait for, in a bank that asks for a second person; nothing in another. */
export async function examineReviews(bank: Bank, config: Config): Promise<{ healthy: string[]; troubles: Trouble[] }> {
  const found = { healthy: [] as string[], troubles: [] as Trouble[] };
  if (!config.review) return found;
  const nameless: string[] = [];
  for await (const { item: post } of bank.wholePostsInOrder()) {
    const review = await loadReview(config, post);
    if (review === null) continue;
    if (review.author === null) nameless.push(post.id);
    if (isReady(post) && review.state !== "approved")
      found.troubles.push({
        what: `${post.path} is ${post.status}, but ${wordReview(review)}.`,
        remedy: howToApprove(post.id, review),
      });
    else if (review.author !== null) found.healthy.push(`${post.id}: ${wordWhoWaits(post, review)}`);
  }
  const [first] = nameless;
  if (first !== undefined)
    found.troubles.push({
      what: `Nobody knows who wrote these posts, so nobody can approve them: ${nameless.join(", ")}.`,
      remedy: `${sayAuthor(first)}\nOr, where one person writes, set author: in storybank.yaml.`,
    });
  return found;
}
