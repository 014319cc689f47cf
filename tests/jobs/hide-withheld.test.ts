import { describe, expect, test } from "vitest";
import { withheldHiderOf } from "../../src/jobs/hide-withheld.ts";

const WITHHELD = [
  { id: "q1/hush", title: "The Mérger" },
  { id: "abc", title: "Fee" },
];

describe("what names something withheld", () => {
  test.each([
    ["- **After it**: The merger, Fri 10 Jan 2025", "(confidential)"],
    ["1. THE MERGER first\n2. The fee second", "(confidential)\n2. The fee second"],
    ["Learned from 2025-01-10-hush: ask", "(confidential)"],
    ["Nothing of it", "Nothing of it"],
    ["", ""],
  ])("%j is %j", (text, shown) => expect(withheldHiderOf(WITHHELD).lines(text)).toBe(shown));

  test("in a post it is hidden in the notes alone, and every line keeps its number", () => {
    const post =
      "## Final Optimized Post\n\nThe merger was loud.\n\n## Content Strategy Notes\n\n- The merger\n- Other\n";
    const shown = withheldHiderOf(WITHHELD).notes(post);
    expect(shown).toBe(post.replace("- The merger", "(confidential)"));
    expect(withheldHiderOf(WITHHELD).notes("The merger, without notes.")).toBe("The merger, without notes.");
  });

  test("where nothing is withheld, nothing is hidden", () => {
    const { lines, notes } = withheldHiderOf([]);
    expect([lines("The merger"), notes("## Notes\nThe merger")]).toEqual(["The merger", "## Notes\nThe merger"]);
  });
});
