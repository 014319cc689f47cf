import { readRaw, type TreeChange } from "./changes.ts";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";

export interface Commit {
  id: string;
  /** Its author, as `.mailmap` spells them. */
  who: string;
  /** When they made it, by their own clock: `2025-01-07T09:12:00+01:00`. */
  at: string;
  /** The files it touches, with paths in the bank. */
  files: readonly TreeChange[];
}

/** So many are read at first, and then twice as many each time: most want a few, and all of them are soon read. */
const FIRST_PAGE = 50;
const LARGEST_PAGE = 1000;

/**
 * The commits that touch paths of a bank, the newest first, some at a time, read when they are wanted. Renamed files are followed when a single
 * one is asked for. Merges are left out: what they bring together was done in the commits before them.
 */
export async function* readCommits(
  { git }: Repository,
  paths: readonly string[],
  { follows = false }: { follows?: boolean } = {},
): AsyncGenerator<readonly Commit[]> {
  if ((await git.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], { expects: [1, 128] })).code !== 0) return;
  for (let skip = 0, page = FIRST_PAGE; ; skip += page, page = Math.min(2 * page, LARGEST_PAGE)) {
    const { text } = await git.run([
      ...["log", "-z", "--raw", "--no-abbrev", "-M", "--no-merges", "--relative", "--encoding=UTF-8"],
      ...["--no-show-signature", "--no-color", "--no-ext-diff", "--no-notes"],
      ...[`--format=%x1e%H%x1f%aN%x1f%aI`, `--max-count=${page}`, `--skip=${skip}`],
      ...(follows ? ["--follow"] : []),
      ...["HEAD", "--", ...paths],
    ]);
    const commits = parseCommits(text);
    if (commits.length > 0) yield commits;
    if (commits.length < page) return;
  }
}

/** Reads what `git log -z --raw` prints of commits with the format above (git-log(1)). */
export function parseCommits(text: string): Commit[] {
  return text
    .split(/\x1e(?=[0-9a-f]{40,64}\x1f)/)
    .slice(1)
    .map((record) => {
      const [head = ""] = record.split("\0", 1);
      const [id = "", who = "", at = ""] = head.split("\x1f");
      return { id, who, at, files: readRaw(record.slice(head.length + 1).replace(/^\n/, "")) };
    });
}

/** The commits that a revision goes back to, itself among them; null where there is no such revision. */
export async function readAncestors(git: Git, revision: string): Promise<ReadonlySet<string> | null> {
  if (revision.startsWith("-")) return null;
  const { text, code } = await git.run(["rev-parse", "--verify", "--quiet", `${revision}^{commit}`], {
    expects: [1, 128],
  });
  if (code !== 0) return null;
  return new Set((await git.run(["rev-list", text.trim()])).text.split("\n"));
}
