import { join } from "node:path";
import fs from "fs-extra";
import { describe, expect, test } from "vitest";
import { type Clone, createClones, runGit } from "../support/clones.ts";

const STORY = "---\ntitle: The outage\n---\nIt broke. We knew.\n";

/** Two clones of a repository of which the bank is a folder, and a program the rest. */
function createLarger() {
  const clones = createClones(["Ana", "Ben"], { "stories/outage.md": STORY }, "notes/bänk");
  const top = (clone: Clone): string => join(clone.root, "..", "..");
  const write = (clone: Clone, path: string, text: string): void => fs.outputFileSync(join(top(clone), path), text);
  const read = (clone: Clone, path: string): string => fs.readFileSync(join(top(clone), path), "utf8");
  const git = (clone: Clone, ...args: string[]): string => runGit(top(clone), clone.env, ...args);
  const push = (clone: Clone, path: string, text: string): void => {
    write(clone, path, text);
    git(clone, "add", path);
    git(clone, "commit", "--quiet", "-m", path);
    git(clone, "push", "--quiet", "origin", "main");
  };
  return { ...clones, write, read, git, push };
}

describe("a bank in a larger repository", () => {
  test("only its own files are committed; the rest stays as it was, staged or not", async () => {
    const { Ana, Ben, write, git, push } = createLarger();
    push(Ana, "app.ts", "1\n");
    await Ben.sync();
    write(Ana, "app.ts", "2\n");
    write(Ana, "staged.ts", "s\n");
    write(Ana, "loose.ts", "l\n");
    git(Ana, "add", "staged.ts");
    Ana.write("stories/new.md", STORY);
    Ana.write("notes.txt", "mine");
    Ana.write("stories/.new.md.swp", "an editor's");
    Ana.write("stories/.storybank-1-x-1.tmp", "an interrupted write");
    Ben.write("stories/outage.md", STORY.replace("We knew.", "We slept."));
    expect((await Ben.sync()).code).toBe(0);
    const before = git(Ana, "status", "--porcelain", "--", ".", ":!notes/bänk");
    expect((await Ana.sync()).code).toBe(0);
    expect(git(Ana, "status", "--porcelain", "--", ".", ":!notes/bänk")).toBe(before);
    expect(before).toBe(" M app.ts\nA  staged.ts\n?? loose.ts\n");
    expect(git(Ana, "show", "--stat=80", "--format=", "HEAD^1", "-z", "--name-only")).toBe(
      "notes/bänk/stories/new.md\0",
    );
    expect(Ana.read("stories/outage.md")).toContain("We slept.");
    expect(Ana.read("stories/.new.md.swp")).toBe("an editor's");
  });

  test("other files that come are brought, too, and what is changed here is not replaced", async () => {
    const { Ana, Ben, write, read, git, push } = createLarger();
    push(Ben, "app.ts", "1\n");
    await Ana.sync();
    expect(read(Ana, "app.ts")).toBe("1\n");
    push(Ben, "app.ts", "2\n");
    write(Ana, "app.ts", "mine\n");
    Ana.write("stories/new.md", STORY);
    expect(await Ana.sync()).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "storybank: app.ts, not of the bank, would be replaced, and is changed here.\n" +
        "Commit or stash it with git, then sync; nothing was changed.\n",
    });
    expect(read(Ana, "app.ts")).toBe("mine\n");
    expect(git(Ana, "log", "-1", "--format=%s")).toBe("app.ts\n");
    git(Ana, "commit", "--quiet", "--all", "-m", "Mine");
    expect((await Ana.sync()).stderr).toBe(
      "storybank: app.ts, not of the bank, was changed here and there.\nMerge it with git (git merge), then sync; nothing was changed.\n",
    );
    git(Ana, "merge", "--quiet", "-X", "ours", "origin/main");
    expect((await Ana.sync()).code).toBe(0);
    expect(read(Ana, "app.ts")).toBe("mine\n");
  });

  test("both names of a file are found in its folder", async () => {
    const { Ana, Ben } = createLarger();
    Ana.write("stories/new.md", STORY.replace("It", "Ana's"));
    Ben.write("stories/new.md", STORY.replace("It", "Ben's"));
    await Ana.sync();
    await Ben.sync();
    await Ana.sync();
    for (const clone of [Ana, Ben]) {
      expect(clone.read("stories/new.md")).toContain("Ben's");
      expect(clone.read("stories/new-2.md")).toContain("Ana's");
      expect(clone.git("status", "--porcelain")).toBe("");
    }
  });
});
