import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import { describe, expect, onTestFinished, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { lastWords } from "../../src/git/refusals.ts";
import { openRepository } from "../../src/git/repository.ts";
import { type GitWorld, gitIn } from "../../src/git/run.ts";

const WORLD: GitWorld = { env: { PATH: process.env["PATH"], HOME: "/nowhere" }, mayAsk: false };

function folder(): string {
  const path = fs.realpathSync(mkdtempSync(join(tmpdir(), "storybank-git-")));
  onTestFinished(() => fs.removeSync(path));
  return path;
}

/** A program of the name `git` that says which version it is. */
function gitOfVersion(version: string): string {
  const bin = folder();
  const script = `#!/bin/sh\ncase "$*" in *version) echo "git version ${version}";; *) printf "\\n/top\\n/top/.git\\n";; esac\n`;
  fs.writeFileSync(join(bin, "git"), script, { mode: 0o755 });
  return `${bin}:${process.env["PATH"]}`;
}

async function problemOf(work: Promise<unknown>): Promise<[string | undefined, string]> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw error ?? new Error("nothing was thrown");
  return [error.problem?.code, error.message];
}

describe("the repository of a bank", () => {
  test("is found from a folder of it, and from its top", async () => {
    const top = folder();
    await gitIn(top, WORLD).run(["init", "--quiet"]);
    fs.ensureDirSync(join(top, "notes", "bänk"));
    expect(await openRepository(top, WORLD)).toMatchObject({ prefix: "", gitDir: join(top, ".git") });
    expect(await openRepository(join(top, "notes", "bänk"), WORLD)).toMatchObject({ prefix: "notes/bänk/" });
  });

  test("is that of the folder, whatever a hook around us points git at", async () => {
    const [top, other] = [folder(), folder()];
    await gitIn(top, WORLD).run(["init", "--quiet"]);
    const pointed = { ...WORLD, env: { ...WORLD.env, GIT_DIR: join(other, ".git"), GIT_INDEX_FILE: "x" } };
    expect((await openRepository(top, pointed)).gitDir).toBe(join(top, ".git"));
  });

  test("there may be none, or no git, or an old one", async () => {
    const top = folder();
    expect(await problemOf(openRepository(top, WORLD))).toEqual([
      "no-repository",
      "This bank is in no git repository.",
    ]);
    expect(await problemOf(openRepository(top, { ...WORLD, env: { PATH: folder() } }))).toEqual([
      "no-git",
      "git is not installed, or not on the path.",
    ]);
  });

  test.each([
    ["2.37.9", ["old-git", "This is git 2.37.9, and storybank needs 2.38 or newer."]],
    ["1.99.0.windows.1", ["old-git", "This is git 1.99.0.windows.1, and storybank needs 2.38 or newer."]],
    ["2.38.0", null],
    ["2.100.1 (Apple Git-154)", null],
    ["3.0.0-rc1", null],
  ])("git %s is old: %j", async (version, problem) => {
    const world = { ...WORLD, env: { PATH: gitOfVersion(version) } };
    const opening = openRepository(folder(), world);
    if (problem === null) expect((await opening).git).toBeDefined();
    else expect(await problemOf(opening)).toEqual(problem);
  });
});

describe("a command of git's", () => {
  test("gets its input, and gives bytes and text", async () => {
    const top = folder();
    await gitIn(top, WORLD).run(["init", "--quiet"]);
    const bytes = Buffer.from([0xff, 0x00, 0x0d, 0x0a]);
    const { text } = await gitIn(top, WORLD).run(["hash-object", "-w", "--stdin"], { input: bytes });
    expect((await gitIn(top, WORLD).run(["cat-file", "blob", text.trim()])).bytes).toEqual(bytes);
  });

  test("that reads its input comes to an end where there is none", async () => {
    const top = folder();
    await gitIn(top, WORLD).run(["init", "--quiet"]);
    for (const input of [undefined, ""])
      expect((await gitIn(top, WORLD).run(["mktree"], input === undefined ? {} : { input })).text).toMatch(/^4b825dc6/);
  });

  test("that fails says why, unless its code is an answer", async () => {
    const git = gitIn(folder(), WORLD);
    expect(await problemOf(git.run(["cat-file", "blob", "HEAD"]))).toEqual([
      "git-failed",
      "git cat-file did not work: not a git repository (or any of the parent directories): .git.",
    ]);
    expect((await git.run(["rev-parse", "HEAD"], { expects: [128] })).code).toBe(128);
  });

  test("takes its paths as they are written", async () => {
    const top = folder();
    const git = gitIn(top, WORLD);
    await git.run(["init", "--quiet"]);
    for (const name of ["[a]*.md", "a.md"]) fs.writeFileSync(join(top, name), name);
    await git.run(["add", "--", "[a]*.md"]);
    expect((await git.run(["ls-files"])).text).toBe("[a]*.md\n");
  });
});

test.each([
  ["fatal: a\nhint: b\n", "a."],
  ["error: first\nfatal: Could not read.\n\nPlease make sure\n", "Could not read."],
  ["remote: no\n", "remote: no."],
  ["", "it did not say why."],
])("the last words of %j are %j", (said, words) => expect(lastWords(said)).toBe(words));

test("a git that is ended by a signal has not answered", async () => {
  const bin = folder();
  fs.writeFileSync(join(bin, "git"), "#!/bin/sh\nkill -9 $$\n", { mode: 0o755 });
  const git = gitIn(folder(), { ...WORLD, env: { PATH: `${bin}:${process.env["PATH"]}` } });
  await expect(git.run(["rev-parse", "HEAD"], { expects: [1, 128] })).rejects.toMatchObject({
    problem: { code: "git-failed" },
  });
});
