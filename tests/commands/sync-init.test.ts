import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fs from "fs-extra";
import { describe, expect, test } from "vitest";
import { bankAt } from "../support/bank.ts";
import { BIN } from "../support/binary.ts";
import { type Clone, cloneAt, createClones, envOf, runGit, temporaryFolder } from "../support/clones.ts";

const STORY = "---\ntitle: The outage\n---\nIt broke. We knew.\n";
const SAME = "This bank and origin/main are the same.\n";

/** A machine with an empty folder. */
function machine(who: string): Clone {
  const root = join(temporaryFolder(), who);
  fs.ensureDirSync(root);
  return cloneAt(root, who);
}

function emptyRemote(): string {
  const remote = join(temporaryFolder(), "bank.git");
  runGit("/", envOf("Zoe"), "init", "--quiet", "--bare", "--initial-branch=main", remote);
  return remote;
}

describe("init --git and sync --init", () => {
  test("two machines share a bank from nothing, without a command of git's", async () => {
    const [laptop, desktop] = [machine("Ana"), machine("Ben")];
    const remote = emptyRemote();
    expect((await laptop.run("init --git")).stdout).toBe(
      "Made a story bank here. Week 1 starts on Monday 2025-01-06; storybank.yaml says how to change that.\n" +
        "Made a git repository for the bank.\n" +
        "Wrote .gitignore and .gitattributes: how git is to treat the bank.\n" +
        "Next: storybank add   or bring a document in with: storybank import FILE\n",
    );
    laptop.write("stories/outage.md", STORY);
    expect(await laptop.sync(`--init ${remote}`)).toEqual({
      code: 0,
      stdout: `Committed: 1 story and 1 other file\n  + stories/outage.md\n  + storybank.yaml\nSent. ${SAME}`,
      stderr: "",
    });
    expect(laptop.git("log", "--format=%s")).toBe("Add 1 story and 1 other file\nSay how git is to treat the bank\n");
    expect(await desktop.sync(`--init ${remote}`)).toEqual({
      code: 0,
      stdout: `Brought the bank of ${remote} here: 1 story, 0 posts.\nFrom now on: storybank sync\n`,
      stderr: "",
    });
    expect(desktop.read("stories/outage.md")).toBe(STORY);
    desktop.write("stories/second.md", STORY.replace("outage", "flood"));
    expect((await desktop.sync()).stdout).toBe(`Committed: second\n  + stories/second.md\nSent. ${SAME}`);
    expect((await laptop.sync()).stdout).toContain("  + stories/second.md\n");
    for (const { git } of [laptop, desktop]) expect(git("status", "--porcelain")).toBe("");
  });

  test("a host whose own branch is another one keeps one bank, on one branch", async () => {
    const [laptop, desktop, third] = [machine("Ana"), machine("Ben"), machine("Cleo")];
    const remote = join(temporaryFolder(), "bank.git");
    runGit("/", envOf("Zoe"), "init", "--quiet", "--bare", "--initial-branch=master", remote);
    await laptop.run("init --git");
    laptop.write("stories/outage.md", STORY);
    expect((await laptop.sync(`--init ${remote}`)).code).toBe(0);
    expect(await desktop.sync(`--init ${remote}`)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("1 story, 0 posts"),
    });
    await third.run("init");
    third.git("init", "--quiet", "--initial-branch=other");
    expect(await third.sync(`--init ${remote}`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("origin has no branch other; it has main. So nothing was sent."),
    });
    expect(runGit("/", envOf("Zoe"), "ls-remote", "--heads", remote).trim().split("\n")).toHaveLength(1);
  });

  test("nothing is left of what could not be brought", async () => {
    const ana = machine("Ana");
    const remote = emptyRemote();
    expect(await ana.sync(`--init ${remote}`)).toMatchObject({ code: 1 });
    expect(fs.readdirSync(ana.root)).toEqual([]);
  });

  test("a bank that was begun on two machines becomes one", async () => {
    const [laptop, desktop] = [machine("Ana"), machine("Ben")];
    const remote = emptyRemote();
    for (const clone of [laptop, desktop]) {
      await clone.run("init");
      clone.write("stories/outage.md", STORY.replace("It", clone.who));
      clone.write(`stories/${clone.who}.md`, STORY);
      expect((await clone.sync(`--init ${remote}`)).code).toBe(0);
    }
    expect((await laptop.sync()).code).toBe(0);
    for (const clone of [laptop, desktop]) {
      expect(clone.files("stories")).toEqual(
        ["Ana", "Ben", "outage-2", "outage"].map((name) => `stories/${name}.md`).sort(),
      );
      expect(clone.read("stories/outage.md")).toContain("Ben broke.");
      expect(clone.read("stories/outage-2.md")).toContain("Ana broke.");
      expect(clone.git("status", "--porcelain")).toBe("");
    }
  });

  test("what was there of .gitignore and .gitattributes stays, and what else is new is not committed with them", async () => {
    const ana = machine("Ana");
    ana.write("storybank.yaml", "version: 1\n");
    ana.write(".gitignore", "*.log");
    ana.write("notes.txt", "mine");
    runGit(ana.root, ana.env, "init", "--quiet", "--initial-branch=trunk");
    const remote = emptyRemote();
    expect((await ana.sync(`--init ${remote}`)).stdout).toBe(
      "Wrote .gitignore and .gitattributes: how git is to treat the bank.\n" +
        "Committed: storybank.yaml\n  + storybank.yaml\nSent. This bank and origin/trunk are the same.\n",
    );
    expect(ana.read(".gitignore")).toBe("*.log\n.storybank/\n.storybank-*.tmp\n");
    expect(ana.git("status", "--porcelain")).toBe("?? notes.txt\n");
    expect((await ana.sync(`--init ${remote}`)).stdout).toBe(
      "Nothing is new. This bank and origin/trunk are the same.\n",
    );
  });

  test("CRLF and all survive a clone whose git is set to change line ends", async () => {
    const [laptop, desktop] = [machine("Ana"), machine("Ben")];
    const remote = emptyRemote();
    const crlf = STORY.replaceAll("\n", "\r\n");
    const config = join(temporaryFolder(), "gitconfig");
    fs.writeFileSync(config, "[core]\n\tautocrlf = true\n");
    const windows = { env: { GIT_CONFIG_GLOBAL: config } };
    await laptop.run("init");
    laptop.write("stories/crlf.md", crlf);
    laptop.write("stories/lf.md", STORY);
    expect((await laptop.run(`sync --init ${remote}`, windows)).code).toBe(0);
    expect((await desktop.run(`sync --init ${remote}`, windows)).code).toBe(0);
    expect([desktop.read("stories/crlf.md"), desktop.read("stories/lf.md")]).toEqual([crlf, STORY]);
    desktop.write("stories/crlf.md", crlf.replace("It", "All"));
    await desktop.run("sync", windows);
    await laptop.run("sync", windows);
    expect(laptop.read("stories/crlf.md")).toBe(crlf.replace("It", "All"));
  });

  test.each<[string, (clone: Clone, url: string) => unknown, string, string]>([
    [
      "an address where nobody answers",
      (ana) => ana.run("init"),
      "/nowhere/bank.git",
      "/nowhere/bank.git can't be reached: Could not read from remote repository.\n",
    ],
    [
      "another address than the one there is",
      async (ana, url) => {
        await ana.run("init");
        await ana.sync(`--init ${url}`);
      },
      "https://example.com/other.git",
      "This bank is synced with URL already.\nTo change that: git remote set-url origin https://example.com/other.git   then: storybank sync\n",
    ],
    [
      "a folder that is neither empty nor a bank",
      (ana) => ana.write("notes.txt", "mine"),
      "URL",
      "There is no story bank here",
    ],
    [
      "a repository without a bank",
      () => {},
      "URL",
      "There is nothing at URL yet.\nMake a bank here: storybank init   then: storybank sync --init URL",
    ],
  ])("%s is refused", async (_, prepare, url, words) => {
    const ana = machine("Ana");
    const remote = emptyRemote();
    await prepare(ana, remote);
    const { code, stderr } = await ana.sync(`--init ${url.replace("URL", remote)}`);
    expect(code).not.toBe(0);
    expect(stderr).toContain(words.replaceAll("URL", remote));
  });

  test("init --git says first that there is no git, and makes nothing", async () => {
    const ana = machine("Ana");
    const { code, stderr } = await ana.run("init --git", { env: { PATH: "/nowhere" } });
    expect([code, stderr.split("\n")[0]]).toEqual([2, "storybank: git is not installed, or not on the path."]);
    expect(ana.files()).toEqual([]);
  });

  test("flags that don't go together", async () => {
    const { Ana } = createClones(["Ana"]);
    expect((await Ana.sync("--merge-driver")).stderr).toBe(
      "storybank: --merge-driver is for --init.\nstorybank sync --init --merge-driver\n",
    );
    expect((await Ana.sync("--init --dry-run")).code).toBe(2);
  });

  test("with --merge-driver a merge of git's own merges stories, and keeps theirs", async () => {
    const { Ana, Ben } = createClones(["Ana", "Ben"], {
      "stories/outage.md": STORY.replace("---\nIt", "tags: [a]\n---\nIt"),
    });
    expect((await Ben.sync("--init --merge-driver")).stdout).toContain(
      "git's own merges in this clone merge stories and posts as sync does now.\n",
    );
    for (const clone of [Ana, Ben])
      clone.write(
        "stories/outage.md",
        clone.read("stories/outage.md").replace("[a]", `[a, ${clone.who}]`).replace("We knew", `${clone.who} knew`),
      );
    await Ana.sync();
    Ben.git("commit", "--quiet", "--all", "-m", "Ben's");
    // git calls the program by its name.
    const bin = temporaryFolder();
    fs.writeFileSync(join(bin, "storybank"), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`, { mode: 0o755 });
    const pulled = spawnSync("git", ["pull", "--quiet", "--no-rebase", "--no-edit"], {
      cwd: Ben.root,
      env: { ...Ben.env, PATH: `${bin}:${Ben.env["PATH"]}`, STORYBANK_TODAY: "2025-01-05" },
      encoding: "utf8",
    });
    expect([pulled.status, pulled.stderr]).toEqual([
      0,
      "stories/outage.md: “Ben knew.” stands, not “Ana knew.”.\nTheirs is kept in .storybank/recovered/theirs-stories-outage.md\nDecide: storybank resolve outage --ours, --theirs or --edit\n",
    ]);
    expect(Ben.read("stories/outage.md")).toContain("tags: [a, Ben, Ana]\n---\nIt broke. Ben knew.\n");
    expect((await Ben.sync()).stdout).toBe(`Sent. ${SAME}`);
    expect((await bankAt(Ben.root).run("resolve outage --theirs")).stdout).toContain("outage says theirs now.");
    expect(Ben.read("stories/outage.md")).toContain("Ana knew.");
  });
});
