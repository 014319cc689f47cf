import type { Bank } from "../bank/bank.ts";
import { matchName, onlyOne } from "../bank/resolve.ts";
import { UserError } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import { FrontMatterError } from "../front-matter/values.ts";
import { takeTheirs } from "../merge/take-theirs.ts";
import { quoteWord } from "../story/quote-word.ts";
import { dropWaiting, listWaitingFiles, type WaitingFile } from "./waiting.ts";

/**
 * The file that a name means among those in which something waits.
 *
 * @throws UserError where nothing waits there, or in several of that name.
 */
export function findWaiting(bank: Bank, name: string): WaitingFile {
  const files = listWaitingFiles(bank);
  if (files.length === 0)
    throw new UserError("Nothing waits for a decision.", {
      hint: "What a sync keeps aside is named by it, and by: storybank week",
    });
  const exact = files.filter(({ id, path }) => name === path || name === id);
  // A story and its post may have one id; a path tells them apart.
  if (exact.length > 1)
    throw new UserError(`Something waits in ${exact.map(({ path }) => path).join(" and ")}.`, {
      hint: `Say which by its path: storybank resolve ${quoteWord(exact[0]?.path ?? "")}`,
    });
  return onlyOne("story or post", name, matchName(files, name).found, files);
}

/** Leaves what stands; what was kept aside goes to the trash. */
export async function keepOurs(bank: Bank, { waiting }: WaitingFile): Promise<void> {
  for (const each of waiting) await dropWaiting(bank, each);
}

/**
 * Puts theirs in the place of what stands.
 *
 * @throws UserError where a place is not there any more, or the file can't be changed safely; then nothing was changed.
 */
export async function keepTheirs(bank: Bank, { id, path, waiting }: WaitingFile): Promise<void> {
  const before = bank.read(path);
  if (before === null) throw gone(path, id);
  let after = before;
  for (const { parts, theirs, kept } of waiting) {
    if (theirs === null)
      throw new UserError(`${path} is no text, so it is not replaced by itself.`, {
        hint: `Theirs is ${kept.slice(0, -".md".length)}: copy it over yourself, then: storybank resolve ${quoteWord(id)} --ours`,
        code: 1,
      });
    const taken = take(path, () => takeTheirs(after, parts, theirs));
    const [lost] = taken.lost;
    if (lost !== undefined)
      throw new UserError(
        `The place in ${path} has changed since: “${lost.ours}” is not there any more, or more than once.`,
        {
          hint: `Decide in your editor: storybank resolve ${quoteWord(id)} --edit   nothing was changed.`,
          code: 1,
        },
      );
    after = taken.text;
  }
  await saveDecision(bank, path, before, after);
  for (const each of waiting) await dropWaiting(bank, each);
}

/** Writes what somebody made of a file in which something waited; it must be readable if it was. */
export async function saveDecision(bank: Bank, path: string, before: string, after: string): Promise<void> {
  if (path.endsWith(".md")) {
    try {
      await readDocument(after);
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error;
      throw new UserError(`${path} could not be read back, so it is as it was: ${error.message}.`, {
        hint: "Change it in your editor: storybank resolve --edit",
        cause: error,
      });
    }
  }
  if (after !== before) await bank.replace(path, before, after);
}

function take<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    throw new UserError(`${path} was left alone: ${error.message}.`, {
      hint: "Mend the file, then run the command again.",
      cause: error,
    });
  }
}

export function gone(path: string, id: string): UserError {
  return new UserError(`${path} is not there any more.`, {
    hint: `Let what waits go to the trash: storybank resolve ${quoteWord(id)} --ours`,
  });
}
