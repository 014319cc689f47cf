import { join } from "node:path";
import { readSafely, replaceUnchanged } from "../../bank/file.ts";
import { withLock } from "../../bank/lock.ts";
import { createFile } from "../../bank/write.ts";
import { UserError } from "../../errors.ts";
import { manyBranches, unreachable } from "../../git/refusals.ts";
import { findRepository, type Repository, requireGit } from "../../git/repository.ts";
import { type Git, type GitWorld, gitIn } from "../../git/run.ts";
import { listBranches } from "../../git/transfer.ts";
import { quoteWord } from "../../story/quote-word.ts";
import { makeCommit, takeCommit } from "./commit.ts";

/** What git is to leave alone of a bank, and what it must not change: no byte of a text is another system's to decide on. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  ".gitignore": [".storybank/", ".storybank-*.tmp"],
  ".gitattributes": ["*.md -text", "storybank.yaml -text"],
};

/** What was made so that a bank can be kept with git. */
export interface SetUp {
  isNewRepository: boolean;
  /** The files that say how git is to treat the bank, as far as they are new or changed. */
  files: readonly string[];
}

/** Makes a repository around a bank, unless it is in one, and the files that say how git is to treat it; commits these alone. */
export async function setUpGit(root: string, world: GitWorld): Promise<SetUp & { repository: Repository }> {
  const git = gitIn(root, world);
  await requireGit(git);
  const found = await findRepository(git);
  if (found === null) await makeRepository(git);
  const repository = found ?? (await findRepository(git));
  if (repository === null) throw new Error("git has made no repository");
  return withLock(root, async () => {
    const files = Object.keys(SETTINGS).filter((path) => addLines(root, path, SETTINGS[path] ?? []));
    await commitSettings(root, repository);
    return { repository, isNewRepository: found === null, files };
  });
}

async function makeRepository(git: Git): Promise<void> {
  const named = await git.run(["config", "--get", "init.defaultBranch"], { expects: [1] });
  await git.run(["init", "--quiet", ...(named.text.trim() === "" ? ["--initial-branch=main"] : [])]);
}

/** Adds the lines that a file lacks to its end; false where it has them all. */
function addLines(root: string, path: string, lines: readonly string[]): boolean {
  const before = readSafely(root, path);
  const missing = lines.filter((line) => before?.split(/\r?\n/).includes(line) !== true);
  if (missing.length === 0) return false;
  const added = missing.map((line) => `${line}\n`).join("");
  if (before === null) return createFile(join(root, path), added);
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  replaceUnchanged(root, path, before, `${before}${gap}${added}`);
  return true;
}

/** Commits the two files where that can be done now; else the first sync with `--init` does. */
async function commitSettings(root: string, repository: Repository): Promise<void> {
  try {
    const made = await makeCommit(root, repository, "Say how git is to treat the bank\n", Object.keys(SETTINGS));
    await takeCommit(repository, made);
  } catch (error) {
    if (!(error instanceof UserError && error.problem?.code === "no-identity")) throw error;
  }
}

/**
 * Names an address as the remote that a bank is synced with.
 *
 * @throws UserError where nobody answers there, or another address has the name already; then nothing was changed.
 */
export async function addRemote(git: Git, url: string): Promise<void> {
  const known = await git.run(["remote", "get-url", "origin"], { expects: [2, 128] });
  const address = known.text.trim();
  if (address === url) return;
  if (address !== "")
    throw new UserError(`This bank is synced with ${address} already.`, {
      hint: `To change that: git remote set-url origin ${quoteWord(url)}   then: storybank sync`,
    });
  await reach(git, url);
  await git.run(["remote", "add", "--", "origin", url]);
}

async function reach(git: Git, url: string): Promise<void> {
  const { code, said } = await git.run(["ls-remote", "--quiet", "--", url, "HEAD"], { expects: [128] });
  if (code !== 0) throw unreachable(url, said);
}

/**
 * Brings a bank from an address into an empty folder: the branch that the address calls its own, else its only one. False where
 * there is nothing to bring yet; then the folder is as empty as before.
 *
 * @throws UserError where nobody answers there, or it can't be told which branch the bank is on.
 */
export async function cloneBank(folder: string, url: string, world: GitWorld): Promise<boolean> {
  const git = gitIn(folder, world);
  await requireGit(git);
  const { names, isHeadKnown } = await listBranches(git, url);
  const [first] = names;
  if (first === undefined) return false;
  if (!isHeadKnown && names.length > 1) throw manyBranches(url, names);
  await git.run(["clone", "--quiet", ...(isHeadKnown ? [] : ["--branch", first]), "--", url, "."]);
  return true;
}
