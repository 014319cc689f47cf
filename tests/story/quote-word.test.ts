import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { quoteWord } from "../../src/story/quote-word.ts";

test.each([
  ["outage", "outage"],
  ["2025-01-07-the-night", "2025-01-07-the-night"],
  ["archive/old.md", "archive/old.md"],
  ["größe", "größe"],
  ["my bank", '"my bank"'],
  ["it's", '"it\'s"'],
  ["$HOME", "'$HOME'"],
  ["it's $5", "'it'\\''s $5'"],
  ["day=…", "day=…"],
  ["a;b", '"a;b"'],
  ["~x", '"~x"'],
  ["", '""'],
])("%j is typed as %s", (word, typed) => {
  expect(quoteWord(word)).toBe(typed);
  expect(execFileSync("bash", ["-c", `printf %s ${typed}`], { encoding: "utf8" })).toBe(word);
});
