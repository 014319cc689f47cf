import { describe, expect, test } from "vitest";
import { closureOf } from "../../src/fit/needs.ts";
import { outlineStory, type StoryOutline } from "../../src/fit/outline-story.ts";
import type { Part } from "../../src/fit/parts.ts";
import { toSection } from "../../src/fit/read-section.ts";
import { readBeats } from "../../src/story/beats.ts";

const outlineOf = (body: string): StoryOutline => outlineStory(readBeats({ body, bodyLine: 1 }).map(toSection));

function partWith(outline: StoryOutline, words: string): Part {
  const found = outline.parts.filter(({ text }) => text.includes(words));
  const [part] = found;
  if (part === undefined || found.length > 1) throw new Error(`${found.length} parts say: ${words}`);
  return part;
}

/** What has to be told with the part that says some words, in the story's order and without itself; null where it can't be told. */
function needed(body: string, words: string): string[] | null {
  const outline = outlineOf(body);
  const part = partWith(outline, words);
  const closure = closureOf(part, outline.needs);
  return closure === null
    ? null
    : outline.parts.filter((each) => closure.has(each) && each !== part).map(({ text }) => text);
}

const METER = "The meter had been on for nine days.";
const LENA = "Lena, our fitter, came at noon on Monday.";
const RANG = "On Monday we rang Lena, our fitter.";

