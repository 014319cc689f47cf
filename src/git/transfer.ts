import type { Place } from "./branches.ts";
import { unreachable } from "./refusals.ts";
import type { Git } from "./run.ts";

/**
 * Fetches what is new on a remote's branch; where there is no such branch yet, nothing comes.
 *
 * @throws UserError (`unreachable`) where the remote does not answer.
 */
export async function fetchBranch(git: Git, { remote, branch, tracking }: Place): Promise<void> {
  // A pattern may fit nothing, which a name must not: the branch need not be there yet.
  const refspec = `+refs/heads/${branch}*:${tracking}*`;
  const { code, said } = await git.run(["fetch", "--no-tags", "--no-auto-gc", remote, refspec], { expects: [1, 128] });
  if (code !== 0) throw unreachable(remote, said);
}

/**
 * Sends a commit to the branch; false where the branch has gone on meanwhile, so that what is new there is to be merged first.
 *
 * @throws UserError where the remote does not answer (`unreachable`).
 */
export async function pushCommit(git: Git, place: Place, commit: string): Promise<{ isSent: boolean; said: string }> {
  const { remote, branch, isUpstream } = place;
  const refspec = `${isUpstream ? commit : "HEAD"}:refs/heads/${branch}`;
  const upstream = isUpstream ? [] : ["--set-upstream"];
  const result = await git.run(["push", "--porcelain", ...upstream, remote, refspec], { expects: [1, 128] });
  if (result.code === 0) return { isSent: true, said: "" };
  // A line "!<tab>ref<tab>summary" says that the host has answered, and does not want it (git-push(1), porcelain).
  const refused = result.text.split("\n").find((line) => line.startsWith("!\t"));
  if (refused === undefined) throw unreachable(remote, result.said);
  return { isSent: false, said: refused.split("\t")[2] ?? "" };
}
