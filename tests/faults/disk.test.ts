import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import { describe, expect, onTestFinished, test } from "vitest";
import { createBank, PROJECT } from "../support/bank.ts";
import { copyProgram, ENV } from "../support/binary.ts";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const STORY = `---\ntitle: A\ntags: [one]\n---\n${"It happened. ".repeat(4000)}\n`;

/** Why a small file system can't be mounted here; null where it can. */
const NO_MOUNT: string | null = (() => {
  if (!isRoot) return "only root may mount";
  const folder = fs.mkdtempSync(join(tmpdir(), "storybank-mount-"));
  const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]).status === 0;
  if (isMounted) spawnSync("umount", [folder]);
  fs.removeSync(folder);
  return isMounted ? null : "this system lets nobody mount a tmpfs";
})();
if (NO_MOUNT !== null) process.stderr.write(`skipped: full and read-only disks, since ${NO_MOUNT}\n`);
if (!isRoot) process.stderr.write("skipped: files without permission, since only root can become another user\n");

/** A bank on a disk of its own of so many KB. */
function mountBank(kilobytes: number): string {
  const folder = fs.mkdtempSync(join(tmpdir(), "storybank-disk-"));
  onTestFinished(() => {
    spawnSync("umount", [folder]);
    fs.removeSync(folder);
  });
  expect(spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder]).status).toBe(0);
  fs.ensureDirSync(join(folder, "stories"));
  fs.ensureDirSync(join(folder, ".storybank"));
  fs.writeFileSync(join(folder, "storybank.yaml"), "version: 1\n");
  fs.writeFileSync(join(folder, "stories/a.md"), STORY);
  return folder;
}

function run(cwd: string, args: readonly string[], options: { program?: string; uid?: number } = {}) {
  const bin = join(options.program ?? PROJECT, "bin", "storybank.js");
  const as = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: "utf8",
    env: ENV,
    ...as,
  });
  return { code: status, stdout, stderr };
}

describe.skipIf(NO_MOUNT !== null)("a disk", () => {
  test("that is full keeps the old file whole, and says so", () => {
    const root = mountBank(80);
    for (const args of [
      ["tag", "a", "two"],
      ["add", "New", "--body", "y".repeat(40_000)],
      ["edit", "a", "--set", "week=2"],
    ]) {
      const { code, stderr } = run(root, args);
      expect(stderr).toMatch(/could not be written: the disk is full\.\n/);
      expect(code).toBe(1);
      expect(fs.readFileSync(join(root, "stories/a.md"), "utf8")).toBe(STORY);
      expect(fs.readdirSync(join(root, "stories"))).toEqual(["a.md"]);
      expect(fs.readdirSync(join(root, ".storybank"))).toEqual([]);
    }
    expect(run(root, ["list", "--format", "id"])).toEqual({ code: 0, stdout: "a\n", stderr: "" });
  });

  test("that is read-only lists, and refuses to write in one sentence", () => {
    const root = mountBank(1000);
    expect(spawnSync("mount", ["-o", "remount,ro", root]).status).toBe(0);
    expect(run(root, ["list", "--format", "id"])).toEqual({ code: 0, stdout: "a\n", stderr: "" });
    expect(run(root, ["search", "happened"]).code).toBe(0);
    for (const args of [
      ["tag", "a", "two"],
      ["add", "New", "--body", "x"],
      ["draft", "a"],
    ]) {
      const { code, stderr } = run(root, args);
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/^storybank: .*could not be written: the disk is read-only\.\n.*\n$/),
      ]);
    }
  });
});

describe.skipIf(!isRoot)("without permission", () => {
  /** A copy of the program and a bank, both owned by nobody. */
  function nobodysBank(): { root: string; program: string } {
    const root = createBank({ "stories/a.md": STORY, "stories/secret.md": STORY }).root;
    const program = copyProgram();
    fs.chmodSync(program, 0o755);
    for (const path of ["", "stories", "stories/a.md", "stories/secret.md"])
      fs.chownSync(join(root, path), NOBODY, NOBODY);
    return { root, program };
  }

  test("to read a file, it is named and the rest is listed", () => {
    const { root, program } = nobodysBank();
    fs.chmodSync(join(root, "stories/secret.md"), 0);
    expect(run(root, ["list", "--format", "id"], { program, uid: NOBODY })).toEqual({
      code: 0,
      stdout: "a\n",
      stderr: "storybank: skipped stories/secret.md: there is no permission to read it\n",
    });
  });

  test("to write in the folder, nothing changes and one sentence says so", () => {
    const { root, program } = nobodysBank();
    fs.chmodSync(join(root, "stories"), 0o555);
    fs.mkdirSync(join(root, ".storybank"));
    fs.chownSync(join(root, ".storybank"), NOBODY, NOBODY);
    for (const args of [
      ["tag", "a", "two"],
      ["add", "New", "--body", "x"],
    ]) {
      const { code, stderr } = run(root, args, { program, uid: NOBODY });
      expect([code, stderr]).toEqual([1, expect.stringContaining("there is no permission to write there")]);
    }
    expect(fs.readFileSync(join(root, "stories/a.md"), "utf8")).toBe(STORY);
    expect(fs.readdirSync(join(root, ".storybank"))).toEqual([]);
  });

  test("to look into a folder, it is named and the rest is listed", () => {
    const { root, program } = nobodysBank();
    fs.mkdirSync(join(root, "stories/closed"), { mode: 0 });
    expect(run(root, ["list", "--format", "id"], { program, uid: NOBODY })).toEqual({
      code: 0,
      stdout: "a\nsecret\n",
      stderr: "storybank: skipped stories/closed: there is no permission to read it\n",
    });
  });

  test("to take a story out of its folder, it stays in one place", () => {
    const { root, program } = nobodysBank();
    fs.mkdirSync(join(root, ".storybank"));
    fs.chownSync(join(root, ".storybank"), NOBODY, NOBODY);
    fs.chmodSync(join(root, "stories"), 0o555);
    expect(run(root, ["rm", "a"], { program, uid: NOBODY }).code).toBe(1);
    expect(fs.readFileSync(join(root, "stories/a.md"), "utf8")).toBe(STORY);
    expect(
      fs.readdirSync(join(root, ".storybank"), { recursive: true }).filter((name) => String(name).endsWith(".md")),
    ).toEqual([]);
  });

  test("for others, a file stays closed to them when it is changed", () => {
    const { root, program } = nobodysBank();
    fs.chmodSync(join(root, "stories/a.md"), 0o600);
    expect(run(root, ["tag", "a", "two"], { program, uid: NOBODY }).code).toBe(0);
    expect(fs.statSync(join(root, "stories/a.md")).mode & 0o777).toBe(0o600);
  });
});
