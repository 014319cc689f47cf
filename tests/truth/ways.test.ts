import { describe, expect, test } from "vitest";
import { findAmounts } from "../../src/language/find-amounts.ts";
import { lex } from "../../src/language/lex.ts";
import { findActs } from "../../src/truth/acts.ts";
import { castOf } from "../../src/truth/cast.ts";
import { clauseOf } from "../../src/truth/clause.ts";
import { clausesOf } from "../../src/truth/clauses.ts";
import { frameOf } from "../../src/truth/frame.ts";
import { pairsOf } from "../../src/truth/pairs.ts";
import { readPassage } from "../../src/truth/passage.ts";
import { indexStory } from "../../src/truth/story-index.ts";
import { raise, readingOf } from "./measure.ts";

const STORY = readingOf(`---
title: The night shift
hook: Four engineers, one clock.
---
We run a payroll service for 640 clinics in Leeds. Until May the night shift watched it, four engineers of the 11 we had.

Ruth Adair, our head of support, proposed a pager. I refused it twice, because I was certain that nobody would answer. In March Ruth rang every one of the clinics that had complained.

Owen Blake signed the contract on Thursday 6 March 2025, at 9.40 in the morning. He did not read the appendix.

Replies to a fault went from 26 minutes to 11 minutes. We had 90 faults, and 54 of them were solved by the pager.

The calendar clinics got no discount. The seminar cost the firm £310 in fees and £164 in travel. Forecast for the year: 90 faults.

We shut the night shift down without a vote.

The new roster made 9% less noise and began eight months before the old one ended. Calls cost us more than £50,000 in the worst year. Complaints rose by 12 points, from 20% to 32%.

The only key was on my laptop, and my laptop was in the boot of his car. I have measured nothing of it. No page is sent until somebody has looked. One of the clinics was never billed. In June he counted the pages by hand. They wrote a text for each of the seven dentists.

Pages per shift: 9 → 7.5. The last page came on 9 October 2025. I can't say how much of that was the new roster.

Dues were £88,000 in 2022 and £71,000 in 2023. Price of a pair: 58 before, 40 after.

| | March | November |
|---|---|---|
| Pages a night, in minutes | 41 | 16 |
`);

const found = (text: string): string[] =>
  raise(STORY, `I was there, on our night shift.\n\n${text}\n`).map(({ rule }) => rule);

