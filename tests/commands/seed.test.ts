import { describe, expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { createBank } from "../support/bank.ts";
import { NO_TERMINAL, startTerminal } from "../support/terminal.ts";

const NEXT = "Next: storybank seeds   lists what waits to become a story\n";

test("one line is noted with its day, at the end of the inbox", async () => {
  const bank = createBank();
  expect(await bank.run(["seed", "the pager rang for a service we had switched off"])).toEqual({
    code: 0,
    stdout: "Noted: the pager rang for a service we had switched off\n",
    stderr: NEXT,
  });
  await bank.run("seed the build broke #ci", { today: "2025-01-06" });
  expect(bank.read("inbox.md")).toBe(
    "- 2025-01-05 the pager rang for a service we had switched off\n- 2025-01-06 the build broke #ci\n",
  );
  expect(bank.files()).toEqual(["inbox.md", "storybank.yaml"]);
});

test("what a person has written into the inbox stays byte for byte", async () => {
  const inbox = "\ufeff# Inbox\r\n\r\n* [ ] by hand  \r\nno end";
  const bank = createBank({ "inbox.md": inbox });
  await bank.run("seed more");
  expect(bank.read("inbox.md")).toBe(`${inbox}\n- 2025-01-05 more\n`);
});

test.each<[readonly string[], string, readonly string[]]>([
  [["the", "pager", "rang"], "", ["2025-01-05 the pager rang"]],
  [["the pager rang", "the build broke"], "", ["2025-01-05 the pager rang", "2025-01-05 the build broke"]],
  [["the pager rang", "#ops", "the build broke"], "", ["2025-01-05 the pager rang #ops", "2025-01-05 the build broke"]],
  [["the pager rang", "--tag", "ops", "-t", "#on call"], "", ["2025-01-05 the pager rang #ops #on-call"]],
  [["2025-01-02 the pager rang"], "", ["2025-01-02 the pager rang"]],
  [["-"], "one\r\n- two\n\n* [ ] three", ["2025-01-05 one", "2025-01-05 two", "2025-01-05 three"]],
  [[], "one\ntwo\n", ["2025-01-05 one", "2025-01-05 two"]],
])("seed %j with %j on standard input", async (words, stdin, lines) => {
  const bank = createBank();
  expect((await bank.run(["seed", ...words], { stdin })).code).toBe(0);
  expect(bank.read("inbox.md")).toBe(lines.map((line) => `- ${line}\n`).join(""));
});

test.each<[string, readonly string[], string]>([
  ["nothing", [], ""],
  ["blank lines", ["-"], " \n---\n"],
  ["an empty text", [""], ""],
])("%s is refused, and nothing is written", async (_, words, stdin) => {
  const bank = createBank();
  expect(await bank.run(["seed", ...words], { stdin })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      'storybank: There is nothing to note.\nstorybank seed "what happened, in one line"   or - to read lines from standard input\n',
  });
  expect(bank.exists("inbox.md")).toBe(false);
});

test("NUL bytes would make the inbox unreadable, and are refused", async () => {
  const bank = createBank();
  expect(await bank.run("seed -", { stdin: "a\0b\n" })).toMatchObject({ code: 2, stdout: "" });
  expect(bank.exists("inbox.md")).toBe(false);
});

test("what a terminal would act on is kept as it is, and shown escaped", async () => {
  const bank = createBank();
  expect((await bank.run(["seed", "a \u001b[31mred\u202e day"])).stdout).toBe("Noted: a \\u{1b}[31mred\\u{202e} day\n");
  expect(bank.read("inbox.md")).toBe("- 2025-01-05 a \u001b[31mred\u202e day\n");
});

describe("on a terminal", () => {
  test("it asks what happened; cancelling writes nothing", async () => {
    const bank = createBank();
    expect((await bank.run("seed", { answers: ["The pager rang. #ops"] })).stdout).toBe(
      "Noted: The pager rang. #ops\n",
    );
    expect(bank.read("inbox.md")).toBe("- 2025-01-05 The pager rang. #ops\n");
    expect((await bank.run("seed", { answers: [new Cancelled()] })).code).toBe(130);
    expect(bank.read("inbox.md")).toBe("- 2025-01-05 The pager rang. #ops\n");
  });

  test.skipIf(NO_TERMINAL !== null)("a real one", async () => {
    const bank = createBank();
    const terminal = startTerminal(bank.root, ["seed"], { columns: 60 });
    await terminal.shows("What happened?");
    terminal.type("The pager rang.\r");
    expect(await terminal.ended).toBe(0);
    expect(bank.read("inbox.md")).toBe("- 2025-01-05 The pager rang.\n");
  });
});
