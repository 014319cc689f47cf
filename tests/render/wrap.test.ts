import { expect, test } from "vitest";
import { fitWidth, loadWidths, readableWidth } from "../../src/render/width.ts";
import { fitText, wrapText } from "../../src/render/wrap.ts";

test.each([
  ["fits as it is", 40, ["fits as it is"]],
  ["one two three", 7, ["one two", "three"]],
  ["  an indent stays so", 10, ["  an", "  indent", "  stays so"]],
  ["https://example.com/a/long/address is whole", 20, ["https://example.com/a/long/address", "is whole"]],
  ["", 5, [""]],
  ["Bring it back with: storybank restore the-outage", 40, ["Bring it back with:", "storybank restore the-outage"]],
  [
    "To be sure: storybank rm the-outage-of-march --force",
    20,
    ["To be sure:", "storybank rm the-outage-of-march --force"],
  ],
  ["storybank add   captures a story for it", 25, ["storybank add   captures", "a story for it"]],
  [
    "storybank tag a TAG adds one, storybank tag a -r TAG not",
    32,
    ["storybank tag a TAG adds one,", "storybank tag a -r TAG not"],
  ],
  [
    "Pipe: storybank list --format id | storybank tag - x",
    50,
    ["Pipe:", "storybank list --format id | storybank tag - x"],
  ],
  ["storybank: this is a bug in storybank, not yours", 24, ["storybank: this is a bug", "in storybank, not yours"]],
])("%j at %d", (text, columns, lines) => {
  expect(wrapText(text, columns)).toEqual(lines);
});

test("lines keep their breaks, and what is piped is left as it is", () => {
  expect(fitText("a b c\nd\n", 3)).toBe("a b\nc\nd\n");
  expect(fitText("a b c\nd\n", Number.POSITIVE_INFINITY)).toBe("a b c\nd\n");
  expect([readableWidth(60, 90), readableWidth(200, 90), readableWidth(Number.POSITIVE_INFINITY, 90)]).toEqual([
    60,
    90,
    Number.POSITIVE_INFINITY,
  ]);
});

test("cells are cut between words, and only a word that fits nowhere is cut itself", async () => {
  await loadWidths(["日本"]);
  expect([
    fitWidth("Thirty Developers, One Pipeline", 20),
    fitWidth("Thirty Developers, One Pipeline", 18),
    fitWidth("2025-01-07-the-monolith-invoice", 12),
    fitWidth("a 2025-01-07-the-monolith", 12),
    fitWidth("日本語 のタイトル", 9),
  ]).toEqual(["Thirty Developers…", "Thirty Developers…", "2025-01-07-…", "a 2025-01-0…", "日本語…"]);
});