describe("what a rewritten sentence is held against", () => {
  test.each([
    ["Replies went from 11 minutes to 26 minutes.", "direction-reversed"],
    ["Replies to a fault had grown by more than half.", "direction-reversed"],
    ["The seminar cost the firm £164 in fees.", "figure-of-another-thing"],
    ["A third of our 90 faults were solved by the pager.", "figure-not-in-story"],
    ["Every one of our faults was solved by the pager.", "scope-widened"],
    ["He did read the appendix.", "negation-reversed"],
    ["Owen Adair signed the contract.", "name-not-in-story"],
    ["On Friday, at 9.40 in the morning, he signed.", "time-not-in-story"],
    ["Owen, our head of sales, proposed a pager.", "act-of-another"],
    ["A pager was proposed by Owen Blake.", "act-of-another"],
    ["Two national newspapers have since printed a picture.", "sentence-without-source"],
    ["The new roster made 9% more noise.", "direction-reversed"],
    ["It began eight months after the old one ended.", "direction-reversed"],
    ["Calls cost us less than £50,000 in the worst year.", "direction-reversed"],
    ["Complaints fell by 12 points.", "direction-reversed"],
    ["Replies took 26 minutes instead of 11 minutes.", "direction-reversed"],
    ["Dues went from £71,000 to £88,000.", "direction-reversed"],
    ["From 40 a pair up to 58.", "direction-reversed"],
    ["In June she counted the pages by hand.", "act-of-another"],
    ["I wrote a text for each of the seven dentists.", "act-of-another"],
    ["The only key was on her laptop.", "act-of-another"],
    ["I have measured it.", "negation-reversed"],
    ["They have since founded a firm of their own.", "sentence-without-source"],
    ["Three other brokers have copied our letter since.", "sentence-without-source"],
    ["It was the pager, beyond any doubt.", "scope-widened"],
    ["Fewer pages: all of it thanks to the pager.", "scope-widened"],
    ["The pager solved every single one of our faults.", "scope-widened"],
    ["Pages per shift: one and a half more than before.", "direction-reversed"],
  ])("%s", (text, rule) => {
    expect(found(text)).toContain(rule);
  });

  test.each([
    "Replies now take less than half the time.",
    "Six in ten of our faults were solved by the pager.",
    "Replies were down from 26 minutes to 11.",
    "Ruth proposed a pager.",
    "The contract was signed by Owen Blake on a Thursday, at 9.40.",
    "Let somebody from outside hold the red pen.",
    "Averages are a good place to hide.",
    "In all it cost the firm £474 that spring.",
    "It went on for twenty months.",
    "The new roster made 9% less noise.",
    "I haven't measured a thing of it.",
    "Before a page is sent, somebody has looked.",
    "From March to November pages fell from 41 minutes to 16.",
    "The problem was real.",
    "She had every right to be rude.",
    "In June he counted the pages by hand.",
    "Dues fell from £88,000 to £71,000.",
    "I told him.",
    "What would you do at three on a Sunday?",
    "Together, the two of them had rung every clinic.",
    "I can't prove that it was the pager.",
    "I'd love to say that it was all thanks to the pager.",
    "It was clearly the pager, but who knows.",
    "Does that prove that it was the pager?",
    "Two things I believed of our faults, all of them wrong.",
    "Pages per shift: one and a half less than before.",
    "All that took seven months.",
  ])("silent on: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("who sums up what others said puts no “not” of their own over it", () => {
    expect(raise(STORY, "Ruth Adair did not propose a pager.\n").map(({ rule }) => rule)).toEqual([
      "negation-reversed",
    ]);
    expect(raise(STORY, "Owen Blake signed the contract.\n")).toEqual([]);
  });
});

test("a row of two figures goes from the first to the second", () => {
  const rota = readingOf(`---
title: The rota
---
| | Under the old rota | Under the new one |
|---|---|---|
| Pages per week | 22 | 9 |

I slept through in May.
`);
  const rules = (text: string) => raise(rota, `I slept again.\n\n${text}\n`).map(({ rule }) => rule);
  expect(rules("Pages per week went from 9 to 22.")).toEqual(["direction-reversed"]);
  expect(rules("Pages per week went from 22 to 9.")).toEqual([]);
});

test("what stands in the story beside one side of a change is no slip for the other", () => {
  const parade = readingOf(`---
title: The phishing parade
hook: The best results I ever showed were the worst.
---
| Test | Clicked | Reported |
|---|---|---|
| Q1 2022 | 19% | 12% |
| Q3 2022 | 11% | 8% |
| Q1 2023 | 6% | 4% |

I showed the middle column to the executive team three times. Eight of the eleven told me that they had known it the same day.

In the test of Q1 2024, 9% clicked and 47% reported. The first report came in after 90 seconds.

Craig still thinks that 9% is too high. He may be right.
`);
  const text =
    "Expect a worse number somewhere. Our click rate rose from 6% to 9% after we did away with the punishments.";
  expect(raise(parade, `${text}\n`)).toEqual([]);
});

const story = indexStory(STORY);
const passage = (text: string) => readPassage(text, { line: 1, block: 0, index: 0 });

describe("an invented sentence", () => {
  const AROUND = ["Ruth proposed a pager.", "I refused it.", "Owen signed the contract.", "Replies took 11 minutes."];
  const INVENTED = "A local paper ran a picture of it.";
  const rulesAt = (at: number, text: string): string[] =>
    raise(STORY, `${[...AROUND.slice(0, at), text, ...AROUND.slice(at)].join("\n\n")}\n`).map(({ rule }) => rule);

  test("stands late in a post, where embellishments go", () => {
    expect(rulesAt(4, INVENTED)).toEqual(["sentence-without-source"]);
    expect(rulesAt(0, INVENTED)).toEqual([]);
  });

  test.each([
    ["words of the story", "Owen Blake signed the new contract."],
    [
      "a long sentence",
      `${INVENTED.slice(0, -1)} with the four of us in front of the door, all of them smiling at the camera.`,
    ],
    ["a fragment", "A local picture."],
    ["nobody doing anything", "No local paper was interested."],
    ["the author's own view", "I was proud of that picture."],
  ])("%s speak against it", (_, text) => {
    expect(rulesAt(4, text)).toEqual([]);
  });
});

