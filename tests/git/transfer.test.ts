import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import { expect, onTestFinished, test } from "vitest";
import { gitIn } from "../../src/git/run.ts";
import { fetchBranch } from "../../src/git/transfer.ts";

const PLACE = { remote: "origin", branch: "main", tracking: "refs/remotes/origin/main", isFirst: false };

/** A program of the name `git` whose fetch fails so many times with some words. */
function failingGit(times: number, words: string): { path: string; count: () => number } {
  const bin = fs.realpathSync(mkdtempSync(join(tmpdir(), "storybank-git-")));
  onTestFinished(() => fs.removeSync(bin));
  const script = `#!/bin/sh\necho x >> "${bin}/calls"\n[ "$(wc -l < "${bin}/calls")" -gt ${times} ] && exit 0\necho "error: ${words}" >&2\nexit 1\n`;
  fs.writeFileSync(join(bin, "git"), script, { mode: 0o755 });
  return {
    path: `${bin}:${process.env["PATH"]}`,
    count: () => fs.readFileSync(join(bin, "calls"), "utf8").trim().split("\n").length,
  };
}

test("a fetch that meets another one at the same ref is tried again", async () => {
  const { path, count } = failingGit(2, "cannot lock ref 'refs/remotes/origin/main': is at 1 but expected 2");
  await fetchBranch(gitIn(tmpdir(), { env: { PATH: path, HOME: "/nowhere" }, mayAsk: false }), PLACE);
  expect(count()).toBe(3);
});

test("one that fails for another reason is not", async () => {
  const { path, count } = failingGit(9, "Could not read from remote repository.");
  const fetched = fetchBranch(gitIn(tmpdir(), { env: { PATH: path, HOME: "/nowhere" }, mayAsk: false }), PLACE);
  await expect(fetched).rejects.toMatchObject({ problem: { code: "unreachable" } });
  expect(count()).toBe(1);
});
