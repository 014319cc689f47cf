import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFrontMatter } from "../../src/front-matter/parse.ts";
import { scanFrontMatter } from "../../src/front-matter/scan.ts";
import type { FrontMatter } from "../../src/front-matter/values.ts";
import { matter } from "./arbitraries.ts";

function parseOrNull(source: string): FrontMatter | null {
  try {
    return parseFrontMatter(source);
  } catch {
    return null;
  }
}

test("the scanner agrees with the full parser on everything it accepts", () => {
  let accepted = 0;
  fc.assert(
    fc.property(matter, fc.boolean(), (source, crlf) => {
      const scanned = scanFrontMatter(crlf ? source.replaceAll("\n", "\r\n") : source);
      if (scanned === null) return;
      accepted++;
      expect(scanned).toEqual(parseOrNull(source));
    }),
    { numRuns: 6000 },
  );
  expect(accepted).toBeGreaterThan(1000);
});

test.each([
  ["title: The Bill\nweek: 1\ntags: [a, b]\n", { title: "The Bill", week: "1", tags: ["a", "b"] }],
  ["hook: \"a: b\"\nx: 'it''s'\n", { hook: "a: b", x: "it's" }],
  ["tags:\n- a\n- b # why\nnext: 1\n", { tags: ["a", "b"], next: "1" }],
  [
    "facts:\n  cause: one shortcut\n  cost: $2.4M\n",
    {
      facts: new Map([
        ["cause", "one shortcut"],
        ["cost", "$2.4M"],
      ]),
    },
  ],
  ["section: |\n  ## {icon}\n\n  {body}\n", { section: "## {icon}\n\n{body}\n" }],
  ["time: 1:30\nzip: 0123\nver: 1.10\n", { time: "1:30", zip: "0123", ver: "1.10" }],
])("the scanner reads %j", (source, expected) => {
  expect(scanFrontMatter(source)).toEqual(new Map(Object.entries(expected)));
});

test.each([
  "a: &x 1\n",
  "a: *x\n",
  "a: !t 1\n",
  "a: {b: 1}\n",
  "a: b: c\n",
  "a: 1\na: 2\n",
  "a: x\n  y\n",
  "\ta: 1\n",
  "- a\n",
  "a: >\n  x\n",
])("the scanner leaves %j to the full parser", (source) => {
  expect(scanFrontMatter(source)).toBeNull();
});
