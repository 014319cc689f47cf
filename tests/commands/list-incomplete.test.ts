import stringWidth from "string-width";
import { expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";

const story = (head: string, body = "It happened.\n"): string => `---\n${head}---\n${body}`;
const STORIES = {
  "stories/a-bare.md": story("title: A bare one\nweek: 1\n"),
  "stories/b-asks.md": story("title: It asks in its text\nhook: H\n", "It broke.\n\n**Question:**\nWho has seen it?\n"),
  "stories/c-whole.md": story("title: Whole\nhook: H\nquestion: Q?\ntags: [ops]\n"),
  "stories/d-hookless.md": story("title: Without a hook\nquestion: Q?\ntags: [ops]\nweek: 2\n"),
};

test("stories without hook, question or tags are listed with what is missing", async () => {
  const bank = createBank(STORIES);
  expect(await bank.run("list --incomplete")).toEqual({
    code: 0,
    stdout: `A bare one           no hook, no question, no tags  a-bare
Without a hook       no hook                        d-hookless
It asks in its text  no tags                        b-asks

Next: storybank hooks a-bare   offers hooks made of its facts
`,
    stderr: "",
  });
  expect((await bank.run("list --incomplete --format id")).stdout).toBe("a-bare\nd-hookless\nb-asks\n");
});

test.each([
  ["--week 2", "d-hookless\n"],
  ["--match asks", "b-asks\n"],
  ["--tag ops", "d-hookless\n"],
  ["--limit 1", "a-bare\n"],
  ["--status published", ""],
])("together with %s", async (flags, ids) => {
  expect((await createBank(STORIES).run(`list --incomplete --format id ${flags}`)).stdout).toBe(ids);
});

test("the JSON of list has what is missing with the flag alone", async () => {
  const bank = createBank(STORIES);
  const plain = await bank.json<Record<string, unknown>[]>("list");
  const listed = await bank.json<Record<string, unknown>[]>("list --incomplete");
  expect(listed).toEqual([
    { ...plain.find(({ id }) => id === "a-bare"), missing: ["hook", "question", "tags"] },
    { ...plain.find(({ id }) => id === "d-hookless"), missing: ["hook"] },
    { ...plain.find(({ id }) => id === "b-asks"), missing: ["tags"] },
  ]);
  expect(plain.every((each) => !("missing" in each))).toBe(true);
});

test.each([
  ["hook: H\nquestion: Q?\n", "Next: storybank tag a --suggest   offers tags\n"],
  ["hook: H\ntags: [ops]\n", 'Next: storybank edit a --set "question=…"   what its post asks the readers\n'],
])("with %j, it says how to begin", async (head, next) => {
  const bank = createBank({ "stories/a.md": story(`title: A\n${head}`) });
  expect((await bank.run("list --incomplete")).stdout).toContain(next.replaceAll('"', ""));
});

test("where none lacks anything, it says so", async () => {
  const bank = createBank({ "stories/c-whole.md": STORIES["stories/c-whole.md"] });
  expect(await bank.run("list --incomplete")).toEqual({
    code: 0,
    stdout: "",
    stderr: "None of them lacks hook, question or tags.\n",
  });
  expect(await bank.json("list --incomplete")).toEqual([]);
});

test("it fits 60 columns", async () => {
  const { stdout } = await createSampleBank().run("list --incomplete", { columns: 60 });
  expect(stdout).toContain("no question");
  expect(stdout.split("\n").filter((line) => stringWidth(line) > 60)).toEqual([]);
});
