import { noIdentity } from "./refusals.ts";
import type { Git } from "./run.ts";

/** Throws a UserError (`no-identity`) where git does not know in whose name to commit. */
export async function requireIdentity(git: Git): Promise<void> {
  const { code } = await git.run(["-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"], { expects: [128] });
  if (code !== 0) throw noIdentity();
}

/** Makes a commit of a tree, signed where the person's settings ask for that; no branch moves. */
export async function commitTree(git: Git, tree: string, parents: readonly string[], message: string): Promise<string> {
  const signs = await git.run(["config", "--type=bool", "--get", "commit.gpgSign"], { expects: [1, 128] });
  const sign = signs.text.trim() === "true" ? ["-S"] : [];
  const args = ["commit-tree", ...sign, ...parents.flatMap((parent) => ["-p", parent]), tree];
  return (await git.run(args, { input: message })).text.trim();
}

/** The nearest common ancestor of two commits; null where there is none. */
export async function mergeBase(git: Git, one: string, other: string): Promise<string | null> {
  const { text } = await git.run(["merge-base", one, other], { expects: [1] });
  return text.trim() === "" ? null : text.trim();
}

/** The tree that holds nothing. */
export async function emptyTree(git: Git): Promise<string> {
  return (await git.run(["mktree"])).text.trim();
}

/** Merges two commits without touching a file: the tree, and the paths, from git's folder, that git could not settle. */
export async function mergeTrees(
  git: Git,
  ours: string,
  theirs: string,
): Promise<{ tree: string; unsettled: string[] }> {
  const { text } = await git.run(
    [
      ...["-c", "merge.directoryRenames=false", "-c", "merge.renames=true"],
      // What our own driver would do is done afterwards, for all files at once.
      ...["-c", "merge.storybank.driver=true"],
      ...[
        "merge-tree",
        "--write-tree",
        "-z",
        "--name-only",
        "--no-messages",
        "--allow-unrelated-histories",
        ours,
        theirs,
      ],
    ],
    { expects: [1] },
  );
  const [tree = "", ...unsettled] = text.split("\0");
  return { tree, unsettled: unsettled.filter((path) => path !== "") };
}

/** Who changed a file last between two commits, and when (ISO 8601). */
export async function lastChange(
  git: Git,
  from: string | null,
  to: string,
  path: string,
): Promise<{ who: string; when: string } | null> {
  const range = from === null ? to : `${from}..${to}`;
  const { text } = await git.run(["log", "-1", "--format=%an%x00%aI", range, "--", path]);
  const [who, when] = text.trim().split("\0");
  return who === undefined || when === undefined ? null : { who, when };
}

/** All files of a commit in git's folder, by their paths there. */
export async function listFiles(git: Git, commit: string): Promise<string[]> {
  const { text } = await git.run(["ls-tree", "-r", "-z", "--name-only", commit]);
  return text.split("\0").filter((path) => path !== "");
}
