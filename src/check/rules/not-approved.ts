import { keyLine } from "../../front-matter/key-line.ts";
import { howToApprove, isReady } from "../../post/review.ts";
import { wordReview } from "../../post/word-review.ts";
import type { PostSubject, Rule } from "../rule.ts";

/** A post that is to go out, and whose text no second person has approved, in a bank that asks for it. */
export const notApproved: Rule<PostSubject> = {
  id: "not-approved",
  level: "error",
  about: "a post on its way that no second person has approved",
  find({ post, review, text }) {
    if (review === null || review.state === "approved" || !isReady(post)) return [];
    return [
      {
        line: keyLine(text, "status"),
        message: `The post is ${post.status}, but ${wordReview(review)}.`,
        remedy: howToApprove(post.id, review),
      },
    ];
  },
};
