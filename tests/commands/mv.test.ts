import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

const FILES = {
  "stories/outage.md": OUTAGE,
  "stories/sequel.md": "---\ntitle: The Sequel\nsource: outage\n---\n\nIt began in stories/outage.md, an outage.\n",
  "posts/2025-01-07-outage.md":
    "---\ntitle: The Night\nstory: 'outage' # the first\nstatus: published\ntags: [outage]\n---\n## Final Optimized Post\n\nAn outage (stories/outage.md).\n\n## Content Strategy Notes\n\n- **Story**: The Night (stories/outage.md, week 1)\n",
  "posts/2025-01-09-reply.md": "---\ntitle: Reply\nreply-to: 2025-01-07-outage\n---\nYes.\n",
  "weeks/week-01.md":
    "---\nweek: 1\nstories:\n  # in this order\n  - sequel\n  - outage\n---\n\nOpen with stories/outage.md.\n",
};

const contents = (bank: TestBank): Record<string, string> =>
  Object.fromEntries(bank.files().flatMap((file) => (file.startsWith(".storybank") ? [] : [[file, bank.read(file)]])));

describe("mv of a story", () => {
  test("renames it and all that refers to it, and not a byte else", async () => {
    const bank = createBank(FILES);
    expect(await bank.run("mv outage archive/pager")).toEqual({
      code: 0,
      stdout:
        "Renamed outage to archive/pager (stories/archive/pager.md).\nAlso changed, since they refer to it:\n  stories/sequel.md\n  posts/2025-01-07-outage.md\n  weeks/week-01.md\n",
      stderr: "",
    });
    expect(bank.exists("stories/outage.md")).toBe(false);
    expect(bank.read("stories/archive/pager.md")).toBe(OUTAGE);
    const path = "stories/archive/pager.md";
    expect(bank.read("stories/sequel.md")).toBe(
      FILES["stories/sequel.md"].replace("source: outage", "source: archive/pager").replace("stories/outage.md", path),
    );
    expect(bank.read("posts/2025-01-07-outage.md")).toBe(
      FILES["posts/2025-01-07-outage.md"]
        .replace("story: 'outage'", "story: 'archive/pager'")
        .replace("Night (stories/outage.md", `Night (${path}`),
    );
    expect(bank.read("weeks/week-01.md")).toBe(
      FILES["weeks/week-01.md"].replace("- outage", "- archive/pager").replace("stories/outage.md", path),
    );
    expect(await bank.json("list --status published")).toMatchObject([
      { id: "archive/pager", posts: ["2025-01-07-outage"] },
    ]);
    expect((await bank.run("doctor")).stdout).not.toContain("not there");
    await bank.run("mv archive/pager outage");
    expect(contents(bank)).toMatchObject(FILES);
  });

  test.each([
    ["The New Name", "the-new-name"],
    ["stories/other.md", "other"],
    ["archive/", "archive/outage"],
    ["Pager_2025.v2", "Pager_2025.v2"],
    ["größe", "größe"],
    ["con", "con-story"],
  ])("to %j makes it %s", async (written, id) => {
    const bank = createBank(FILES);
    expect(await bank.run(["mv", "outage", written])).toMatchObject({ code: 0 });
    expect(bank.read(`stories/${id}.md`)).toBe(OUTAGE);
    expect(await bank.json("posts --story sequel")).toEqual([]);
    expect(await bank.json(["posts", "--story", id])).toHaveLength(1);
  });

  test.each([
    ["mv outage sequel", "There is a story sequel already."],
    ["mv outage SEQUEL", "There is a story SEQUEL already."],
    ["mv outage ../outside", '"../outside" can\'t be the name of a story.'],
    ["mv outage a/./b", '"a/./b" can\'t be the name of a story.'],
    ["mv outage 🔥", '"🔥" can\'t be the name of a story.'],
    ["mv outage", "The new name is missing."],
    ["mv nothing new", 'There is no story or post "nothing".'],
    ["mv 2025-01-07 old/post", "A post stays in its folder."],
    ["mv 2025-01-07 2025-01-09-reply", "There is a post 2025-01-09-reply already."],
  ])("%s changes nothing", async (command, message) => {
    const bank = createBank(FILES);
    const before = contents(bank);
    const { code, stdout, stderr } = await bank.run(command);
    expect([code, stdout, stderr.split("\n")[0]]).toEqual([2, "", `storybank: ${message}`]);
    expect(contents(bank)).toEqual(before);
  });

  test("to the name it has, or one that differs only in case", async () => {
    const bank = createBank(FILES);
    expect(await bank.run("mv outage outage")).toEqual({
      code: 0,
      stdout: "outage is called so already.\n",
      stderr: "",
    });
    expect(await bank.run("mv outage Outage")).toMatchObject({ code: 0 });
    expect(bank.read("posts/2025-01-07-outage.md")).toContain("story: 'Outage'");
    expect(bank.files("stories")).toEqual(["stories/Outage.md", "stories/sequel.md"]);
  });
});

