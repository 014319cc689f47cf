import type { Post } from "../../post/post.ts";
import type { Review } from "../../post/review.ts";
import { wordWhoWaits } from "../../post/word-review.ts";
import { Words } from "./small.tsx";

/** Who waits for whom, where the bank asks for a second person. */
export function WhoWaits({ post, review }: { post: Pick<Post, "status">; review: Review | null }) {
  if (review === null) return null;
  return (
    <p class={review.state === "approved" ? "faint" : undefined}>
      <Words>{wordWhoWaits(post, review)}</Words>
    </p>
  );
}
