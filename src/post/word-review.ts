import { formatDate, parseDate } from "../calendar/dates.ts";
import type { Post } from "./post.ts";
import { isReady, type Review } from "./review.ts";

/** "approved by Ben Okri on Mon 6 Jan 2025", "changed since Ben Okri approved it on Mon 6 Jan 2025", "not approved yet". */
export function wordReview({ state, approval }: Review): string {
  if (approval === null) return "not approved yet";
  const date = parseDate(approval.date ?? "");
  const when = date === null ? "" : ` on ${formatDate(date)}`;
  return state === "approved" ? `approved by ${approval.by}${when}` : `changed since ${approval.by} approved it${when}`;
}

/** Who waits for whom: "Ana Lind waits for Ben Okri to approve it". */
export function wordWhoWaits(post: Pick<Post, "status">, review: Review): string {
  const { author, state, approval, waitsFor } = review;
  if (author === null) return "it waits for somebody to say who wrote it";
  if (state === "approved") return `${wordReview(review)}${isReady(post) ? "" : `; ${author} can mark it ready`}`;
  const waits = `${author} waits for ${waitsFor ?? "a second person"} to approve it`;
  const date = parseDate(approval?.date ?? "");
  return state === "waiting" ? waits : `${waits} again: changed since ${date === null ? "then" : formatDate(date)}`;
}
