import { type GitProblem, UserError } from "../errors.ts";

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

/** A command of git's that ended badly for a reason we don't know; what it said last is passed on. */
export function gitFailed(command: string, said: string): UserError {
  return refusal(
    "git-failed",
    `git ${command} did not work: ${lastWords(said)}`,
    "Mend that, then run the command again.",
    1,
  );
}

/** The line with which git says what is wrong, without its own `fatal:`. */
export function lastWords(said: string): string {
  const lines = said.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("hint:"));
  const line = lines.findLast((each) => /^(?:fatal|error):/.test(each)) ?? lines.at(-1) ?? "it did not say why";
  const words = line.replace(/^(?:fatal|error): /, "").trim();
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
