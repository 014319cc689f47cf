import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import { onTestFinished } from "vitest";
import { bankAt, type TestBank } from "./bank.ts";

/** A machine with a clone of a bank's repository, and somebody who works on it. */
export interface Clone extends TestBank {
  who: string;
  env: Record<string, string>;
  git(...args: string[]): string;
  sync(more?: string): ReturnType<TestBank["run"]>;
}

/** The settings of git of nobody in particular, so that those of whoever runs the tests change nothing. */
export function envOf(who: string): Record<string, string> {
  const name = who === "" ? {} : { GIT_AUTHOR_NAME: who, GIT_COMMITTER_NAME: who };
  const mail = `${who.toLowerCase()}@example.com`;
  const email = who === "" ? {} : { GIT_AUTHOR_EMAIL: mail, GIT_COMMITTER_EMAIL: mail };
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: "/nowhere",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_DATE: "2025-01-05T10:00:00+01:00",
    GIT_COMMITTER_DATE: "2025-01-05T10:00:00+01:00",
    ...name,
    ...email,
  };
}

export function runGit(folder: string, env: Record<string, string>, ...args: string[]): string {
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

export function temporaryFolder(): string {
  const folder = fs.realpathSync(mkdtempSync(join(tmpdir(), "storybank-clones-")));
  // Ten clones of a thousand stories take their time to go, and nobody is to wait for the whole process meanwhile.
  onTestFinished(() => fs.remove(folder), 600_000);
  return folder;
}

/**
 * A bare repository that holds a bank with these files, and a clone of it for each name. `place` is the bank's folder in the
 * repository.
 */
export function createClones<Names extends string>(
  names: readonly Names[],
  files: Record<string, string | Uint8Array> = {},
  place = "",
): Record<Names, Clone> & { remote: string; clone(who: string): Clone } {
  const folder = temporaryFolder();
  const remote = join(folder, "remote.git");
  const env = envOf("Zoe");
  runGit(folder, env, "init", "--quiet", "--bare", "--initial-branch=main", remote);
  const first = join(folder, "first");
  runGit(folder, env, "clone", "--quiet", remote, first);
  const all = {
    "storybank.yaml": "version: 1\ncalendar:\n  start: 2025-01-06\n",
    ".gitignore": ".storybank/\n.storybank-*.tmp\n",
    ...files,
  };
  for (const [path, content] of Object.entries(all)) fs.outputFileSync(join(first, place, path), content);
  runGit(first, env, "checkout", "--quiet", "-B", "main");
  runGit(first, env, "add", "--all");
  runGit(first, env, "commit", "--quiet", "--message", "The bank");
  runGit(first, env, "push", "--quiet", "origin", "main");
  const clone = (who: string): Clone => {
    const top = join(folder, who);
    runGit(folder, env, "clone", "--quiet", remote, top);
    return cloneAt(join(top, place), who);
  };
  const clones = Object.fromEntries(names.map((who) => [who, clone(who)])) as Record<Names, Clone>;
  return { ...clones, remote, clone };
}

export function cloneAt(root: string, who: string): Clone {
  const env = envOf(who);
  const bank = bankAt(root);
  const run: TestBank["run"] = (command, options = {}) =>
    bank.run(command, { ...options, env: { ...env, ...options.env } });
  return {
    ...bank,
    run,
    who,
    env,
    git: (...args) => runGit(root, env, ...args),
    sync: (more = "") => run(`sync ${more}`.trim()),
  };
}
