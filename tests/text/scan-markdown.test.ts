import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { splitFences } from "../../src/front-matter/fence.ts";
import { parseFully } from "../../src/text/markdown.ts";
import { scanMarkdown } from "../../src/text/scan/markdown.ts";
import { SAMPLE } from "../support/bank.ts";

/** The tree without what nobody reads: the root's own place, and keys without a value. */
const plain = (tree: unknown): unknown => {
  const { children } = JSON.parse(JSON.stringify(tree));
  return children;
};

const WORDS = [
  "**Bold:**",
  "**bold**",
  "words",
  "a-b",
  "snake_case",
  "`code`",
  "3 of 5",
  "$2.4M",
  "→",
  "“so”",
  "it's",
  "(x)",
  "50+",
  "60%",
  "!",
  "**",
  "`",
  "*",
  "a**b**",
  "**x.**y",
  "end.",
  "1. no",
  "- no",
  "#tag",
  "# no",
  "🔥",
  "é",
  "[x]",
  "]",
  "[",
  "](",
];
const LINES = [
  "",
  "",
  "# Heading",
  "### **Bold heading**",
  "- item **one**",
  "- two",
  "1. first",
  "2. second",
  "7. seventh",
  "```",
  "```python",
  "x = 1",
  "---",
  "**Label:**",
  "**Label:** text",
  "Plain text.",
  "• bullet",
  "  indented",
  "> quote",
  "| a | b |",
  "|---|---|",
  "===",
  "--",
  "-",
  "* star",
  "+ plus",
  "1) paren",
  "#",
  "######## deep",
  "\\escaped",
  "[link](x)",
  "a  ",
  "a ",
  "**Label:**  ",
  "- item  ",
  " ",
  "   ",
  "[x] and [y]",
  "[1]: x",
  "&amp;",
  "<b>",
];

const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...LINES) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(" ")),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join("")),
  },
);

const cell = fc.constantFrom("a", "**b**", "", " ", "6 hours → 12", "x  ", "$2", "[x]");
const row = fc.array(cell, { minLength: 2, maxLength: 3 }).map((cells) => `| ${cells.join(" | ")} |`);
const table = fc
  .tuple(
    row,
    fc.constantFrom("|---|---|", "| --- | :-: |", "| :- | -: |", "|-|-|-|"),
    fc.array(row, { maxLength: 3 }),
    fc.constantFrom("", "after", "**Label:**"),
  )
  .map(([head, delimiters, rows, after]) => [head, delimiters, ...rows, after].join("\n"));

test("whatever the scanner reads, it reads as the full parser does", () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 12, arbitrary: line }, { weight: 1, arbitrary: table }), { maxLength: 12 }),
      (lines) => {
        const text = lines.join("\n");
        const scanned = scanMarkdown(text);
        if (scanned === null) return;
        read++;
        expect(plain(scanned)).toEqual(plain(parseFully(text)));
      },
    ),
    { numRuns: 4000 },
  );
  expect(read).toBeGreaterThan(300);
});

test("and for any text at all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const scanned = scanMarkdown(text);
      if (scanned !== null) expect(plain(scanned)).toEqual(plain(parseFully(text)));
    }),
    { numRuns: 2000 },
  );
});

test("it reads the sample bank by itself", () => {
  const bodies = ["stories", "posts"].flatMap((folder) =>
    readdirSync(join(SAMPLE, folder)).map((file) => splitFences(readFileSync(join(SAMPLE, folder, file), "utf8")).body),
  );
  for (const body of bodies) expect(plain(scanMarkdown(body))).toEqual(plain(parseFully(body)));
  expect(bodies.filter((body) => scanMarkdown(body) === null)).toEqual([]);
});
