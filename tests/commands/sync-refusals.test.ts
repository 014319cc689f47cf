import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fs from "fs-extra";
import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { type Clone, cloneAt, createClones, runGit, temporaryFolder } from "../support/clones.ts";

const STORY = "---\ntitle: The outage\n---\nIt broke.\n";

/** What a folder holds with git's own state but for what a mere look may touch. */
function stateOf(clone: Clone): unknown {
  const head = fs.readFileSync(join(clone.root, ".git/HEAD"), "utf8");
  const refs = clone.git("for-each-ref", "--format=%(refname) %(objectname)", "refs/heads");
  const own = clone.files().filter((path) => !/^(?:\.git|\.storybank)\//.test(path));
  return [head, refs, clone.git("ls-files", "--stage"), own.map((path) => clone.read(path))];
}

describe("sync refuses, says what to do, and changes nothing", () => {
  test.each<[string, (clone: Clone) => void, string, number]>([
    [
      "without a remote",
      (ana) => ana.git("remote", "remove", "origin"),
      "This bank's repository has no remote to sync with.\nMake an empty repository at a host, then run: storybank sync --init URL\n",
      2,
    ],
    [
      "with two remotes of which none is origin",
      (ana) => {
        ana.git("remote", "rename", "origin", "one");
        ana.git("branch", "--unset-upstream");
        ana.git("remote", "add", "two", "nowhere");
      },
      "There are several remotes: one, two.\nSay which: storybank sync --remote one\n",
      2,
    ],
    [
      "where the remote can't be reached",
      (ana) => ana.git("remote", "set-url", "origin", "/nowhere/bank.git"),
      "origin can't be reached: Could not read from remote repository.\nCheck the connection, the address (git remote -v) and your access; nothing was changed.\n",
      1,
    ],
    [
      "on a detached head",
      (ana) => ana.git("checkout", "--quiet", "--detach"),
      "The repository is on no branch (a detached head), so there is nothing to sync.\nGo back to one: git switch main   nothing was changed.\n",
      2,
    ],
    [
      "while a merge is not finished",
      (ana) => {
        ana.git("checkout", "--quiet", "-b", "other");
        ana.git("commit", "--quiet", "--allow-empty", "-m", "Other");
        ana.git("checkout", "--quiet", "main");
        ana.git("merge", "--no-ff", "--no-commit", "other");
      },
      "A merge is not finished in this repository.\nFinish it or give it up (git status says how), then sync; nothing was changed.\n",
      2,
    ],
    [
      "while a rebase is not finished",
      (ana) => fs.ensureDirSync(join(ana.root, ".git/rebase-merge")),
      "A rebase is not finished in this repository.\nFinish it or give it up (git status says how), then sync; nothing was changed.\n",
      2,
    ],
    [
      "while another git is at work",
      (ana) => ana.write(".git/index.lock", ""),
      "Another git is at work in this repository.\nWait for it to end. If you are sure that none runs, delete ROOT/.git/index.lock.\n",
      1,
    ],
  ])("%s", async (_, spoil, words, code) => {
    const { Ana } = createClones(["Ana"]);
    Ana.write("stories/outage.md", STORY);
    spoil(Ana);
    const before = stateOf(Ana);
    const result = await Ana.sync();
    expect(result).toEqual({ code, stdout: "", stderr: `storybank: ${words.replace("ROOT", Ana.root)}` });
    expect(stateOf(Ana)).toEqual(before);
  });

  test("where git does not know who commits", async () => {
    const { remote } = createClones([]);
    const root = join(temporaryFolder(), "x");
    const nobody = cloneAt(root, "");
    runGit("/", nobody.env, "clone", "--quiet", remote, root);
    nobody.write("stories/outage.md", STORY);
    const before = stateOf(nobody);
    expect(await nobody.sync()).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: git does not know who you are, so nothing was committed.\n" +
        'Tell it: git config --global user.name "Your Name"   and: git config --global user.email you@example.com\n',
    });
    expect(stateOf(nobody)).toEqual(before);
  });

  test("before the first commit, too, it says that git does not know who one is", async () => {
    const root = join(temporaryFolder(), "nobody");
    fs.ensureDirSync(root);
    const nobody = cloneAt(root, "");
    const remote = join(temporaryFolder(), "bank.git");
    runGit("/", nobody.env, "init", "--quiet", "--bare", remote);
    await nobody.run("init --git");
    expect(await nobody.sync(`--init ${remote}`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("git does not know who you are"),
    });
  });

  test("outside of a repository, and without git", async () => {
    const bank = createBank();
    const env = { PATH: process.env["PATH"] ?? "", HOME: "/nowhere", GIT_CEILING_DIRECTORIES: "/" };
    expect((await bank.run("sync", { env })).stderr).toBe(
      "storybank: This bank is in no git repository.\nMake it one with: storybank sync --init URL   with the address of an empty repository at a host.\n",
    );
    expect(await bank.run("sync", { env: { PATH: "/nowhere" } })).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: git is not installed, or not on the path.\nInstall it from git-scm.com, then run the command again.\n",
    });
  });

  test("with a git that can't merge in memory", async () => {
    const { Ana } = createClones(["Ana"]);
    Ana.write("stories/outage.md", STORY);
    const bin = temporaryFolder();
    const real = execFileSync("which", ["git"], { encoding: "utf8" }).trim();
    const script = `#!/bin/sh\ncase "$*" in *version) echo "git version 2.34.1";; *) exec ${real} "$@";; esac\n`;
    fs.writeFileSync(join(bin, "git"), script, { mode: 0o755 });
    const before = stateOf(Ana);
    expect(await Ana.run("sync", { env: { PATH: `${bin}:${process.env["PATH"]}` } })).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: This is git 2.34.1, and storybank needs 2.38 or newer.\nUpdate git, then run the command again; nothing was changed.\n",
    });
    expect(stateOf(Ana)).toEqual(before);
  });

  test("a remote that there is not, naming those that there are", async () => {
    const { Ana } = createClones(["Ana"]);
    expect((await Ana.sync("--remote backup")).stderr).toBe(
      "storybank: There is no remote backup.\nThere are: origin.\n",
    );
  });

  test("another's history", async () => {
    const [one, other] = [createClones(["Ana"]), createClones([])];
    one.Ana.git("remote", "set-url", "origin", other.remote);
    one.Ana.git("commit", "--quiet", "--amend", "--reset-author", "-m", "Mine");
    const before = stateOf(one.Ana);
    expect(await one.Ana.sync()).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: What is at origin has no history in common with this bank.\n" +
        "See that it is the right repository. To join the two: storybank sync --init\n",
    });
    expect(stateOf(one.Ana)).toEqual(before);
  });

  test("says why the host takes nothing, and what is merged stays committed here", async () => {
    const { Ana, remote } = createClones(["Ana"]);
    fs.writeFileSync(join(remote, "hooks/pre-receive"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    Ana.write("stories/outage.md", STORY);
    expect(await Ana.sync()).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "storybank: origin took nothing: [remote rejected] (pre-receive hook declined).\n" +
        "What was merged is committed here. See that you may write there, then sync again.\n",
    });
    expect(Ana.git("log", "-1", "--format=%s")).toBe("Add outage\n");
  });
});
