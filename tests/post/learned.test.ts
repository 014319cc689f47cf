import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addLearned, findLearned } from "../../src/post/learned.ts";

const NEW = { date: "2025-02-03", text: "New" };

describe("what was learned", () => {
  test.each([
    ["no notes", "Text.\n", "Text.\n\n## Content Strategy Notes\n\n### Learned\n- 2025-02-03: New\n"],
    ["no final line end", "Text.", "Text.\n\n## Content Strategy Notes\n\n### Learned\n- 2025-02-03: New"],
    ["nothing at all", "", "\n\n## Content Strategy Notes\n\n### Learned\n- 2025-02-03: New"],
    ["notes", "T\n\n## Notes\n\nWhy.\n\n\n", "T\n\n## Notes\n\nWhy.\n\n### Learned\n- 2025-02-03: New\n\n\n"],
    [
      "notes above the post",
      "## Notes\n\nWhy.\n\n---\n\n## Final Optimized Post\n\nT\n",
      "## Notes\n\nWhy.\n\n### Learned\n- 2025-02-03: New\n\n---\n\n## Final Optimized Post\n\nT\n",
    ],
    [
      "a section that is followed by another",
      "T\n## Notes\n### Learned\n- 2025-01-01: Old\n\n### Why\nSo.\n",
      "T\n## Notes\n### Learned\n- 2025-01-01: Old\n- 2025-02-03: New\n\n### Why\nSo.\n",
    ],
    ["an empty section", "T\n## Notes\n### Learned\n", "T\n## Notes\n### Learned\n- 2025-02-03: New\n"],
    [
      "line ends of Windows",
      "T\r\n\r\n## Notes\r\nWhy.\r\n",
      "T\r\n\r\n## Notes\r\nWhy.\r\n\r\n### Learned\r\n- 2025-02-03: New\r\n",
    ],
    [
      "a heading of that name in the post, and in code",
      "## Learned\nT\n## Notes\n```\n### Learned\n```\n",
      "## Learned\nT\n## Notes\n```\n### Learned\n```\n\n### Learned\n- 2025-02-03: New\n",
    ],
  ])("%s", (_, body, expected) => {
    const added = addLearned(body, NEW);
    expect(added).toBe(expected);
    expect(findLearned(added).at(-1)).toEqual(NEW);
  });

  test("is read as it was written by hand, too", () => {
    expect(findLearned("T\n## Notes\n#### Learned\n* 2025-01-01: A\n- B\n\nnot C\n### More\n- D\n")).toEqual([
      { date: "2025-01-01", text: "A" },
      { date: null, text: "B" },
    ]);
  });

  test("is added in one place, and every other byte stays", () => {
    const lines = [
      "",
      "T",
      "## Notes",
      "## Final Optimized Post",
      "### Learned",
      "- old",
      "---",
      "```",
      "# X",
      "\r",
      "T\r",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 12 }), (written) => {
        const body = written.join("\n");
        const added = addLearned(body, NEW);
        let start = 0;
        while (start < body.length && body[start] === added[start]) start++;
        expect(added.endsWith(body.slice(start))).toBe(true);
        expect(added.length).toBeGreaterThan(body.length);
      }),
    );
  });
});
