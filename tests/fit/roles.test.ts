import { describe, expect, test } from "vitest";
import { outlineStory } from "../../src/fit/outline-story.ts";
import { toSection } from "../../src/fit/read-section.ts";
import { readBeats } from "../../src/story/beats.ts";

const PROSE = "Lena walked into the workshop with the bill in her hand.";
const CHANGES = "- Flour: $900 → $400\n- Power: $800 → $300";

/** The role of each section of a story of labels and what stands below them. */
function rolesOf(...sections: readonly (readonly [label: string, text: string])[]): string[] {
  const body = sections.map(([label, text]) => `**${label}:**\n\n${text}`).join("\n\n");
  const { sections: read, roles } = outlineStory(readBeats({ body, bodyLine: 1 }).map(toSection));
  return read.map(({ groups }) => roles.get(groups[0]?.parts[0] as never) ?? "none");
}

describe("the part that a section plays", () => {
  test.each([
    ["A year later", "outcome"],
    ["One year on", "outcome"],
    ["After", "outcome"],
    ["What came of it", "outcome"],
    ["What is different now", "outcome"],
    ["The bar afterwards", "crisis"],
    ["What we bought instead", "turn"],
    ["The notebook", "crisis"],
  ])("%s", (label, role) => {
    const roles = rolesOf(["The bakery", PROSE], [label, PROSE], ["The oven", PROSE], ["The yard", PROSE]);
    expect(roles[1]).toBe(role);
  });

  test("what goes from one figure to another in the second half is what came of it, and what stands in front of it turns", () => {
    const roles = rolesOf(["The bakery", PROSE], ["The oven", PROSE], ["The yard", PROSE], ["The books", CHANGES]);
    expect(roles).toEqual(["setup", "crisis", "turn", "outcome"]);
  });

  test("not where it opens the story, or a label says what came of it", () => {
    expect(rolesOf(["The bakery", CHANGES], ["The oven", PROSE])).toEqual(["setup", "crisis"]);
    const named = rolesOf(["The bakery", PROSE], ["The books", CHANGES], ["The result", PROSE], ["The yard", PROSE]);
    expect(named[1]).not.toBe("outcome");
  });

  test("“what happened” behind what was done is what came of it where it tells changes", () => {
    const told = (text: string): string | undefined =>
      rolesOf(["The bakery", PROSE], ["What we changed", PROSE], ["What happened", text], ["The yard", PROSE])[2];
    expect(told(CHANGES)).toBe("outcome");
    expect(told(PROSE)).toBe("crisis");
  });
});
