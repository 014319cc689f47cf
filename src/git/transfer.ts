import type { RemoteBranch } from "./branches.ts";
import { unreachable } from "./refusals.ts";
import type { Git } from "./run.ts";

/**
 * Fetches what is new on a remote's branch; where there is no such branch yet, nothing comes.
 *
 * @throws UserError (`unreachable`) where the remote does not answer.
 */
export async function fetchBranch(git: Git, { remote, branch, tracking }: RemoteBranch): Promise<void> {
  // A pattern may fit nothing, which a name must not: the branch need not be there yet.
  const refspec = `+refs/heads/${branch}*:${tracking}*`;
  for (let attempt = 1; ; attempt++) {
    const { code, said } = await git.run(["fetch", "--no-tags", "--no-auto-gc", remote, refspec], {
      expects: [1, 128],
    });
    if (code === 0) return;
    // A fetch that a killed sync has left behind moves the same ref; it is done in a moment.
    if (!/cannot lock ref/.test(said) || attempt === TRIES) throw unreachable(remote, said);
    await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
  }
}

const TRIES = 4;

/** The branches that an address or remote has; `isHeadKnown` tells whether the one that it calls its own is among them. */
export async function listBranches(git: Git, remote: string): Promise<{ names: string[]; isHeadKnown: boolean }> {
  const { code, text, said } = await git.run(["ls-remote", "--quiet", "--", remote], { expects: [128] });
  if (code !== 0) throw unreachable(remote, said);
  const refs = text.split("\n").map((line) => line.split("\t")[1] ?? "");
  const names = refs.flatMap((ref) => (ref.startsWith(HEADS) ? [ref.slice(HEADS.length)] : []));
  return { names, isHeadKnown: refs.includes("HEAD") };
}

const HEADS = "refs/heads/";

/**
 * Sends a commit to the branch; false where the branch has gone on meanwhile, so that what is new there is to be merged first.
 *
 * @throws UserError where the remote does not answer (`unreachable`).
 */
export async function pushCommit(
  git: Git,
  place: RemoteBranch,
  commit: string,
): Promise<{ isSent: boolean; said: string }> {
  const { remote, branch, isFirst } = place;
  // Only a branch can belong to one there, a commit can't.
  const [upstream, what] = isFirst ? [["--set-upstream"], "HEAD"] : [[], commit];
  const command = ["push", "--porcelain", ...upstream, remote, `${what}:refs/heads/${branch}`];
  const result = await git.run(command, { expects: [1, 128] });
  if (result.code === 0) return { isSent: true, said: "" };
  // A line "!<tab>ref<tab>summary" says that the host has answered, and does not want it (git-push(1), porcelain).
  const refused = result.text.split("\n").find((line) => line.startsWith("!\t"));
  if (refused === undefined) throw unreachable(remote, result.said);
  return { isSent: false, said: refused.split("\t")[2] ?? "" };
}
