import { describe, expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { createBank } from "../support/bank.ts";

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
