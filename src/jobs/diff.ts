import type { Bank } from "../bank/bank.ts";
import type { StoryOrPost } from "../bank/resolve-post.ts";
import { UserError } from "../errors.ts";
import type { Document } from "../front-matter/values.ts";
import { readAncestors } from "../git/history.ts";
import type { Repository } from "../git/repository.ts";
import { changesOf, compareFiles, readVersion } from "../history/compare-files.ts";
import type { SentenceChange } from "../history/compare-sentences.ts";
import type { BankEvent, Version } from "../history/events.ts";
import { type Approval, readApprovals } from "../post/approvals.ts";
import { judgeReview } from "../post/review.ts";
import { quoteWord } from "../story/quote-word.ts";
import { markOfText } from "./text-mark.ts";
import { type Change, hasMark, type Kept, readVersions } from "./versions.ts";

/** Two versions of a story or post, compared. */
export interface Diff {
  head: StoryOrPost["head"];
  kind: StoryOrPost["kind"];
  /** Why it begins where it does: the approval it had, the version asked for, the last commit, or the one before the last change. */
  since: { why: "approved"; approval: Approval } | { why: "asked" | "committed" | "last-change" };
  /** The change that made the older version; null where the file was not there yet. */
  from: Change | null;
  /** The change that made the newer one; null where that is the file as it is now. */
  to: Change | null;
  /** What was done to its front matter. */
  events: readonly BankEvent[];
  text: readonly SentenceChange[];
  notes: readonly SentenceChange[];
}

/**
 * Compares a story or post with an earlier version: that of a commit or day; else the one that was last approved, where it was
 * changed since; else that of the last commit, where it was changed since; else the one before its last change.
 *
 * @throws UserError for a file that was never committed, a revision that is not there, and a version that can't be read.
 */
export async function diffItem(
  bank: Bank,
  repository: Repository,
  { kind, head }: StoryOrPost,
  revision: string | undefined,
): Promise<Diff> {
  const now: Version = { path: head.path, text: bank.read(head.path) };
  const versions = readVersions(repository, head.path);
  const chosen =
    revision === undefined ? await chooseUsual(now, versions, kind) : await chooseAsked(repository, versions, revision);
  if (chosen === null) throw revision === undefined ? neverCommitted(head.path) : notThen(head, revision);
  const { since, from, to } = chosen;
  const newer = to?.version ?? now;
  const [old, current] = [from === null ? EMPTY : await readVersion(from.version), await readVersion(newer)];
  if (old === null || current === null) throw unreadable(head);
  const compared = from === null ? null : await compareFiles(from.version, newer);
  return {
    kind,
    head,
    since,
    from: from?.change ?? null,
    to: to?.change ?? null,
    events: (compared?.events ?? []).filter(({ event }) => !SHOWN_AS_SENTENCES.has(event)),
    text: changesOf(kind, "text", old, current),
    notes: kind === "post" ? changesOf(kind, "notes", old, current) : [],
  };
}

const EMPTY: Document = { data: new Map(), body: "", bodyLine: 1 };
const SHOWN_AS_SENTENCES: ReadonlySet<string> = new Set(["figure", "text", "learned", "changed"]);

function neverCommitted(path: string): UserError {
  return new UserError(`${path} was never committed, so there is nothing to compare it with.`, {
    hint: "Keep what there is with: storybank sync",
  });
}

function notThen({ id, path }: StoryOrPost["head"], revision: string): UserError {
  return new UserError(`There was no ${path} at "${revision}".`, { hint: seeLog(id) });
}

function unreadable({ id, path }: StoryOrPost["head"]): UserError {
  return new UserError(`One of the two versions of ${path} can't be read, so they can't be compared.`, {
    hint: seeLog(id),
  });
}

function seeLog(id: string): string {
  return `See when it was changed: storybank log ${quoteWord(id)} --ids`;
}

interface Chosen {
  since: Diff["since"];
  from: Kept | null;
  to: Kept | null;
}

async function chooseUsual(
  now: Version,
  versions: AsyncIterable<Kept>,
  kind: StoryOrPost["kind"],
): Promise<Chosen | null> {
  const approval = kind === "post" ? await findLapsed(now) : null;
  const newest: Kept[] = [];
  for await (const kept of versions) {
    if (newest.length < 2) newest.push(kept);
    if (approval !== null && (await hasMark(kept.version, approval.text)))
      return { since: { why: "approved", approval }, from: kept, to: null };
    if (approval === null && newest.length === 2) break;
  }
  const [last, before = null] = newest;
  if (last === undefined) return null;
  // git may have other line ends in the folder than in its commits.
  return withoutReturns(last.version?.text) === withoutReturns(now.text)
    ? { since: { why: "last-change" }, from: before, to: last }
    : { since: { why: "committed" }, from: last, to: null };
}

function withoutReturns(text: string | null | undefined): string | null {
  return text?.replaceAll("\r\n", "\n") ?? null;
}

/** The last approval of a post whose text was changed since. */
async function findLapsed(now: Version): Promise<Approval | null> {
  const document = await readVersion(now);
  if (document === null || readApprovals(document.data.get("approved")).length === 0) return null;
  const author = document.data.get("author");
  const post = { author: typeof author === "string" ? author : null, data: document.data };
  // Of a post that does not say its author, every approval counts: nothing is decided on it here.
  const review = judgeReview(post, markOfText(document), post.author ?? "");
  return review.state === "changed" ? review.approval : null;
}

/** The version that stood at the end of a day, `2025-01-07`, or at a commit, by any name that git has for it. */
async function chooseAsked(
  { git }: Repository,
  versions: AsyncIterable<Kept>,
  revision: string,
): Promise<Chosen | null> {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(revision);
  const ancestors = isDay ? null : await readAncestors(git, revision);
  if (!isDay && ancestors === null)
    throw new UserError(`There is no version "${revision}".`, {
      hint: "Give a day, such as 2025-01-07, or a commit: storybank log --ids",
    });
  for await (const kept of versions) {
    const isThen = isDay ? kept.change.at.slice(0, 10) <= revision : ancestors?.has(kept.change.commit) === true;
    if (isThen) return kept.version === null ? null : { since: { why: "asked" }, from: kept, to: null };
  }
  return null;
}
