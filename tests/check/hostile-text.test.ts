import { expect, test } from "vitest";
import { findings } from "../support/findings.ts";

test.each([
  ["a heading of spaces", `##${" ".repeat(5000)}x`],
  ["a line without end", "a".repeat(200_000)],
  ["many names", "Acme ".repeat(1900)],
  ["open brackets", "![".repeat(4000)],
  ["spaces in a line", `x${" ".repeat(9000)}x`],
])(
  "hostile text takes no minutes: %s",
  async (_, text) => {
    const started = performance.now();
    await findings(text, { "storybank.yaml": "private: {Acme: a client}\n" });
    expect(performance.now() - started).toBeLessThan(20_000);
  },
  60_000,
);
