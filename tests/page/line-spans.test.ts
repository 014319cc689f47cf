import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutThread } from "../../src/fit/thread.ts";
import type { ShownFigure } from "../../src/jobs/post-view.ts";
import { cutLineSpans } from "../../src/page/parts/line-spans.ts";
import { DESKTOP_FOLD, FOLD_LINES, foldAt, PHONE_FOLD } from "../../src/post/fold.ts";
import { placeLines } from "../../src/text/place-lines.ts";
import { printLines, readPlainLines } from "../../src/text/plain.ts";

describe("the fold", () => {
  test.each([
    ["a short text shows whole", "One line.", 140, 9],
    ["no half words", `${"word ".repeat(40)}`, 12, 9],
    ["three lines, however short", "a\nb\nc\nd", 140, 5],
    ["a blank line is one of the three", "a\n\nb\nc", 140, 4],
    ["a word too long for its end is cut", "x".repeat(300), 140, 140],
    ["no half emoji", `${"x".repeat(139)}🔥🔥`, 140, 139],
    ["exactly as long", "x".repeat(140), 140, 140],
    ["nothing", "", 140, 0],
  ])("%s", (_, text, characters, shown) => {
    expect(foldAt(text, characters)).toBe(shown);
  });

  test("never shows more than its characters and lines, and a desktop never less than a phone", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", " ", "\n", "🔥", "é"), maxLength: 400 }), (text) => {
        const [phone, desktop] = [foldAt(text, PHONE_FOLD), foldAt(text, DESKTOP_FOLD)];
        expect(phone).toBeLessThanOrEqual(PHONE_FOLD);
        expect(text.slice(0, desktop).split("\n").length).toBeLessThanOrEqual(FOLD_LINES);
        expect(desktop).toBeGreaterThanOrEqual(phone);
      }),
    );
  });
});

describe("the spans of a line", () => {
  const figure = (start: number, end: number): ShownFigure =>
    ({ start, end, text: "", quote: null, source: {} }) as unknown as ShownFigure;

  test("cut where figures begin and end, and at the folds", () => {
    expect(
      cutLineSpans({ text: "cost $2M in 3 days", figures: [figure(5, 8), figure(12, 18)], strays: [] }, 100, {
        phone: 106,
        desktop: 110,
      }),
    ).toMatchObject([
      { text: "cost ", figure: null, past: [] },
      { text: "$", figure: { start: 5 }, past: [] },
      { text: "2M", figure: { start: 5 }, past: ["phone"] },
      { text: " i", figure: null, past: ["phone"] },
      { text: "n ", figure: null, past: ["phone", "desktop"] },
      { text: "3 days", figure: { start: 12 }, past: ["phone", "desktop"] },
    ]);
  });

  test("together they are the line", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(50),
        fc.nat(60),
        fc.nat(60),
        fc.nat(20),
        fc.nat(20),
        (text, offset, phone, more, a, b) => {
          const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
          const spans = cutLineSpans({ text, figures: [figure(start, end)], strays: [{ start: a, end: b }] }, offset, {
            phone,
            desktop: phone + more,
          });
          expect(spans.map((span) => span.text).join("")).toBe(text);
        },
      ),
    );
  });
});

describe("where a line of a post comes from", () => {
  const MARKDOWN = "The **hook** stands here.\n\nFirst one thing. Then another.\n\n1. eins\n2. zwei\n3. drei\n\n#Tag";
  const lines = readPlainLines(MARKDOWN, { firstLine: 20 });

  test("the whole text", () => {
    expect(placeLines([printLines(lines)], lines)).toEqual([
      [
        { text: "The hook stands here.", line: 20 },
        { text: "", line: null },
        { text: "First one thing. Then another.", line: 22 },
        { text: "", line: null },
        { text: "1. eins", line: 24 },
        { text: "2. zwei", line: 25 },
        { text: "3. drei", line: 26 },
        { text: "", line: null },
        { text: "#Tag", line: 28 },
      ],
    ]);
  });

  test("a shortened text, whose points are counted anew", () => {
    const [placed] = placeLines(["The hook stands here.\n\nThen another.\n\n1. eins\n2. drei"], lines);
    expect(placed?.flatMap(({ line }) => line ?? [])).toEqual([20, 22, 24, 26]);
  });

  test("every line of a thread", () => {
    const parts = cutThread(lines, (text) => text.length <= 25, false);
    expect(parts.length).toBeGreaterThan(2);
    const placed = placeLines(parts, lines);
    expect(placed.map((lines) => lines.map(({ text }) => text).join("\n"))).toEqual(parts);
    for (const { text, line } of placed.flat()) if (text !== "") expect(line).not.toBeNull();
  });
});
