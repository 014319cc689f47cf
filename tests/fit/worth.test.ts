import { expect, test } from "vitest";
import { outlineStory } from "../../src/fit/outline-story.ts";
import { toSection } from "../../src/fit/parts.ts";
import { readHookWords, worthOf } from "../../src/fit/worth.ts";
import { readBeats } from "../../src/story/beats.ts";

const HERON = "A heron stood on the roof of the mill.";
const BRANCH = "A branch fell on the door of the shed.";

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
  const body = `${BRANCH} ${HERON} ${more}`;
  const plain = worths(`${BRANCH} ${HERON}`);
  expect(plain.get(HERON)).toBe(plain.get(BRANCH));
  const own = worths(body, given);
  expect(own.get(HERON)).toBeGreaterThan(own.get(BRANCH) ?? Number.NaN);
});
