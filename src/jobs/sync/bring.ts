import type { Bank } from "../../bank/bank.ts";
import { bringFile, type DiskFile, readDisk } from "../../bank/bring.ts";
import { type Bringing, dropBringing, readBringing, writeBringing } from "../../bank/sync-journal.ts";
import { commitOf, moveBranch } from "../../git/branches.ts";
import { changesBetween, type TreeChange } from "../../git/changes.ts";
import { emptyTree } from "../../git/commits.ts";
import { editIndex, readCheckedOut } from "../../git/objects.ts";
import type { Repository } from "../../git/repository.ts";
import type { Git } from "../../git/run.ts";
import { mergeFile, readText } from "../../merge/settle.ts";
import { keepAsides, type ToKeep } from "./asides.ts";
import { isMerged } from "./bank-files.ts";
import { checkOutOthers } from "./others.ts";
import type { Told, Waits } from "./report.ts";

export interface Brought {
  /** False where the branch is elsewhere by now. */
  isDone: boolean;
  told: readonly Told[];
  waits: readonly Waits[];
}

/**
 * Brings the files from one commit to another, then the branch and the index. A journal says so meanwhile: where the process
 * ends before it is done, {@link finishBringing} goes on. A file that was changed since is kept, with what came worked into it.
 */
export async function bringTo(bank: Bank, repository: Repository, bringing: Bringing): Promise<Brought> {
  writeBringing(bank.root, bringing);
  return goOn(bank, repository, bringing);
}

/** Goes on with what an interrupted sync was about; null where there is nothing of that. */
export async function finishBringing(bank: Bank, repository: Repository): Promise<Brought | null> {
  const bringing = readBringing(bank.root);
  if (bringing === null) return null;
  const head = await commitOf(repository.git, "HEAD");
  const isOurs = head === bringing.from || head === bringing.to;
  if (isOurs && (await commitOf(repository.git, bringing.to)) !== null) return goOn(bank, repository, bringing);
  // Somebody has gone on by hand; what is on the disk is what they have.
  dropBringing(bank.root);
  return null;
}

async function goOn(bank: Bank, repository: Repository, { from, to }: Bringing): Promise<Brought> {
  const { git, prefix } = repository;
  const before = from ?? (await emptyTree(git));
  const changes = await changesBetween(git, before, to, { isRelative: false, findsRenames: false });
  const isOwn = (change: TreeChange): boolean => isFileOfBank(change, prefix);
  await checkOutOthers(repository, to, changes.filter((change) => !isOwn(change)).map(pathOf));
  const own = changes.filter(isOwn);
  const { told, asides } = await bringFiles(bank, repository, own, { before, to });
  const waits = await keepAsides(bank, repository, { from, to }, asides);
  const isDone = (await moveBranch(git, from, to, "merge")) || (await commitOf(git, "HEAD")) === to;
  if (isDone) {
    await editIndex(git, new Map(own.map((change) => [pathOf(change), change.after])), to);
    await git.run(["update-index", "-q", "--refresh"], { expects: [1] });
  }
  dropBringing(bank.root);
  return { isDone, told, waits };
}

function pathOf({ from, to }: TreeChange): string {
  return to ?? from ?? "";
}

/** Links and repositories in the repository are left to git. */
function isFileOfBank(change: TreeChange, prefix: string): boolean {
  const path = pathOf(change);
  const isPlain = [change.before, change.after].every((entry) => entry?.mode.startsWith("100") !== false);
  return isPlain && path.startsWith(prefix) && isMerged(path.slice(prefix.length));
}

