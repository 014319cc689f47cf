import { describe, expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

describe("init", () => {
  test("makes a bank whose weeks start on the next Monday", async () => {
    const home = createBank();
    const made = await home.run("init mine", { today: "2026-11-22" });
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("lies inside another bank") });
    expect(home.read("mine/storybank.yaml")).toContain("start: 2026-11-23");
    expect(await home.run("init mine")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("mine is a story bank already"),
    });
    expect(await home.run(["list", "--bank", "mine"])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("no stories yet"),
    });
  });

  test("a folder without a bank says how to make one", async () => {
    const bank = createBank();
    expect(await bank.run(["list", "--bank", "elsewhere"])).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: elsewhere is not a story bank: it does not exist.\nMake one there with: storybank init elsewhere\n",
    });
  });
});

describe("add", () => {
  test("writes a story from flags, with the slot's series", async () => {
    const bank = createBank({
      "storybank.yaml": "calendar:\n  start: 2025-01-06\n  slots:\n    tuesday: {series: Debate}\n",
    });
    const { code, stdout } = await bank.run(
      [
        "add",
        "The Night",
        "--week",
        "this",
        "--day",
        "TUE",
        "--tag",
        "ops",
        "--fact",
        "cause=a typo",
        "--body",
        "**The Setup:**\nLong ago.",
      ],
      { today: "2025-01-15" },
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Added the-night (stories/the-night.md).\n" });
    expect(bank.read("stories/the-night.md")).toBe(
      "---\ntitle: The Night\nweek: 2\nday: tuesday\nseries: Debate\ntags: [ops]\nfacts:\n  cause: a typo\ncreated: 2025-01-15\n---\n\n**The Setup:**\nLong ago.\n",
    );
  });

  test("takes a story from standard input or a file", async () => {
    const bank = createBank({ "night.md": OUTAGE });
    await bank.run("add Piped --from -", { stdin: "From a pipe.\n" });
    expect(bank.read("stories/piped.md")).toContain("\nFrom a pipe.\n");
    await bank.run("add --from night.md");
    expect(bank.read("stories/the-night-the-pager-won.md")).toContain("mood: grim\n");
  });

  test.each([
    ["🔥🔥", "story-2025-01-05"],
    ["C++", "cpp"],
    ["C#", "csharp"],
    ["C", "c"],
    ["CON", "con-story"],
    ["nul", "nul-story"],
    ["../../x", "x"],
    ["日本語", "story-2025-01-05"],
    ["Zürich — 5→50!", "zuerich-5-to-50"],
    ["It’s 60% done", "its-60-percent-done"],
    ["a".repeat(300), "a".repeat(80)],
  ])("any title becomes a safe file name: %s", async (title, id) => {
    const bank = createBank();
    const { code } = await bank.run(["add", "--body", "x", "--", title]);
    expect(code).toBe(0);
    expect(bank.files("stories")).toEqual([`stories/${id}.md`]);
    expect(await bank.json("list")).toMatchObject([{ title }]);
  });

  test("the same title again gets a number, and a note", async () => {
    const bank = createBank({ "stories/foo.md": "---\ntitle: Foo\n---\n" });
    expect(await bank.run("add foo --body x")).toMatchObject({
      stdout: "Added foo-2 (stories/foo-2.md).\n",
      stderr: expect.stringContaining("has a story of this title already: foo"),
    });
    expect(await bank.run(["add", "Fo\u0301o", "--body", "x"])).toMatchObject({ code: 0 });
  });

  test.each([
    [["add"], /no title, and there is no terminal/],
    [["add", ""], /title is empty/],
    [["add", "a\nb", "--body", "x"], /line break/],
    [["add", "-1 to hero"], /unknown option/i],
    [["add", "x", "--day", "someday"], /"someday" is no day/],
    [["add", "x", "--week", "soon"], /no week "soon"/],
    [["add", "x", "--fact", "cause"], /--fact can't be "cause"/],
    [["add", "x", "--from", "none.md"], /no such file/],
  ])("%j is refused and writes nothing", async (argv, message) => {
    const bank = createBank();
    const before = bank.files();
    const { code, stderr } = await bank.run(argv);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n").length).toBeLessThanOrEqual(2);
    expect(bank.files()).toEqual(before);
  });
});

describe("guided add", () => {
  const answers = [
    "The Night",
    "2",
    "tuesday",
    "It rang 40 times.",
    "We were 12 engineers.",
    "At 3 AM it stopped.",
    "",
    "60% fewer pages.",
    "Keep alerts short.",
    true,
    "Who sleeps well?",
    "on-call",
    null,
    "save",
  ];

  test("asks beat by beat and shows the figures it found", async () => {
    const bank = createBank();
    const { code, stderr } = await bank.run("add", { answers });
    expect(code).toBe(0);
    expect(stderr).toContain("Figures found: 12 engineers · 3 AM · 60%");
    expect(bank.read("stories/the-night.md")).toBe(
      "---\ntitle: The Night\nweek: 2\nday: tuesday\nhook: It rang 40 times.\nquestion: Who sleeps well?\ntags: [on-call]\ncreated: 2025-01-05\n---\n\n**The Setup:**\nWe were 12 engineers.\n\n**The Crisis:**\nAt 3 AM it stopped.\n\n**The Outcome:**\n60% fewer pages.\n\n**The Lesson:**\nKeep alerts short.\n",
    );
  });

  test("Ctrl-C writes no story, keeps what was typed, and offers it again", async () => {
    const bank = createBank();
    const { Cancelled } = await import("../../src/errors.ts");
    const first = await bank.run("add", { answers: [...answers.slice(0, 6), new Cancelled()] });
    expect(first).toMatchObject({
      code: 130,
      stdout: "",
      stderr: expect.stringContaining(
        "Cancelled. What you typed is kept in\n.storybank/recovered/unfinished-story.md\n",
      ),
    });
    expect(bank.exists("stories")).toBe(false);
    const second = await bank.run("add", { answers: [true, ...answers.slice(6)] });
    expect(second).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("There is an unfinished story from before: The Night"),
    });
    expect(bank.read("stories/the-night.md")).toContain(
      "**The Setup:**\nWe were 12 engineers.\n\n**The Crisis:**\nAt 3 AM it stopped.\n\n**The Outcome:**\n",
    );
    expect(bank.exists(".storybank/recovered/unfinished-story.md")).toBe(false);
  });
});

