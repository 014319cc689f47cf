import { noRepository, OLDEST_GIT, oldGit } from "./refusals.ts";
import { type Git, type GitWorld, gitIn } from "./run.ts";

/** The repository in which a bank is kept. */
export interface Repository {
  /** Runs git in the bank's folder; paths on its command line are relative to that. */
  git: Git;
  /** The bank's folder as git's own lists of paths have it in front: `""`, or `notes/bank/`. */
  prefix: string;
  /** The folder of its whole working tree. */
  top: string;
  /** The branch we are on; null on a detached head. */
  branch: string | null;
  /** The folder with this working tree's own state: its index, HEAD, and what is unfinished. */
  gitDir: string;
}

/**
 * Finds the repository that a bank is in, and sees that git is new enough.
 *
 * @throws UserError with a {@link GitProblem}: `no-git`, `old-git`, `no-repository`.
 */
export async function openRepository(root: string, world: GitWorld): Promise<Repository> {
  const git = gitIn(root, world);
  const [, found] = await Promise.all([requireGit(git), findRepository(git)]);
  if (found === null) throw noRepository();
  return found;
}

/** The repository around a folder; null where there is none, or it has no working tree. */
export async function findRepository(git: Git): Promise<Repository | null> {
  const { text } = await git.run(["rev-parse", ...PLACES, "--symbolic-full-name", "HEAD"], { expects: [128] });
  const [prefix = "", top = "", gitDir = "", head = ""] = text.split("\n");
  if (gitDir === "") return null;
  // Before the first commit HEAD can't be told in this way: git names none, or says it back.
  const branch = head === "" || head === "HEAD" ? await currentBranch(git) : head;
  return { git, prefix, top, gitDir, branch: branch.startsWith(HEADS) ? branch.slice(HEADS.length) : null };
}

const PLACES = ["--show-prefix", "--show-toplevel", "--absolute-git-dir"];
const HEADS = "refs/heads/";

async function currentBranch(git: Git): Promise<string> {
  return (await git.run(["symbolic-ref", "--quiet", "HEAD"], { expects: [1, 128] })).text.trim();
}

/** Throws a UserError where git is missing or too old. */
export async function requireGit(git: Git): Promise<void> {
  const { text } = await git.run(["version"]);
  const [, version = "0.0", major = "0", minor = "0"] = /(?:^|\s)((\d+)\.(\d+)[\w.]*)/.exec(text) ?? [];
  const [oldMajor, oldMinor] = OLDEST_GIT;
  if (Number(major) < oldMajor || (Number(major) === oldMajor && Number(minor) < oldMinor))
    throw oldGit(version.trim());
}

/** The same before there is a folder to run it in. */
export async function refuseNoGit(folder: string, world: GitWorld): Promise<void> {
  await requireGit(gitIn(folder, world));
}
