import type { Bank } from "../bank/bank.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import { UserError } from "../errors.ts";
import { splitFences } from "../front-matter/fence.ts";
import { addLearned, findLearned, type Learned } from "../post/learned.ts";
import type { PostHead } from "../post/post.ts";
import { findSeries, seriesClues } from "../post/series.ts";

/** So many of the last posts are looked through, and so many lines quoted. */
const LOOKED_THROUGH = 20;
const QUOTED = 3;

/** What was learned from the last of some posts, the latest first. */
export function lastLearned(bank: ReadableBank, posts: readonly PostHead[]): (Learned & { post: string })[] {
  return posts
    .toSorted(latestFirst)
    .slice(0, LOOKED_THROUGH)
    .flatMap((post) => learnedFrom(bank, post).map((learned) => ({ ...learned, post: post.id })))
    .reverse()
    .sort(latestFirst)
    .slice(0, QUOTED);
}

function latestFirst(a: { date: string | null }, b: { date: string | null }): number {
  return (b.date ?? "").localeCompare(a.date ?? "");
}

/** What was learned from a post, as its notes have it. */
export function learnedFrom(bank: ReadableBank, { path }: Pick<PostHead, "path">): Learned[] {
  return findLearned(splitFences(bank.read(path) ?? "").body);
}

/** The series whose next draft quotes what was learned from a post; null where it is of none. */
export async function quotedIn(bank: ReadableBank, post: PostHead): Promise<string | null> {
  return findSeries(post, seriesClues(await bank.stories(), (await bank.config()).calendar));
}

/**
 * Adds what was learned to a post's notes, whatever its status; false where it stands there already.
 *
 * @throws UserError where nothing was learned, or the notes can't be added to.
 */
export async function noteLearned(bank: Bank, { path }: PostHead, learned: Learned): Promise<boolean> {
  // One line, so that no heading, fence or control in it changes what the file says.
  const text = learned.text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (text === "")
    throw new UserError("There is nothing to note.", {
      hint: 'Say what was learned: storybank note POST "Short hooks do better"',
    });
  return bank.rewrite(path, (before) => {
    const { body } = splitFences(before);
    const isKnown = (each: Learned): boolean => each.text === text && each.date === learned.date;
    if (findLearned(body).some(isKnown)) return before;
    const after = addLearned(body, { ...learned, text });
    if (!findLearned(after).some(isKnown))
      throw new UserError(`${path} has code in its notes that is never closed.`, {
        hint: "Close it with a line of ``` and note it again; nothing was changed.",
      });
    return `${before.slice(0, before.length - body.length)}${after}`;
  });
}