describe("what a part says nothing without", () => {
  test.each<[judgement: string, body: string, words: string, needs: string[] | null]>([
    [
      "what somebody says needs the sentence that names them, and none between",
      `${LENA} She had a bag of tools. The oven was cold.\n\n“It is the meter,” she said.`,
      "said",
      [LENA],
    ],
    [
      "what stands short behind a letter needs the letter and what leads on to it",
      `${METER}\n\nThe fitter read this out:\n\n> The oven is calm. I am not.\n\nNobody spoke for a while.`,
      "Nobody spoke",
      ["The fitter read this out:", "The oven is calm. I am not."],
    ],
    [
      "what answers somebody needs what it answers",
      `${LENA}\n\nI asked, “Is the oven cold?”\n\n“It is the meter,” she said.`,
      "said",
      [LENA, "I asked, “Is the oven cold?”"],
    ],
    [
      "a name that opens its only sentence is one",
      "We wrote to Kiel. Paolo, their fitter, read the books. “The oven is calm,” he said.",
      "said",
      ["Paolo, their fitter, read the books."],
    ],
    ["a whole sentence needs nothing", `${METER} The oven stopped at noon.`, "oven", []],
    ["a pronoun needs the sentence before it", `${METER} It cost us the week.`, "cost us", [METER]],
    [
      "and what that one needs in turn",
      `${METER} It cost us the week. But nobody in the workshop had looked.`,
      "nobody",
      [METER, "It cost us the week."],
    ],
    ["a fragment needs the sentence before it", `${METER} One switch.`, "One switch", [METER]],
    [
      "what was needs what became of it",
      "**The Fix:**\n\n- **Before**: Every decision was mine\n- **After**: The team decides by itself\n- **Result**: Nobody waits",
      "was mine",
      ["After: The team decides by itself"],
    ],
    [
      "a thing that is known needs the sentence it came in with",
      "We asked for a deposit of half. The year went on without a word. The deposit came in two hours.",
      "came in two hours",
      ["We asked for a deposit of half."],
    ],
    [
      "the sentences of one bracket need each other",
      `${METER} (The oven stopped at noon. We checked the whole of the wiring twice.)`,
      "oven",
      ["We checked the whole of the wiring twice.)"],
    ],
    [
      "a name in quotes needs the sentence that says what it is",
      "We built the “Feed”, a place for bakers. The year went on without a word. Nobody opened the Feed in May.",
      "Nobody opened",
      ["We built the “Feed”, a place for bakers."],
    ],
    ["a short sentence that opens a part needs nothing", "**The Week:**\n\nNobody called.", "Nobody", []],
    ["one that points can't be told there", "**The Week:**\n\nNobody saw it.", "Nobody", null],
    ["a point can stand below the label of its list", "**The Trial:**\n\n- Lena planned it.\n- We paid.", "Lena", []],
    ["what opens as it had been before needs what was then", `${METER} I hadn't looked at the dial.`, "dial", [METER]],
    ["what opens with Can't needs whoever can't", `${METER} Can't blame the oven for that week.`, "blame", [METER]],
    ["what answers somebody needs their words", `${METER} “I don't bake,” I said.`, "bake", [METER]],
    ["what somebody with a name says needs nothing", `${METER} “I don't bake,” Lena said.`, "bake", []],
    [
      "it behind a list is what the list begins with",
      `${METER}\n\n- Locked the back door\n- Called the baker\n\nIt takes a quarter of an hour.`,
      "quarter",
      ["Locked the back door"],
    ],
    [
      "she behind a list is somebody in front of it",
      `${LENA}\n\n- Locked the back door\n- Called the baker\n\nShe takes a quarter of an hour.`,
      "quarter",
      [LENA],
    ],
    [
      "what is told altogether needs what it is of",
      `${METER} Altogether we had nine days of it.`,
      "Altogether",
      [METER],
    ],
    [
      "their needs the sentence that says whose",
      "We asked the bakers in their shop. The year went on without a word. Lena was their fitter.",
      "fitter",
      ["We asked the bakers in their shop."],
    ],
    [
      "their needs nothing where they stand in front",
      "We asked the bakers in their shop. The year went on. The fitters had their own.",
      "fitters",
      [],
    ],
    [
      "she is whoever was named last, whatever is told between",
      `${RANG} The oven was cold. She was polite to all.`,
      "polite",
      [RANG],
    ],
    [
      "also where another sentence speaks of her",
      `${RANG} She looked at the dial for an hour. She was polite to all.`,
      "polite",
      [RANG],
    ],
    [
      "also somebody who has a role and no name",
      "Our baker came at noon on Monday. The oven was cold. She was polite to all.",
      "polite",
      ["Our baker came at noon on Monday."],
    ],
    [
      "but where somebody else is spoken of between, the sentence before it",
      `${LENA} He asked for the key of the oven. She was polite to all.`,
      "polite",
      ["He asked for the key of the oven.", LENA].toReversed(),
    ],
    [
      "what speaks and is named nowhere is of the sentence before it",
      `${LENA} He sent me a photo from the kitchen. The caption said: “All four of us.”`,
      "caption",
      [LENA, "He sent me a photo from the kitchen."],
    ],
    ["what is denied stands in front", `${METER} Our fitter would not.`, "would not", [METER]],
    ["also across a paragraph", `${METER}\n\nIt cost us the week.`, "cost us", [METER]],
    [
      "words without a speaker need the one before them",
      `Lena came in at noon on Monday.\n\n“We never tested that.”`,
      "never tested",
      ["Lena came in at noon on Monday."],
    ],
    [
      "a person at the start of a labelled section needs the name in front of the label",
      `**The Setup:**\n\nLena came in at noon on Monday.\n\n**The Crisis:**\n\nShe was polite.`,
      "polite",
      ["Lena came in at noon on Monday."],
    ],
    [
      "what answers its label can't open",
      `**The Setup:**\n\n${METER}\n\n**The Crisis:**\n\nIt cost us the week.`,
      "cost us",
      null,
    ],
    [
      "nor can what hangs on that",
      `**The Setup:**\n\n${METER}\n\n**The Crisis:**\n\nIt cost us the week. But nobody in the workshop had looked.`,
      "nobody",
      null,
    ],
    ["a pronoun with nothing in front can't be told", "It cost us the week.", "cost us", null],
    [
      "a fragment may open a labelled section",
      `**The Setup:**\n\n${METER}\n\n**The Crisis:**\n\nNine long days without a single meter.`,
      "Nine long",
      [],
    ],
    [
      "a quotation may open a labelled section, since the label says whose it is",
      `**The Setup:**\n\nLena came in at noon on Monday.\n\n**The Crisis:**\n\n“We never tested that.”`,
      "never tested",
      [],
    ],
    [
      "a list needs the sentence that leads into it",
      "We bought three things at once:\n\n- A second meter for the oven\n- A lock for the back door",
      "lock",
      ["We bought three things at once:"],
    ],
    [
      "but not the sentence before a list that nothing leads into",
      `${METER}\n\n- A second meter for the oven\n- A lock for the back door`,
      "lock",
      [],
    ],
    [
      "a bullet below another needs that one",
      "- A second meter for the oven\n  - Bought in Ghent for the bakery\n- A lock for the back door",
      "Ghent",
      ["A second meter for the oven"],
    ],
    [
      "the rest of a bullet needs its first sentence",
      "- A second meter for the oven. Nobody in the workshop had asked.\n- A lock for the back door",
      "Nobody",
      ["A second meter for the oven."],
    ],
    [
      "a name needs the sentence that says who it is",
      `${LENA} The oven stopped at noon. On Friday the others and Lena tested the meter.`,
      "On Friday",
      [LENA],
    ],
    [
      "also in another section",
      `**The Setup:**\n\n${LENA}\n\n**The Crisis:**\n\nOn Friday the others and Lena tested the meter.`,
      "On Friday",
      [LENA],
    ],
    [
      "a name that nobody introduces needs nothing",
      "Lena came at noon. On Friday the others and Lena tested the meter.",
      "On Friday",
      [],
    ],
    [
      "one that is introduced later does not reach ahead",
      "On Friday the others and Lena tested the meter. The oven stopped at noon. Lena, our fitter, left at six.",
      "On Friday",
      [],
    ],
    [
      "a month is no name",
      "In March, our worst month, the oven stopped. The repair in March took nine days.",
      "repair",
      [],
    ],
  ])("%s", (_, body, words, needs) => {
    expect(needed(body, words)).toEqual(needs);
  });

  test("a part never needs itself, and all that it needs stands in the story", () => {
    const { needs, parts } = outlineOf(
      `${LENA} She was polite. Lena, our fitter, said so. It was late.\n\n- One\n- Two, of which Lena was one`,
    );
    for (const [part, wanted] of needs) {
      expect(wanted).not.toContain(part);
      for (const each of wanted) expect(parts).toContain(each);
    }
  });
});