describe("list", () => {
  test("groups by week and fits narrow terminals", async () => {
    const bank = createSampleBank();
    const { stdout } = await bank.run("list", { columns: 60 });
    expect(stdout).toMatch(/^Week 1 · Technical Leadership Foundations\n {2}Tue {2}The Monolith Invoice/);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });

  test("filters and sorts", async () => {
    const bank = createBank({
      "stories/a.md": "---\ntitle: Água\nweek: 2\nday: friday\ntags: [x, Y]\nseries: Career Talk\n---\n",
      "stories/b.md": "---\ntitle: B\nweek: 1\nday: tuesday\ntags: [x]\nhook: The water rose.\n---\n",
      "stories/deep/c.md": "No front matter at all.\n",
      "posts/p.md": "---\nstory: b\nstatus: published\n---\n",
    });
    const ids = async (flags: string): Promise<string[]> =>
      (await bank.run(`list --format id ${flags}`)).stdout.split("\n").filter((id) => id !== "");
    expect(await ids("")).toEqual(["b", "a", "deep/c"]);
    expect(await ids("--week 2")).toEqual(["a"]);
    expect(await ids("--day FRI")).toEqual(["a"]);
    expect(await ids("--tag x --tag y")).toEqual(["a"]);
    expect(await ids("--match agua")).toEqual(["a"]);
    expect(await ids("--match WATER")).toEqual(["b"]);
    expect(await ids("--series career")).toEqual(["a"]);
    expect(await ids("--unused")).toEqual(["a", "deep/c"]);
    expect(await ids("--status published")).toEqual(["b"]);
    expect(await ids("--sort title --limit 1")).toEqual(["a"]);
    expect(await bank.json("list --week 1")).toEqual([
      {
        id: "b",
        title: "B",
        week: 1,
        day: "tuesday",
        series: null,
        hook: "The water rose.",
        tags: ["x"],
        status: "published",
        posts: ["p"],
        path: "stories/b.md",
      },
    ]);
  });

  test.each([
    ["--week soon", /Weeks are written/],
    ["--week 2026-W54", /no week/],
    ["--day noday", /no day/],
    ["--sort luck", /Choose one of/],
    ["--status gone", /unused, drafted, published/],
    ["--limit many", /whole number/],
    ["--colour", /unknown option/i],
  ])("list %s is refused", async (flags, message) => {
    expect(await createBank().run(`list ${flags}`)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(message),
    });
  });

  test("control characters are shown, not sent", async () => {
    const bank = createBank({ "stories/x.md": '---\ntitle: "a\\e]52;c;x\\a b\\u202e c\\u0085"\n---\n' });
    const { stdout } = await bank.run("list");
    expect(stdout).toContain("a\\u{1b}]52;c;x\\u{07} b\\u{202e} c\\u{85}");
    expect((await bank.run("list --json")).stdout).toContain("\\u202e");
  });
});

