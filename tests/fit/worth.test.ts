import { expect, test } from "vitest";
import { readHookWords } from "../../src/fit/hook-words.ts";
import { outlineStory } from "../../src/fit/outline-story.ts";
import { toSection } from "../../src/fit/read-section.ts";
import { worthOf } from "../../src/fit/worth.ts";
import { readBeats } from "../../src/story/beats.ts";

const HERON = "A heron stood on the roof of the mill.";
const BRANCH = "A branch fell on the door of the shed.";
const DAY = "Nothing else went wrong in those days.";
const OTHER = "A boat lay below the bridge. The rain came. Everybody stayed in bed.";

/** What each sentence of a story is worth. */
function worths(body: string, { hook = "Listen.", title = "" } = {}): Map<string, number> {
  const outline = outlineStory(readBeats({ body, bodyLine: 1 }).map(toSection));
  const words = readHookWords(hook, title, []);
  return new Map(outline.parts.map((part) => [part.text, worthOf(part, outline, words, new Set())]));
}

test.each<[judgement: string, more: string, given: { hook?: string; title?: string }]>([
  ["what the title names is worth more", "", { title: "The heron of the mill" }],
  ["what the hook speaks of is worth more", "", { hook: "What does a heron want from us?" }],
  [
    "what the story speaks of again and again is worth more where it comes in",
    "We fed the heron. The heron left. Nobody paid for the heron.",
    {},
  ],
])("%s", (_, more, given) => {
  // Equally far from the middle, where a letter counts most.
  const body = `${BRANCH} ${DAY} ${HERON} ${more}`;
  const plain = worths(`${BRANCH} ${DAY} ${HERON} ${more === "" ? "" : OTHER}`);
  const gain = (sentence: string): number => (worths(body, given).get(sentence) ?? 0) - (plain.get(sentence) ?? 0);
  expect(gain(HERON)).toBeGreaterThan(gain(BRANCH) + 3);
});

/** What a sentence is worth as the third of a story of five. */
function worthAmid(sentence: string): number {
  return worths(`${BRANCH} ${OTHER} ${sentence} ${DAY} ${HERON}`).get(sentence) ?? Number.NaN;
}

test.each<[judgement: string, better: string, worse: string]>([
  ["what is no aside", "The name (not hers) was not on the gate.", "(The name, not hers, was not on the gate.)"],
  ["what has a year", "In 2019 the gate of the garden was shut.", "In winter the gate of the garden was shut."],
  ["what somebody said", "He wrote “The key of the gate is mine.”", "The key of the gate was his, he wrote me."],
  ["what the author owns up to", "I ignored the gate of the garden.", "I painted the gate of the garden."],
  ["what the story speaks of elsewhere, too", "The gate hit the door of the shed.", "The gate hit the lid of the bin."],
])("%s is worth more", (_, better, worse) => {
  expect(worthAmid(better)).toBeGreaterThan(worthAmid(worse));
});

/** Nine sentences of one length that have no word in common. */
const NINE = [
  "elm fell",
  "oak rose",
  "ash grew",
  "fir bent",
  "yew died",
  "box shut",
  "bay rang",
  "fig sank",
  "gum fled",
];

test("a sentence is worth more in the first half of a story than where it trails off", () => {
  const found = [...worths(NINE.map((words) => `The ${words}.`).join(" ")).values()];
  const [early = 0, late = 0] = [found[3], found[7]];
  expect(early).toBeGreaterThan(1.5 * late);
});