async function bringFiles(
  bank: Bank,
  { git, prefix }: Repository,
  changes: readonly TreeChange[],
  { before, to }: { before: string; to: string },
): Promise<{ told: Told[]; asides: ToKeep[] }> {
  const sides = await readSides(git, changes);
  const renamed = await renamedAway(git, before, to, changes);
  const brought: { told: Told[]; asides: ToKeep[] } = { told: [], asides: [] };
  for (const [index, change] of changes.entries()) {
    const path = pathOf(change).slice(prefix.length);
    const { isAsAsked, aside } = await bringOne(
      bank.root,
      git,
      change,
      path,
      sides[index] ?? NOTHING,
      !renamed.has(path),
    );
    if (!isAsAsked) brought.told.push({ code: "changed-meanwhile", path });
    if (aside !== null) brought.asides.push(aside);
  }
  return brought;
}

async function bringOne(
  root: string,
  git: Git,
  change: TreeChange,
  path: string,
  { was, wanted }: Sides,
  goesToTrash: boolean,
): Promise<{ isAsAsked: boolean; aside: ToKeep | null }> {
  const disk = readDisk(root, path);
  if (disk === "odd") return { isAsAsked: false, aside: null };
  if (isSame(disk, wanted)) return { isAsAsked: true, aside: null };
  if (disk === null || isSame(disk, was) || (await hasContent(git, path, change)))
    return { isAsAsked: bringFile(root, path, disk, wanted, goesToTrash), aside: null };
  const { file, asides } = workIn(path, was, disk, wanted);
  bringFile(root, path, disk, file, goesToTrash);
  const isKept = asides.length > 0 && wanted !== null;
  return { isAsAsked: false, aside: isKept ? { path, parts: asides, theirs: wanted.bytes } : null };
}

const NOTHING: Sides = { was: null, wanted: null };

interface Sides {
  was: DiskFile | null;
  wanted: DiskFile | null;
}

/** What each file is in the working tree before and after. */
async function readSides(git: Git, changes: readonly TreeChange[]): Promise<Sides[]> {
  const wanted = changes.flatMap((change) =>
    [change.before, change.after].flatMap((entry) =>
      entry === null ? [] : [{ path: pathOf(change), oid: entry.oid }],
    ),
  );
  const contents = await readCheckedOut(git, wanted);
  const next = (entry: TreeChange["before"]): DiskFile | null => {
    const bytes = entry === null ? undefined : contents.shift();
    return entry === null || bytes === undefined ? null : { bytes, isExecutable: entry.mode === "100755" };
  };
  return changes.map(({ before, after }) => ({ was: next(before), wanted: next(after) }));
}

function isSame(one: DiskFile | null, other: DiskFile | null): boolean {
  if (one === null || other === null) return one === other;
  return one.bytes.equals(other.bytes) && one.isExecutable === other.isExecutable;
}

/** Whether a file is the one that was committed, though other line ends or permissions stand on the disk. */
async function hasContent(git: Git, path: string, { before }: TreeChange): Promise<boolean> {
  const { text } = await git.run(["hash-object", "--", path], { expects: [128] });
  return before !== null && text.trim() === before.oid;
}

/** A file that was changed on the disk, with what came worked into it; where that can't be, as it is. */
function workIn(
  path: string,
  was: DiskFile | null,
  disk: DiskFile,
  wanted: DiskFile | null,
): { file: DiskFile; asides: ToKeep["parts"] } {
  if (wanted === null) return { file: disk, asides: [] };
  const [mine, theirs] = [readText(disk.bytes), readText(wanted.bytes)];
  if (mine === null || theirs === null) return { file: disk, asides: [{ key: null, ours: "", theirs: "" }] };
  const merged = mergeFile(path, readText(was?.bytes) ?? "", mine, theirs);
  return { file: { ...disk, bytes: Buffer.from(merged.text) }, asides: merged.asides };
}

/** Files that are gone because they have another name now, in the bank's folder. */
async function renamedAway(
  git: Git,
  before: string,
  to: string,
  changes: readonly TreeChange[],
): Promise<ReadonlySet<string>> {
  if (changes.every(({ after }) => after !== null)) return new Set();
  const found = await changesBetween(git, before, to, { isRelative: true, findsRenames: true });
  return new Set(found.flatMap((change) => (change.from !== null && change.to !== null ? [change.from] : [])));
}
