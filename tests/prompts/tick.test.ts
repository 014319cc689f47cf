import { expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { openPrompts } from "../support/prompts.ts";

const DOWN = "\u001b[B";
const ROWS = [
  { number: 3, text: "The oven stopped.", note: "24", label: "The Crisis", isTicked: true },
  { number: 4, text: "Nobody had tested it.", note: "31", label: "The Crisis", isTicked: false },
  { number: 7, text: "We test it now.", note: "9", label: "The Fix", isTicked: true },
];
const preview = (ticked: ReadonlySet<number>) => ({
  text: ROWS.filter(({ number }) => ticked.has(number))
    .map(({ text }) => text)
    .join("\n\n"),
  note: `${ticked.size} of 2 parts`,
  isTooLong: ticked.size > 2,
});

test("rows are ticked with the space bar, and what comes of it is below them", async () => {
  const terminal = await openPrompts({ rows: 16 });
  const ticked = terminal.prompts.tick("What the post tells", ROWS, preview);
  await terminal.type(DOWN);
  await terminal.type(" ");
  expect(terminal.screen()).toEqual([
    "? What the post tells",
    "  3 of 2 parts",
    "  The Crisis",
    "  [x]  24  The oven stopped.",
    "❯ [x]  31  Nobody had tested it.",
    "  The Fix",
    "  [x]   9  We test it now.",
    "",
    "  The oven stopped.",
    "",
    "  Nobody had tested it.",
    "",
    "Space ticks, Enter takes it, Esc gives up.",
  ]);
  await terminal.type("\r");
  expect([...(await ticked)].sort()).toEqual([3, 4, 7]);
  expect(terminal.screen()).toEqual(["✔ What the post tells: 3 of 2 parts"]);
});

test("beside them where there is room", async () => {
  const terminal = await openPrompts({ columns: 110, rows: 16 });
  const ticked = terminal.prompts.tick("What the post tells", ROWS, preview);
  await terminal.type(" ");
  expect(terminal.screen()[3]).toMatch(/^❯ \[ \] {2}24 {2}The oven stopped\. +│$/);
  expect(terminal.screen()[2]).toMatch(/^ {2}The Crisis +│ We test it now\.$/);
  await terminal.type("\r");
  expect([...(await ticked)]).toEqual([7]);
});

test("Ctrl-C gives up", async () => {
  const terminal = await openPrompts();
  const given = expect(terminal.prompts.tick("What the post tells", ROWS, preview)).rejects.toThrow(Cancelled);
  await terminal.type("\u0003");
  await given;
});

test("line by line, numbers change what is told", async () => {
  const terminal = await openPrompts({ isPlain: true });
  const ticked = terminal.prompts.tick("What the post tells", ROWS, preview);
  await terminal.type("2, 9\r");
  expect(terminal.screen()).toEqual([
    "What the post tells",
    "1. told (24): The oven stopped.",
    "2. not told (31): Nobody had tested it.",
    "3. told (9): We test it now.",
    "2 of 2 parts",
    "Numbers to change (Enter takes it as it is): 2, 9",
    "2. told (31): Nobody had tested it.",
    "There is no 9.",
    "3 of 2 parts",
    "Numbers to change (Enter takes it as it is):",
  ]);
  await terminal.type("1\r");
  await terminal.type("\r");
  expect([...(await ticked)].sort()).toEqual([4, 7]);
});
