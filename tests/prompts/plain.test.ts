import { describe, expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { openPrompts } from "../support/prompts.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday"].map((name) => ({ name, value: name.toLowerCase() }));

describe.each([
  ["by setting", { isPlain: true }],
  ["by TERM=dumb", { env: { TERM: "dumb" } }],
])("plain prompts %s", (_, options) => {
  test("a list is numbered, and a number, words or Enter choose", async () => {
    const terminal = await openPrompts(options);
    const { prompts } = terminal;
    for (const [typed, taken] of [
      ["2\r", "tuesday"],
      ["wedn\r", "wednesday"],
      ["\r", "monday"],
    ] as const) {
      const chosen = prompts.choose("Day:", DAYS);
      await terminal.type(typed);
      expect(await chosen).toBe(taken);
    }
    expect(terminal.screen().slice(0, 6)).toEqual([
      "Day:",
      "1. Monday",
      "2. Tuesday",
      "3. Wednesday",
      "Number or words (Enter takes 1): 2",
      "Taken: Tuesday",
    ]);
  });

  test("words that fit several list those anew, and new ones are offered where they may be", async () => {
    const terminal = await openPrompts(options);
    const picked = terminal.prompts.pick("Tag:", [{ name: "ops", value: "ops" }], { other: (typed) => typed });
    await terminal.type("op\r");
    expect(terminal.screen().slice(2)).toEqual([
      "Number or words (Enter takes 1): op",
      "1. ops",
      "2. New: op",
      "Number or words (Enter takes 1):",
    ]);
    await terminal.type("2\r");
    expect(await picked).toBe("op");
  });

  test("nothing that matches, and more than can be read out", async () => {
    const terminal = await openPrompts(options);
    const many = Array.from({ length: 50 }, (_, at) => ({ name: `story ${at + 1}`, value: at + 1 }));
    const picked = terminal.prompts.pick("Story:", many);
    await terminal.type("zzz\r");
    expect(terminal.screen()).toContain("and 30 more; words find them");
    expect(terminal.screen()).toContain("Nothing matches. The list again:");
    await terminal.type("story 42\r");
    expect(await picked).toBe(42);
  });

  test("a yes or no is typed", async () => {
    const terminal = await openPrompts(options);
    const sure = terminal.prompts.confirm("Sure?", true);
    await terminal.type("maybe\r");
    await terminal.type("no\r");
    expect(await sure).toBe(false);
    expect(terminal.screen()).toEqual(["Sure? (Y/n) maybe", "Answer y or n.", "Sure? (Y/n) no"]);
  });

  test("a paste is one answer, and nothing that was written is moved or painted", async () => {
    const terminal = await openPrompts(options);
    const asked = terminal.prompts.text("Setup?");
    await terminal.type("one\rtwo\r");
    await terminal.type("thrree");
    await terminal.type("\u007f\u007f\u007fee\r");
    expect(await asked).toBe("one\ntwo\nthree");
    expect(terminal.screen()).toEqual(["Setup? one", "two", "three"]);
    expect(terminal.sent().replace(/\u001b\[\?2004[hl]/g, "")).not.toContain("\u001b");
  });

  test("a long paste is counted", async () => {
    const terminal = await openPrompts(options);
    const asked = terminal.prompts.text("Setup?");
    await terminal.type("a\rb\rc\rd\re\rf");
    expect(terminal.screen()).toEqual(["Setup?", "6 lines pasted. Enter ends the answer."]);
    await terminal.type("\r");
    expect(await asked).toBe("a\nb\nc\nd\ne\nf");
  });

  test.each(["\u0003", "\u001b", "\u0004"])("%j cancels", async (key) => {
    const terminal = await openPrompts(options);
    const asked = terminal.prompts.choose("Day:", DAYS).catch((error: unknown) => error);
    await terminal.type(key);
    expect(await asked).toBeInstanceOf(Cancelled);
  });
});

test("a dumb terminal is sent no sequence at all, and Emacs shows what it sends by itself", async () => {
  const terminal = await openPrompts({ env: { TERM: "dumb", INSIDE_EMACS: "29.1,comint" } });
  const asked = terminal.prompts.text("Title:");
  await terminal.type("Night\r");
  expect(await asked).toBe("Night");
  expect(terminal.sent()).toBe("Title: \r\n");
});
