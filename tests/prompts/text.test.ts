import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { openPrompts } from "../support/prompts.ts";

const LEFT = "\u001b[D";
const UP = "\u001b[A";
const BACKSPACE = "\u007f";
const ALT_ENTER = "\u001b\r";
const bracketed = (text: string): string => `\u001b[200~${text}\u001b[201~`;

/** Asks "Setup?" on an empty screen and sends chunks; gives the answer and what the screen showed before Enter. */
async function answer(chunks: readonly string[], options: Parameters<typeof openPrompts>[0] = {}) {
  const terminal = await openPrompts(options);
  const answered = terminal.prompts.text("Setup?");
  for (const chunk of chunks) await terminal.type(chunk);
  const screen = terminal.screen();
  const cursor = terminal.cursor();
  await terminal.type("\r");
  return { text: await answered, screen, cursor, given: terminal.screen() };
}

describe("a text prompt", () => {
  test.each<[string, string[], string]>([
    ["a paste in the middle of a line", ["abcdefgh", LEFT + LEFT, "hello"], "abcdefhellogh"],
    ["a marked one there", ["abcdefgh", LEFT, LEFT, bracketed("hello")], "abcdefhellogh"],
    ["all in one chunk", [`abcdefgh${LEFT}${LEFT}hello`], "abcdefhellogh"],
    ["lines without marks", ["one\rtwo\r\rthree"], "one\ntwo\n\nthree"],
    ["a newline at the end does not submit", ["one\rtwo\r"], "one\ntwo\n"],
    ["a marked newline at the end does not submit", [bracketed("one\r\n")], "one\n"],
    ["lines with tabs", [bracketed("a:\n\tb\n\t\tc")], "a:\n\tb\n\t\tc"],
    ["wide letters, emoji and accents", ["夜👩‍🚒e\u0301", LEFT, LEFT, "x"], "夜x👩‍🚒e\u0301"],
    ["backspace takes a whole character", ["ae\u0301👩‍🚒", BACKSPACE, BACKSPACE, "b"], "ab"],
    ["backspace goes over the end of a line", [bracketed("one\ntwo"), `${LEFT}${LEFT}${LEFT}${BACKSPACE}`], "onetwo"],
    ["up goes to the line above", [bracketed("one\ntwo"), UP, "!"], "one!\ntwo"],
    ["Alt-Enter breaks the line", ["one", ALT_ENTER, "two"], "one\ntwo"],
    ["Ctrl-W takes a word, Ctrl-U the line", [bracketed("one two\nthree four"), "\u0017", "\u0015", "x"], "one two\nx"],
    ["Ctrl-A and Ctrl-E go to its ends", ["b", "\u0001", "a", "\u0005", "c"], "abc"],
    ["Alt-B goes back a word", ["one two", "\u001bb", "x"], "one xtwo"],
    ["Ctrl-K takes the rest, Delete a character", ["abcd", "\u0001", "\u001b[3~", `\u001b[C`, "\u000b"], "b"],
    ["what a key unknown here sends is no text", ["a", "\u001b[24~", "\u001b[200;1u", "b"], "ab"],
  ])("%s", async (_, chunks, text) => {
    expect((await answer(chunks)).text).toBe(text);
  });

  test("a large paste without marks may come in several chunks", async () => {
    const lines = Array.from({ length: 200 }, (_, at) => `line ${at} of a story`).join("\r");
    const terminal = await openPrompts();
    const answered = terminal.prompts.text("Setup?");
    void terminal.type(lines.slice(0, 1000));
    void terminal.type(lines.slice(1000, 2003));
    await terminal.type(lines.slice(2003));
    await terminal.type("\r");
    expect(await answered).toBe(lines.replaceAll("\r", "\n"));
  });

  test("several lines stand below the question, with what Enter does", async () => {
    const { screen, cursor, given } = await answer([bracketed("one\ntwo"), LEFT]);
    expect(screen).toEqual(["? Setup?", "  one", "  two", "  Enter ends the answer, Alt-Enter a line."]);
    expect(cursor).toEqual({ row: 2, column: 4 });
    expect(given).toEqual(["✔ Setup?", "  one", "  two"]);
  });

  test("a long answer breaks between words, and wide letters at the edge", async () => {
    const { screen, cursor } = await answer([`${"words in a row ".repeat(4)}夜夜夜夜夜夜夜夜`], { columns: 30 });
    expect(screen).toEqual([
      "? Setup?",
      "  words in a row words in a",
      "  row words in a row words",
      "  in a row 夜夜夜夜夜夜夜夜",
    ]);
    expect(cursor).toEqual({ row: 3, column: 27 });
  });

  test("a long paste is shown around the cursor, and short once it is given", async () => {
    const lines = Array.from({ length: 40 }, (_, at) => `line ${at + 1}`).join("\n");
    const { text, screen, given } = await answer([bracketed(lines)]);
    expect(text).toBe(lines);
    expect(screen.slice(0, 3)).toEqual(["? Setup?", "  … 28 lines above", "  line 29"]);
    expect(screen.slice(-2)).toEqual(["  line 40", "  Enter ends the answer, Alt-Enter a line."]);
    expect(given).toEqual(["✔ Setup?", "  line 1", "  line 2", "  line 3", "  … 37 lines more"]);
  });

  test("going up through a long paste leaves nothing behind on the screen", async () => {
    const lines = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`).join("\n");
    const { screen, cursor } = await answer([bracketed(lines), UP.repeat(19)], { rows: 12 });
    expect(screen.slice(0, 2)).toEqual(["? Setup?", "  line 1"]);
    expect(screen.at(-2)).toMatch(/^ {2}… \d+ lines below$/);
    expect(screen.length).toBeLessThan(12);
    expect(cursor).toEqual({ row: 1, column: 8 });
  });

  test("control characters are shown and never sent", async () => {
    const terminal = await openPrompts();
    const answered = terminal.prompts.text("Evil \u001b]0;x\u0007?");
    await terminal.type(bracketed("a\u001b]52;c;x\u0007\u202eb"));
    expect(terminal.screen()).toEqual([String.raw`? Evil \u{1b}]0;x\u{07}? a\u{1b}]52;c;x\u{07}\u{202e}b`]);
    await terminal.type("\r");
    expect(await answered).toBe("a\u001b]52;c;x\u0007\u202eb");
  });

  test.each([20, 40, 60])("nothing is wider than %d columns", async (columns) => {
    const terminal = await openPrompts({ columns });
    const answered = terminal.prompts.text("What was the setup? Where were you, and what was at stake?", {
      foldAt: 30,
    });
    await terminal.type(bracketed(`${"障害が起きた夜の話 ".repeat(8)}\n${"x".repeat(90)}\n\tend`));
    await terminal.type(UP);
    for (const row of terminal.screen()) expect(stringWidth(row)).toBeLessThanOrEqual(columns);
    await terminal.type("\r");
    expect(await answered).toContain("\n\tend");
    for (const row of terminal.screen()) expect(stringWidth(row)).toBeLessThanOrEqual(columns);
  });

  test("a screen that gets narrower is drawn anew", async () => {
    const terminal = await openPrompts({ columns: 60 });
    const answered = terminal.prompts.text("Setup?");
    await terminal.type("some words that fit on a row of the screen");
    terminal.resize(30);
    expect(terminal.screen().slice(-3)).toEqual(["? Setup?", "  some words that fit on a", "  row of the screen"]);
    await terminal.type("\r");
    await answered;
  });

  test("the fold is shown while a hook is typed", async () => {
    const terminal = await openPrompts();
    const answered = terminal.prompts.text("Hook:", { foldAt: 10 });
    await terminal.type("12345678");
    expect(terminal.screen()).toEqual(["? Hook: 12345678", "  2 to the fold"]);
    await terminal.type("90abc");
    expect(terminal.screen()).toEqual(["? Hook: 1234567890┆abc", "  3 beyond the fold"]);
    expect(terminal.cursor()).toEqual({ row: 0, column: 22 });
    await terminal.type("\r");
    expect(await answered).toBe("1234567890abc");
  });

  test("a preset is seen where its question fills the row", async () => {
    const terminal = await openPrompts({ columns: 40 });
    const answered = terminal.prompts.text("Week (1, next, 2026-W47; 0 for none):", { preset: "3" });
    expect(terminal.screen()).toEqual(["? Week (1, next, 2026-W47; 0 for none):", "  (3)"]);
    await terminal.type("\r");
    expect(await answered).toBe("3");
  });

  test("a preset that is longer than a row is cut there, and taken whole", async () => {
    const { prompts, type, screen } = await openPrompts({ columns: 40 });
    const preset = "The pager rang for a service we had switched off";
    const answer = prompts.text("Title:", { preset });
    await type("");
    expect(screen()).toEqual(["? Title:", "  (The pager rang for a service we…"]);
    await type("\r");
    expect(await answer).toBe(preset);
  });

  test("a preset is taken by Enter, and what is wrong with an answer stands below it", async () => {
    const terminal = await openPrompts();
    const answered = terminal.prompts.text("Week:", {
      preset: "3",
      validate: (written) => written !== "x" || "That is no week.",
    });
    await terminal.type("x\r");
    expect(terminal.screen()).toEqual(["? Week: x", "  That is no week."]);
    await terminal.type(BACKSPACE);
    expect(terminal.screen()).toEqual(["? Week: (3)"]);
    await terminal.type("\r");
    expect(await answered).toBe("3");
  });
});

describe("between prompts", () => {
  test("what is typed ahead answers the next questions, in menus too", async () => {
    const terminal = await openPrompts();
    const { prompts } = terminal;
    const first = prompts.text("First?");
    for (const chunk of ["one", "\r", `n\r${LEFT}`, "two"]) void terminal.type(chunk);
    expect(await first).toBe("one");
    expect(await prompts.confirm("Sure?", true)).toBe(false);
    const third = prompts.text("Third?");
    await terminal.type("\r");
    expect(await third).toBe("two");
  });

  test.each([
    ["Ctrl-C", "\u0003"],
    ["Esc", "\u001b"],
  ])("%s cancels every kind of question and hands over what was typed", async (_, key) => {
    const terminal = await openPrompts();
    const { prompts } = terminal;
    const asked = [
      () => prompts.text("Text?"),
      () => prompts.pick("Pick?", [{ name: "half a", value: 1 }]),
      () => prompts.choose("Choose?", [{ name: "a", value: 1 }]),
      () => prompts.confirm("Sure?", true),
    ];
    for (const [at, ask] of asked.entries()) {
      const failed = ask().then(
        () => null,
        (error: unknown) => error,
      );
      if (at < 2) await terminal.type(bracketed("half a"));
      await terminal.type(key);
      const error = await failed;
      expect(error).toBeInstanceOf(Cancelled);
      expect((error as Cancelled).typed).toBe(at < 2 ? "half a" : undefined);
    }
  });

  test("marks around pastes are asked for while a question is open, and only then", async () => {
    const terminal = await openPrompts();
    const modes = (): string[] => terminal.sent().match(/\?2004[hl]/g) ?? [];
    for (const key of ["\r", "\u0003"]) {
      const asked = terminal.prompts.text("Text?").catch(() => "");
      await terminal.type("a");
      expect(modes().at(-1)).toBe("?2004h");
      await terminal.type(key);
      await asked;
      expect(modes().at(-1)).toBe("?2004l");
    }
    expect(modes()).toEqual(["?2004h", "?2004l", "?2004h", "?2004l"]);
  });

  test("Ctrl-Z gives the terminal back, and the question stands there again when one goes on", async () => {
    for (const isPlain of [false, true]) {
      const terminal = await openPrompts({ isPlain });
      const answered = terminal.prompts.text("Setup?");
      await terminal.type("one");
      await terminal.type("\u001a");
      expect(terminal.sent()).toMatch(/\?2004l$/);
      terminal.goOn();
      expect(terminal.screen().at(-1)).toMatch(/Setup\? one$/);
      await terminal.type(" two\r");
      expect(await answered).toBe("one two");
    }
  });
});
