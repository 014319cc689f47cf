import { expect, test } from "vitest";
import { choosePoints } from "../../src/fit/choose-points.ts";
import type { Block } from "../../src/fit/outline-story.ts";
import { group, type Part, part } from "../../src/fit/parts.ts";

/** The points chosen of a list, of which those with an exclamation mark tell most. */
function chosen(kind: Block["kind"], texts: readonly string[], count: number, asked: readonly string[] = []): string[] {
  const parts = texts.map((text, line) => part(text, "bullet", line));
  const block: Block = {
    kind,
    group: group("list", parts),
    section: { role: "detail", title: null, line: 1, groups: [] },
  };
  const wanted = new Set<Part>(parts.filter(({ text }) => asked.includes(text)));
  return choosePoints(block, parts, wanted, count, ({ text }) => (text.endsWith("!") ? 1 : 0)).map(({ text }) => text);
}

const WEEKS = ["Week 1: a cache", "Week 2: a pool!", "Week 3: a queue", "Week 4: a clock!"];
const DEEDS = ["Closed the gate", "Fed the heron!", "Rang the mill", "Slept!"];

test.each<[judgement: string, found: string[], expected: string[]]>([
  ["what tells most, in the list's order", chosen("actions", DEEDS, 2), ["Fed the heron!", "Slept!"]],
  ["rules from the first on", chosen("rules", DEEDS, 3), DEEDS.slice(0, 3)],
  ["what is counted through, whole", chosen("actions", WEEKS, 4), WEEKS],
  ["or its ends", chosen("actions", WEEKS, 3), ["Week 1: a cache", "Week 4: a clock!"]],
  ["but what was asked for", chosen("actions", WEEKS, 2, ["Week 2: a pool!"]), ["Week 2: a pool!", "Week 4: a clock!"]],
])("%s", (_, found, expected) => {
  expect(found).toEqual(expected);
});