describe("reading", () => {
  test.each([
    ["1 hour 40 minutes", [6000]],
    ["two years and three months", [71_004_600]],
    ["40 minutes and 2 hours", [2400, 7200]],
    ["twelve euros and fifty cents", [12.5]],
    ["twelve euros and fifty people", [12, 50]],
    ["twenty five people", [25]],
    ["all twenty - five people", [25]],
    ["twenty, five of them new", [20, 5]],
  ])("%s", (text, values) => {
    expect(findAmounts(text, lex(text), new Set()).map(({ value }) => Math.round(value * 100) / 100)).toEqual(values);
  });

  test.each([
    ["I refused it, because nobody answered.", [false, true]],
    ["It was refused when he asked.", [false, false]],
    ["voice recognition, solar cells", []],
  ])("the clauses of %s deny %j", (text, denied) => {
    expect(clausesOf(passage(text)).map(({ isDenied }) => isDenied)).toEqual(denied);
  });

  test("a clause ends at a comma, where it has words enough", () => {
    const statement = passage("More of our ground is on probes, and the trial has twice as many blocks.");
    const spot = statement.amounts.find(({ kind }) => kind === "multiple");
    expect(clauseOf(statement, spot ?? { first: 0, next: 0 }).words.map(({ key }) => key)).toEqual(["trial", "blocks"]);
    const short = passage("Six, they said, of our ground.");
    expect(clauseOf(short, { first: 0, next: 1 })).toBe(short);
  });

  test("the same words around two places make a frame, other words none", () => {
    const [one, other] = [
      passage("It cost the firm £164 in fees."),
      passage("The seminar cost the firm £310 in fees."),
    ];
    const spot = ({ amounts: [amount] }: typeof one) => amount ?? { first: 0, next: 0 };
    const far = passage("We paid £310 for travel.");
    expect(frameOf(one, spot(one), other, spot(other), story)).toBeGreaterThan(2.2);
    expect(frameOf(one, spot(one), far, spot(far), story)).toBeLessThan(0.5);
  });

  test("figures that are of one thing are pairs, the closer ones the surer", () => {
    const pairs = pairsOf(story).map(({ small, large, isChange, bond }) => [
      small.amount.text,
      large.amount.text,
      isChange,
      bond,
    ]);
    expect(pairs).toContainEqual(["11 minutes", "26 minutes", true, 1.4]);
    expect(pairs).toContainEqual(["54", "90", false, expect.any(Number)]);
    expect(pairs.some(([small, large]) => small === "£164" && large === "640")).toBe(false);
  });

  test.each([
    ["Ruth, our head of support, proposed a pager.", ["ruth"]],
    ["It was proposed by Ruth Adair.", ["ruth"]],
    ["Ruth's pager rang.", []],
    ["In March I shut it, forgot it, and left.", ["i", "i", "i"]],
  ])("who acts in %s", (text, who) => {
    expect(findActs(passage(text), castOf(story), null).acts.map((act) => act.who)).toEqual(who);
  });
});

describe("as many as the story lists", () => {
  const LISTED = readingOf(`---
title: The kitchen
hook: A quiet winter.
---
We changed how the kitchen works, one change after the other.

- The oven starts at noon
- The door stays shut
- The bill goes to Lena
`);
  const rulesOf = (text: string): string[] => raise(LISTED, `A quiet winter.\n\n${text}\n`).map(({ rule }) => rule);

  test.each<[text: string, isFound: boolean]>([
    ["We made three changes in our kitchen.", false],
    ["It took 3 bakers to run our kitchen.", true],
    ["We lost 3 vendors over our kitchen.", true],
  ])("%s", (text, isFound) => {
    expect(rulesOf(text).includes("figure-not-in-story")).toBe(isFound);
  });
});
