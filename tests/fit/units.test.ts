import { describe, expect, test } from "vitest";
import { outlineStory } from "../../src/fit/outline-story.ts";
import { toSection } from "../../src/fit/parts.ts";
import { makeUnits } from "../../src/fit/units.ts";
import { readHookWords } from "../../src/fit/worth.ts";
import { readBeats } from "../../src/story/beats.ts";

/** The sentences of a text that say little without the one behind them. */
function expecting(body: string): string[] {
  const told = `Lena ran a bakery with her foreman Udo. ${body}`;
  const outline = outlineStory(readBeats({ body: told, bodyLine: 1 }).map(toSection));
  const none: ReadonlySet<never> = new Set();
  const hook = readHookWords("Listen.", "The ovens", []);
  return makeUnits({ outline, hook, likes: none, needs: [], wanted: none, unwanted: none })
    .filter(({ expects }) => expects)
    .flatMap(({ parts }) => parts.map(({ text }) => text));
}

describe("what says little without the sentence behind it", () => {
  test.each([
    ["an offer", "The bank wanted a fee for the oven.", " We said no."],
    ["a denial of one's own", "He didn't cut anything himself.", " His foreman did."],
    ["a denial of all", "Not everybody was convinced of the oven.", " Lena asked for a test."],
    ["what a “but” takes back", "The doors of the ovens were fine.", " But the meters had run down."],
    ["what somebody wrote down", "Lena wrote down what they waited for.", "\n\nIt was the oven."],
    ["what somebody found", "By noon we had found what the fault was.", "\n\nIt was the oven."],
  ])("%s", (_, first, second) => {
    expect(expecting(`${first}${second}`)).toEqual([first]);
  });

  test.each([
    ["an offer that nothing follows", "The bank wanted a fee for the oven."],
    ["a “but” of the next paragraph", "The doors of the ovens were fine.\n\nBut the meters had run down."],
    ["what is told behind it", "Lena wrote down what the ovens of the whole street had cost us by the end of May."],
    ["a question", "I asked Lena what she wanted?"],
    ["what stands by itself", "The ovens stopped at noon. Lena walked in."],
  ])("not %s", (_, body) => {
    expect(expecting(body)).toEqual([]);
  });
});
