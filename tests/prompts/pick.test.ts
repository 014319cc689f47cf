import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { createFilter } from "../../src/prompts/filter.ts";
import { openPrompts } from "../support/prompts.ts";

const DOWN = "\u001b[B";
const STORIES = [
  { name: "The Night the Pager Won", value: "pager", preview: "It rang 40 times.\n\nWe were twelve engineers." },
  { name: "Größe zählt", value: "size", preview: "Twelve meters." },
  { name: "The Monolith Invoice", value: "monolith", preview: "$800K, and a bill of 14 lines." },
];

describe("a filter", () => {
  const names = (typed: string, other?: (typed: string) => string): string[] =>
    createFilter(
      ["devops", "ops", "ops on call", "Größe", "scaling"].map((name) => ({ name, value: name })),
      other,
    )(typed).map(({ name }) => name);

  test.each<[string, string[]]>([
    ["", ["devops", "ops", "ops on call", "Größe", "scaling"]],
    ["OPS", ["ops", "ops on call", "devops"]],
    ["call ops", ["ops on call"]],
    ["grosse", ["Größe"]],
    ["ops nothing", []],
  ])("%j finds %j", (typed, found) => {
    expect(names(typed)).toEqual(found);
  });

  test.each<[string, string[]]>([
    ["ops", ["ops", "ops on call", "devops"]],
    ["scal", ["scaling", "New: scal"]],
    [" teams ", ["New: teams"]],
  ])("with others allowed, %j offers %j", (typed, found) => {
    expect(names(typed, (written) => written)).toEqual(found);
  });
});

describe("a picker", () => {
  test("narrows as one types, with the first lines of the chosen one below", async () => {
    const terminal = await openPrompts();
    const picked = terminal.prompts.pick("Story:", STORIES);
    await terminal.type("the");
    await terminal.type(DOWN);
    expect(terminal.screen()).toEqual([
      "? Story: the",
      "  The Night the Pager Won",
      "❯ The Monolith Invoice",
      "  $800K, and a bill of 14 lines.",
    ]);
    expect(terminal.cursor()).toEqual({ row: 0, column: 12 });
    await terminal.type(" night");
    expect(terminal.screen()).toEqual([
      "? Story: the night",
      "❯ The Night the Pager Won",
      "  It rang 40 times.",
      "",
      "  We were twelve engineers.",
    ]);
    await terminal.type("\r");
    expect(await picked).toBe("pager");
    expect(terminal.screen()).toEqual(["✔ Story: The Night the Pager Won"]);
  });

  test("has them beside the list where there is room", async () => {
    const terminal = await openPrompts({ columns: 80 });
    const picked = terminal.prompts.pick("Story:", STORIES);
    await terminal.type(DOWN);
    await terminal.type(DOWN);
    expect(terminal.screen()).toEqual([
      "? Story:",
      "  The Night the Pager Won            │ $800K, and a bill of 14 lines.",
      "  Größe zählt",
      "❯ The Monolith Invoice",
    ]);
    await terminal.type("\r");
    expect(await picked).toBe("monolith");
  });

  test("Enter takes nothing where nothing matches, and what is taken away brings the list back", async () => {
    const terminal = await openPrompts({ columns: 40 });
    const picked = terminal.prompts.pick("Story:", STORIES);
    await terminal.type("zzz\r");
    expect(terminal.screen()).toEqual(["? Story: zzz", "  Nothing matches; take a word away."]);
    await terminal.type("\u0015größe\r");
    expect(await picked).toBe("size");
  });

  test("a new one is taken where others are allowed", async () => {
    const terminal = await openPrompts();
    const picked = terminal.prompts.pick("Tag:", [{ name: "ops", value: "ops" }], { other: (typed) => typed });
    await terminal.type("on-call\r");
    expect(await picked).toBe("on-call");
  });

  test.each([
    [20, 10],
    [40, 10],
    [40, 24],
    [80, 24],
    [120, 40],
  ])("%d columns and %d rows are enough, whatever the choices hold", async (columns, rows) => {
    const choices = Array.from({ length: 300 }, (_, at) => ({
      name: `${at} 障害が起きた夜の話 \u001b[31m${"long ".repeat(20)}`,
      value: at,
      preview: `\u009b31m${"x".repeat(200)}\n${"夜".repeat(100)}\n\t\u202e`,
    }));
    const terminal = await openPrompts({ columns, rows });
    const picked = terminal.prompts.pick("Which of your stories shall it be this week?", choices);
    await terminal.type(DOWN.repeat(7));
    for (const row of terminal.screen()) expect(stringWidth(row)).toBeLessThan(columns);
    expect(terminal.screen().length).toBeLessThanOrEqual(rows);
    expect(terminal.sent()).not.toMatch(/\u001b\[31m|\u009b|\u202e/);
    expect(terminal.screen().join("\n")).toMatch(/❯ 7 /);
    await terminal.type("\r");
    expect(await picked).toBe(7);
  });
});
