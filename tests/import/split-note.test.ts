import { describe, expect, test } from "vitest";
import { splitNote } from "../../src/import/notes/split-note.ts";

const ONE = "The pager rang at 3 am. I drove in, and we lost 3 hours.";
const TWO = "On her third day Mei asked why. Nobody had looked for a year.";
const STAR = "**Situation:** We had 3 servers.\n\n**Action:** I moved them.\n\n**Result:** We lost none.";

/** The titles of the parts, those in brackets that tell nothing. */
function titlesOf(title: string, body: string): string[] | null {
  return splitNote(title, body)?.map((part) => (part.why === null ? part.title : `(${part.title})`)) ?? null;
}

describe("a document of many stories", () => {
  test.each<[string, string, string, string[]]>([
    [
      "headings of the first level",
      "Doc",
      `# The pager\n${ONE}\n\n# The intern\n${TWO}\n`,
      ["The pager", "The intern"],
    ],
    [
      "a title that speaks of stories",
      "Interview stories",
      `For May.\n\n## Conflict with a PM\n${ONE}\n\n## The outage\n${TWO}\n\n## Questions to ask\n- Why?\n`,
      ["Conflict with a PM", "The outage", "(Questions to ask)"],
    ],
    ["a German title", "Geschichten 2024", `## Nacht\n${ONE}\n\n## Tag\n${TWO}\n`, ["Nacht", "Tag"]],
    ["numbers", "Doc", `## 1. The pager\n${ONE}\n\n## 2. The intern\n${TWO}\n`, ["The pager", "The intern"]],
    [
      "rules below headings",
      "Doc",
      `## The pager\n${ONE}\n\n---\n\n## The intern\n${TWO}\n`,
      ["The pager", "The intern"],
    ],
    ["parts of stories", "Doc", `## The move\n${STAR}\n\n## The other move\n${STAR}\n`, ["The move", "The other move"]],
    [
      "rules and lines as titles",
      "Doc",
      `The pager\n\n${ONE}\n\n---\n\n**The intern**\n\n${TWO}\n`,
      ["The pager", "The intern"],
    ],
  ])("by %s", (_, title, body, parts) => expect(titlesOf(title, body)).toEqual(parts));

  test.each<[string, string]>([
    ["without headings and rules", `${ONE}\n\n${TWO}\n`],
    ["with the labels of one", `## Situation\n${ONE}\n\n## Result\n${TWO}\n`],
    ["in sections of its own", `## A night in March\n${ONE}\n\n## The morning after\n${TWO}\n`],
    ["with a rule in it", `${ONE}\n\n---\n\n${TWO}\n`],
    ["with one section that tells", `# The pager\n${ONE}\n\n# Links\n- a\n`],
  ])("one story %s stays one", (_, body) => expect(titlesOf("Doc", body)).toBeNull());

  test("a part keeps its words and nothing around them", () => {
    const parts = splitNote("Doc", `# The pager\n\n${ONE}\n\n***\n\n# The intern\n\n${TWO}\n\n`);
    expect(parts?.map(({ body }) => body)).toEqual([ONE, TWO]);
  });
});
