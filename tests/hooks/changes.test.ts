import { describe, expect, test } from "vitest";
import { findFigures } from "../../src/figures/find-figures.ts";
import { findChanges } from "../../src/hooks/changes.ts";
import { readBeats, readStoryLines } from "../../src/story/beats.ts";
import { readNumber } from "../support/docs.ts";

/** The changes of a story in their order, each as a line. */
function changesOf(body: string): string[] {
  const story = { body, bodyLine: 1 };
  const titles = readBeats(story).map(({ title }) => title);
  return findChanges(findFigures(readStoryLines(story)), titles).map(
    ({ label, from, to }) => `${label}: ${from} → ${to}`,
  );
}

const list = (...bullets: string[]): string => bullets.map((bullet) => `- ${bullet}`).join("\n");
const table = (name: string): string => `| | Before | After |\n| --- | --- | --- |\n| ${name} | 20% | 10% |`;

const MONEY = readNumber("templates.md", /money counts (\d+) times as much/);
const TIME = readNumber("templates.md", /a time (\d+) times/);

describe("which change is greater: the first of the two", () => {
  test.each([
    ["the one that is more times the other", "Errors: 90% → 10%", "Coverage: 40% → 80%"],
    ["whether it rises or falls", "Coverage: 10% → 90%", "Errors: 80% → 40%"],
    [
      "lengths are compared in one unit: 6 hours are thirty times 12 minutes",
      "Deploys: 6 hours → 12 minutes",
      "Builds: 50 minutes → 2 minutes",
    ],
    [
      "months with days as well: three months are nine times ten days",
      "Deploys: 5 hours → 30 minutes",
      "Audits: 3 months → 10 days",
    ],
    ["money before as great a share", "Cost: $40 → $20", "Errors: 90% → 10%"],
    ["money so many times as much as the docs say", `Cost: $2 → $1`, `Errors: ${2 * MONEY - 1}% → 1%`],
    ["but no more", `Errors: ${2 * MONEY + 1}% → 1%`, `Cost: $2 → $1`],
    ["a time before as great a share", "Deploys: 4 hours → 2 hours", "Errors: 90% → 20%"],
    ["a time so many times as much as the docs say", `Deploys: 2 hours → 1 hour`, `Errors: ${2 * TIME - 1}% → 1%`],
    ["but no more", `Errors: ${2 * TIME + 1}% → 1%`, `Deploys: 2 hours → 1 hour`],
    ["money before as great a time", "Cost: $40 → $20", "Deploys: 4 hours → 2 hours"],
    ["a multiple is worth what a share is", "Load: 12x → 2x", "Errors: 50% → 10%"],
    ["what ends at nothing comes last", "Errors: 2% → 1%", "Cost: $900 → $0"],
    ["and so does what begins there", "Errors: 2% → 1%", "Cost: $0 → $900"],
  ])("%s", (_, greater, smaller) => {
    expect(changesOf(list(smaller, greater))).toEqual([greater, smaller]);
    expect(changesOf(list(greater, smaller))).toEqual([greater, smaller]);
  });

  test("as great ones stand as they were told", () => {
    expect(changesOf(list("Errors: 20% → 10%", "Waste: 40% → 20%"))).toEqual(["Errors: 20% → 10%", "Waste: 40% → 20%"]);
  });
});

const WORDS = readNumber("templates.md", /A label is short with (\d+) words or fewer/);
const labelOf = (words: number): string => ["Errors", "of", "our", "own", "making", "again"].slice(0, words).join(" ");

describe("which change has a name", () => {
  test.each([
    [
      "a label of as many words as the docs allow",
      list(`${labelOf(WORDS)}: 20% → 10%`),
      [`${labelOf(WORDS)}: 20% → 10%`],
    ],
    ["no longer one", list(`${labelOf(WORDS + 1)}: 20% → 10%`), []],
    [
      "the article goes, and counts for no word",
      list("The errors of our own: 20% → 10%"),
      ["errors of our own: 20% → 10%"],
    ],
    ["none without a label", "It fell 20% → 10% in a night.", []],
    ["none of a label with a figure", list("Errors in 2024: 20% → 10%"), []],
    ["none of a label with an arrow", list("Old → new: 20% → 10%"), []],
    ["none by the label of a beat, which names the beat", "**The Outcome:**\n\nIt fell 20% → 10%.", []],
    [
      "a bullet below a beat's label has its own",
      `**The Outcome:**\n\n${list("Errors: 20% → 10%")}`,
      ["Errors: 20% → 10%"],
    ],
    [
      "capitals of a title go, but for the first word",
      list("Deployment Speed: 20% → 10%"),
      ["Deployment speed: 20% → 10%"],
    ],
    ["capitals of a name stay", list("API Errors on GitHub: 20% → 10%"), ["API errors on GitHub: 20% → 10%"]],
    [
      "the first of a line, not what a later sentence is about",
      list("Errors: 20% → 10%, and waste 90% → 10%"),
      ["Errors: 20% → 10%"],
    ],
    ["none whose first side does not say of what", list("Deploys: 90 → 12 minutes"), []],
    ["though both may be bare", list("Errors: 90 → 12"), ["Errors: 90 → 12"]],
    ["with a comma, too", list("Users: 1,200 → 50"), ["Users: 1,200 → 50"]],
    ["with a point, too", list("Load: 1.5 → 30"), ["Load: 1.5 → 30"]],
    ["with a plus, too", list("Users: 50+ → 900"), ["Users: 50+ → 900"]],
    ["behind another figure as well", list("Errors: for 12 teams 20% → 10%"), ["Errors: 20% → 10%"]],
    ["none of a label with a colon", table("Errors: nightly"), []],
    ["though a table's row has one", table("Errors"), ["Errors: 20% → 10%"]],
    ["a single figure is no change", list("Errors: 20%"), []],
    ["a range is none either", list("Errors: 10-20%"), []],
  ])("%s", (_, body, changes) => {
    expect(changesOf(body)).toEqual(changes);
  });

  test("each knows its line", () => {
    const story = { body: list("Errors: 20% → 10%", "Cost: $40 → $20"), bodyLine: 7 };
    expect(findChanges(findFigures(readStoryLines(story)), [])).toEqual([
      { label: "Cost", from: "$40", to: "$20", line: 8 },
      { label: "Errors", from: "20%", to: "10%", line: 7 },
    ]);
  });
});
