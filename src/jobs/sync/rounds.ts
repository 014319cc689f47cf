import type { Bank } from "../../bank/bank.ts";
import { commitOf, type RemoteBranch } from "../../git/branches.ts";
import { changesBetween } from "../../git/changes.ts";
import { emptyTree } from "../../git/commits.ts";
import { branchMoves, pushRefused } from "../../git/refusals.ts";
import type { Repository } from "../../git/repository.ts";
import type { Git } from "../../git/run.ts";
import { fetchBranch, pushCommit } from "../../git/transfer.ts";
import type { Settled } from "../../merge/settle.ts";
import { keepAsides, type ToKeep } from "./asides.ts";
import { MERGED } from "./bank-files.ts";
import { bringTo, finishBringing } from "./bring.ts";
import { makeCommit, takeCommit } from "./commit.ts";
import { mergeHistories } from "./merge.ts";
import { refuseOthersInTheWay } from "./others.ts";
import { type FileChange, type SyncOptions, type SyncReport, type Told, toFileChange, type Waits } from "./report.ts";

/** Others may be faster again and again; after so many times something else is wrong. */
const MOST_ROUNDS = 12;

/** Joins the two sides and sends the result, again and again until nobody was faster. `fetched` is what is at the remote. */
export async function syncInRounds(
  bank: Bank,
  repository: Repository,
  place: RemoteBranch,
  fetched: string | null,
  options: SyncOptions,
): Promise<SyncReport> {
  const { git } = repository;
  const { remote, branch } = place;
  const report: Gathered = { committed: [], received: [], merged: [], told: [], waits: [] };
  let theirs = fetched;
  for (let round = 1; ; round++) {
    const joined = await bank.exclusively(() => join(bank, repository, place, theirs, options, report));
    const sending = joined === null ? { refused: null } : await send(git, place, joined.commit, theirs, options);
    if (typeof sending === "string") return { ...report, remote, branch, isDryRun: options.isDryRun, sent: sending };
    await fetchBranch(git, place);
    const next = await commitOf(git, place.tracking);
    // What is refused though nobody was faster is refused for good.
    if (sending.refused !== null && (next === theirs || round >= MOST_ROUNDS))
      throw pushRefused(remote, sending.refused);
    if (round >= MOST_ROUNDS) throw branchMoves();
    theirs = next;
  }
}

/** Sends our commit where there is something to send; what the host says where it is too late. */
async function send(
  git: Git,
  place: RemoteBranch,
  commit: string | null,
  theirs: string | null,
  { pushes, isDryRun }: SyncOptions,
): Promise<SyncReport["sent"] | { refused: string }> {
  if (commit === null || commit === theirs) return "nothing";
  if (!pushes || isDryRun) return "held";
  const { isSent, said } = await pushCommit(git, place, commit);
  if (!isSent) return { refused: said };
  // git packs what has become much, in the background, as after its own commands.
  await git.run(["gc", "--auto", "--quiet"], { expects: [1, 128] });
  return "sent";
}

type Gathered = {
  committed: FileChange[];
  received: FileChange[];
  merged: string[];
  told: Told[];
  waits: Waits[];
};

/**
 * Makes one commit of ours and theirs and brings everything there, all under the bank's lock. Returns the commit (null where there
 * is none on either side); null alone where the branch was moved by somebody else meanwhile, so that it has to be done again.
 */
async function join(
  bank: Bank,
  repository: Repository,
  place: RemoteBranch,
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
  return settled.flatMap(({ path, from, asides, theirs }) =>
    theirs === null ? [] : [{ path, from: from ?? path, parts: asides, theirs }],
  );
}

function foreseen({ path, asides }: Settled): Waits[] {
  return asides.length === 0 ? [] : [{ path, who: "", when: "", kept: "" }];
}
