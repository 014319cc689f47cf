import { execFileSync } from "node:child_process";
import type { TestBank } from "./bank.ts";

/** git with nobody's settings, nor those of the machine. */
export const GIT_ENV = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/nonexistent",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

export function git(bank: { root: string }, args: readonly string[], env: Record<string, string> = {}): string {
  return execFileSync("git", args, { cwd: bank.root, encoding: "utf8", env: { ...GIT_ENV, ...env } });
}

/** Makes the folder of a bank a repository. */
export function initRepository(bank: { root: string }): void {
  git(bank, ["init", "--quiet", "--initial-branch=main"]);
}

/** Commits all there is, as somebody, at a time such as `2025-01-07T09:12:00+01:00`; returns the commit's id. */
export function commitAll(bank: { root: string }, who: string, at: string): string {
  const mail = `${who.toLowerCase().replaceAll(" ", ".")}@example.com`;
  git(bank, ["add", "--all"]);
  git(bank, ["commit", "--quiet", "--allow-empty", "-m", "changes"], {
    GIT_AUTHOR_NAME: who,
    GIT_AUTHOR_EMAIL: mail,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: who,
    GIT_COMMITTER_EMAIL: mail,
    GIT_COMMITTER_DATE: at,
  });
  return git(bank, ["rev-parse", "HEAD"]).trim();
}

/** Changes a file of a bank, and fails where that changes nothing. */
export function rewrite(bank: TestBank, path: string, from: string | RegExp, to: string): void {
  const text = bank.read(path);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} has no ${from}`);
  bank.write(path, changed);
}
