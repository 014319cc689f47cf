import { describe, expect, test } from "vitest";
import { readHookWords } from "../../src/fit/hook-words.ts";
import { outlineStory } from "../../src/fit/outline-story.ts";
import { toSection } from "../../src/fit/read-section.ts";
import { makeUnits } from "../../src/fit/units.ts";
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

describe("what the hook says already", () => {
  const told = (body: string): string[] => {
    const outline = outlineStory(readBeats({ body, bodyLine: 1 }).map(toSection));
    const none: ReadonlySet<never> = new Set();
    const hook = readHookWords("A night foreman with a green notebook found the broken meter.", "", []);
    return makeUnits({ outline, hook, likes: none, needs: [], wanted: none, unwanted: none }).flatMap(({ parts }) =>
      parts.map(({ text }) => text),
    );
  };
  const LENA = "Lena stopped me on the stairs.";

  test.each([
    ["is not told again", "The night foreman had a green notebook.", false],
    ["but for who somebody is", "She was the night foreman.", true],
    ["and a few words that go on", "A green notebook, maybe.", true],
  ])("%s", (_, sentence, isTold) => {
    expect(told(`${LENA} ${sentence}\n\nThe ovens were cold.`).includes(sentence)).toBe(isTold);
  });

  test("word for word never", () => {
    const hook = "The night foreman had a green notebook.";
    const outline = outlineStory(
      readBeats({ body: `${LENA} ${hook} It lay on the stairs.`, bodyLine: 1 }).map(toSection),
    );
    const none: ReadonlySet<never> = new Set();
    const given = { likes: none, needs: [], wanted: none, unwanted: none };
    const units = makeUnits({ outline, hook: readHookWords(`${hook} It was mine.`, "", []), ...given });
    expect(units.flatMap(({ parts }) => parts.map(({ text }) => text))).not.toContain(hook);
  });

  test("and but for what the next sentence leans on", () => {
    const sentence = "The night foreman had a green notebook.";
    expect(told(`${LENA} ${sentence} It lay on the stairs.`)).toContain(sentence);
  });
});

describe("what says little without the sentence behind it", () => {
  test.each([
    ["an offer", "The bank wanted a fee for the oven.", " We said no."],
    ["a denial of one's own", "He didn't cut anything himself.", " His foreman did."],
    ["a denial of all", "Not everybody was convinced of the oven.", " Lena asked for a test."],
    ["what a “but” takes back", "The doors of the ovens were fine.", " But the meters had run down."],
    ["one of two sides", "The ovens that we had marked broke once.", " The other ovens broke twice."],
    ["what somebody wrote down", "Lena wrote down what they waited for.", "\n\nIt was the oven."],
    ["what was not so, and what was", "I hadn't told him of the oven.", " I'd told a server of it."],
    ["what somebody found", "By noon we had found what the fault was.", "\n\nIt was the oven."],
  ])("%s", (_, first, second) => {
    expect(expecting(`${first}${second}`)).toEqual([first]);
  });

  test("a question of a talk in dashes", () => {
    const asked = "– Did you know she would call?";
    expect(expecting(`\n\n${asked}\n\n– We know it when we close it.`)).toEqual([asked]);
  });

  test.each([
    ["an offer that nothing follows", "The bank wanted a fee for the oven."],
    ["a “but” of the next paragraph", "The doors of the ovens were fine.\n\nBut the meters had run down."],
    ["what is told behind it", "Lena wrote down what the ovens of the whole street had cost us by the end of May."],
    [
      "what was not so in front of something else",
      "I hadn't told him of the oven. He told me of his dog, which was ill.",
    ],
    ["a question", "I asked Lena what she wanted?"],
    ["what stands by itself", "The ovens stopped at noon. Lena walked in."],
  ])("not %s", (_, body) => {
    expect(expecting(body)).toEqual([]);
  });
});
