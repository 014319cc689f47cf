import { spawn, spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import { expect, onTestFinished, test } from "vitest";
import { PROJECT, SAMPLE } from "../support/bank.ts";
import { ended } from "../support/binary.ts";

const ENV = { PATH: process.env["PATH"] };

/** A checkout of what a build needs, with a bank in which somebody has planned all of week 1, and a dist of before. */
function createClone(): string {
  const clone = fs.mkdtempSync(join(tmpdir(), "storybank-clone-"));
  onTestFinished(() => fs.removeSync(clone));
  for (const part of ["bin", "build", "src", "templates", "tests/sample", "package.json", "tsconfig.json"])
    fs.copySync(join(PROJECT, part), join(clone, part));
  fs.copySync(SAMPLE, clone);
  fs.removeSync(join(clone, "stories", "the-monolith-invoice.md"));
  fs.outputFileSync(join(clone, "posts", "2025-01-07.md"), "---\ntitle: A\ndate: 2025-01-07\n---\nIt cost $9M.\n");
  fs.symlinkSync(join(PROJECT, "node_modules"), join(clone, "node_modules"));
  fs.outputFileSync(join(clone, "dist", "storybank.cjs"), "before");
  return clone;
}

const build = (clone: string) =>
  spawnSync(process.execPath, ["build/build.mjs"], { cwd: clone, encoding: "utf8", env: ENV });

const list = (folder: string): string[] => fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

const outsideDist = (clone: string): string[] =>
  list(clone).filter((file) => !/^(?:dist|node_modules)(?:\/|$)/.test(file));

test("a build is whole, says nothing, and leaves the bank of the checkout alone, whatever is in it", () => {
  const clone = createClone();
  const before = outsideDist(clone);
  const { status, stdout, stderr } = build(clone);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(outsideDist(clone)).toEqual(before);
  expect(list(join(clone, "dist")).map((file) => file.replace(/cjs\..+\.code$/, "cjs.code"))).toEqual(
    expect.arrayContaining([
      "LICENSES.md",
      "chunks/core.cjs.code",
      "page/icon.svg",
      "page/page.css",
      "page/page.js",
      "storybank.cjs",
      "storybank.cjs.code",
    ]),
  );
  const run = spawnSync(process.execPath, [join(clone, "bin", "storybank.js"), "posts", "--format", "id"], {
    cwd: clone,
    encoding: "utf8",
    env: ENV,
  });
  expect([run.status, run.stdout]).toEqual([0, "2025-01-07\n2025-01-19-the-midnight-deployment\n"]);
});

test.each([
  ["a file can't be bundled", "src/main.ts", "import {"],
  ["what was bundled does not run", "src/jobs/draft.ts", 'throw new Error("no draft today");'],
])("where %s, the build fails and dist is as it was", (_, file, line) => {
  const clone = createClone();
  fs.appendFileSync(join(clone, file), `\n${line}\n`);
  const before = outsideDist(clone);
  const { status, stderr } = build(clone);
  expect(status).toBe(1);
  expect(stderr).toMatch(/Unexpected|Expected|no draft today/);
  expect(outsideDist(clone)).toEqual(before);
  expect(list(join(clone, "dist"))).toEqual(["storybank.cjs"]);
  expect(fs.readFileSync(join(clone, "dist", "storybank.cjs"), "utf8")).toBe("before");
});

test("a build that is interrupted leaves nothing behind", async () => {
  const clone = createClone();
  const before = outsideDist(clone);
  const child = spawn(process.execPath, ["build/build.mjs"], { cwd: clone, stdio: "ignore", env: ENV });
  while (outsideDist(clone).length === before.length) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGTERM");
  expect(await ended(child)).toEqual({ code: 143, signal: null });
  expect(outsideDist(clone)).toEqual(before);
  expect(list(join(clone, "dist"))).toEqual(["storybank.cjs"]);
});
