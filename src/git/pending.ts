import type { CommitFile } from "./history.ts";
import type { Repository } from "./repository.ts";

/** A file that differs from the last commit; what is there now is read from the folder, so it has no blob yet. */
export interface PendingFile {
  before: CommitFile["before"];
  /** Its path in the bank; null where it is gone. */
  after: string | null;
}

/**
 * What of some paths of the bank is not committed yet, staged or not, untracked files too (git-status(1), porcelain version 2).
 * A renamed file is one that is gone and one that is new; what is in the middle of a merge is left out.
 */
export async function readPending({ git, prefix }: Repository, paths: readonly string[]): Promise<PendingFile[]> {
  const { text } = await git.run([
    ...["status", "--porcelain=v2", "-z", "--untracked-files=all", "--no-renames", "--no-ahead-behind"],
    ...["--", ...paths],
  ]);
  return text.split("\0").flatMap((entry) => readEntry(entry, prefix));
}

/** `? path`, or `1 XY sub mH mI mW hH hI path`: staged and unstaged state, modes, the blobs of HEAD and index. */
function readEntry(entry: string, prefix: string): PendingFile[] {
  const inBank = (path: string): string => (path.startsWith(prefix) ? path.slice(prefix.length) : path);
  if (entry.startsWith("? ")) return [{ before: null, after: inBank(entry.slice(2)) }];
  const [, staged = "", unstaged = "", blob = "", path = ""] =
    /^1 (.)(.) \S+ \S+ \S+ \S+ (\w+) \w+ ([\s\S]+)$/.exec(entry) ?? [];
  if (path === "") return [];
  const before = /^0+$/.test(blob) ? null : { path: inBank(path), blob };
  // Taken out of the index, it may still be in the folder: git then tells it a second time, as untracked.
  const isGone = unstaged === "D" || (staged === "D" && unstaged === ".");
  const after = isGone ? null : inBank(path);
  return before === null && after === null ? [] : [{ before, after }];
}