describe("show", () => {
  test("tells a story by name, title, path or the beginning of its id", async () => {
    const bank = createBank({ "stories/outage.md": OUTAGE, "stories/outback.md": "---\ntitle: Outback\n---\n" });
    for (const name of ["outage", "outag", "the night the pager won", "stories/outage.md"])
      expect(await bank.json(["show", name])).toMatchObject({ id: "outage" });
    expect(await bank.run("show out")).toMatchObject({
      code: 2,
      stderr: 'storybank: "out" could be 2 stories.\nSay which:\n  outage\n  outback\n'.replace(
        "outage\n  outback",
        "outage\n  outback",
      ),
    });
    expect(await bank.run("show outrage")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Did you mean outage?"),
    });
    expect(await bank.json("show outage")).toMatchObject({
      hook: "It rang 40 times in one night: I stopped counting.",
      beats: [{ role: "setup" }, { role: "crisis" }, { role: "outcome" }, { role: "lesson", line: 21 }],
      figures: expect.arrayContaining([
        expect.objectContaining({ kind: "change", label: "Alerts per night", line: 18 }),
      ]),
    });
  });
});

describe("tag and tags", () => {
  test("tag adds and removes, and leaves every other byte alone", async () => {
    const bank = createBank({ "stories/outage.md": OUTAGE });
    expect(await bank.run("tag outage leadership --remove ops")).toEqual({
      code: 0,
      stdout: "outage  leadership\n",
      stderr: "",
    });
    expect(bank.read("stories/outage.md")).toBe(OUTAGE.replace("tags: [ops]", "tags: [leadership]"));
    await bank.run("tag outage Leadership");
    expect(bank.read("stories/outage.md")).toBe(OUTAGE.replace("tags: [ops]", "tags: [leadership]"));
  });

  test("tag reads ids from standard input and warns of a near-duplicate", async () => {
    const bank = createBank({
      "stories/a.md": "---\ntitle: A\ntags: [scaling]\n---\n",
      "stories/b.md": "---\ntitle: B\n---\n",
    });
    const { stdout, stderr } = await bank.run("tag - scalling", { stdin: "a\nb\n" });
    expect(stdout).toBe("a  scaling, scalling\nb  scalling\n");
    expect(stderr).toContain('the bank knows the tag "scaling"');
  });

  test("tags counts, and rename merges", async () => {
    const bank = createBank({
      "stories/a.md": "---\ntags: [Ops, constructor]\n---\n",
      "stories/b.md": "---\ntags: [ops, infra]\n---\n",
    });
    expect(await bank.json("tags")).toEqual([
      { tag: "Ops", stories: 2 },
      { tag: "constructor", stories: 1 },
      { tag: "infra", stories: 1 },
    ]);
    expect((await bank.run("tags rename ops infra --dry-run")).stderr).toContain("Nothing was changed");
    expect((await bank.run("tags rename ops infra")).stdout).toBe("a  infra, constructor\nb  infra\n");
    expect(await bank.json("tags")).toEqual([
      { tag: "infra", stories: 2 },
      { tag: "constructor", stories: 1 },
    ]);
  });
});

