import { quoteWord } from "../story/quote-word.ts";
import { readText } from "../story/schema.ts";
import { type Approval, readApprovals } from "./approvals.ts";
import { isSamePerson } from "./person.ts";
import type { Post } from "./post.ts";

/** How far a post has come on its way through a second pair of eyes. */
export interface Review {
  /** Who wrote it; null where nobody knows, and then nobody can be known to be another. */
  author: string | null;
  /** `approved` as it stands, `changed` since it was, or `waiting` for its first approval. */
  state: "approved" | "changed" | "waiting";
  /** The approval of this text, or the last one of an earlier text; null where there is none. */
  approval: Approval | null;
  /** Who is to read it: the one who was asked, or has approved an earlier text; null where anybody else may. */
  waitsFor: string | null;
}

/**
 * Holds a post's approvals against its text, which `mark` stands for. Its author's own don't count, and where nobody
 * knows the author none does. `usual` is the author of posts that don't say theirs.
 */
export function judgeReview(post: Pick<Post, "author" | "data">, mark: string, usual: string | null): Review {
  const author = post.author ?? usual;
  const others = readApprovals(post.data.get("approved")).filter(
    ({ by }) => author !== null && !isSamePerson(by, author),
  );
  const current = others.findLast(({ text }) => text === mark) ?? null;
  const earlier = others.at(-1) ?? null;
  const asked = readText(post.data.get("reviewer"));
  const reader = asked !== null && (author === null || !isSamePerson(asked, author)) ? asked : (earlier?.by ?? null);
  if (current !== null) return { author, state: "approved", approval: current, waitsFor: null };
  return { author, state: earlier === null ? "waiting" : "changed", approval: earlier, waitsFor: reader };
}

/** Who is to read a post: "Ben Okri", "somebody other than Ana Lind", "a second person". */
export function wordReader({ author, waitsFor }: Review): string {
  return waitsFor ?? (author === null ? "a second person" : `somebody other than ${author}`);
}

/** What makes an approval come about. */
export function howToApprove(id: string, review: Review): string {
  const ask = `Ask ${wordReader(review)} to read it and run: storybank approve ${quoteWord(id)}`;
  return review.author === null ? `${sayAuthor(id)}\n${ask}` : ask;
}

/** How a post is given its author. */
export function sayAuthor(id: string): string {
  return `Say who wrote it: storybank edit ${quoteWord(id)} --set author="NAME"`;
}

/** Whether a post has been said to go out, or to be fit to. */
export function isReady({ status }: Pick<Post, "status">): boolean {
  return status === "ready" || status === "scheduled";
}
