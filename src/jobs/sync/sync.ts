import type { Bank } from "../../bank/bank.ts";
import { firstPresent } from "../../bank/bring.ts";
import { readBringing } from "../../bank/sync-journal.ts";
import { choosePlace, commitOf, type Place } from "../../git/branches.ts";
import { changesBetween } from "../../git/changes.ts";
import { emptyTree } from "../../git/commits.ts";
import { lockedIndex, pushRefused, unfinished } from "../../git/refusals.ts";
import { openRepository, type Repository } from "../../git/repository.ts";
import { type Git, type GitWorld, gitIn } from "../../git/run.ts";
import { readStatus, type Status } from "../../git/status.ts";
import { fetchBranch, pushCommit } from "../../git/transfer.ts";
import type { Settled } from "../../merge/settle.ts";
import { keepAsides, type ToKeep } from "./asides.ts";
import { COMMITTED, MERGED } from "./bank-files.ts";
import { bringTo, finishBringing } from "./bring.ts";
import { makeCommit, takeCommit } from "./commit.ts";
import { mergeHistories } from "./merge.ts";
import { refuseOthersInTheWay } from "./others.ts";
import { type FileChange, type SyncReport, type Told, toFileChange, type Waits } from "./report.ts";

export interface SyncOptions {
  remote?: string | undefined;
  branch?: string | undefined;
  /** The message of the commit; without one it says which files changed. */
  message?: string | undefined;
  pushes: boolean;
  isDryRun: boolean;
  /** Whether two histories that have nothing in common may become one. */
  joinsUnrelated?: boolean;
}

/** Others may be faster again and again; after so many times something else is wrong. */
const MOST_ROUNDS = 12;

/**
 * Commits what is new in the bank, joins it with what is new at the remote, brings the files there and sends the result. What is
 * sent too late is joined again. Nothing is forced, rebased or reset; no mark of a merge is written into a file.
 *
 * @throws UserError with a GitProblem where git or the repository is in the way; then nothing was changed, unless it says so.
 */
export async function syncBank(bank: Bank, world: GitWorld, options: SyncOptions): Promise<SyncReport> {
  const [repository, place] = await openAll(bank, world, options);
  refuseUnfinished(repository);
  const { git } = repository;
  const report: Gathered = { committed: [], received: [], merged: [], told: [], waits: [] };
  const finish = (sent: SyncReport["sent"]): SyncReport => ({
    ...report,
    remote: place.remote,
    branch: place.branch,
    isDryRun: options.isDryRun,
    sent,
  });
  // Most syncs find nothing new on either side, which git's look at the files tells while it waits for the remote.
  const [seen] = await Promise.all([readStatus(git, COMMITTED), fetchBranch(git, place)]);
  let theirs = await commitOf(git, place.tracking);
  if (isNothingNew(bank, seen, theirs)) return finish("nothing");
  if (seen.isUnmerged) throw unfinished("merge");
  for (let round = 1; ; round++) {
    const joined = await bank.exclusively(() => join(bank, repository, place, theirs, options, report));
    const sending = joined === null ? { refused: null } : await send(git, place, joined.commit, theirs, options);
    if (typeof sending === "string") return finish(sending);
    await fetchBranch(git, place);
    const next = await commitOf(git, place.tracking);
    // What is refused though nobody was faster is refused for good.
    if (sending.refused !== null && (next === theirs || round >= MOST_ROUNDS))
      throw pushRefused(place.remote, sending.refused);
    theirs = next;
  }
}

/** Sends our commit where there is something to send; what the host says where it is too late. */
async function send(
  git: Git,
  place: Place,
  commit: string | null,
  theirs: string | null,
  { pushes, isDryRun }: SyncOptions,
): Promise<SyncReport["sent"] | { refused: string }> {
  if (commit === null || commit === theirs) return "nothing";
  if (!pushes || isDryRun) return "held";
  const { isSent, said } = await pushCommit(git, place, commit);
  return isSent ? "sent" : { refused: said };
}

type Gathered = {
  committed: FileChange[];
  received: FileChange[];
  merged: string[];
  told: Told[];
  waits: Waits[];
};

