import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { createBank, createSampleBank, type TestBank } from "../support/bank.ts";
import { NO_TERMINAL, startTerminal } from "../support/terminal.ts";

const story = (title: string, tags: string, body: string): string =>
  `---\ntitle: ${title}\n${tags === "" ? "" : `tags: [${tags}]\n`}---\n\n${body}\n`;

const PAGER = story(
  "The Night of the Pager",
  "",
  "**The Setup:**\nThe pager rang for a service we had switched off. Priya Raman was on call, and Acme Foods was our client.\n\n**The Crisis:**\nThe pager rang 40 times that night, and nobody read the runbook. The invoice for the night was $4K. Priya Raman asked Acme Foods for a day, and the runbook was wrong.\n\n**The Lesson:**\nA runbook that nobody reads is no runbook. An invoice is no alarm.",
);

/** Five others, so that something is rare; two of the three with an invoice are about what clouds cost. */
const OTHERS = {
  "stories/a.md": story("A", "cloud-costs, on-call", "The invoice came in March. It was an invoice for the cloud."),
  "stories/b.md": story("B", "cloud-costs", "The invoice was wrong. We paid the invoice twice."),
  "stories/c.md": story("C", "hiring", "A candidate asked for the salary. The candidate left."),
  "stories/d.md": story("D", "pager", "Our team met in Porto. The agenda was too long."),
  "stories/e.md": story("E", "Hiring", "The meeting was long. A meeting needs an agenda."),
};

interface Suggested {
  story: string;
  tags: { tag: string; stories: number; why: string }[];
}

async function suggested(bank: TestBank, id = "pager"): Promise<Suggested["tags"]> {
  const [first] = await bank.json<Suggested[]>(`tag ${id} --suggest`);
  return first?.tags ?? [];
}

describe("tag STORY --suggest", () => {
  test("offers tags of the bank and the story's rare words, with why", async () => {
    const bank = createBank({ ...OTHERS, "stories/pager.md": PAGER });
    expect(await bank.run("tag pager --suggest")).toEqual({
      code: 0,
      stdout: `The Night of the Pager  no tags yet
  pager        known  the story says it 3 times
  cloud-costs  known  2 of 2 others with “invoice” have it
  runbook      new    said 4 times, and in no other story
`,
      stderr: "Next: storybank tag pager pager   adds it\n",
    });
    expect(bank.read("stories/pager.md")).toBe(PAGER);
  });

  test("its JSON, one object a story", async () => {
    const bank = createBank({ ...OTHERS, "stories/pager.md": PAGER });
    const { stdout } = await bank.run("tag - --suggest --json", { stdin: "c\npager\n" });
    const both = JSON.parse(stdout) as Suggested[];
    expect(both.map((each) => each.story)).toEqual(["c", "pager"]);
    expect(both[1]?.tags[0]).toEqual({ tag: "pager", stories: 1, why: "the story says it 3 times" });
    expect(both[1]?.tags.at(-1)).toEqual({ tag: "runbook", stories: 0, why: "said 4 times, and in no other story" });
  });

  test("never suggests what the story has, in whatever case", async () => {
    const bank = createBank({
      ...OTHERS,
      "stories/pager.md": PAGER.replace("---\n\n", "tags: [Pager, runbooks]\n---\n\n"),
    });
    expect((await suggested(bank)).map(({ tag }) => tag)).toEqual(["cloud-costs"]);
  });

  test("no name of a person, a company or a client becomes a hashtag", async () => {
    const bank = createBank({
      ...OTHERS,
      "stories/pager.md": PAGER.replace(
        "An invoice",
        "The falcon flew. The falcon landed. Priya smiled. Acme paid. An invoice",
      ),
      "storybank.yaml": "version: 1\nprivate: [Falcon]\n",
    });
    const tags = (await suggested(bank)).map(({ tag }) => tag);
    expect(tags).toContain("runbook");
    expect(tags.filter((tag) => /priya|raman|acme|foods|falcon/i.test(tag))).toEqual([]);
    bank.write("storybank.yaml", "version: 1\n");
    expect((await suggested(bank)).map(({ tag }) => tag)).toContain("falcon");
  });

  test("a word that many stories have is not suggested as a new tag", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [
        `stories/m${i}.md`,
        story(`M${i}`, "", "The runbook was old. A runbook is read once."),
      ]),
    );
    const bank = createBank({ ...OTHERS, ...many, "stories/pager.md": PAGER });
    expect((await suggested(bank)).map(({ tag }) => tag)).not.toContain("runbook");
  });

  test("two words that belong together are one tag", async () => {
    const bank = createBank({
      "stories/a.md": story(
        "A",
        "",
        "The spam folder ate it. We looked into the spam folder late. A spam folder hides much.",
      ),
    });
    expect((await suggested(bank, "a")).map(({ tag }) => tag)).toEqual(["spam-folder"]);
  });

  test.each([
    ["an empty story", ""],
    ["a story without repeated words", "It was late.\n"],
    ["a story in another language", "Der Pager ging. Der Pager ging wieder.\n"],
    ["a story that is one long line", `${"The pager rang. ".repeat(2000)}\n`],
  ])("%s is no trouble", async (_, body) => {
    const bank = createBank({ "stories/a.md": story("A", "", body) });
    expect(await bank.run("tag a --suggest")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^A {2}no tags yet\n/),
    });
  });

  test("it fits 60 columns, and says everything there", async () => {
    const { stdout } = await createBank({ ...OTHERS, "stories/pager.md": PAGER }).run("tag pager --suggest", {
      columns: 60,
    });
    expect(stdout).toContain("2 of 2 others with “invoice” have it");
    expect(stdout.split("\n").filter((line) => stringWidth(line) > 60)).toEqual([]);
  });

  test.each([["tag pager ops --suggest"], ["tag pager --suggest -r ops"]])("%s is refused", async (line) => {
    const bank = createBank({ "stories/pager.md": PAGER });
    expect(await bank.run(line)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/no tags go with it/),
    });
  });

  test("every story of the sample gets some, in a whole week at once", async () => {
    const bank = createSampleBank();
    const ids = (await bank.run("list --week 1 --format id")).stdout;
    const { code, stdout } = await bank.run("tag - --suggest", { stdin: ids });
    expect([code, stdout.match(/ {2}new {4}/g)?.length ?? 0]).toEqual([0, expect.any(Number)]);
    expect(stdout.split("\n\n")).toHaveLength(5);
    expect(stdout).not.toContain("Nothing stands out");
  });
});

