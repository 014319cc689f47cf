import { detached, manyRemotes, noRemote, unknownRemote } from "./refusals.ts";
import type { Git } from "./run.ts";

/** Where a bank is synced to: a branch of a remote, and the local name of what it was when last looked at. */
export interface RemoteBranch {
  remote: string;
  /** The branch there. */
  branch: string;
  /** `refs/remotes/origin/main` */
  tracking: string;
  /** Whether our branch belongs to none yet, so that it is to belong to this. */
  isFirst: boolean;
}

/** What git's settings say of remotes and of the branches that belong to them. */
export type RemoteSettings = ReadonlyMap<string, string>;

export async function readRemoteSettings(git: Git): Promise<RemoteSettings> {
  const keys = "^(branch[.].*[.](remote|merge)|remote[.].*[.]url)$";
  const { text } = await git.run(["config", "-z", "--get-regexp", keys], { expects: [1] });
  return new Map(text.split("\0").map((line) => [line.replace(/\n.*/s, ""), line.replace(/^[^\n]*\n?/, "")]));
}

/** The remotes, and where a branch belongs to. */
function findRemotes(
  settings: RemoteSettings,
  branch: string | null,
): { names: string[]; upstream: { remote: string; branch: string } | null } {
  const names = [...settings.keys()].flatMap((key) => /^remote[.](.+)[.]url$/.exec(key)?.[1] ?? []);
  const [remote, merge] = [settings.get(`branch.${branch}.remote`), settings.get(`branch.${branch}.merge`)];
  const isKnown = remote !== undefined && merge !== undefined && names.includes(remote);
  return { names, upstream: isKnown ? { remote, branch: merge.replace(/^refs\/heads\//, "") } : null };
}

/**
 * Says where to sync to: the remote and branch that are asked for, else those of our branch, else the only remote, or `origin`,
 * and a branch of our branch's name.
 *
 * @throws UserError for a detached head, no such remote, none, or several.
 */
export function choosePlace(
  settings: RemoteSettings,
  current: string | null,
  asked: { remote?: string | undefined; branch?: string | undefined },
): RemoteBranch {
  const { names, upstream } = findRemotes(settings, current);
  if (asked.remote !== undefined && !names.includes(asked.remote)) throw unknownRemote(asked.remote, names);
  if (names.length === 0) throw noRemote();
  if (current === null) throw detached();
  const remote = asked.remote ?? upstream?.remote ?? onlyRemote(names);
  const own = upstream !== null && upstream.remote === remote ? upstream.branch : current;
  const branch = asked.branch ?? own;
  return { remote, branch, tracking: `refs/remotes/${remote}/${branch}`, isFirst: upstream === null };
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
