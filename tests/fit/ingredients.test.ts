import { describe, expect, test } from "vitest";
import { findIngredients, INGREDIENTS, type Ingredient } from "../../src/fit/ingredients.ts";
import { outlineStory } from "../../src/fit/outline-story.ts";
import { toSection } from "../../src/fit/read-section.ts";
import { readBeats } from "../../src/story/beats.ts";

function find(body: string, wanted: Ingredient) {
  const outline = outlineStory(readBeats({ body, bodyLine: 1 }).map(toSection));
  const found = findIngredients(outline).find(({ ingredient }) => ingredient === wanted);
  return { parts: found?.parts.map(({ text }) => text), enough: found?.enough };
}

const list = (...points: readonly string[]): string => points.map((point) => `- ${point}`).join("\n");
const beat = (label: string, text: string): string => `**The ${label}:**\n\n${text}\n\n`;
const table = (...rows: readonly string[]): string =>
  ["| What | Much |", "| --- | --- |", ...rows.map((row) => `| ${row} |`)].join("\n");

describe("the ingredients of a story", () => {
  test.each<[judgement: string, ingredient: Ingredient, body: string, parts: string[], enough: boolean]>([
    [
      "a scene has its hour and somebody in it",
      "scene",
      "At 14:30 I stood in the workshop. At 15:00 the oven stopped.",
      ["At 14:30 I stood in the workshop."],
      true,
    ],
    ["a bullet is no scene", "scene", list("At 14:30 I stood in the workshop", "The oven stopped"), [], false],
    [
      "one quotation is enough",
      "quotation",
      "Lena said: “We never tested that.”",
      ["Lena said: “We never tested that.”"],
      true,
    ],
    ["a term in quotes is none", "quotation", "We call it “the red list”.", [], false],
    [
      "two voices are too few",
      "voices",
      "Lena said: “We never tested that.” Then Omar said: “Nobody asked us to.”",
      ["Lena said: “We never tested that.”", "Then Omar said: “Nobody asked us to.”"],
      false,
    ],
    [
      "three voices are enough",
      "voices",
      "Lena said “we never tested that”.\n\nOmar said “nobody asked us to”.\n\nIda said “I would have come”.",
      ["Lena said “we never tested that”.", "Omar said “nobody asked us to”.", "Ida said “I would have come”."],
      true,
    ],
    ["words without a speaker are no voice", "voices", "Lena came.\n\n“We never tested that.”", [], false],
    ["one admission is enough", "admission", "I ignored the alert.", ["I ignored the alert."], true],
    ["somebody else's fault is none", "admission", "Omar ignored the alert.", [], false],
    [
      "three hours are no clock",
      "clock",
      list("14:30 the oven stopped", "15:00 Lena came", "16:10 Omar came"),
      ["14:30 the oven stopped", "15:00 Lena came", "16:10 Omar came"],
      false,
    ],
    [
      "four are one",
      "clock",
      list("14:30 the oven stopped", "15:00 Lena came", "16:10 Omar came", "18:00 the oven ran"),
      ["14:30 the oven stopped", "15:00 Lena came", "16:10 Omar came", "18:00 the oven ran"],
      true,
    ],
    [
      "a table of three rows is no series",
      "series",
      table("Flour | 10 bags", "Salt | 2 bags", "Yeast | 4 boxes"),
      ["Flour: 10 bags", "Salt: 2 bags", "Yeast: 4 boxes"],
      false,
    ],
    [
      "one of four is",
      "series",
      table("Flour | 10 bags", "Salt | 2 bags", "Yeast | 4 boxes", "Rye | 6 bags"),
      ["Flour: 10 bags", "Salt: 2 bags", "Yeast: 4 boxes", "Rye: 6 bags"],
      true,
    ],
    ["rows without a figure don't count", "series", table("Flour | plenty", "Salt | 2 bags"), ["Salt: 2 bags"], false],
    [
      "two changes are too few",
      "changes",
      list("Refunds: 14% → 5%", "Builds: 40 minutes → 9 minutes"),
      ["Refunds: 14% → 5%", "Builds: 40 minutes → 9 minutes"],
      false,
    ],
    [
      "three are enough",
      "changes",
      list("Refunds: 14% → 5%", "Builds: 40 minutes → 9 minutes", "Rent: $900 → $500"),
      ["Refunds: 14% → 5%", "Builds: 40 minutes → 9 minutes", "Rent: $900 → $500"],
      true,
    ],
    ["a total of money is a bill", "bill", list("Flour: $900", "Total: $4,200"), ["Total: $4,200"], true],
    ["a total of hours is none", "bill", list("Monday: 9 hours", "Total: 42 hours"), [], false],
    ["a price is none", "bill", "The flour cost $900.", [], false],
    [
      "what was done, in a list, are actions",
      "actions",
      beat("Fix", list("We bought a second meter", "We locked the back door")),
      ["We bought a second meter", "We locked the back door"],
      true,
    ],
    ["one bullet is no list of actions", "actions", beat("Fix", list("We bought a second meter")), [], false],
    [
      "what was done in sentences is no list",
      "actions",
      beat("Fix", "We bought a meter. We locked the door."),
      [],
      false,
    ],
    [
      "what is below a bullet is no further action",
      "actions",
      beat("Fix", "- We bought a second meter\n  - From the shop in Ghent\n- We locked the back door"),
      ["We bought a second meter", "We locked the back door"],
      true,
    ],
    [
      "a list of lessons are rules",
      "rules",
      beat("Lesson", list("Test the second meter", "Lock the back door")),
      ["Test the second meter", "Lock the back door"],
      true,
    ],
    [
      "a numbered list too",
      "rules",
      beat("Crisis", "1. Test the second meter\n2. Lock the back door"),
      ["Test the second meter", "Lock the back door"],
      true,
    ],
    [
      "a list of what happened is none",
      "rules",
      beat("Crisis", list("The oven stopped", "The door stood open")),
      [],
      false,
    ],
    [
      "what got worse on the way is a setback",
      "setback",
      beat("Setup", "The oven ran.") + beat("Crisis", "The oven broke in the night."),
      ["The oven broke in the night."],
      true,
    ],
    [
      "what was bad at first is none",
      "setback",
      beat("Setup", "The oven broke in the night.") + beat("Crisis", "Lena came."),
      [],
      false,
    ],
    ["somebody who objects", "dissent", "Lena objected to the plan.", ["Lena objected to the plan."], true],
    ["nobody who objects", "dissent", "Lena liked the plan.", [], false],
    [
      "what came of it",
      "aftermath",
      beat("Crisis", "The oven stopped.") + beat("Outcome", "The bakery opened on Friday."),
      ["The bakery opened on Friday."],
      true,
    ],
    [
      "what came of it in a list is no sentence of it",
      "aftermath",
      beat("Crisis", "The oven stopped.") + beat("Outcome", list("The bakery opened", "The door was locked")),
      [],
      false,
    ],
    [
      "the last short sentence is a line to end on",
      "last",
      "The oven stopped.\n\nNow the meter has a name on it.",
      ["Now the meter has a name on it."],
      true,
    ],
    ["a long sentence is none", "last", `The oven stopped ${"and stopped ".repeat(15)}again.`, [], false],
    ["a list ends on no line", "last", `The oven stopped.\n\n${list(..."abcdefghi")}`, [], false],
    ["a line without its full stop is none", "last", "The oven stopped.\n\nNow the meter has a name", [], false],
  ])("%s", (_, ingredient, body, parts, enough) => {
    expect(find(body, ingredient)).toEqual({ parts, enough });
  });

  test("each is told of once, in its order, of no story too", () => {
    const none = findIngredients(outlineStory([]));
    expect(none.map(({ ingredient }) => ingredient)).toEqual([...INGREDIENTS]);
    expect(none.filter(({ parts, enough }) => enough || parts.length > 0)).toEqual([]);
  });
});
