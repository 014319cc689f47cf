import { detached, manyRemotes, noRemote, unknownRemote } from "./refusals.ts";
import type { Git } from "./run.ts";

/** Where a bank is synced to: a branch of a remote, and the local name of what it was when last looked at. */
export interface Place {
  remote: string;
  /** The branch there. */
  branch: string;
  /** `refs/remotes/origin/main` */
  tracking: string;
  /** Whether git already knows that our branch belongs to it. */
  isUpstream: boolean;
}

interface Branches {
  /** The branch we are on, without `refs/heads/`; null on a detached head. */
  current: string | null;
  upstream: { remote: string; branch: string } | null;
  remotes: string[];
}

async function readBranches(git: Git): Promise<Branches> {
  const [head, refs, remotes] = await Promise.all([
    git.run(["symbolic-ref", "--quiet", "HEAD"], { expects: [1, 128] }),
    git.run(["for-each-ref", "--format=%(refname)%09%(upstream:remotename)%09%(upstream:remoteref)", "refs/heads"], {
      expects: [128],
    }),
    git.run(["remote"], { expects: [128] }),
  ]);
  const name = head.text.trim();
  const [, remote = "", branch = ""] =
    refs.text
      .split("\n")
      .map((line) => line.split("\t"))
      .find(([ref]) => ref === name) ?? [];
  return {
    current: name === "" ? null : shortName(name),
    upstream: remote === "" || branch === "" ? null : { remote, branch: shortName(branch) },
    remotes: remotes.text.split("\n").filter((line) => line !== ""),
  };
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/heads\//, "");
}

/**
 * Says where to sync to: the remote and branch that are asked for, else those of our branch, else the only remote, or `origin`,
 * and a branch of our branch's name.
 *
 * @throws UserError for a detached head, no such remote, none, or several.
 */
export async function choosePlace(
  git: Git,
  asked: { remote?: string | undefined; branch?: string | undefined },
): Promise<Place> {
  const { current, upstream, remotes } = await readBranches(git);
  if (asked.remote !== undefined && !remotes.includes(asked.remote)) throw unknownRemote(asked.remote, remotes);
  if (remotes.length === 0) throw noRemote();
  if (current === null) throw detached();
  const remote = asked.remote ?? upstream?.remote ?? onlyRemote(remotes);
  const own = upstream !== null && upstream.remote === remote ? upstream.branch : current;
  const branch = asked.branch ?? own;
  const isUpstream = upstream !== null && upstream.remote === remote && upstream.branch === branch;
  return { remote, branch, tracking: `refs/remotes/${remote}/${branch}`, isUpstream };
}

function onlyRemote(remotes: readonly string[]): string {
  const [first] = remotes;
  if (first !== undefined && remotes.length === 1) return first;
  if (remotes.includes("origin")) return "origin";
  throw manyRemotes(remotes);
}

/** The commit a name stands for; null where there is none. */
export async function commitOf(git: Git, name: string): Promise<string | null> {
  const { text } = await git.run(["rev-parse", "--verify", "--quiet", `${name}^{commit}`], { expects: [1, 128] });
  return text.trim() === "" ? null : text.trim();
}

/** Moves our branch from a commit (null: there is none yet) to another; false where it is elsewhere by now. */
export async function moveBranch(git: Git, from: string | null, to: string, why: string): Promise<boolean> {
  const before = from ?? "0".repeat(to.length);
  return (await git.run(["update-ref", "-m", `storybank: ${why}`, "HEAD", to, before], { expects: [128] })).code === 0;
}
