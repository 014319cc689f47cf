import { expect, test } from "vitest";
import type { StoryReading } from "../../src/story/reading.ts";
import { raise } from "./measure.ts";

/** Holds single sentences against a story: those that say the same, and those that do not, with the rule that finds them. */
export function holds(
  story: StoryReading,
  opening: string,
  { said, wrong }: { said: [judgement: string, text: string][]; wrong: [text: string, rule: string][] },
): void {
  const found = (text: string) => raise(story, `${opening}\n\n${text}\n`);
  test.each(said)("%s", (_, text) => {
    expect(found(text).map(({ rule, excerpt }) => `${rule}: ${excerpt}`)).toEqual([]);
  });
  test.each(wrong)("and not: %s", (text, rule) => {
    expect(found(text).map((each) => each.rule)).toContain(rule);
  });
}
