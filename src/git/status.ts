import type { Git } from "./run.ts";

export interface Status {
  /** The commit we are on; null before the first. */
  head: string | null;
  /** Whether a file is still in several versions from a merge. */
  isUnmerged: boolean;
  /** The files that differ from that commit, from the repository's top, new ones too. */
  changed: string[];
}

/** What differs from the last commit, in the given paths (from git's folder) or everywhere. */
export async function readStatus(git: Git, paths: readonly string[] = []): Promise<Status> {
  const flags = [
    "--porcelain=v2",
    "--branch",
    "-z",
    "--untracked-files=all",
    "--no-renames",
    "--ignore-submodules=all",
  ];
  return parseStatus((await git.run(["status", ...flags, "--", ...paths])).text);
}

/** Reads git's porcelain format 2, NUL-separated, without renames. */
export function parseStatus(text: string): Status {
  const status: Status = { head: null, isUnmerged: false, changed: [] };
  for (const line of text.split("\0")) {
    const [kind = "", ...words] = line.split(" ");
    if (kind === "#" && words[0] === "branch.oid" && words[1] !== "(initial)") status.head = words[1] ?? null;
    if (kind === "u") status.isUnmerged = true;
    if (kind === "?") status.changed.push(words.join(" "));
    if (kind === "1") status.changed.push(words.slice(7).join(" "));
  }
  return status;
}
