import { EXIT, type GitProblem, UserError } from "../errors.ts";

/** The oldest git whose `merge-tree` can merge in memory. */
export const OLDEST_GIT = [2, 38] as const;

function refusal(code: GitProblem["code"], message: string, hint: string, exit?: number): UserError {
  return new UserError(message, { hint, problem: { code }, ...(exit === undefined ? {} : { code: exit }) });
}

export function noGit(): UserError {
  return refusal(
    "no-git",
    "git is not installed, or not on the path.",
    "Install it from git-scm.com, then run the command again.",
  );
}

export function oldGit(version: string): UserError {
  return refusal(
    "old-git",
    `This is git ${version}, and storybank needs ${OLDEST_GIT.join(".")} or newer.`,
    "Update git, then run the command again; nothing was changed.",
  );
}

export function noRepository(): UserError {
  return refusal(
    "no-repository",
    "This bank is in no git repository.",
    "Make it one with: storybank sync --init URL   with the address of an empty repository at a host.",
  );
}

export function noRemote(): UserError {
  return refusal(
    "no-remote",
    "This bank's repository has no remote to sync with.",
    "Make an empty repository at a host, then run: storybank sync --init URL",
  );
}

export function unknownRemote(name: string, known: readonly string[]): UserError {
  return refusal(
    "no-remote",
    `There is no remote ${name}.`,
    known.length === 0 ? "There is none yet. Add one: storybank sync --init URL" : `There are: ${known.join(", ")}.`,
  );
}

export function manyRemotes(known: readonly string[]): UserError {
  return refusal(
    "no-remote",
    `There are several remotes: ${known.join(", ")}.`,
    `Say which: storybank sync --remote ${known[0] ?? "origin"}`,
  );
}

export function noIdentity(): UserError {
  return refusal(
    "no-identity",
    "git does not know who you are, so nothing was committed.",
    'Tell it: git config --global user.name "Your Name"   and: git config --global user.email you@example.com',
  );
}

export function unreachable(remote: string, said: string): UserError {
  return refusal(
    "unreachable",
    `${remote} can't be reached: ${lastWords(said)}`,
    "Check the connection, the address (git remote -v) and your access; nothing was changed.",
    EXIT.findings,
  );
}

export function detached(): UserError {
  return refusal(
    "detached",
    "The repository is on no branch (a detached head), so there is nothing to sync.",
    "Go back to one: git switch main   nothing was changed.",
  );
}

export function unfinished(what: "merge" | "rebase" | "cherry-pick" | "revert" | "bisect"): UserError {
  return refusal(
    "unfinished",
    `A ${what} is not finished in this repository.`,
    `Finish it or give it up (git status says how), then sync; nothing was changed.`,
  );
}

export function lockedIndex(path: string): UserError {
  return refusal(
    "locked",
    "Another git is at work in this repository.",
    `Wait for it to end. If you are sure that none runs, delete ${path}.`,
    EXIT.findings,
  );
}

export function branchMoves(): UserError {
  return refusal(
    "locked",
    "The branch is moved by another program again and again.",
    "Wait for that to end, then sync.",
    EXIT.findings,
  );
}

export function unrelated(remote: string): UserError {
  return refusal(
    "unrelated",
    `What is at ${remote} has no history in common with this bank.`,
    "See that it is the right repository. To join the two: storybank sync --init",
  );
}

export function otherBranch(remote: string, branch: string, there: readonly string[]): UserError {
  return refusal(
    "other-branch",
    `${remote} has no branch ${branch}; it has ${there.join(", ")}. So nothing was sent.`,
    `To sync with that: storybank sync --init --branch ${there[0] ?? "main"}   To begin another there: storybank sync --branch ${branch}`,
  );
}

export function manyBranches(url: string, there: readonly string[]): UserError {
  return refusal(
    "other-branch",
    `${url} has several branches, and none that it calls its own: ${there.join(", ")}.`,
    `Bring the one with the bank: git clone --branch ${there[0] ?? "main"} ${url} .`,
  );
}

export function othersInTheWay(paths: readonly string[], why: "changed" | "both"): UserError {
  const [first = "", ...more] = paths;
  const also = more.length === 0 ? "" : ` and ${more.length} more`;
  return why === "changed"
    ? refusal(
        "others-changed",
        `${first}${also}, not of the bank, would be replaced, and is changed here.`,
        "Commit or stash it with git, then sync; nothing was changed.",
        EXIT.findings,
      )
    : refusal(
        "others-changed",
        `${first}${also}, not of the bank, was changed here and there.`,
        "Merge it with git (git merge), then sync; nothing was changed.",
        EXIT.findings,
      );
}

export function pushRefused(remote: string, said: string): UserError {
  return refusal(
    "push-refused",
    `${remote} took nothing: ${lastWords(said)}`,
    "What was merged is committed here. See that you may write there, then sync again.",
    EXIT.findings,
  );
}

/** A command of git's that ended badly for a reason we don't know; what it said last is passed on. */
export function gitFailed(command: string, said: string): UserError {
  return refusal(
    "git-failed",
    `git ${command} did not work: ${lastWords(said)}`,
    "Mend that, then run the command again.",
    EXIT.findings,
  );
}

/** The line with which git says what is wrong, without its own `fatal:`. */
export function lastWords(said: string): string {
  const lines = said.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("hint:"));
  const line = lines.findLast((each) => /^(?:fatal|error):/.test(each)) ?? lines.at(-1) ?? "it did not say why";
  const words = line.replace(/^(?:fatal|error): /, "").trim();
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
