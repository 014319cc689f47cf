import { describe, expect, test } from "vitest";
import { findAdmissionPair, findFigureLines, findSaid } from "../../src/hooks/line-facts.ts";
import { readBeats } from "../../src/story/beats.ts";

const beats = (body: string) => readBeats({ body, bodyLine: 1 });

describe("a quotation that can open a post alone", () => {
  test.each<[judgement: string, body: string, said: string | null]>([
    ["a short one", 'Lena asked: "Who has tested this oven?"', "Who has tested this oven?"],
    ["one of 90 characters", `Lena said: "${`We know it. ${"x".repeat(77)}.`}"`, `We know it. ${"x".repeat(77)}.`],
    ["none that is longer and asks nothing", `Lena said: "We have known it. ${"x".repeat(90)}."`, null],
    ["none of a lesson", '**The Lesson:**\n\nI say: "Test your ovens every Friday."', null],
  ])("%s", (_, body, said) => {
    expect(findSaid(beats(body))?.text ?? null).toBe(said);
  });
});

describe("a series of figures", () => {
  test.each<[judgement: string, body: string, lines: string[] | null]>([
    [
      "the first three short lines",
      "- 143 applications.\n- 6 phone screens\n- 0 offers\n- 4 pages",
      ["143 applications", "6 phone screens", "0 offers"],
    ],
    ["figures at the end of their lines", "- Ovens: 3\n- Bakers: 12\n- Cats: 1", ["Ovens: 3", "Bakers: 12", "Cats: 1"]],
    ["none of two lines", "- 143 applications\n- 0 offers", null],
    ["none where a line has no figure", "- 143 applications\n- no screens\n- 0 offers", null],
    ["none of long lines", `- 143 applications ${"x".repeat(30)}\n- 6 screens\n- 0 offers`, null],
    ["none of a lesson", "**The Lesson:**\n\n- 143 applications\n- 6 phone screens\n- 0 offers", null],
  ])("%s", (_, body, lines) => {
    expect(findFigureLines(beats(body))?.lines ?? null).toEqual(lines);
  });
});

describe("a pair that owns up", () => {
  test.each<[judgement: string, body: string, pair: string | null]>([
    [
      "what somebody did, and what I did not",
      "Lena did her job. I didn't do mine.",
      "Lena did her job. I didn't do mine.",
    ],
    ["none without a no", "Lena did her job. I did mine.", null],
    ["none where the first speaks of them", "We have 390 of them. I hadn't spoken to one.", null],
    ["none where the first leans on something", "She did her job. I didn't do mine.", null],
    ["none where the first has no verb", "Tuesday at noon. I didn't do mine.", null],
    ["none of a long sentence", `Lena did her job${" well".repeat(12)}. I didn't do mine.`, null],
    ["none of a quotation", 'Lena said "no". I didn\'t hear it.', null],
  ])("%s", (_, body, pair) => {
    expect(findAdmissionPair(beats(body))?.text ?? null).toBe(pair);
  });
});