test("mv of a post renames it in the posts that reply to it, and keeps its text", async () => {
  const bank = createBank(FILES);
  expect(await bank.run("mv 2025-01-07 the-night")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Renamed 2025-01-07-outage to the-night (posts/the-night.md)."),
  });
  expect(bank.read("posts/the-night.md")).toBe(FILES["posts/2025-01-07-outage.md"]);
  expect(bank.read("posts/2025-01-09-reply.md")).toContain("reply-to: the-night\n");
});

describe("all or nothing", () => {
  test("a file that refers to it and can't be read stops it before anything is changed", async () => {
    const bank = createBank({ ...FILES, "posts/zz.md": "---\nstory: outage\nstory: twice\n---\n" });
    const before = contents(bank);
    expect(await bank.run("mv outage pager")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("storybank: posts/zz.md names it and can't be changed: "),
    });
    expect(contents(bank)).toEqual(before);
    expect(bank.files(".storybank")).toEqual([]);
  });

  test("a file that can't be written puts all that was written back", async () => {
    const bank = createBank({ ...FILES, "kept/zz.md": "---\nstory: outage\n---\n" });
    symlinkSync("../kept/zz.md", join(bank.root, "posts/zz.md"));
    const before = contents(bank);
    const { code, stderr } = await bank.run("mv outage pager");
    expect([code, stderr]).toEqual([2, expect.stringContaining("posts/zz.md is a link, so it was left alone.")]);
    expect(contents(bank)).toEqual(before);
    expect(bank.files(".storybank")).toEqual([]);
  });

  test("a link is not moved, nor anything into a link", async () => {
    const bank = createBank({ ...FILES, "kept/linked.md": OUTAGE });
    symlinkSync("../kept/linked.md", join(bank.root, "stories/linked.md"));
    symlinkSync("../kept", join(bank.root, "stories/away"));
    expect((await bank.run("mv stories/linked.md other")).stderr).toContain("stories/linked.md is a link");
    expect((await bank.run("mv outage away/other")).stderr).toContain("stories/away is a link");
    expect(bank.files("kept")).toEqual(["kept/linked.md"]);
  });
});

describe("a renaming that was killed", () => {
  const killed = (files: Record<string, string>): TestBank =>
    createBank({
      ...files,
      ".storybank/renaming.json": JSON.stringify({ kind: "story", from: "outage", to: "pager" }),
    });
  const { "stories/outage.md": moved, ...others } = FILES;

  test("after the file had moved is finished by the same command, and says so", async () => {
    const bank = killed({ ...others, "stories/pager.md": moved });
    expect(await bank.run("mv outage pager")).toEqual({
      code: 0,
      stdout: "Finished renaming outage to pager, which was interrupted.\n",
      stderr: "",
    });
    expect(bank.read("posts/2025-01-07-outage.md")).toContain("story: 'pager'");
    expect(bank.read("weeks/week-01.md")).toContain("- pager\n");
    expect(bank.files(".storybank")).toEqual([]);
  });

  test.each(["list", "draft pager --dry-run", "tag sequel two"])(
    "is finished by the next command: %s",
    async (command) => {
      const bank = killed({ ...others, "stories/pager.md": moved });
      expect(await bank.run(command)).toMatchObject({ code: 0, stderr: "" });
      expect(bank.read("posts/2025-01-07-outage.md")).toContain("story: 'pager'");
      expect(bank.files(".storybank")).toEqual([]);
    },
  );

  test("that can't be finished is named by doctor, and the posts can be read", async () => {
    const bank = killed({ ...others, "stories/pager.md": moved, "kept/zz.md": "---\nstory: outage\n---\n" });
    symlinkSync("../kept/zz.md", join(bank.root, "posts/zz.md"));
    expect(await bank.run("posts --format id")).toMatchObject({ code: 0, stderr: "" });
    expect(await bank.run("tag sequel two")).toMatchObject({ code: 0 });
    expect((await bank.run("mv sequel other")).stderr).toContain("posts/zz.md is a link, so it was left alone.");
    const { stdout } = await bank.run("doctor --fix");
    expect(stdout).toContain("not done: Renaming outage to pager was interrupted. ");
    expect(stdout).toContain("posts/zz.md is a link, so it was left alone.");
    rmSync(join(bank.root, "posts/zz.md"));
    expect((await bank.run("doctor")).stdout).not.toContain("outage");
    expect(bank.read("weeks/week-01.md")).toContain("- pager\n");
  });

  test.each([
    ["before the file had moved", FILES],
    ["and whose old name was taken anew", { ...FILES, "stories/pager.md": "---\ntitle: Another\n---\n" }],
  ])("%s leaves all as it was", async (_, files) => {
    const bank = killed(files);
    expect(await bank.run(["edit", "sequel", "--set", "title=The Sequel"])).toMatchObject({ code: 0 });
    expect(bank.read("posts/2025-01-07-outage.md")).toBe(FILES["posts/2025-01-07-outage.md"]);
    expect(bank.exists(".storybank/renaming.json")).toBe(false);
    expect(bank.read("stories/outage.md")).toBe(OUTAGE);
  });

  test("with a journal that nobody can read is passed over", async () => {
    const bank = createBank({ ...FILES, ".storybank/renaming.json": '{"kind":"story","from":"../x","to":"y"}' });
    expect(await bank.run("mv outage pager")).toMatchObject({ code: 0 });
    expect(bank.files(".storybank")).toEqual([]);
  });
});
