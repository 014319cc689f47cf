import { expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { openPrompts } from "../support/prompts.ts";

const CHOICES = [
  { key: "c", name: "confirm", value: 1 },
  { key: "a", name: "add to the story", value: 2 },
  { key: "o", name: "open in the editor", value: 3 },
  { key: "s", name: "skip", value: 4 },
];

test("one key chooses, in either case; others do nothing", async () => {
  const terminal = await openPrompts({ columns: 60 });
  const answer = terminal.prompts.key("“46 hours”: the story does not say it", CHOICES);
  await terminal.type("");
  expect(terminal.screen()).toEqual([
    "? “46 hours”: the story does not say it",
    "  c confirm   a add to the story   o open in the editor",
    "  s skip",
  ]);
  await terminal.type("x");
  await terminal.type("\r");
  await terminal.type("A");
  expect(await answer).toBe(2);
  expect(terminal.screen()).toEqual(["✔ “46 hours”: the story does not say it add to the story"]);
});

test("letters that come at once choose nothing; a key that is typed ahead is for the next question", async () => {
  const terminal = await openPrompts({ columns: 60 });
  const first = terminal.prompts.key("First", CHOICES);
  await terminal.type("skip");
  await terminal.type("c");
  await terminal.type("s");
  expect(await first).toBe(1);
  expect(await terminal.prompts.key("Second", CHOICES)).toBe(4);
});

test("a narrow terminal breaks question and keys between words", async () => {
  const terminal = await openPrompts({ columns: 30 });
  const answer = terminal.prompts.key("A question that is longer than the screen", CHOICES);
  await terminal.type("");
  for (const row of terminal.screen()) expect(row.length).toBeLessThan(30);
  expect(terminal.screen()).toHaveLength(6);
  await terminal.type("s");
  expect(await answer).toBe(4);
});

test.each(["\u0003", "\u0004"])("%j cancels", async (key) => {
  const terminal = await openPrompts();
  const answer = terminal.prompts.key("Which?", CHOICES);
  const failed = expect(answer).rejects.toThrow(Cancelled);
  await terminal.type(key);
  await failed;
});

test("plain prompts take the letter and Enter, and say which there are", async () => {
  const terminal = await openPrompts({ isPlain: true });
  const answer = terminal.prompts.key("Which?", CHOICES.slice(0, 2));
  await terminal.type("x\r");
  await terminal.type("a\r");
  expect(await answer).toBe(2);
  expect(terminal.screen().slice(0, 5)).toEqual([
    "Which?",
    "c: confirm",
    "a: add to the story",
    "Letter: x",
    "Answer one of: c, a.",
  ]);
});
