import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

const PUBLISHED = `---
title: The Night the Pager Won
story: outage
week: 1
day: tuesday
date: 2025-01-07
time: "09:00"
platform: linkedin
status: published
published: 2025-01-08
targets: {comments: 15-25}
results:
  - 2025-01-10 impressions=4012 comments=20
---
## Final Optimized Post

It rang **50 times** in one night.

- Keep it short

What rings for you?

## Content Strategy Notes

### Story
- Told in week 1
`;
const DRAFT =
  "---\ntitle: The Night, again\nstory: outage\nstatus: draft\n---\n## Final Optimized Post\n\nIt rang 40 times.\n";

const newBank = (files: Record<string, string> = {}): TestBank =>
  createBank({ "stories/outage.md": OUTAGE, "posts/2025-01-07-outage.md": PUBLISHED, ...files });
const withDraft = (): TestBank => newBank({ "posts/2025-02-04-outage.md": DRAFT });

describe("show of a post", () => {
  test("tells its head, its text with its length, what is wrong with it, its story and its results", async () => {
    const { code, stdout, stderr } = await newBank().run("show 2025-01-07", { columns: 60 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\nFindings\n")[0]).toBe(`The Night the Pager Won
id         2025-01-07-outage
story      The Night the Pager Won (outage)
planned    Tue 7 Jan 2025, 09:00
for        week 1, Tuesday
status     published
published  Wed 8 Jan 2025
platform   LinkedIn
targets    comments: 15-25
file       posts/2025-01-07-outage.md

Text · 68 of 3,000 characters
  It rang 50 times in one night.

  • Keep it short

  What rings for you?
`);
    expect(stdout).toMatch(/error {4}line 17 {2}figure-not-in-story/);
    expect(stdout.split("\nResults\n")[1]).toMatch(/impressions +4,012\n[\s\S]*comments +20 +target 15-25: met/);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });

  test("as JSON is the object of posts, and text, notes, learned, characters, limit and findings", async () => {
    const bank = newBank();
    const [listed] = await bank.json<object[]>("posts");
    const shown = await bank.json<Record<string, unknown>>("show 2025-01-07-outage");
    expect(shown).toEqual({
      ...listed,
      text: "It rang 50 times in one night.\n\n• Keep it short\n\nWhat rings for you?",
      notes: "### Story\n- Told in week 1",
      learned: [],
      characters: 68,
      limit: 3000,
      findings: await bank.json("check 2025-01-07-outage"),
    });
    expect(await bank.json("show posts/2025-01-07-outage.md")).toEqual(shown);
    expect(await bank.json("show outage")).toMatchObject({ id: "outage", posts: ["2025-01-07-outage"] });
  });

  test("over the limit shows all of it, and by how much it is over", async () => {
    const long = DRAFT.replace("It rang 40 times.", `It rang 40 times.\n\n${"It rang. ".repeat(400)}`);
    const bank = newBank({ "posts/long.md": long, "posts/thread.md": long.replace("status:", "platform: x\nstatus:") });
    const { text, characters, limit, notes } = await bank.json<Record<string, unknown>>("show long");
    expect([characters, limit, notes]).toEqual([String(text).length, 3000, null]);
    expect(characters).toBeGreaterThan(3600);
    expect((await bank.run("show thread")).stdout).toMatch(/Text · \d+ parts: \d+, .* of 280 weighted characters/);
  });

  test("tells nothing that a terminal would act on, and of a story that is gone", async () => {
    const bank = newBank({
      "posts/p.md": '---\ntitle: "A\\e[31m"\nstory: gone\nplatform: myspace\n---\nRed \u001b[31m.\n',
    });
    const { stdout } = await bank.run("show p");
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("gone, which is not there");
  });
});

describe("edit of a post", () => {
  test("sets its keys and nothing else", async () => {
    const bank = newBank();
    expect(
      await bank.run([
        ...["edit", "2025-01-07", "--set", "time=7:30", "--set", "targets.saves=High", "--set", "hashtags=#Ops,Night"],
        ...["--set", "story=out", "--set", "platform=Bluesky"],
      ]),
    ).toEqual({
      code: 0,
      stdout: "Set time, targets.saves, hashtags, story, platform of 2025-01-07-outage.\n",
      stderr: "",
    });
    expect(bank.read("posts/2025-01-07-outage.md")).toBe(
      PUBLISHED.replace('"09:00"', '"07:30"')
        .replace("linkedin", "bluesky")
        .replace("targets: {comments: 15-25}", "targets: \n  comments: 15-25\n  saves: High".replace(": \n", ":\n"))
        .replace("\n---\n##", "\nhashtags: [Ops, Night]\n---\n##"),
    );
  });

  test.each([
    ["mood=grim", 'Posts have no key "mood".'],
    ["status=published", "status is not set by hand.\nUse: storybank mark POST STATUS"],
    ["results=x", "results is not set by hand."],
    ["date=soon", '"soon" is no date.'],
    ["time=25:00", '"25:00" is no time.'],
    ["url=example.com", '"example.com" is no address.'],
    ["platform=myspace", 'There is no platform "myspace".'],
    ["story=none", 'There is no story "none".'],
    ["day=someday", '"someday" is no day.'],
    ["title=", "A post's title can't be empty."],
  ])("refuses %s", async (set, message) => {
    const bank = newBank();
    const { code, stderr } = await bank.run(["edit", "2025-01-07", "--set", set]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`storybank: ${message}`)]);
    expect(bank.read("posts/2025-01-07-outage.md")).toBe(PUBLISHED);
  });

  test("in an editor keeps what it saves, and what can't be read back beside it", async () => {
    const bank = newBank();
    const path = "posts/2025-01-07-outage.md";
    const { writeFileSync, readFileSync } = await import("node:fs");
    const change = (from: string, to: string) => (file: string) => {
      writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
      return 0;
    };
    expect(await bank.run("edit 2025-01-07", { editor: change("50 times", "40 times") })).toMatchObject({
      stdout: "Saved 2025-01-07-outage.\n",
    });
    expect(bank.read(path)).toBe(PUBLISHED.replace("50 times", "40 times"));
    expect(await bank.run("edit 2025-01-07", { editor: change("week: 1", "week: 1\nweek: 2") })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`The post could not be read back, so ${path} is as it was`),
    });
  });
});

describe("rm and restore of a post", () => {
  test("a draft goes and comes back, byte for byte", async () => {
    const bank = withDraft();
    expect(await bank.run("rm 2025-02-04")).toEqual({
      code: 0,
      stdout: "Moved 2025-02-04-outage to the trash.\nBring it back with: storybank restore 2025-02-04-outage\n",
      stderr: "",
    });
    expect(await bank.json("posts --status draft")).toEqual([]);
    expect(await bank.run("restore 2025-02")).toMatchObject({ stdout: "Restored 2025-02-04-outage.\n" });
    expect(bank.read("posts/2025-02-04-outage.md")).toBe(DRAFT);
  });

  test.each([
    [PUBLISHED, "is published"],
    [PUBLISHED.replace("status: published", "status: scheduled"), "has results"],
  ])("what would be missed needs --force", async (text, why) => {
    const bank = newBank({ "posts/p.md": text });
    expect(await bank.run("rm p")).toEqual({
      code: 2,
      stdout: "",
      stderr: `storybank: p ${why}.\nTo move it to the trash all the same: storybank rm p --force\n`,
    });
    expect(bank.exists("posts/p.md")).toBe(true);
    expect(await bank.run("rm p --force")).toMatchObject({ code: 0 });
    expect(bank.read(".storybank/trash/posts/p.md")).toBe(text);
  });

  test("restore takes a story before a post of its name, and either by its path", async () => {
    const bank = createBank({ "stories/a.md": "---\ntitle: S\n---\n", "posts/a.md": "---\ntitle: P\n---\n" });
    for (const path of ["stories/a.md", "posts/a.md"]) await bank.run(["rm", path]);
    expect((await bank.run("restore b")).stderr).toContain("It holds:\n  stories/a.md\n  posts/a.md\n");
    await bank.run("restore posts/a");
    expect(bank.files("stories")).toEqual([]);
    await bank.run("restore a");
    expect([bank.exists("stories/a.md"), bank.exists("posts/a.md")]).toEqual([true, true]);
  });
});

describe("open", () => {
  test("opens the file itself in the editor", async () => {
    const bank = newBank();
    const opened: string[] = [];
    const editor = (file: string): number => opened.push(file) - 1;
    const options = { editor, env: { EDITOR: "ed" }, desktop: [] as string[] };
    expect(await bank.run("open 2025-01-07", options)).toEqual({ code: 0, stdout: "", stderr: "" });
    expect([opened, options.desktop]).toEqual([[join(bank.root, "posts/2025-01-07-outage.md")], []]);
  });

  test("without an editor opens it on the desktop, without a terminal too", async () => {
    const bank = newBank();
    const desktop: string[] = [];
    expect(await bank.run("open outage", { desktop })).toEqual({
      code: 0,
      stdout: "Opened stories/outage.md.\n",
      stderr: "",
    });
    expect(await bank.run("open outage", { desktop, editor: () => 1 })).toMatchObject({ code: 0 });
    expect(desktop).toEqual([join(bank.root, "stories/outage.md"), join(bank.root, "stories/outage.md")]);
  });

  test("with neither says where the file is, and an editor that fails is said", async () => {
    const bank = newBank();
    expect(await bank.run("open outage")).toEqual({
      code: 2,
      stdout: "",
      stderr: `storybank: There is neither a terminal nor a desktop to open stories/outage.md in.\nIt is ${join(bank.root, "stories/outage.md")}\n`,
    });
    expect(await bank.run("open outage", { editor: () => 3 })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("The editor ended with code 3."),
    });
  });
});

describe("a story's name stands for its one unpublished post", () => {
  test("in render, check, mark and record", async () => {
    const bank = withDraft();
    expect(await bank.run("render outage")).toMatchObject({ code: 0, stdout: "It rang 40 times.\n" });
    expect((await bank.run("check outage")).stdout).toContain("1 story and 1 post");
    expect((await bank.run("mark outage scheduled")).stdout).toContain("2025-02-04-outage is scheduled.\n");
    expect(await bank.json("record outage --impressions 10")).toMatchObject({ id: "2025-02-04-outage" });
    expect(bank.read("posts/2025-01-07-outage.md")).toBe(PUBLISHED);
  });

  test("with two of them, both are listed and nothing happens", async () => {
    const bank = newBank({ "posts/one.md": DRAFT, "posts/two.md": DRAFT });
    for (const command of ["render outage", "mark outage ready", "record outage --impressions 1"])
      expect(await bank.run(command)).toEqual({
        code: 2,
        stdout: "",
        stderr: 'storybank: "outage" could be 2 posts.\nSay which:\n  one\n  two\n',
      });
    expect(bank.read("posts/one.md")).toBe(DRAFT);
  });

  test("with none of them a published post is read and recorded, but never marked", async () => {
    const bank = newBank();
    expect((await bank.run("render outage")).stdout).toContain("It rang 50 times");
    expect(await bank.json("record outage --saves 3")).toMatchObject({
      id: "2025-01-07-outage",
      results: { saves: 3 },
    });
    expect(await bank.run("mark outage draft")).toMatchObject({
      code: 2,
      stderr: 'storybank: The story "outage" has no unpublished post.\nName the post itself:\n  2025-01-07-outage\n',
    });
  });
});
