import type { Bank } from "../bank/bank.ts";
import { UserError } from "../errors.ts";
import type { TreeChange } from "../git/changes.ts";
import { type Commit, readCommits } from "../git/history.ts";
import { readBlobs } from "../git/objects.ts";
import { readPending } from "../git/pending.ts";
import type { Repository } from "../git/repository.ts";
import { compareFiles, fileIdOf } from "../history/compare-files.ts";
import { type BankEvent, type FileEvents, fileKindOf, HISTORY_PATHS, type Version } from "../history/events.ts";
import { isTooLong } from "./too-long.ts";

/** What somebody did to the bank at one time. */
export interface HistoryEntry {
  /** The commit; null of what is not committed yet. */
  commit: string | null;
  /** Null of what is not committed yet. */
  who: string | null;
  /** When, by their own clock: `2025-01-07T09:12:00+01:00`; null of what is not committed yet. */
  at: string | null;
  files: readonly FileEvents[];
}

/** What of a history is wanted. */
export interface HistoryWishes {
  /** The file it is about; null for the whole bank. A renamed file is followed back. */
  path: string | null;
  /** Only what these people did; what is not committed yet is nobody's. */
  isTheirs: ((item: { author: string | null }) => boolean) | null;
  /** Only what was done on this day or later. */
  since: string | null;
}

/** What was done to a bank or one of its files, the latest first, each read when it is wanted. */
export async function* readHistory(
  bank: Bank,
  repository: Repository,
  { path, isTheirs, since }: HistoryWishes,
): AsyncGenerator<HistoryEntry> {
  const paths = path === null ? HISTORY_PATHS : [path];
  if (isTheirs === null) {
    const files = await readPendingEvents(bank, repository, paths);
    if (files.length > 0) yield { commit: null, who: null, at: null, files };
  }
  for await (const commits of readCommits(repository, paths, { follows: path !== null })) {
    // Clocks differ, so an older commit may lie above a younger one: it is passed over, and does not end the search.
    const wanted = commits.filter(
      ({ who, at }) => (since === null || at.slice(0, 10) >= since) && isTheirs?.({ author: who }) !== false,
    );
    for (const some of inBatches(wanted)) {
      const blobs = await readBlobs(repository.git, some.flatMap(blobsOf));
      for (const { id, who, at, files } of some) {
        const pairs = toldIn(files).map((file) => versionsOf(file, blobs));
        const events = await compareAll(pairs);
        if (events.length > 0) yield { commit: id, who, at, files: events };
      }
    }
  }
}

/** The texts of so many files are held at once, or of one commit that has more. */
const MOST_FILES = 500;

function inBatches(commits: readonly Commit[]): Commit[][] {
  const batches: Commit[][] = [];
  let files = MOST_FILES;
  for (const commit of commits) {
    if (files + commit.files.length > MOST_FILES) {
      batches.push([]);
      files = 0;
    }
    batches.at(-1)?.push(commit);
    files += commit.files.length;
  }
  return batches;
}

function toldIn(files: readonly TreeChange[]): TreeChange[] {
  return files.filter(({ from, to }) => fileKindOf(to ?? from ?? "") !== null);
}

function blobsOf({ files }: Commit): string[] {
  return toldIn(files).flatMap(({ before, after }) => [before, after].flatMap((side) => side?.oid ?? []));
}

async function readPendingEvents(bank: Bank, repository: Repository, paths: readonly string[]): Promise<FileEvents[]> {
  const pending = (await readPending(repository, paths)).filter(({ path }) => fileKindOf(path) !== null);
  const blobs = await readBlobs(
    repository.git,
    pending.flatMap(({ oid }) => oid ?? []),
  );
  const pairs = pending.map(({ path, oid }) => ({
    before: oid === null ? null : { path, text: textOf(blobs.get(oid)) },
    after: bank.has(path) ? { path, text: readOwn(bank, path) } : null,
  }));
  return compareAll(joinRenamed(pairs));
}

/** Two versions of a file; null where it was not there yet, or is gone. */
interface Pair {
  before: Version | null;
  after: Version | null;
}

/** A file that is gone and one that is new with the same text are one, renamed. */
function joinRenamed(pairs: readonly Pair[]): Pair[] {
  const gone = pairs.filter(({ after }) => after === null);
  const there = pairs.filter(({ after }) => after !== null);
  const joined = there.map((pair): Pair => {
    const text = pair.before === null ? (pair.after?.text ?? null) : null;
    const at = text === null ? -1 : gone.findIndex(({ before }) => before?.text === text);
    return at < 0 ? pair : { before: gone.splice(at, 1)[0]?.before ?? null, after: pair.after };
  });
  return [...joined, ...gone];
}

async function compareAll(pairs: readonly Pair[]): Promise<FileEvents[]> {
  const renamed = pairs.flatMap(({ before, after }) =>
    before !== null && after !== null && before.path !== after.path ? [{ from: before.path, to: after.path }] : [],
  );
  const files: FileEvents[] = [];
  for (const { before, after } of pairs) {
    const file = await compareFiles(asRenamed(before, renamed), after);
    if (file === null) continue;
    const events = file.events.filter((event) => !isFollowing(event, renamed));
    if (events.length > 0) files.push({ ...file, events });
  }
  return files;
}

interface RenamedFile {
  from: string;
  to: string;
}

/** An older version with the new paths of what was renamed with it: notes that follow are no news. */
function asRenamed(version: Version | null, renamed: readonly RenamedFile[]): Version | null {
  if (version === null || version.text === null || renamed.length === 0) return version;
  return { ...version, text: renamed.reduce((text, { from, to }) => text.replaceAll(from, () => to), version.text) };
}

/** Whether a key or list does no more than name what was renamed by its new id. */
function isFollowing(event: BankEvent, renamed: readonly RenamedFile[]): boolean {
  const ids = renamed.map(({ from, to }) => ({ from: fileIdOf(from), to: fileIdOf(to) }));
  if (event.event === "key") return ids.some(({ from, to }) => event.from === from && event.to === to);
  return (
    event.event === "list" &&
    event.removed.length === event.added.length &&
    event.removed.every((each, index) => ids.some(({ from, to }) => each === from && event.added[index] === to))
  );
}

/** The two sides of a change with their texts. */
export function versionsOf({ from, to, before, after }: TreeChange, blobs: ReadonlyMap<string, Buffer>): Pair {
  return {
    before: from === null ? null : { path: from, text: textOf(blobs.get(before?.oid ?? "")) },
    after: to === null ? null : { path: to, text: textOf(blobs.get(after?.oid ?? "")) },
  };
}

/** The text of a file's bytes; null where a bank would not read it. */
function textOf(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") || isTooLong(text) ? null : text;
  } catch {
    return null;
  }
}

function readOwn(bank: Bank, path: string): string | null {
  try {
    const text = bank.read(path);
    return text === null || isTooLong(text) ? null : text;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