async function openAll(bank: Bank, world: GitWorld, options: SyncOptions): Promise<[Repository, Place]> {
  const choosing = choosePlace(gitIn(bank.root, world), options);
  // Without git or a repository there is no place, either; that is said first.
  choosing.catch(() => {});
  return [await openRepository(bank.root, world), await choosing];
}

function isNothingNew(bank: Bank, { head, isUnmerged, changed }: Status, theirs: string | null): boolean {
  return changed.length === 0 && !isUnmerged && head !== null && head === theirs && readBringing(bank.root) === null;
}

/**
 * Makes one commit of ours and theirs and brings everything there, all under the bank's lock. Returns the commit (null where there
 * is none on either side); null alone where the branch was moved by somebody else meanwhile, so that it has to be done again.
 */
async function join(
  bank: Bank,
  repository: Repository,
  place: Place,
  theirs: string | null,
  options: SyncOptions,
  report: Gathered,
): Promise<{ commit: string | null } | null> {
  const finished = options.isDryRun ? null : await finishBringing(bank, repository);
  if (finished !== null) gather(report, finished);
  const own = await makeCommit(bank.root, repository, options.message);
  const { git } = repository;
  const history =
    own.commit === null || theirs === null
      ? { base: null, commit: own.commit ?? theirs, settled: [] }
      : await mergeHistories(bank, repository, {
          ours: own.commit,
          theirs,
          place,
          joinsUnrelated: options.joinsUnrelated === true,
        });
  if (history.commit === null) return { commit: null };
  const isBringing = history.commit !== own.commit;
  if (isBringing) await refuseOthersInTheWay(repository, own.commit, history.commit);
  const received = isBringing ? await changesIn(git, own.commit, history.commit) : [];
  if (options.isDryRun) {
    report.committed.push(...own.changes);
    tell(report, received, history.settled);
    report.waits.push(...history.settled.flatMap(foreseen));
    return { commit: history.commit };
  }
  if (!(await takeCommit(repository, own))) return null;
  report.committed.push(...own.changes);
  if (!isBringing) return { commit: history.commit };
  const waits = await keepAsides(bank, repository, { from: history.base, to: theirs ?? "" }, toKeep(history.settled));
  const brought = await bringTo(bank, repository, { from: own.commit, to: history.commit });
  gather(report, brought);
  report.waits.push(...waits);
  tell(report, received, history.settled);
  return brought.isDone ? { commit: history.commit } : null;
}

async function changesIn(git: Git, from: string | null, to: string): Promise<FileChange[]> {
  const look = { isRelative: true, findsRenames: true, paths: MERGED };
  return (await changesBetween(git, from ?? (await emptyTree(git)), to, look)).map(toFileChange);
}

function gather(report: Gathered, { told, waits }: Pick<SyncReport, "told" | "waits">): void {
  report.told.push(...told);
  report.waits.push(...waits);
}

function tell(report: Gathered, received: readonly FileChange[], settled: readonly Settled[]): void {
  report.received.push(...received);
  for (const { path, code, decided, from } of settled) {
    report.told.push(...decided.map((each) => ({ path, ...each })));
    if (code === "both") report.merged.push(path);
    if (code === "kept") report.told.push({ path, code: "kept-file" });
    if (code === "second-name") report.told.push({ path, code: "second-name", from: from ?? path });
  }
}

function toKeep(settled: readonly Settled[]): ToKeep[] {
  return settled.flatMap(({ path, asides, theirs }) => (theirs === null ? [] : [{ path, parts: asides, theirs }]));
}

function foreseen({ path, asides }: Settled): Waits[] {
  return asides.length === 0 ? [] : [{ path, who: "", when: "", kept: "" }];
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
function refuseUnfinished({ gitDir }: Repository): void {
  const found = firstPresent(gitDir, Object.keys(UNFINISHED) as (keyof typeof UNFINISHED)[]);
  if (found !== null) throw unfinished(UNFINISHED[found]);
  if (firstPresent(gitDir, ["index.lock"]) !== null) throw lockedIndex(`${gitDir}/index.lock`);
}