describe("edit", () => {
  test("--set changes keys without an editor", async () => {
    const bank = createBank({ "stories/outage.md": OUTAGE });
    expect(
      (await bank.run(["edit", "outage", "--set", "week=2", "--set", "facts.cause=a typo", "--set", "day="])).stdout,
    ).toBe("Set week, facts.cause, day of outage.\n");
    expect(bank.read("stories/outage.md")).toBe(
      OUTAGE.replace("week: 1", "week: 2")
        .replace("day: tuesday\n", "")
        .replace("mood: grim\n", "mood: grim\nfacts:\n  cause: a typo\n"),
    );
    expect(await bank.run(["edit", "outage", "--set", "colour=red"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no key "colour"'),
    });
    expect(await bank.run(["edit", "outage", "--set", "week=soon"])).toMatchObject({ code: 2 });
  });

  test("the editor's text is saved; a failing editor changes nothing and keeps the text", async () => {
    const { readFileSync, writeFileSync } = await import("node:fs");
    const bank = createBank({ "stories/outage.md": OUTAGE });
    const change = (code: number, to: string) => (file: string) => {
      writeFileSync(file, readFileSync(file, "utf8").replace("grim", to));
      return code;
    };
    expect((await bank.run("edit outage", { editor: change(0, "bright") })).stdout).toBe("Saved outage.\n");
    expect(bank.read("stories/outage.md")).toBe(OUTAGE.replace("grim", "bright"));
    const failed = await bank.run("edit outage", {
      editor: change(3, "x"),
    });
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining("The editor ended with code 3") });
    expect(bank.read("stories/outage.md")).toBe(OUTAGE.replace("grim", "bright"));
    expect((await bank.run("edit outage", { editor: change(0, "bright") })).stdout).toBe("outage is as it was.\n");
  });

  test("a file that another program changes meanwhile is left to it, and both texts are kept", async () => {
    const { writeFileSync } = await import("node:fs");
    const bank = createBank({ "stories/outage.md": OUTAGE });
    const result = await bank.run("edit outage", {
      editor: (file) => {
        writeFileSync(file, `${OUTAGE}mine\n`);
        bank.write("stories/outage.md", `${OUTAGE}theirs\n`);
        return 0;
      },
    });
    expect(result).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("was changed by another program meanwhile"),
    });
    expect(bank.read("stories/outage.md")).toBe(`${OUTAGE}theirs\n`);
    expect(bank.read(".storybank/recovered/outage.md")).toBe(`${OUTAGE}mine\n`);
  });
});

describe("rm and restore", () => {
  test("a story goes to the trash and comes back to the letter", async () => {
    const bank = createBank({ "stories/outage.md": OUTAGE });
    expect((await bank.run("rm outage")).stdout).toContain("storybank restore outage");
    expect(bank.read(".storybank/trash/stories/outage.md")).toBe(OUTAGE);
    expect((await bank.run("restore outage")).stdout).toBe("Restored outage.\n");
    expect(bank.read("stories/outage.md")).toBe(OUTAGE);
    expect(await bank.run("restore outage")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("The trash is empty"),
    });
  });

  test("a story a post tells stays, unless forced", async () => {
    const bank = createBank({ "stories/outage.md": OUTAGE, "posts/p.md": "---\nstory: outage\n---\n" });
    expect(await bank.run("rm outage")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("outage is told in p"),
    });
    expect(await bank.run("rm outage --force")).toMatchObject({ code: 0 });
  });

  test("a story whose name looks like a copy's comes back as itself", async () => {
    const bank = createBank({ "stories/a.md": "A\n", "stories/a~2.md": "B\n" });
    await bank.run("rm a");
    await bank.run("rm a~2");
    await bank.run("restore a");
    expect(bank.read("stories/a.md")).toBe("A\n");
  });

  test("nothing in the trash is overwritten", async () => {
    const bank = createBank({ "stories/a.md": "one" });
    await bank.run("rm a");
    bank.write("stories/a.md", "two");
    await bank.run("rm a");
    expect([bank.read(".storybank/trash/stories/a.md"), bank.read(".storybank/trash/~2/stories/a.md")]).toEqual([
      "one",
      "two",
    ]);
    await bank.run("restore a");
    expect(bank.read("stories/a.md")).toBe("two");
    expect(await bank.run("restore a")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("There is a story a already"),
    });
  });
});

describe("doctor", () => {
  test("doctor names what is wrong and what to do", async () => {
    const bank = createBank({
      "storybank.yaml": "calender:\n  start: 2025-01-06\n",
      "posts/p.md": "---\nstory: gone\n---\n",
      "stories/.storybank-999999999-1.tmp": "x",
    });
    const { code, stdout } = await bank.run("doctor");
    expect(code).toBe(1);
    expect(stdout).toContain("unknown key calender.\n    Did you mean calendar?");
    expect(stdout).toContain("posts/p.md tells a story that is not there: gone.");
    expect(stdout).toContain("An interrupted write left");
    expect((await createSampleBank().run("doctor")).stdout).toContain("Nothing is wrong.");
  });
});
