import { changesBetween, readRaw } from "../../git/changes.ts";
import { emptyTree } from "../../git/commits.ts";
import { othersInTheWay } from "../../git/refusals.ts";
import type { Repository } from "../../git/repository.ts";
import { readStatus } from "../../git/status.ts";
import { isMerged } from "./bank-files.ts";

/**
 * Sees that the files that come and are not of the bank can be brought by git.
 *
 * @throws UserError where one of them is changed here.
 */
export async function refuseOthersInTheWay(
  { git, prefix, top }: Repository,
  from: string | null,
  to: string,
): Promise<void> {
  const before = from ?? (await emptyTree(git));
  const changes = await changesBetween(git, before, to, { isRelative: false, findsRenames: false });
  const paths = new Set(changes.map((change) => change.to ?? change.from ?? ""));
  const others = [...paths].filter((path) => !path.startsWith(prefix) || !isMerged(path.slice(prefix.length)));
  if (others.length === 0) return;
  const { changed } = await readStatus(git.in(top));
  const touched = new Set(changed);
  const inTheWay = others.filter((path) => touched.has(path));
  if (inTheWay.length > 0) throw othersInTheWay(inTheWay, "changed");
}

/** Brings files that are not of the bank to a commit, in the working tree and the index. */
export async function checkOutOthers({ git, top }: Repository, to: string, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const { text } = await git.in(top).run(["diff-index", "--cached", "-r", "-z", "--no-renames", to, "--"]);
  const open = new Set(readRaw(text).map((change) => change.to ?? change.from ?? ""));
  const input = paths.filter((path) => open.has(path)).map((path) => `${path}\0`);
  if (input.length === 0) return;
  await git.in(top).run(["checkout", "--quiet", "--no-overlay", to, "--pathspec-from-file=-", "--pathspec-file-nul"], {
    input: input.join(""),
  });
}
