import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { splitCommand } from "../src/editor.ts";
import { createBank } from "./support/bank.ts";
import { NO_TERMINAL, plain, startTerminal } from "./support/terminal.ts";

test.each([
  ["vi", ["vi"]],
  ["code --wait", ["code", "--wait"]],
  ['"/opt/My Editor/ed" -w', ["/opt/My Editor/ed", "-w"]],
  ["'a b' c  d", ["a b", "c", "d"]],
  ["", []],
])("%s", (line, words) => {
  expect(splitCommand(line)).toEqual(words);
});

describe.skipIf(NO_TERMINAL !== null)("a real editor", () => {
  const withEditor = (script: string) => {
    const bank = createBank({
      "stories/a.md": "---\ntitle: A\n---\n\nOld.\n",
      "my editor.sh": `#!/bin/sh\n${script}\n`,
    });
    const path = join(bank.root, "my editor.sh");
    chmodSync(path, 0o755);
    return { bank, ended: startTerminal(bank.root, ["edit", "a"], { env: { EDITOR: `"${path}" --wait` } }).ended };
  };

  test("is called with its arguments, and what it saves is the story", async () => {
    const { bank, ended } = withEditor('[ "$1" = --wait ] && sed -i s/Old/New/ "$2"');
    expect(await ended).toBe(0);
    expect(bank.read("stories/a.md")).toContain("New.");
  });

  test("that fails changes nothing, and what it saved is kept", async () => {
    const { bank, ended } = withEditor('sed -i s/Old/New/ "$2"; exit 3');
    expect(await ended).toBe(1);
    expect(bank.read("stories/a.md")).toContain("Old.");
    expect(
      bank
        .files(".storybank/recovered")
        .map((file) => bank.read(file))
        .join(),
    ).toContain("New.");
  });

  test("that is not there is said in one sentence", async () => {
    const bank = createBank({ "stories/a.md": "---\ntitle: A\n---\n" });
    const terminal = startTerminal(bank.root, ["edit", "a"], { env: { EDITOR: "no-such-editor --wait" } });
    expect(await terminal.ended).toBe(2);
    expect(plain(terminal.screen())).toContain('The editor "no-such-editor" could not be started.');
  });
});
