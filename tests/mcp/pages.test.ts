import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { LONGEST_ANSWER, toPage, toText } from "../../src/mcp/pages.ts";

const words = fc.string({ unit: "binary", maxLength: 200 });
const text = fc
  .array(
    fc.oneof(
      words,
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.constantFrom("", " ", "# x", "- a: b", "---", "\t", "|", "'\""),
    ),
  )
  .map((lines) => lines.join("\n"));
const longText = fc.tuple(text, fc.integer({ min: 1, max: 60 })).map(([part, times]) => `${part}\n`.repeat(times));
const entry = fc.record({
  id: words,
  message: words,
  line: fc.option(fc.nat()),
  why: fc.array(words, { maxLength: 4 }),
});
const answer = fc.record({
  kind: words,
  title: text,
  tags: fc.array(words, { maxLength: 40 }),
  text: longText,
  found: fc.array(entry, { maxLength: 120 }),
});
const PAGED = ["text", "found"];

function pagesOf(value: Record<string, unknown>): Record<string, unknown>[] {
  const first = toPage(value, PAGED, 1);
  const { pages = 1 } = first as { pages?: number };
  return [first, ...Array.from({ length: pages - 1 }, (_, index) => toPage(value, PAGED, index + 2))];
}

describe("the pages of an answer", () => {
  test("none is too long, as text or as a value", () => {
    fc.assert(
      fc.property(answer, (value) => {
        for (const page of pagesOf(value)) {
          expect(toText(page).length).toBeLessThanOrEqual(LONGEST_ANSWER);
          expect(JSON.stringify(page).length).toBeLessThanOrEqual(LONGEST_ANSWER);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the text holds all that the value holds", () => {
    fc.assert(
      fc.property(answer, (value) => {
        for (const page of pagesOf(value)) expect(parse(toText(page))).toEqual(JSON.parse(JSON.stringify(page)));
      }),
      { numRuns: 60 },
    );
  });

  test("together they hold all of a long text and every entry of a list, and no control character", () => {
    fc.assert(
      fc.property(answer, (value) => {
        const pages = pagesOf(value);
        const joined = pages.map((page) => page["text"] ?? "").join("");
        const shown = String(toPage({ x: value.text.slice(0, 400) }, [], 1)["x"]);
        expect(joined.startsWith(shown)).toBe(true);
        expect(joined.split("\n")).toHaveLength(value.text.replaceAll("\r\n", "\n").split("\n").length);
        expect(pages.flatMap((page) => (page["found"] ?? []) as unknown[])).toHaveLength(value.found.length);
        expect(pages.map(toText).join("")).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 60 },
    );
  });

  test("a page says which it is and how to go on; one that is not there is refused", () => {
    const value = { title: "Long", text: "A line of a story that is long.\n".repeat(1500) };
    const first = toPage(value, ["text"], 1);
    expect(first).toMatchObject({ title: "Long", page: 1, pages: 3, more: "Call again with page 2." });
    expect(toPage(value, ["text"], 3)).not.toHaveProperty("more");
    expect(() => toPage(value, ["text"], 4)).toThrow("There is no page 4.");
    expect(toPage({ text: "Short.", found: [] }, ["text", "found"], 1)).toEqual({ text: "Short.", found: [] });
  });

  test("a single line without end is parted between characters", () => {
    const pages = pagesOf({ text: "😀".repeat(15_000) });
    expect(pages.map((page) => page["text"]).join("")).toBe("😀".repeat(15_000));
    for (const page of pages) expect(encodeURIComponent(String(page["text"]))).not.toBe("");
  });
});
