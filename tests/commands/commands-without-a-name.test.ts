import { describe, expect, test } from "vitest";
import type { Prompts } from "../../src/context.ts";
import { Cancelled } from "../../src/errors.ts";
import { createBank, type TestBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

const POST = (status: string, date: string): string =>
  `---\ntitle: The Night\nstory: outage\nstatus: ${status}\ndate: ${date}\n---\n## Final Optimized Post\n\nIt rang 40 times.\n\nI stopped counting.\n`;

const newBank = (): TestBank =>
  createBank({
    "stories/outage.md": OUTAGE,
    "stories/invoice.md": `---\ntitle: The Invoice\n---\nOne.\n\nTwo.\n\n${"Three. ".repeat(100)}\n\nFour.\n`,
    "posts/a.md": POST("draft", "2025-01-07"),
    "posts/b.md": POST("published", "2025-03-04"),
    "posts/c.md": POST("ready", "2025-02-04"),
  });

type Choices = Parameters<Prompts["pick"]>[1];

describe("a command that got no name asks on a terminal", () => {
  test.each([
    ["show", ["stories/invoice.md"], "id      invoice"],
    ["show", ["posts/a.md"], "id        a\n"],
    ["edit --set question=Why?", ["stories/outage.md"], "Set question of outage."],
    ["rm", ["posts/a.md"], "Moved a to the trash."],
    ["mv", ["stories/invoice.md", "bill"], "Renamed invoice to bill"],
    ["render", ["posts/c.md"], "It rang 40 times."],
    ["record --saves 3", ["posts/b.md"], "saves  3"],
    ["mark ready --force", ["posts/a.md"], "a is ready."],
    ["mark", ["posts/a.md", "scheduled"], "a is scheduled"],
    ["mark a", ["published"], "a is published"],
    ["tag", ["stories/invoice.md", "money, #ops"], "invoice  money, ops"],
    ["tag --remove ops", ["stories/outage.md"], "outage\n"],
  ])("%s, answered with %j", async (command, answers, shown) => {
    const { code, stdout } = await newBank().run(command, { answers });
    expect([code, stdout]).toEqual([0, expect.stringContaining(shown)]);
  });

  test("open opens what was picked, restore what was picked of the trash", async () => {
    const bank = newBank();
    const opened: string[] = [];
    await bank.run("open", { answers: ["posts/a.md"], editor: (file) => opened.push(file) - 1 });
    expect(opened).toEqual([expect.stringMatching(/posts\/a\.md$/)]);
    await bank.run("rm a");
    expect(await bank.run("restore", { answers: ["posts/a.md"] })).toMatchObject({ stdout: "Restored a.\n" });
  });

  test("it offers what is still to be done first, each with its first lines", async () => {
    const offered: Choices[] = [];
    const pick = (choices: Choices): unknown => {
      offered.push(choices);
      return new Cancelled();
    };
    expect(await newBank().run("render", { pick })).toMatchObject({ code: 130, stdout: "" });
    await newBank().run("show", { pick });
    expect(offered[0]?.map(({ name, preview }) => [name, preview])).toEqual([
      ["The Night (c, ready)", "It rang 40 times.\nI stopped counting."],
      ["The Night (a, draft)", "It rang 40 times.\nI stopped counting."],
      ["The Night (b, published)", "It rang 40 times.\nI stopped counting."],
    ]);
    expect(offered[1]?.map(({ name }) => name)).toEqual([
      "The Night the Pager Won (outage)",
      "The Invoice (invoice)",
      ...(offered[0]?.map(({ name }) => name) ?? []),
    ]);
    expect(offered[1]?.[1]?.preview).toBe(`One.\nTwo.\n${"Three. ".repeat(100).slice(0, 199)}…`);
  });

  test("where there is nothing to pick it says how to make some", async () => {
    const bank = createBank();
    const message = async (command: string): Promise<string> => (await bank.run(command, { answers: [] })).stderr;
    expect(await message("tag")).toBe("storybank: The bank has no story yet.\nMake one with: storybank add\n");
    expect(await message("render")).toBe("storybank: The bank has no post yet.\nMake one with: storybank draft\n");
    expect(await message("restore")).toBe("storybank: No story or post was named.\nThe trash is empty.\n");
  });
});

describe("without a terminal it says what is missing", () => {
  test.each([
    ["show", "No story or post was named."],
    ["edit", "No story or post was named."],
    ["open", "No story or post was named."],
    ["rm", "No story or post was named."],
    ["restore", "No story or post was named."],
    ["mv", "No story or post was named."],
    ["mv outage", "The new name is missing."],
    ["render", "No post was named."],
    ["record", "No post was named."],
    ["mark", "No post was named."],
    ["mark ready", "No post was named."],
    ["mark a", "The status is missing."],
    ["tag", "No story was named."],
    ["tag outage", "No tag was given."],
  ])("%s", async (command, message) => {
    const { code, stdout, stderr } = await newBank().run(command);
    expect([code, stdout, stderr.split("\n").slice(0, 1)]).toEqual([2, "", [`storybank: ${message}`]]);
    expect(
      stderr
        .trim()
        .split("\n")
        .every((line) => line.length <= 100),
    ).toBe(true);
    expect(stderr.split("\n")).toHaveLength(3);
  });
});
