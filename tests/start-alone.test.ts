import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createSampleBank, PROJECT } from "./support/bank.ts";

test.each([
  "add Night --body It_rang",
  "draft --day tue --week 1",
  "week 1 --fill",
  "check",
  "mark 2025-01-19 scheduled",
  "list --author ana",
  "show 2025-01-19",
  "render 2025-01-19 --json",
])("%s of somebody who works alone runs no git, and makes no marks of texts", (line) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...["--require", join(PROJECT, "tests", "support", "list-loaded.cjs"), join(PROJECT, "bin", "storybank.js")],
      ...line.split(" "),
    ],
    {
      cwd: createSampleBank().root,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], STORYBANK_TODAY: "2025-01-05" },
    },
  );
  const loaded = JSON.parse(stderr.trimEnd().split("\n").at(-1) ?? "") as {
    files: { name: string }[];
    builtins: string[];
  };
  expect(status).toBe(0);
  expect(loaded.files.map(({ name }) => name)).toContain("core.cjs");
  expect(loaded.files.map(({ name }) => name).filter((name) => /^run|own-name|text-mark|history/.test(name))).toEqual(
    [],
  );
  expect(loaded.builtins.filter((name) => /child_process|crypto/.test(name))).toEqual([]);
});
