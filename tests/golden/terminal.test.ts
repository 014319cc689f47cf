import stringWidth from "string-width";
import { expect, test } from "vitest";
import { createSampleBank } from "../support/bank.ts";
import { NO_TERMINAL, startTerminal } from "../support/terminal.ts";

/** What is looked at most, on the sample bank. */
const COMMANDS = [
  ["list"],
  ["week", "1"],
  ["show", "the-monolith-invoice"],
  ["search", "developers"],
  ["draft", "--day", "tuesday", "--dry-run"],
  ["check"],
  ["posts"],
  ["tags"],
  ["doctor"],
];

/** Prints a session as it stands on a screen of so many columns. */
async function screenOf(columns: number): Promise<string> {
  const bank = createSampleBank();
  let screen = "";
  for (const command of COMMANDS) {
    const { stdout, stderr } = await bank.run(command, { columns, today: "2025-01-05" });
    screen += `$ storybank ${command.join(" ")}\n${stderr}${stdout}\n`;
  }
  return screen.replaceAll(bank.root, "/home/me/bank");
}

// After a change that is meant: npx vitest run tests/golden -u
test.each([60, 80, 120])("the screens at %d columns", async (columns) => {
  const screen = await screenOf(columns);
  const wide = screen.split("\n").filter((line) => !line.startsWith("$") && stringWidth(line) > columns);
  expect(wide).toEqual([]);
  await expect(screen).toMatchFileSnapshot(`${columns}-columns.txt`);
});

test.skipIf(NO_TERMINAL !== null)("the colours on a terminal of 80 columns", async () => {
  const bank = createSampleBank();
  let screen = "";
  for (const command of COMMANDS.slice(0, 6)) {
    const terminal = startTerminal(bank.root, command);
    await terminal.ended;
    screen += `$ storybank ${command.join(" ")}\n${terminal.screen().replaceAll("\r\n", "\n")}\n`;
  }
  // Only these: bold, faint, green, yellow, red and cyan are readable on light and on dark ground.
  const codes = new Set(screen.match(/\u001b\[[\d;]*m/g));
  const allowed = ["1", "2", "22", "31", "32", "33", "36", "39"].map((code) => `\u001b[${code}m`);
  expect([...codes].filter((code) => !allowed.includes(code))).toEqual([]);
  // On a slow machine the progress of the work is on the screen for a moment.
  const still = screen.replace(/\r(?:\w+: \d+ of \d+)?\u001b\[K/g, "");
  await expect(still.replaceAll("\u001b", "␛")).toMatchFileSnapshot("colours.txt");
});
