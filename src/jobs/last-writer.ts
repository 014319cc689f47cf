import type { ReadableBank } from "../bank/readable-bank.ts";
import { UserError } from "../errors.ts";
import { readOwnName } from "../git/own-name.ts";
import { findRepository } from "../git/repository.ts";
import { type GitWorld, gitIn } from "../git/run.ts";
import type { PostHead } from "../post/post.ts";
import { markOfText } from "./text-mark.ts";
import { hasMark, readVersions } from "./versions.ts";

/**
 * Who has last changed what a post publishes, as git knows: whoever is at work here where that is not committed yet, else the one
 * who committed it first. Null without git, and for a post that was never committed.
 */
export async function findLastWriter(bank: ReadableBank, head: PostHead, world: GitWorld): Promise<string | null> {
  const git = gitIn(bank.root, world);
  try {
    const repository = await findRepository(git);
    if (repository === null) return null;
    const mark = markOfText(await bank.wholePost(head));
    let who: string | null = null;
    for await (const { change, version } of readVersions(repository, head.path)) {
      if (!(await hasMark(version, mark))) return who ?? (await readOwnName(git, world));
      who = change.who;
    }
    return who;
  } catch (error) {
    // Nothing depends on knowing it.
    if (error instanceof UserError && error.problem !== undefined) return null;
    throw error;
  }
}
