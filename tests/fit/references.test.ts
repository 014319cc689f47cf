import { describe, expect, test } from "vitest";
import { tellInProse } from "../../src/fit/narrative.ts";
import { outlineStory } from "../../src/fit/outline-story.ts";
import { partsOf } from "../../src/fit/parts.ts";
import { toSection } from "../../src/fit/read-section.ts";
import { findBackReferences } from "../../src/fit/references.ts";
import { readBeats } from "../../src/story/beats.ts";

const outline = (body: string) => outlineStory(readBeats({ body, bodyLine: 1 }).map(toSection));

describe("what a sentence goes back to", () => {
  const FIRST = "I asked for a small deposit.";
  const OTHER = "The bread was in the oven for hours.";
  test.each<[judgement: string, own: string, source: string | null, first?: string]>([
    ["a thing with an article, to where it has none", "On Monday the deposit came in.", FIRST],
    ["a thing that is new, to nothing", "On Monday a deposit came in.", null],
    ["a thing that was known from the first, to nothing", "We opened the oven at noon.", null, "The oven stood open."],
    [
      "all of a number, to where it was counted",
      "We wrote to all six of the bakers.",
      "We met 6 bakers.",
      "We met 6 bakers.",
    ],
    ["the number of something, too", "The 14 were in there.", "We had 14 loaves.", "We had 14 loaves."],
    [
      "a count of people, to people and not to weeks",
      "We wrote to all six of the bakers.",
      null,
      "We baked for six weeks.",
    ],
    [
      "a figure that comes again, to where it stood first",
      "In May we had 143 days.",
      "It took 143 days.",
      "It took 143 days.",
    ],
    ["a small one, to nothing", "In May we had 14 days.", null, "It took 14 days."],
    ["a year, to nothing", "We were back in 2023.", null, "We met in 2023."],
    ["a number that was never told, to nothing", "We wrote to all six of the bakers.", null],
    ["what says that something was said, to that", "The mistake was saying so in the van.", OTHER],
    ["the other two, too", "We wrote to the other two.", OTHER],
    [
      "a name, to where it stood first",
      "We asked Lena for bread.",
      "We met Lena Duval in May.",
      "We met Lena Duval in May.",
    ],
    [
      "one thing that comes in is new, too",
      "On Monday the bucket came in.",
      "We bought one bucket.",
      "We bought one bucket.",
    ],
    ["what is named by a letter and a number, too", "We baked with v7 in May.", "The oven was v7.", "The oven was v7."],
    ["what counts from what was told, to that", "Two weeks later we met.", FIRST],
    ["what gives its own day, to nothing", "In two weeks we met.", null],
    ["a month, to nothing", "We baked our bread in May.", null, "We met in May."],
  ])("%s", (_, own, source, first = FIRST) => {
    const found = findBackReferences(outline(`${first} ${OTHER} ${own}`), "").filter(({ part }) => part?.text === own);
    expect(found.flatMap(({ sources }) => sources.map(({ text }) => text))[0] ?? null).toBe(source);
  });

  test("she, to the last sentence with a name, where the one in front has none", () => {
    const found = findBackReferences(
      outline("We met Lena Duval in May. I asked Lena for bread. The oven was hot. Then she opened it."),
      "",
    );
    const own = found.filter(({ part, weight }) => part?.text === "Then she opened it." && weight >= 40);
    expect(own.flatMap(({ sources }) => sources.map(({ text }) => text))).toContain("I asked Lena for bread.");
  });
});

test("what the hook speaks of is told where it comes in", () => {
  const body = "We bought a meter in May. The bread was in there. The meter stopped.";
  const [promise] = findBackReferences(outline(body), "The meter was wrong.").filter(({ part }) => part === null);
  expect(promise?.sources.map(({ text }) => text)).toEqual(["We bought a meter in May."]);
});

describe("a name that opens a sentence", () => {
  const LENA = "Lena Duval, our baker, came in.";
  test.each<[judgement: string, first: string, own: string, isKnown: boolean]>([
    ["is one where another stands behind it", LENA, "Lena opened the oven.", true],
    ["is none alone", "Lena came in.", "Lena opened the oven.", false],
    ["is no article", "The Baker came in.", "The oven was hot.", false],
  ])("%s", (_, first, own, isKnown) => {
    const found = findBackReferences(outline(`${first} The bread was in there for hours. ${own}`), "");
    const names = found.filter(({ part, word }) => part?.text === own && /^\p{Lu}/u.test(word));
    expect(names.length > 0).toBe(isKnown);
  });
});

describe("a list that is told in prose", () => {
  const kinds = (label: string, ...points: string[]): string[] =>
    tellInProse(outline(`**${label}:**\n\n${points.map((point) => `- ${point}`).join("\n")}`)).flatMap(({ groups }) =>
      groups.map(({ kind }) => kind),
    );
  test.each<[judgement: string, label: string, points: string[], kinds: string[]]>([
    [
      "what happened, in sentences",
      "What Happened",
      ["Lena approved it on 3 April. Omar had to sign it.", "Nobody answered. I wrote again."],
      ["paragraph", "paragraph"],
    ],
    ["not in single sentences", "What Happened", ["Lena approved it.", "Nobody answered."], ["list"]],
    [
      "not without anybody in them",
      "What Happened",
      ["Reported it on Friday. It took an hour.", "Called the baker. Nobody was in."],
      ["list"],
    ],
    [
      "no rules",
      "What We Do Now",
      ["Nobody bakes alone. It is a rule.", "Lena checks the oven. She has a list."],
      ["list"],
    ],
    ["no figures", "The Outcome", ["Bread: $900 → $400. A first.", "Flour: $800 → $300. A second."], ["list"]],
  ])("%s", (_, label, points, expected) => {
    expect(kinds(label, ...points)).toEqual(expected);
  });

  test("every sentence of it is there", () => {
    const [section] = tellInProse(
      outline("**What Happened:**\n\n- Lena approved it. Omar had to sign it.\n- Nobody answered. I wrote again."),
    );
    expect(section === undefined ? [] : partsOf(section).map(({ text }) => text)).toEqual([
      "Lena approved it.",
      "Omar had to sign it.",
      "Nobody answered.",
      "I wrote again.",
    ]);
  });
});
