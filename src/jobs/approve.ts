import type { Bank } from "../bank/bank.ts";
import type { DateText } from "../calendar/dates.ts";
import type { Finding } from "../check/finding.ts";
import { UserError } from "../errors.ts";
import { addApproval, readApprovals, withoutApprovalOf } from "../post/approvals.ts";
import { isSamePerson } from "../post/person.ts";
import type { Post, PostHead } from "../post/post.ts";
import { judgeReview, type Review, sayAuthor } from "../post/review.ts";
import { findPublished } from "../post/sections.ts";
import { quoteWord } from "../story/quote-word.ts";
import { openCheck } from "./check.ts";
import { markOfText } from "./text-mark.ts";

export interface Approved {
  changed: boolean;
  /** What keeps it from being approved; nothing was changed then. */
  errors: readonly Finding[];
  /** How far the post is now. */
  review: Review;
}

/**
 * Keeps in a post's front matter that a second person has read its text, as it is now, and stands by it. A post that `check`
 * finds errors in is not approved, unless by force, since what mends them changes the text.
 *
 * @throws UserError for a post's own author, a post that nobody knows the author of, and one without text.
 */
export async function approvePost(
  bank: Bank,
  head: PostHead,
  { by, force }: { by: string; force: boolean },
  today: DateText,
): Promise<Approved> {
  const config = await bank.config();
  const post = await bank.wholePost(head);
  const mark = markOfText(post);
  refuseOwn(post, by, config.author);
  if (findPublished(post).markdown.trim() === "")
    throw new UserError(`${post.id} has no text to approve.`, {
      hint: `Write it: storybank edit ${quoteWord(post.id)}`,
    });
  const isKept = readApprovals(post.data.get("approved")).some(
    (each) => each.text === mark && isSamePerson(each.by, by),
  );
  const errors = force || isKept ? [] : await findErrors(bank, post);
  if (errors.length > 0 || isKept) return { changed: false, errors, review: judgeReview(post, mark, config.author) };
  await bank.change(
    post.path,
    (data) => new Map([["approved", addApproval(data.get("approved"), { by, date: today, text: mark })]]),
  );
  return { changed: true, errors, review: judgeReview(await bank.wholePost(head), mark, config.author) };
}

/** Takes a person's approval back. Returns false where there is none. */
export async function withdrawApproval(bank: Bank, head: PostHead, by: string): Promise<boolean> {
  return bank.change(head.path, (data) => {
    const written = data.get("approved");
    const left = withoutApprovalOf(written, by);
    if (!readApprovals(written).some((each) => isSamePerson(each.by, by))) return new Map();
    return new Map([["approved", left.length === 0 ? undefined : left]]);
  });
}

function refuseOwn({ id, author }: Post, by: string, usual: string | null): void {
  const writer = author ?? usual;
  if (writer === null)
    throw new UserError(`Nobody knows who wrote ${id}, so nobody can be known to be another.`, {
      hint: sayAuthor(id),
    });
  if (isSamePerson(writer, by))
    throw new UserError(`${id} is by ${writer}, and its author can't approve it.`, {
      hint: `Ask somebody else to run: storybank approve ${quoteWord(id)}\nIf that is you, add --as "YOUR NAME".`,
    });
}

async function findErrors(bank: Bank, post: Post): Promise<Finding[]> {
  const check = await openCheck(bank, await bank.posts());
  const findings = await check.post({ post, text: bank.read(post.path) ?? "" });
  return findings.filter(({ level, rule }) => level === "error" && rule !== "not-approved");
}
