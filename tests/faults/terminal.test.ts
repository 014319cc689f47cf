import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { NO_TERMINAL, plain, startTerminal } from "../support/terminal.ts";

if (NO_TERMINAL !== null) process.stderr.write(`skipped: a real terminal, since ${NO_TERMINAL}\n`);

const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const ESC = "\u001b";

describe.skipIf(NO_TERMINAL !== null)("on a real terminal", () => {
  test("add asks, and writes the story that was typed", async () => {
    const bank = createBank();
    const terminal = startTerminal(bank.root, ["add"]);
    await terminal.shows("?");
    terminal.type("The Night the Pager Won\r");
    for (let answer = 0; answer < 20 && bank.files("").length < 2; answer++) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      terminal.type(answer === 4 ? "It rang 40 times.\r" : "\r");
    }
    expect(await terminal.ended).toBe(0);
    expect(bank.read("stories/the-night-the-pager-won.md")).toContain("title: The Night the Pager Won");
  });

  test.each([
    ["Ctrl-C", CTRL_C],
    ["Esc", ESC],
  ])("%s in a prompt ends with 130, writes no story and keeps what was typed", async (_, key) => {
    const bank = createBank();
    const terminal = startTerminal(bank.root, ["add"]);
    await terminal.shows("?");
    terminal.type("Half a tit");
    await terminal.shows("Half a tit");
    terminal.type(key);
    expect(await terminal.ended).toBe(130);
    expect(plain(terminal.screen())).toContain("Cancelled. What you typed is kept in");
    expect(bank.exists("stories")).toBe(false);
    const [kept = ""] = bank.files(".storybank/recovered");
    expect(bank.read(kept)).toContain("Half a tit");
  });

  test("the end of input in a prompt is no success", async () => {
    const bank = createBank();
    const terminal = startTerminal(bank.root, ["add"]);
    await terminal.shows("?");
    terminal.type(CTRL_D);
    terminal.type(CTRL_C);
    expect(await terminal.ended).toBe(130);
    expect(bank.exists("stories")).toBe(false);
  });

  test.each([40, 60, 100])("nothing is wider than %d columns, wide characters too", async (columns) => {
    const bank = createBank({
      "stories/a.md": `---\ntitle: ${"障害が起きた夜の話 ".repeat(8)}\nweek: 1\nday: tuesday\ntags: [${"テスト".repeat(10)}]\n---\n`,
      "stories/b.md": `---\ntitle: ${"A long title of many words ".repeat(5)}🚒👩‍🚒\nweek: 1\nday: friday\ntags: [ops, scaling]\n---\n\n${"It happened. ".repeat(30)}\n\n${"障害が起きた夜の話".repeat(30)}\n`,
    });
    for (const args of [["list"], ["week", "1"], ["search", "happened"], ["search", "夜の話"], ["tags"]]) {
      const terminal = startTerminal(bank.root, args, { columns });
      expect(await terminal.ended).toBe(0);
      const lines = plain(terminal.screen()).split("\n");
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
    }
  });

  test("what a file holds never acts on the terminal", async () => {
    const evil = "\u001b]52;c;ZXZpbA==\u0007 \u009b31m \u0090q \u202e \r over";
    const bank = createBank({
      "stories/evil.md": `---\ntitle: ${JSON.stringify(`Evil ${evil}`)}\nweek: 1\nhook: ${JSON.stringify(evil)}\ntags: [${JSON.stringify(evil)}]\n---\n\n**The Setup:**\nIt cost $2M. ${evil.replace("\r", "")}\n`,
    });
    for (const args of [
      ["list"],
      ["show", "evil"],
      ["search", "cost"],
      ["week", "1"],
      ["hooks", "evil", "--json"],
      ["check"],
      ["draft", "evil", "--dry-run"],
      ["nosuch\u001b]0;x\u0007"],
    ]) {
      const terminal = startTerminal(bank.root, args);
      const code = await terminal.ended;
      if (args[1] === "evil" || args.length === 1) expect([0, 2]).toContain(code);
      if (args[0] !== "check" && args.length > 0 && !args[0]?.startsWith("nosuch"))
        expect(terminal.screen()).toMatch(/u(?:\{1b\}|001b)/);
      const sent = terminal
        .screen()
        .replace(/\u001b\[[\d;?]*[mKhlGJABCD]/g, "")
        .replaceAll("\r\n", "\n");
      expect(sent.match(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/)?.[0]).toBeUndefined();
    }
  });
});
