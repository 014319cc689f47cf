import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTextFigures } from "../../src/language/find-figures.ts";
import { mayHoldRatio } from "../../src/language/ratio-words.ts";

describe("a percentage or multiple", () => {
  test.each(["8% less", "50 percent", "um 20 Prozent", "3x", "3X.", "three x", "2×", "5 times faster", "3-fold"])(
    "may stand in %j",
    (text) => {
      expect(mayHoldRatio(text)).toBe(true);
    },
  );

  test.each(["$3,200 → $850", "six boxes", "We fixed it at 3 AM."])("stands not in %j", (text) => {
    expect(mayHoldRatio(text)).toBe(false);
  });

  test("is never passed over", () => {
    const unit = fc.constantFrom(
      "%",
      " %",
      "x",
      " x",
      "X",
      "×",
      " times",
      "-fold",
      " percent",
      " Prozent",
      " por ciento",
      "",
    );
    const text = fc
      .tuple(
        fc.lorem({ maxCount: 4 }),
        fc.integer({ min: 2, max: 900 }),
        unit,
        fc.constantFrom("", ".", ", so", ") faster"),
      )
      .map(([words, number, behind, end]) => `${words} ${number}${behind}${end}`);
    fc.assert(
      fc.property(text, (line) => {
        const states = findTextFigures(line).some(({ kind }) => kind === "percent" || kind === "multiple");
        return !states || mayHoldRatio(line);
      }),
    );
  });
});
