import type { Bank } from "../../bank/bank.ts";
import { withScratch } from "../../bank/bring.ts";
import type { Place } from "../../git/branches.ts";
import { changesBetween, type TreeChange, type TreeEntry } from "../../git/changes.ts";
import { commitTree, emptyTree, listFiles, mergeBase, mergeTrees, requireIdentity } from "../../git/commits.ts";
import { editTree, readBlobs, writeBlobs } from "../../git/objects.ts";
import { othersInTheWay, unrelated } from "../../git/refusals.ts";
import type { Repository } from "../../git/repository.ts";
import { planMerge } from "../../merge/plan.ts";
import { type Settled, settleMerge } from "../../merge/settle.ts";
import { isMerged, MERGED } from "./bank-files.ts";

/** Two histories as one: a commit beside the branch. */
export interface MergedHistory {
  base: string | null;
  commit: string;
  settled: readonly Settled[];
}

/**
 * Joins our commit with theirs. Where one holds the other, that one is it; else they are merged, without touching a file, and a
 * commit is made of both.
 *
 * @throws UserError where the two have no common history and may not be joined, or a file that is not of the bank can't be merged.
 */
export async function mergeHistories(
  bank: Bank,
  repository: Repository,
  { ours, theirs, place, joinsUnrelated }: { ours: string; theirs: string; place: Place; joinsUnrelated: boolean },
): Promise<MergedHistory> {
  const { git, top } = repository;
  const base = await mergeBase(git, ours, theirs);
  if (base === theirs) return { base, commit: ours, settled: [] };
  if (base === ours) return { base, commit: theirs, settled: [] };
  if (base === null && !joinsUnrelated) throw unrelated(place.remote);
  await requireIdentity(git);
  const { tree, unsettled } = await mergeTrees(git.in(top), ours, theirs);
  const settled = await settle(repository, base, ours, theirs);
  const others = unsettled.filter((path) => !isOfBank(repository, path));
  if (others.length > 0) throw othersInTheWay(others, "both");
  const edits = await editsOf(repository, settled, unsettled, ours);
  const merged = edits.size === 0 ? tree : await withScratch(bank.root, (index) => editTree(git, tree, edits, index));
  const commit = await commitTree(git, merged, [ours, theirs], wordMerge(place, settled));
  return { base, commit, settled };
}

function isOfBank({ prefix }: Repository, path: string): boolean {
  return path.startsWith(prefix) && isMerged(path.slice(prefix.length));
}

async function settle({ git }: Repository, base: string | null, ours: string, theirs: string): Promise<Settled[]> {
  const from = base ?? (await emptyTree(git));
  const look = { isRelative: true, findsRenames: true, paths: MERGED };
  const [mine, other, ...files] = await Promise.all([
    changesBetween(git, from, ours, look),
    changesBetween(git, from, theirs, look),
    listFiles(git, ours),
    listFiles(git, theirs),
  ]);
  const taken = new Set(files.flat());
  const plan = planMerge(mine, other, taken);
  const read = [
    ...plan.meetings.flatMap((meeting) => [meeting.base, meeting.ours, meeting.theirs]),
    ...(plan.namesForOurs.length > 0 ? mine.map(({ after }) => after) : []),
    ...(plan.namesForTheirs.length > 0 ? other.map(({ after }) => after) : []),
  ];
  const blobs = await readBlobs(
    git,
    read.flatMap((entry) => (entry === null ? [] : [entry.oid])),
  );
  return settleMerge(plan, { ours: mine, theirs: other }, blobs, taken);
}

/** What is to stand in git's own merge instead of what it found. */
async function editsOf(
  { git, prefix }: Repository,
  settled: readonly Settled[],
  unsettled: readonly string[],
  ours: string,
): Promise<Map<string, TreeEntry | null>> {
  const texts = settled.flatMap(({ content }) => ("text" in content ? [content.text] : []));
  const written = await writeBlobs(git, texts);
  const edits = new Map<string, TreeEntry | null>();
  for (const { dropped } of settled) for (const name of dropped) edits.set(prefix + name, null);
  for (const { path, mode, content } of settled)
    edits.set(prefix + path, { mode, oid: "oid" in content ? content.oid : (written.shift() ?? "") });
  const open = unsettled.filter((path) => !edits.has(path));
  if (open.length > 0) for (const [path, entry] of await entriesOf({ git, prefix }, ours, open)) edits.set(path, entry);
  return edits;
}

/** The entries that a commit has at some paths; null where it has none. */
async function entriesOf(
  { git }: Pick<Repository, "git" | "prefix">,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, TreeEntry | null>> {
  const changes = await changesBetween(git, await emptyTree(git), commit, { isRelative: false, findsRenames: false });
  const there = new Map(changes.map(({ to, after }: TreeChange) => [to, after]));
  return new Map(paths.map((path) => [path, there.get(path) ?? null]));
}

function wordMerge({ remote, branch }: Place, settled: readonly Settled[]): string {
  const aside = settled.filter(({ asides }) => asides.length > 0).map(({ path }) => `kept aside, of ${path}: theirs`);
  return [`Merge the bank of ${remote}/${branch}`, ...(aside.length > 0 ? ["", ...aside] : []), ""].join("\n");
}