describe("on a terminal", () => {
  test("tags are chosen one after the other, and others typed", async () => {
    const bank = createBank({ ...OTHERS, "stories/pager.md": PAGER });
    const { code, stdout } = await bank.run("tag pager --suggest", {
      answers: ["runbook", "sleep, night-shift", null],
    });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\npager {2}runbook, sleep, night-shift\n$/)]);
    expect(bank.read("stories/pager.md")).toBe(
      PAGER.replace("---\n\n", "tags: [runbook, sleep, night-shift]\n---\n\n"),
    );
  });

  test.each([[[null]], [[new Cancelled()]], [["runbook", new Cancelled()]]])("%j changes nothing", async (answers) => {
    const bank = createBank({ ...OTHERS, "stories/pager.md": PAGER });
    await bank.run("tag pager --suggest", { answers });
    expect(bank.read("stories/pager.md")).toBe(PAGER);
  });

  test("where one of several is left as it is, it asks whether to go on", async () => {
    const quiet = story("Quiet", "", "It was late.");
    const bank = createBank({ ...OTHERS, "stories/pager.md": PAGER, "stories/quiet.md": quiet });
    const stdin = "e\nquiet\npager\n";
    const stopped = await bank.run("tag - --suggest", { stdin, answers: [null, false] });
    expect([stopped.code, stopped.stdout]).toEqual([0, expect.not.stringContaining("The Night of the Pager")]);
    const went = await bank.run("tag - --suggest", { stdin, answers: [null, true, "runbook", null] });
    expect([went.code, went.stdout]).toEqual([
      0,
      expect.stringMatching(/Quiet {2}no tags yet\n {2}Nothing stands out[\s\S]*\npager {2}runbook\n$/),
    ]);
  });

  test.skipIf(NO_TERMINAL !== null)("a real one", async () => {
    const bank = createBank({ ...OTHERS, "stories/pager.md": PAGER });
    const terminal = startTerminal(bank.root, ["tag", "pager", "--suggest"], { columns: 60 });
    await terminal.shows("Leave it as it is");
    terminal.type("runb\r");
    await terminal.shows("That is all: runbook");
    terminal.type("\r");
    expect(await terminal.ended).toBe(0);
    expect(bank.read("stories/pager.md")).toContain("tags: [runbook]\n");
  });
});
