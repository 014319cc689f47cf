import fc from "fast-check";
import { expect, test } from "vitest";
import { editBetween } from "../../../src/jobs/editor/file-edit.ts";

const text = fc
  .array(fc.constantFrom("a", "b", "\n", "\r\n", "😴", "😵", "é", "---\n"), { maxLength: 12 })
  .map((pieces) => pieces.join(""));

test("an edit makes the one text of the other, and cuts no pair of surrogates or line break in two", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = editBetween("x", before, after);
      if (edit === null) {
        expect(before).toBe(after);
        return;
      }
      const { start, end, text: written } = edit;
      expect(before.slice(0, start) + written + before.slice(end)).toBe(after);
      for (const at of [start, end]) {
        const around = before.slice(at - 1, at + 1);
        expect(/^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(around)).toBe(false);
      }
      expect(written).not.toMatch(/\p{Surrogate}/u);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["same", "same", null],
  ["cost $2.6M.", "cost $2.4M.", { path: "x", start: 8, end: 9, text: "4" }],
  ["😴", "😵", { path: "x", start: 0, end: 2, text: "😵" }],
  ["a\r\nb", "a\nb", { path: "x", start: 1, end: 3, text: "\n" }],
])("%j to %j", (before, after, edit) => expect(editBetween("x", before, after)).toEqual(edit));
