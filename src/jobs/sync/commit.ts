import { withScratch } from "../../bank/bring.ts";
import { moveBranch } from "../../git/branches.ts";
import { changesBetween } from "../../git/changes.ts";
import { commitTree, emptyTree, requireIdentity } from "../../git/commits.ts";
import { inIndex } from "../../git/objects.ts";
import type { Repository } from "../../git/repository.ts";
import type { Git } from "../../git/run.ts";
import { readStatus } from "../../git/status.ts";
import { COMMITTED, isCommitted } from "./bank-files.ts";
import { wordCommit } from "./message.ts";
import { type FileChange, toFileChange } from "./report.ts";

/** A commit of what is new in the bank, made beside the branch. */
export interface NewCommit {
  /** The commit on which it is; null before the first. */
  parent: string | null;
  /** The commit itself; its parent where there is nothing new. */
  commit: string | null;
  changes: readonly FileChange[];
  /** The changed files as they are in the bank's folder. */
  paths: readonly string[];
}

/**
 * Commits the bank's own files as they are on the disk, and nothing of what else is changed or staged. No branch moves and no
 * index changes yet: {@link takeCommit} does that. `only` names files to commit instead.
 *
 * @throws UserError where git does not know in whose name (`no-identity`).
 */
export async function makeCommit(
  root: string,
  { git, prefix }: Repository,
  message: string | undefined,
  only?: readonly string[],
): Promise<NewCommit> {
  const { head, changed } = await readStatus(git, only ?? COMMITTED);
  const paths = changed
    .map((path) => path.slice(prefix.length))
    .filter((path) => only?.includes(path) ?? isCommitted(path));
  const nothing = { parent: head, commit: head, changes: [], paths };
  if (paths.length === 0) return nothing;
  await requireIdentity(git);
  const tree = await withScratch(root, (index) => treeOf(git, head, paths, index));
  const before = head ?? (await emptyTree(git));
  const found = await changesBetween(git, before, tree, { isRelative: true, findsRenames: true });
  if (found.length === 0) return nothing;
  const changes = found.map(toFileChange);
  const commit = await commitTree(git, tree, head === null ? [] : [head], message ?? wordCommit(changes));
  return { parent: head, commit, changes, paths };
}

async function treeOf(git: Git, head: string | null, paths: readonly string[], index: string): Promise<string> {
  await git.run(["read-tree", head ?? "--empty"], { env: inIndex(index) });
  await addFiles(git, paths, index);
  return (await git.run(["write-tree"], { env: inIndex(index) })).text.trim();
}

/** Puts files into an index as they are on the disk, and takes those out that are gone. */
async function addFiles(git: Git, paths: readonly string[], index?: string): Promise<void> {
  const input = paths.map((path) => `${path}\0`).join("");
  await git.run(["update-index", "--add", "--remove", "-z", "--stdin"], { input, env: inIndex(index) });
}

/** Moves the branch to a new commit; false where somebody has moved it meanwhile. */
export async function takeCommit({ git }: Repository, { parent, commit, paths }: NewCommit): Promise<boolean> {
  if (commit !== null && commit !== parent && !(await moveBranch(git, parent, commit, "commit"))) return false;
  // Also where nothing is new: a sync that was killed here has left an index behind that does not know of its commit.
  if (paths.length > 0) await addFiles(git, paths);
  return true;
}
