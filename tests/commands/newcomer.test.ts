import { expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { createBank, createSampleBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

test("no hook takes a figure from another sentence, nor a beat's label for what is measured", async () => {
  const bank = createBank({
    "stories/x.md":
      "---\ntitle: X\n---\n**The Outcome:**\n- **Merges per day**: 2 → 14. Waiting went from 3 days to 4 hours.\n",
    "stories/y.md": "---\ntitle: Y\n---\n**The Outcome:**\nIt fell from 3 hours to 4 minutes.\n",
  });
  const exact = async (id: string) =>
    (await bank.json<{ template: string; text: string | null }[]>(`hooks ${id}`)).find(
      ({ template }) => template === "exact-change",
    )?.text;
  expect(await exact("x")).toBe("Merges per day: 2 before, 14 after.");
  expect(await exact("y")).toBeNull();
});

test("bare numbers under Before and After are a change", async () => {
  const bank = createBank({
    "stories/x.md": "---\ntitle: X\n---\n| What | Before | After |\n| --- | --- | --- |\n| Incidents | 6 | 1 |\n",
  });
  expect(await bank.json("show x")).toMatchObject({
    figures: expect.arrayContaining([expect.objectContaining({ text: "6 → 1", label: "Incidents" })]),
  });
});

test("a confidential story and one without text are not drafted", async () => {
  const bank = createBank({
    "stories/a.md": "---\ntitle: A\nconfidential: true\n---\nText.\n",
    "stories/b.md": "---\ntitle: B\n---\n",
  });
  expect(await bank.run("draft a")).toMatchObject({ code: 2, stderr: expect.stringContaining('"A" is confidential') });
  expect(await bank.run("draft b")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("no text to make a post from"),
  });
});

test("a dry run shows another hook for a story that has its post", async () => {
  const bank = createSampleBank();
  await bank.run("draft the-monolith");
  expect(await bank.run("draft the-monolith --hook itemised --dry-run")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\$800K, then/),
  });
});

test("the post that --replace moved away can be restored", async () => {
  const bank = createSampleBank();
  await bank.run("draft the-monolith");
  const { stdout } = await bank.run("draft the-monolith --date 2025-02-04 --replace");
  expect(stdout).toContain("2025-01-07-the-monolith-invoice (now in the trash)");
  expect(await bank.run("restore 2025-01-07-the-monolith-invoice")).toMatchObject({ code: 0 });
});

test("one broken template keeps no other from being offered, and doctor names it", async () => {
  const bank = createBank({
    "stories/outage.md": OUTAGE,
    "templates/hooks/bad.md": "---\nname: bad\n---\n{% for %}\n",
  });
  const hooks = await bank.json<{ template: string; text: string | null; problem?: string }[]>("hooks outage");
  expect(hooks.find(({ template }) => template === "bad")?.problem).toContain("can't be used");
  expect(hooks.filter(({ text }) => text !== null).length).toBeGreaterThan(3);
  expect(await bank.run("doctor")).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('The template "bad" can\'t be read'),
  });
});

test("doctor names skipped files and keys that are not what they ask for", async () => {
  const bank = createBank({
    "stories/a.md": "---\ntitle: A\nweek: soon\nday: caturday\n---\n",
    "stories/b.md": "---\ntitle: [\n---\n",
  });
  const { code, stdout } = await bank.run("doctor");
  expect(code).toBe(1);
  for (const what of ["stories/b.md is skipped", "week: soon, which is no week", "day: caturday, which is no day"])
    expect(stdout).toContain(what);
});

test("half an answer is kept too, and every unfinished story is offered", async () => {
  const bank = createBank();
  const start = ["Night", "0", null, ""];
  await bank.run("add", { answers: [...start, new Cancelled(undefined, "half a sen")] });
  expect(bank.read(".storybank/recovered/unfinished-story.md")).toContain("**The Setup:**\nhalf a sen\n");
  await bank.run("add", { answers: [false, "Other", "0", null, "", new Cancelled(undefined, "more")] });
  expect((await bank.run("doctor")).stdout).toContain("unfinished-story-2.md");
  expect((await bank.run("add", { answers: [false, new Cancelled()] })).stderr).toContain(
    "There is an unfinished story from before: Other",
  );
});

test.each([
  ["init /proc/x", /could not be written|no story bank/],
  ["export --week 1 --out /proc/x/y", /could not be written/],
])("%s ends", async (command, message) => {
  expect(await createSampleBank().run(command)).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
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

test("a week document's tags come in, and a changed day goes out", async () => {
  const text =
    "# Week 2: X\n\n## STORY 1: A\n**Für**: Dienstag Debatte\n**Tags**: ops, on-call\n\nText.\n\n---\n\n## 📊 Guidance\n1. **A**: lead with the pager\n";
  const bank = createBank({ "doc.md": text });
  await bank.run("import doc.md");
  expect(await bank.json("show a")).toMatchObject({
    tags: ["ops", "on-call"],
    angle: "lead with the pager",
    body: "\nText.\n",
  });
  expect((await bank.run("export --week 2")).stdout).toBe(text);
  await bank.run("edit a --set day=monday");
  expect((await bank.run("export --week 2")).stdout).toBe(text.replace("Dienstag", "Monday"));
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

test("a story of nine thousand words is drafted like any other", async () => {
  const bank = createBank({
    "stories/long.md": `---\ntitle: Long\nhook: It broke.\n---\n\n**The Setup:**\n${"It happened again. ".repeat(3500)}\n\n**The Lesson:**\nKeep it short.\n`,
  });
  const draft = await bank.json<{ characters: number; leftOut: unknown[] }>("draft long --dry-run");
  expect(draft.characters).toBeLessThanOrEqual(3000);
  expect(draft.leftOut.length).toBeGreaterThan(0);
});
