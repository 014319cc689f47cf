import fc from "fast-check";
import { expect, test } from "vitest";
import { findNotes, findPublished, replacePublished } from "../../src/post/sections.ts";

const line = fc.oneof(
  fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, " ")),
  fc.constantFrom(
    "",
    "",
    "---",
    "A line.",
    "• one",
    "### Deeper",
    "## Final Optimized Post",
    "## Content Strategy Notes",
    "  ",
  ),
);
const newline = fc.constantFrom("\n", "\r\n");
const body = fc
  .tuple(fc.array(line, { maxLength: 14 }), newline, fc.boolean())
  .map(([lines, end, isClosed]) => lines.join(end) + (isClosed ? end : ""));
const words = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `So ${text.replace(/[\r\n#`~]/g, "")}.`);
const text = fc.array(words, { minLength: 1, maxLength: 5 }).map((lines) => lines.join("\n\n"));

test("what is put in the place of what gets published is what gets published, and the notes stay", () => {
  fc.assert(
    fc.property(body, text, (before, written) => {
      const after = replacePublished(before, written);
      expect(findPublished({ body: after, bodyLine: 1 }).markdown).toBe(written);
      expect(findNotes({ body: after })).toBe(findNotes({ body: before }));
    }),
  );
});

test("every letter around it stays, and the same text again changes nothing", () => {
  fc.assert(
    fc.property(body, text, (before, written) => {
      const { markdown } = findPublished({ body: before, bodyLine: 1 });
      if (markdown !== "") expect(replacePublished(before, markdown)).toBe(before);
      const after = replacePublished(before, written);
      expect(replacePublished(after, written)).toBe(after);
      if (markdown === "") return;
      const at = after.indexOf(written.replaceAll("\n", before.includes("\r\n") ? "\r\n" : "\n"));
      expect(before.startsWith(after.slice(0, at))).toBe(true);
    }),
  );
});

test.each([
  ["", "It.\n"],
  ["## Final Optimized Post", "## Final Optimized Post\n\nIt.\n"],
  [
    "## Final Optimized Post\n\n## Content Strategy Notes\n",
    "## Final Optimized Post\n\nIt.\n\n## Content Strategy Notes\n",
  ],
  [
    "\n## Final Optimized Post\n\n\nOld.\n\n---\n\n## Content Strategy Notes\nMine.",
    "\n## Final Optimized Post\n\n\nIt.\n\n---\n\n## Content Strategy Notes\nMine.",
  ],
  ["Old, alone.", "It."],
])("%j becomes %j", (before, after) => expect(replacePublished(before, "It.")).toBe(after));
