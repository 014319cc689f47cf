import { describe, expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { createBank } from "../support/bank.ts";
import { NO_TERMINAL, startTerminal } from "../support/terminal.ts";

const WRITTEN = "2025-01-02 the pager rang for a service we had switched off #ops";
const INBOX = `- ${WRITTEN}\nfrom a phone\n`;
const STRUCK = `- ~~${WRITTEN}~~\nfrom a phone\n`;
const FROM = "From your seed of Thu 2 Jan 2025: the pager rang for a service we had switched off\n";

/** Title, week, day, hook; setup, crisis, change, outcome, lesson; question; tags. */
const BEATS = ["It was March.", "It rang 40 times.", "", "", "Look twice."];

describe("add --seed on a terminal", () => {
  test("starts the guided capture from the seed, and strikes it through when the story is written", async () => {
    const bank = createBank({ "inbox.md": INBOX });
    const asked: [string, string | undefined][] = [];
    const { code, stdout, stderr } = await bank.run("add --seed 1", {
      answers: ["The Pager", "0", null, "", ...BEATS, true, "", "save"],
      onText: (question, { preset }) => asked.push([question, preset]),
    });
    expect([code, stdout]).toEqual([0, "Added the-pager (stories/the-pager.md).\n"]);
    expect(stderr.startsWith(FROM)).toBe(true);
    expect(stderr).toContain("Its seed is struck through in inbox.md.\n");
    expect(asked[0]).toEqual(["Title:", "The pager rang for a service we had switched off"]);
    expect(bank.read("stories/the-pager.md")).toBe(
      `---\ntitle: The Pager\ntags: [ops]\ncreated: 2025-01-05\nseed: "${WRITTEN}"\n---\n\nthe pager rang for a service we had switched off\n\n**The Setup:**\nIt was March.\n\n**The Crisis:**\nIt rang 40 times.\n\n**The Lesson:**\nLook twice.\n`,
    );
    expect(bank.read("inbox.md")).toBe(STRUCK);
  });

  test("a title that is the seed is not said again in the text", async () => {
    const bank = createBank({ "inbox.md": INBOX });
    const title = "The pager rang for a service we had switched off";
    await bank.run("add --seed 1", { answers: [title, "0", null, "", ...BEATS, true, "", "save"] });
    expect(bank.read("stories/the-pager-rang-for-a-service-we-had-switched-off.md")).toContain(
      "---\n\n**The Setup:**\nIt was March.\n",
    );
  });

  test("cancelling before anything was typed keeps nothing, and the seed waits", async () => {
    const bank = createBank({ "inbox.md": INBOX });
    expect(await bank.run("add --seed 1", { answers: [new Cancelled()] })).toEqual({
      code: 130,
      stdout: "",
      stderr: `${FROM}Cancelled; nothing was written.\n`,
    });
    expect(bank.files()).toEqual(["inbox.md", "storybank.yaml"]);
    expect(bank.read("inbox.md")).toBe(INBOX);
  });

  test.each(["add --seed 1", "add"])(
    "a story put off is gone on with by %s, and strikes its seed then",
    async (command) => {
      const bank = createBank({ "inbox.md": INBOX });
      const first = await bank.run("add --seed 1", {
        answers: ["The Pager", "0", null, "", ...BEATS, true, "", "later"],
      });
      expect(first.code).toBe(130);
      expect(bank.read("inbox.md")).toBe(INBOX);
      const second = await bank.run(command, { answers: [true, "0", null, "", "", "", true, "", "save"] });
      expect([second.code, second.stderr]).toEqual([
        0,
        expect.stringContaining("unfinished story from before: The Pager"),
      ]);
      expect(bank.read("stories/the-pager.md")).toContain(`seed: "${WRITTEN}"`);
      expect(bank.read("inbox.md")).toBe(STRUCK);
    },
  );

  test("an unfinished story of another seed is not taken for this one's", async () => {
    const bank = createBank({ "inbox.md": INBOX });
    await bank.run("add --seed 1", { answers: ["The Pager", "0", null, "", ...BEATS, true, "", "later"] });
    await bank.run("add --seed 2", { answers: ["Phone", "0", null, "", "", "", "", "", "", "", null, "save"] });
    expect(bank.read("inbox.md")).toBe(`- ${WRITTEN}\n~~from a phone~~\n`);
    expect(bank.files(".storybank")).toEqual([".storybank/recovered/unfinished-story.md"]);
  });

  test.each(["add --seed 1", "add"])("an unfinished story that can't be read is no trouble to %s", async (command) => {
    const bank = createBank({ "inbox.md": INBOX, ".storybank/recovered/unfinished-story.md": "---\na: [\n---\n" });
    expect((await bank.run(command, { answers: [new Cancelled()] })).code).toBe(130);
  });

  test.skipIf(NO_TERMINAL !== null)("a seed from another process while it runs is not lost", async () => {
    const bank = createBank({ "inbox.md": INBOX });
    const terminal = startTerminal(bank.root, ["add", "The Pager", "--seed", "1", "--week", "1", "--day", "tue"]);
    await terminal.shows("Hook");
    bank.write("inbox.md", `${bank.read("inbox.md")}another line, without an end`);
    for (const question of ["setup", "went wrong", "did you change", "came of it", "know now", "question to"]) {
      terminal.type("\r");
      await terminal.shows(question);
    }
    terminal.type("\r");
    await terminal.shows("Save it?");
    bank.write("inbox.md", `${bank.read("inbox.md")}\nand one more`);
    terminal.type("\r");
    expect(await terminal.ended).toBe(0);
    expect(bank.read("inbox.md")).toBe(`${STRUCK}another line, without an end\nand one more\n`);
  });
});

describe("add --seed without a terminal", () => {
  test("makes a story of the seed's words", async () => {
    const bank = createBank({ "inbox.md": "- 2025-01-02 The pager rang. We had switched the service off. #ops\n" });
    expect(await bank.run("add --seed 1")).toMatchObject({
      code: 0,
      stdout: "Added the-pager-rang (stories/the-pager-rang.md).\n",
    });
    expect(bank.read("stories/the-pager-rang.md")).toMatch(
      /^---\ntitle: The pager rang\ntags: \[ops\]\n[\s\S]*---\n\nThe pager rang\. We had switched the service off\.\n$/,
    );
  });

  test("takes title, text and tags that are given", async () => {
    const bank = createBank({ "inbox.md": INBOX });
    expect((await bank.run(["add", "Title", "--seed", "1", "--body", "Text.", "--tag", "own"])).code).toBe(0);
    expect(await bank.json("show title")).toMatchObject({ title: "Title", body: "\nText.\n", tags: ["own", "ops"] });
    expect(bank.read("inbox.md")).toBe(STRUCK);
  });

  test("a seed that is not there is refused, and nothing is written", async () => {
    const bank = createBank({ "inbox.md": INBOX });
    expect(await bank.run("add --seed 3")).toEqual({
      code: 2,
      stdout: "",
      stderr: "storybank: There is no seed 3.\nThey are 1 to 2; see: storybank seeds\n",
    });
    expect(await createBank().run("add --seed 1")).toMatchObject({
      code: 2,
      stderr: 'storybank: There is no seed 1.\nNone waits in inbox.md. Note one: storybank seed "what happened"\n',
    });
    expect(bank.exists("stories")).toBe(false);
  });
});

test("a text that repeats its title stays where no seed is in it", async () => {
  const bank = createBank();
  await bank.run(["add", "The pager rang", "--body", "The pager rang."]);
  expect(bank.read("stories/the-pager-rang.md")).toMatch(/---\n\nThe pager rang\.\n$/);
});

test.each<[string, string, string]>([
  ["short", "the pager rang", "The pager rang"],
  ["two sentences", "The pager rang. We had switched it off.", "The pager rang"],
  ["a first word alone", "Hm. The pager rang.", "Hm. The pager rang"],
  [
    "a long sentence with clauses",
    `the pager rang for a service, ${"and rang again ".repeat(8)}`,
    "The pager rang for a service",
  ],
  [
    "long without any",
    "the pager rang ".repeat(9),
    `${"The pager rang the pager rang the pager rang the pager rang the pager rang the"}…`,
  ],
  ["a word without end", "x".repeat(500), `X${"x".repeat(79)}…`],
])("the title of a seed: %s", async (_, text, title) => {
  const bank = createBank({ "inbox.md": `${text}\n` });
  await bank.run("add --seed 1");
  expect(await bank.json("list")).toMatchObject([{ title }]);
});
