import type { Repository } from "./repository.ts";
import { readStatus } from "./status.ts";

/** A file that differs from the last commit, with what it was there; what is there now is read from the folder. */
export interface PendingFile {
  /** Its path in the bank. */
  path: string;
  /** The blob of the last commit; null where it had no such file. */
  oid: string | null;
}

/** What of some paths of the bank is not committed yet, staged or not, new files too. A renamed file is one that is gone and a new one. */
export async function readPending({ git, prefix }: Repository, paths: readonly string[]): Promise<PendingFile[]> {
  const { head, changed } = await readStatus(git, paths);
  const known = head === null || changed.length === 0 ? "" : await listTree(git, paths);
  const blobs = new Map(
    [...known.matchAll(/\d+ blob (\w+)\t([^\0]+)\0/g)].map(([, oid = "", path = ""]) => [path, oid] as const),
  );
  // Taken out of the index but still in the folder, a file is told twice.
  return [...new Set(changed)].map((full) => {
    const path = full.startsWith(prefix) ? full.slice(prefix.length) : full;
    return { path, oid: blobs.get(path) ?? null };
  });
}

async function listTree(git: Repository["git"], paths: readonly string[]): Promise<string> {
  return (await git.run(["ls-tree", "-r", "-z", "HEAD", "--", ...paths])).text;
}
