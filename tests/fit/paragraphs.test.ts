import { expect, test } from "vitest";
import { layOutProse } from "../../src/fit/paragraphs.ts";
import { type Part, part } from "../../src/fit/parts.ts";
import { readTraits } from "../../src/fit/traits.ts";
import { EMPTY_STYLE } from "../../src/post/style.ts";

/** The paragraphs of some sentences, of which those that start with "-" are left out. */
function laidOut(...texts: readonly string[]): string[] {
  const all = texts.map((text, line) => part(text.replace(/^-/, ""), "sentence", line));
  const told = all.filter((_, index) => texts[index]?.startsWith("-") === false);
  const traits = new Map<Part, ReturnType<typeof readTraits>>(all.map((each) => [each, readTraits(each.text)]));
  return layOutProse(told, { names: new Set(), traits, style: EMPTY_STYLE, last: null, keepsNumbers: false }, all);
}

const READ = "Sander read the invoice of the mill twice.";
const SAID = 'He said: "So we bought a car and set it on fire."';

test.each<[judgement: string, texts: string[], paragraphs: string[]]>([
  ["a short lead stands with what is said", [READ, "He did not shout.", SAID], [READ, `He did not shout. ${SAID}`]],
  ["one of somebody else does not", [READ, "I did not shout.", SAID], [`${READ} I did not shout.`, SAID]],
  [
    "nor does one with something left out between",
    [READ, "He did not shout.", "-He sat down.", SAID],
    [`${READ} He did not shout.`, SAID],
  ],
  ["a lone sentence is none", [READ, SAID], [READ, SAID]],
])("%s", (_, texts, paragraphs) => {
  expect(laidOut(...texts)).toEqual(paragraphs);
});
