import type { Bank } from "../../bank/bank.ts";
import { firstPresent } from "../../bank/bring.ts";
import { readBringing } from "../../bank/sync-journal.ts";
import { choosePlace, commitOf, type RemoteBranch, readRemoteSettings } from "../../git/branches.ts";
import { lockedIndex, noRepository, otherBranch, unfinished } from "../../git/refusals.ts";
import { findRepository, type Repository, requireGit } from "../../git/repository.ts";
import { type Git, type GitWorld, gitIn } from "../../git/run.ts";
import { readStatus, type Status } from "../../git/status.ts";
import { fetchBranch, listBranches } from "../../git/transfer.ts";
import { COMMITTED } from "./bank-files.ts";
import type { SyncOptions, SyncReport } from "./report.ts";

/**
 * Commits what is new in the bank, joins it with what is new at the remote, brings the files there and sends the result. What is
 * sent too late is joined again. Nothing is forced, rebased or reset; no mark of a merge is written into a file.
 *
 * @throws UserError with a GitProblem where git or the repository is in the way; then nothing was changed, unless it says so.
 */
export async function syncBank(bank: Bank, world: GitWorld, options: SyncOptions): Promise<SyncReport> {
  const git = gitIn(bank.root, world);
  const [repository, settings] = await Promise.all([findRepository(git), readRemoteSettings(git)]);
  if (repository === null) throw noRepository();
  const place = choosePlace(settings, repository.branch, options);
  await refuseUnfinished(repository);
  // Most syncs find nothing new on either side: git looks at the files while the remote is asked, and what merges is not loaded.
  const fetching = fetchBranch(git, place).then(() => commitOf(git, place.tracking));
  const [theirs, seen] = await Promise.all([fetching, readStatus(git, COMMITTED)]);
  if (seen.isUnmerged) throw unfinished("merge");
  if (theirs === null && options.joinsUnrelated && options.branch === undefined) await refuseOtherBranch(git, place);
  if (isNothingNew(bank, seen, theirs)) return nothingNew(place, options);
  await requireGit(git);
  const { syncInRounds } = await import("./rounds.ts");
  return syncInRounds(bank, repository, place, theirs, options);
}

function isNothingNew(bank: Bank, { head, changed }: Status, theirs: string | null): boolean {
  return head !== null && head === theirs && changed.length === 0 && readBringing(bank.root) === null;
}

function nothingNew({ remote, branch }: RemoteBranch, { isDryRun }: SyncOptions): SyncReport {
  return { remote, branch, isDryRun, committed: [], received: [], merged: [], told: [], waits: [], sent: "nothing" };
}

/** Throws a UserError where a first sync would begin a branch beside those of a remote, so that two banks go on apart. */
async function refuseOtherBranch(git: Git, { remote, branch }: RemoteBranch): Promise<void> {
  const { names } = await listBranches(git, remote);
  if (names.length > 0) throw otherBranch(remote, branch, names);
}

const UNFINISHED = {
  MERGE_HEAD: "merge",
  "rebase-merge": "rebase",
  "rebase-apply": "rebase",
  CHERRY_PICK_HEAD: "cherry-pick",
  REVERT_HEAD: "revert",
  BISECT_LOG: "bisect",
} as const;

/** Throws a UserError where somebody has begun something with git that a sync would get in the way of. */
async function refuseUnfinished({ gitDir }: Repository): Promise<void> {
  const found = firstPresent(gitDir, Object.keys(UNFINISHED) as (keyof typeof UNFINISHED)[]);
  if (found !== null) throw unfinished(UNFINISHED[found]);
  // An editor that shows what git knows, or what a killed sync has begun, is done in a moment.
  for (let wait = 0; wait < 20 && isLocked(gitDir); wait++) await new Promise((resolve) => setTimeout(resolve, 100));
  if (isLocked(gitDir)) throw lockedIndex(`${gitDir}/index.lock`);
}

function isLocked(gitDir: string): boolean {
  return firstPresent(gitDir, ["index.lock"]) !== null;
}
