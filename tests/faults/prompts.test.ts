import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { NO_TERMINAL, startTerminal } from "../support/terminal.ts";

if (NO_TERMINAL !== null) process.stderr.write(`skipped: pastes on a real terminal, since ${NO_TERMINAL}\n`);

const LEFT = "\u001b[D";
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

const LAST = ["What went wrong", "What did you change", "What came of it", "What do you know"];

/** Answers `add` up to the setup, sends chunks as its answer, and goes on to the end; gives the story's file. */
async function addWith(chunks: readonly (string | Buffer)[], shown: string | RegExp): Promise<string> {
  const bank = createBank();
  const terminal = startTerminal(bank.root, ["add", "Night", "--week", "1", "--day", "friday", "--hook", "It rang."]);
  await terminal.shows("What was the setup?");
  for (const chunk of chunks) {
    terminal.type(chunk);
    await pause();
  }
  await terminal.shows(shown);
  terminal.type("\r");
  for (const question of [...LAST, "Your question", "Tag", "Save it?"]) {
    await terminal.shows(question);
    terminal.type("\r");
  }
  expect(await terminal.ended).toBe(0);
  return bank.read("stories/night.md").split("**The Setup:**\n")[1] ?? "";
}

describe.skipIf(NO_TERMINAL !== null)("a paste on a real terminal", () => {
  const text = "größer\n\n\twide 夜 👩‍🚒 e\u0301\nend";
  const bytes = Buffer.from(`\u001b[200~${text.replaceAll("\n", "\r")}\u001b[201~`);

  test.each<[string, (string | Buffer)[]]>([
    ["with marks", [bytes]],
    ["with marks and CRLF", [`\u001b[200~${text.replaceAll("\n", "\r\n")}\u001b[201~`]],
    ["with marks and a newline at its end", [`\u001b[200~${text}\n\u001b[201~`]],
    ["without marks", [text.replaceAll("\n", "\r")]],
    ["without marks, LF and a newline at its end", [`${text}\n`]],
    ["without marks, CRLF", [text.replaceAll("\n", "\r\n")]],
    ["split in the mark of its beginning", [bytes.subarray(0, 3), bytes.subarray(3)]],
    ["split behind the Esc of that mark", [bytes.subarray(0, 1), bytes.subarray(1)]],
    ["split in the mark of its end", [bytes.subarray(0, -4), bytes.subarray(-4)]],
    ["split in the middle of a character", [bytes.subarray(0, 9), bytes.subarray(9)]],
  ])("is one answer: %s", async (_, chunks) => {
    expect(await addWith(chunks, "end")).toBe(`${text}\n`);
  });

  test("of 20,000 letters loses none, with marks or without", async () => {
    // No figures, which would be asked about.
    const lines = Array.from(
      { length: 400 },
      (_, at) =>
        `${String(at).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "")} ${"more of a story ".repeat(3)}.`,
    );
    expect(await addWith([`\u001b[200~${lines.join("\r")}\u001b[201~`], /3[89]\d lines above/)).toBe(
      `${lines.join("\n")}\n`,
    );
    expect(await addWith([lines.join("\r")], /3[89]\d lines above/)).toBe(`${lines.join("\n")}\n`);
  });

  test("stays where the cursor is, in the first question and in later ones", async () => {
    const bank = createBank();
    const terminal = startTerminal(bank.root, ["add", "--week", "1", "--day", "friday"]);
    for (const question of ["Title:", "Hook"]) {
      await terminal.shows(question);
      terminal.type("abcdefgh");
      await terminal.shows("abcdefgh");
      terminal.type(`${LEFT}${LEFT}`);
      terminal.type("hello");
      await terminal.shows("abcdefhellogh");
      terminal.type("\r");
    }
    await terminal.shows("What was the setup?");
    terminal.type("\u001b[200~one\rtwo\u001b[201~");
    await terminal.shows("two");
    terminal.type("\u0003");
    expect(await terminal.ended).toBe(130);
    const [kept = ""] = bank.files(".storybank/recovered");
    expect(bank.read(kept)).toContain("title: abcdefhellogh\n");
    expect(bank.read(kept)).toContain("hook: abcdefhellogh\n");
    expect(bank.read(kept)).toContain("**The Setup:**\none\ntwo\n");
  });

  test("what is typed while the editor is open answers the next question", async () => {
    const bank = createBank();
    bank.write("editor.sh", 'echo "the editor is open"\nsleep 1\n');
    const terminal = startTerminal(
      bank.root,
      ["add", "Night", "--week", "1", "--day", "friday", "--hook", "It rang."],
      {
        env: { EDITOR: `sh ${bank.root}/editor.sh` },
      },
    );
    await terminal.shows("What was the setup?");
    terminal.type(".\r");
    await terminal.shows("the editor is open");
    terminal.type("It rang all night\r");
    await terminal.shows(LAST[1] ?? "");
    terminal.type("\u0003");
    expect(await terminal.ended).toBe(130);
    const [kept = ""] = bank.files(".storybank/recovered");
    expect(bank.read(kept)).toContain("**The Crisis:**\nIt rang all night\n");
  });

  test.each([
    ["Ctrl-C", "\u0003", 130],
    ["Esc", "\u001b", 130],
    ["a signal", null, 143],
  ])("marks are off again after %s", async (_, key, code) => {
    const bank = createBank();
    const terminal = startTerminal(bank.root, ["add"]);
    await terminal.shows("Title:");
    terminal.type("Night");
    await terminal.shows("Night");
    if (key === null) process.kill(terminal.child(), "SIGTERM");
    else terminal.type(key);
    expect(await terminal.ended).toBe(code);
    expect(terminal.screen().match(/\?2004[hl]/g)).toEqual(["?2004h", "?2004l"]);
  });
});

describe.skipIf(NO_TERMINAL !== null)("plain prompts on a real terminal", () => {
  test.each<[string, Record<string, string>, string]>([
    ["by setting", {}, "version: 1\nprompts: plain\ncalendar:\n  start: 2025-01-06\n"],
    ["by TERM=dumb", { TERM: "dumb" }, "version: 1\ncalendar:\n  start: 2025-01-06\n"],
  ])("%s", async (_, env, settings) => {
    const bank = createBank({ "storybank.yaml": settings, "stories/a.md": "---\ntitle: A\ntags: [ops]\n---\nText.\n" });
    const terminal = startTerminal(bank.root, ["add", "Night", "--week", "1", "--hook", "It rang."], {
      env: { NO_COLOR: "1", ...env },
    });
    await terminal.shows("2. Tuesday");
    terminal.type("2\r");
    await terminal.shows("What was the setup?");
    terminal.type("one\rtwo");
    await terminal.shows("two");
    terminal.type("\r");
    for (const question of [...LAST, "Your question"]) {
      await terminal.shows(question);
      terminal.type("\r");
    }
    await terminal.shows("2. ops");
    terminal.type("ops\r");
    await terminal.shows("That is all");
    terminal.type("\r");
    await terminal.shows("Save it?");
    terminal.type("\r");
    expect(await terminal.ended).toBe(0);
    expect(bank.read("stories/night.md")).toContain("day: tuesday\nhook: It rang.\ntags: [ops]\n");
    expect(bank.read("stories/night.md")).toContain("**The Setup:**\none\ntwo\n");
    expect(terminal.screen().replace(/\u001b\[\?2004[hl]/g, "")).not.toContain("\u001b");
  });
});
