import { describe, expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { createBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

/** Answers to title, week, day, hook and five beats; then come the question, the tags and "Save it?". */
const told = (title: string, setup: string, hook = ""): unknown[] => [title, "0", null, hook, setup, "", "", "", ""];

describe("add on a terminal", () => {
  test("asks for a question and for tags until there are no more", async () => {
    const bank = createBank({ "stories/old.md": "---\ntitle: Old\ntags: [Ops, hiring]\n---\nText.\n" });
    const answers = [...told("Night", "It rang."), "Who sleeps\nwell?", "Ops", "#on-call, ops , sleep", null, "save"];
    expect(await bank.run("add", { answers })).toMatchObject({
      code: 0,
      stdout: "Added night (stories/night.md).\n",
    });
    expect(bank.read("stories/night.md")).toBe(
      "---\ntitle: Night\nquestion: Who sleeps well?\ntags: [Ops, on-call, sleep]\ncreated: 2025-01-05\n---\n\n**The Setup:**\nIt rang.\n",
    );
  });

  test("takes both as flags and asks for neither then", async () => {
    const bank = createBank();
    const answers = [...told("Night", "It rang."), "save"];
    const { code } = await bank.run('add --question "Who sleeps?" --tag ops', { answers });
    expect(code).toBe(0);
    expect(bank.read("stories/night.md")).toContain("question: Who sleeps?\ntags: [ops]\n");
    expect(await bank.run(["add", "T", "--question", "a\nb", "--body", "x"])).toMatchObject({
      code: 2,
      stderr: "storybank: The question has a line break in it.\nWrite it on one line.\n",
    });
  });

  test.each([
    ["next", "week: 2"],
    ["this", "week: 1"],
    ["2025-W04", "week: 3"],
    [" 7 ", "week: 7"],
  ])("takes %j for a week", async (week, written) => {
    const bank = createBank();
    const answers = ["Night", week, ...told("Night", "It rang.").slice(2), "", null, "save"];
    expect((await bank.run("add", { answers, today: "2025-01-08" })).code).toBe(0);
    expect(bank.read("stories/night.md")).toContain(`${written}\n`);
  });

  test("says of a week that is none what weeks there are, and asks again", async () => {
    const asked: (true | string)[] = [];
    const bank = createBank();
    const answers = [...told("Night", "It rang."), "", null, "save"];
    await bank.run("add", {
      answers,
      onText: (question, { validate }) => {
        if (question.startsWith("Week")) for (const week of ["soon", "1", ""]) asked.push(validate?.(week) ?? true);
      },
    });
    expect(asked).toEqual(['There is no week "soon". Weeks are written 1, this, next or 2026-W47.', true, true]);
  });

  test("an answer of several lines keeps them, tabs and empty ones too", async () => {
    const bank = createBank();
    const setup = "\n\tIt rang.\n\n- 40 times\n\t- at night\n\n";
    await bank.run("add", { answers: [...told("Night", setup, "It rang.\nTwice."), true, "", null, "save"] });
    expect(bank.read("stories/night.md")).toContain("hook: |-\n  It rang.\n  Twice.\n");
    expect(bank.read("stories/night.md")).toContain("**The Setup:**\n\tIt rang.\n\n- 40 times\n\t- at night\n");
  });

  test("a whole story that is pasted for the title loses nothing, and what it tells is not asked for", async () => {
    const bank = createBank();
    const story = "# Night\n\n**The Setup:**\nIt rang.\n\n**The Lesson:**\nSleep.\n";
    const { stderr } = await bank.run("add", { answers: [story, "0", null, "", "", "", "", "", null, "save"] });
    expect(stderr).toContain("Its first line is the title; the rest begins the story.\n");
    expect(bank.read("stories/night.md")).toBe(
      "---\ntitle: Night\ncreated: 2025-01-05\n---\n\n**The Setup:**\nIt rang.\n\n**The Lesson:**\nSleep.\n",
    );
  });

  test.each<[string, unknown[], string]>([
    ["title", [], "title: half\n"],
    ["hook", ["Night", "0", null], "hook: half\n"],
    ["setup", told("Night", "").slice(0, 4), "**The Setup:**\nhalf\n"],
    ["question", told("Night", "It rang."), "question: half\n"],
  ])("half a %s is kept, with all before it", async (_, answers, kept) => {
    const bank = createBank();
    const result = await bank.run("add", { answers: [...answers, new Cancelled(undefined, "half")] });
    expect(result).toMatchObject({ code: 130, stdout: "", stderr: expect.stringContaining("is kept in\n") });
    expect(bank.read(".storybank/recovered/unfinished-story.md")).toContain(kept);
  });

  test("a question alone is kept too", async () => {
    const bank = createBank();
    const answers = [...told("Night", "").slice(3), "Who sleeps?", new Cancelled()];
    expect((await bank.run("add Night --week 1 --day friday", { answers })).stderr).toContain("is kept in\n");
    expect(bank.read(".storybank/recovered/unfinished-story.md")).toContain("question: Who sleeps?\n");
  });

  test("an unfinished story comes back with its question, tags and facts", async () => {
    const bank = createBank();
    const answers = [...told("Night", "It rang."), "Who sleeps?", "ops", new Cancelled()];
    await bank.run("add --fact team=12", { answers });
    expect((await bank.run("add", { answers: [true, "0", null, "", "", "", "", "", "save"] })).code).toBe(0);
    expect(bank.read("stories/night.md")).toContain("question: Who sleeps?\ntags: [ops]\nfacts:\n  team: 12\n");
  });
});

test("prompts: takes plain and nothing else", async () => {
  const bank = createBank({ "storybank.yaml": "version: 1\nprompts: loud\n" });
  expect(await bank.run("draft x")).toMatchObject({
    code: 2,
    stderr: 'storybank: prompts in storybank.yaml is "loud".\nWrite plain, or leave it out.\n',
  });
  bank.write("storybank.yaml", "version: 1\nprompts: plain\n");
  expect((await bank.run("doctor")).stdout).not.toContain("prompts");
});

describe("add from flags and files", () => {
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

test("a story from outside: broken front matter, a heading for a title, a whole week", async () => {
  const bank = createBank();
  expect(await bank.run("add --from -", { stdin: "---\ntitle: [x\n---\nb\n" })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("can't be taken"),
  });
  expect(await bank.run("add --from -", { stdin: "# A Heading\n\nText.\n" })).toMatchObject({
    stdout: "Added a-heading (stories/a-heading.md).\n",
  });
  expect(await bank.run("add T --from -", { stdin: "# Week 1\n\n## STORY 1: A\n\nx\n" })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("storybank import"),
  });
});

test("a story that tells what another one tells is named when it comes in", async () => {
  const bank = createBank({ "stories/outage.md": OUTAGE });
  const body = OUTAGE.split("---\n")[2] ?? "";
  expect((await bank.run(["add", "Another Title", "--body", body])).stderr).toContain(
    "Note: much of its text stands in another story already: outage\n",
  );
  expect((await bank.run(["add", "the night the pager WON", "--body", "Other words."])).stderr).toContain(
    "of this title already: outage",
  );
  expect(
    (
      await bank.run([
        "add",
        "New",
        "--body",
        "Something that nobody has told in this bank before, with words of its own.",
      ])
    ).stderr,
  ).not.toContain("Note");
  bank.write("week.txt", `# Week 9 Story Bank: X\n\n## STORY 1: Copied\n**For**: Tuesday\n\n${body}\n`);
  expect((await bank.run("import week.txt")).stdout).toContain("! copied tells what outage tells");
});
