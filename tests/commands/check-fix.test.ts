import { expect, test } from "vitest";
import type { Finding } from "../../src/check/finding.ts";
import { applyFixes, fixLine } from "../../src/check/fix.ts";
import { createBank } from "../support/bank.ts";

const SETTINGS = "version: 1\nprivate:\n  Acme Corp: a retail client\n  Bob Quist:\n";
const POST = `---
title: Late # ours
platform: linkedin
---
## Final Optimized Post

**Acme Corp** paid late, an Acme Corp manager said. Acme Corp’s pager rang.

It wasnâ€™t Bob Quist’s fault.

What would you have done?
`;

test("check --fix puts right what is certain, says so, and leaves the rest to the author", async () => {
  const bank = createBank({ "storybank.yaml": SETTINGS, "posts/late.md": POST });
  const { code, stdout, stderr } = await bank.run("check --fix --quiet");
  expect(bank.read("posts/late.md")).toBe(
    POST.replace(
      /\*\*Acme.*rang\./,
      "**A retail client** paid late, a retail client manager said. A retail client’s pager rang.",
    ).replace("wasnâ€™t", "wasn’t"),
  );
  expect(stderr).toBe(
    "Fixed posts/late.md, line 7: “**Acme Corp** paid late, an Acme Corp manager said. Acme Corp’s” is now “**A retail client** paid late, a retail client manager said. A retail client’s” (private-name).\n" +
      "Fixed posts/late.md, line 9: “wasnâ€™t” is now “wasn’t” (mojibake).\n",
  );
  expect(code).toBe(1);
  expect(stdout).toContain("The private name Bob Quist stands in the post.");
  expect(stdout).not.toContain("Acme");
  const again = await bank.run("check --fix --quiet");
  expect(again.stderr).toBe("Nothing could be fixed with certainty.\n");
});

test("check --fix of a named post leaves the others alone, and goes with --json", async () => {
  const bank = createBank({ "storybank.yaml": SETTINGS, "posts/late.md": POST, "posts/other.md": POST });
  const findings = await bank.json<{ file: string; fix: unknown }[]>("check late --fix");
  expect(findings.every(({ file, fix }) => file === "posts/late.md" && fix === null)).toBe(true);
  expect(bank.read("posts/other.md")).toBe(POST);
});

test("check --json says where a finding stands, and what certainly should stand there", async () => {
  const bank = createBank({ "storybank.yaml": SETTINGS, "posts/late.md": POST });
  const findings =
    await bank.json<{ rule: string; start: number; end: number; fix: { text: string } | null }[]>("check");
  const [mojibake] = findings.filter(({ rule }) => rule === "mojibake");
  expect(POST.slice(mojibake?.start, mojibake?.end)).toBe("wasnâ€™t");
  expect(mojibake?.fix).toEqual({ start: mojibake?.start, end: mojibake?.end, text: "wasn’t" });
  // What is about more than words stands on its whole line.
  const [hook] = findings.filter(({ rule }) => rule === "hook-figure");
  expect(hook?.fix).toBeNull();
  expect(POST.slice(hook?.start, hook?.end)).toMatch(/^\*\*Acme Corp\*\* .* rang\.$/);
});

test("of two fixes that touch, the first one stands", () => {
  const finding = (start: number, end: number, text: string): Finding => ({
    ...{ rule: "r", level: "error", file: "f", line: 1, message: "m", remedy: "m", excerpt: null },
    ...{ start, end, fix: { start, end, text } },
  });
  expect(applyFixes("one two three", [finding(8, 13, "3"), finding(0, 7, "1-2"), finding(4, 9, "x")])).toEqual({
    text: "1-2 3",
    applied: [
      { file: "f", line: 1, rule: "r", from: "one two", to: "1-2" },
      { file: "f", line: 1, rule: "r", from: "three", to: "3" },
    ],
  });
});

test.each([
  ["a b c", "a x c", { start: 5, end: 6, text: "x" }],
  ["a b c", "a c", { start: 5, end: 7, text: "" }],
  ["aa aa", "aa", { start: 6, end: 8, text: "" }],
  ["a b", "a b", null],
])("%j becomes %j in its own words", (before, after, fix) => {
  const text = `1\n\n${before}\r\n4`;
  const found = fixLine(text, 3, (line) => line.replace(before, () => after));
  if (fix === null) expect(found).toBeNull();
  else {
    const { start, end, text: words } = found ?? { start: 0, end: 0, text: "" };
    expect(text.slice(0, start) + words + text.slice(end)).toBe(`1\n\n${after}\r\n4`);
  }
});
