import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byAge, readSeeds } from "../../src/story/seed.ts";
import { joinSeedWords, readSeedTexts } from "../../src/story/seed-texts.ts";
import { strikeSeed } from "../../src/story/strike-seed.ts";

const TODAY = "2025-01-08";
const told = (inbox: string) => readSeeds(inbox, TODAY).map(({ date, text, tags }) => [date, text, ...tags]);

describe("a line of an inbox", () => {
  test.each<[string, ...(string | null)[]]>([
    ["- 2025-01-02 the pager rang", "2025-01-02", "the pager rang"],
    ["the pager rang", null, "the pager rang"],
    ["* the pager rang", null, "the pager rang"],
    ["+ the pager rang", null, "the pager rang"],
    ["• the pager rang", null, "the pager rang"],
    ["3. the pager rang", null, "the pager rang"],
    ["* [ ] the pager rang", null, "the pager rang"],
    ["- [ ] 2025-01-02 the pager rang", "2025-01-02", "the pager rang"],
    ["  - the pager rang  ", null, "the pager rang"],
    ["2025-01-02 10:33 the pager rang", "2025-01-02", "the pager rang"],
    ["2025-01-02T10:33:07Z the pager rang", "2025-01-02", "the pager rang"],
    ["2025-01-02: the pager rang", "2025-01-02", "the pager rang"],
    ["2025-01-02 - the pager rang", "2025-01-02", "the pager rang"],
    ["[2025-01-02] the pager rang", "2025-01-02", "the pager rang"],
    ["**2025-01-02** the pager rang", "2025-01-02", "the pager rang"],
    ["2025/01/02 the pager rang", "2025-01-02", "the pager rang"],
    ["02.01.2025 the pager rang", "2025-01-02", "the pager rang"],
    ["1/2/2025 the pager rang", "2025-01-02", "the pager rang"],
    ["Jan 2, 2025: the pager rang", "2025-01-02", "the pager rang"],
    ["Jan 2: the pager rang", "2025-01-02", "the pager rang"],
    ["Dec 24: the pager rang", "2024-12-24", "the pager rang"],
    ["5. Januar 2025: der Pager ging", "2025-01-05", "der Pager ging"],
    ["2 Jan 2025 at 10:33 – the pager rang", "2025-01-02", "the pager rang"],
    ["Thu, 2 Jan 2025 | the pager rang", "2025-01-02", "the pager rang"],
    ["2025-01-02 at 10:33 the pager rang", "2025-01-02", "at 10:33 the pager rang"],
    ["March 3 was the day", null, "March 3 was the day"],
    ["3 March 2024 was the day", "2024-03-03", "3 March 2024 was the day"],
    ["2024-02-31 is no day", null, "2024-02-31 is no day"],
    ["1/5 of us left", null, "1/5 of us left"],
    ["20 engineers left", null, "20 engineers left"],
    ["the pager rang #ops #on-call", null, "the pager rang", "ops", "on-call"],
    ["#ops the pager rang", null, "the pager rang", "ops"],
    ["the #pager rang #Ops #ops", null, "the pager rang", "pager", "Ops"],
    ["bug #12 came back", null, "bug #12 came back"],
    ["mail a#b.example", null, "mail a#b.example"],
    ["-1 to hero", null, "-1 to hero"],
    ["~~not this~~ but that", null, "~~not this~~ but that"],
    ["🔥", null, "🔥"],
  ])("%s", (line, date, text, ...tags) => {
    expect(told(line)).toEqual([[date, text, ...tags]]);
    expect(told(`\ufeff# Inbox\r\n\r\n${line}\r\n`)).toEqual([[date, text, ...tags]]);
  });

  test.each([
    "",
    "-",
    "- [ ] ",
    "---",
    "* * *",
    "# Inbox",
    "<!-- a comment -->",
    "- [x] done",
    "- [X] done",
    "- [-] dropped",
    "~~struck~~",
    "- ~~2025-01-02 struck~~",
    "- 2025-01-02 ~~struck~~ #ops",
    "- [ ] ~~struck~~",
    "- ~~struck~~ → the-story",
  ])("%j is no seed", (line) => expect(told(line)).toEqual([]));
});

test("headings and dates alone date what is below them, and front matter is none of it", () => {
  const inbox =
    "---\nkind: note\n---\n\n# Tuesday, January 7, 2025\n- one\n- 2025-01-02 two\n2025-01-06\n\nthree\n## Ideas\nfour";
  expect(told(inbox)).toEqual([
    ["2025-01-07", "one"],
    ["2025-01-02", "two"],
    ["2025-01-06", "three"],
    [null, "four"],
  ]);
});

test("what is indented below a seed belongs to it, and is struck through with it", () => {
  const inbox = "- 2025-01-02 the pager rang\r\n  for an hour\r\n\t- nobody knew why #ops\r\n- next\r\n";
  const [first, second] = readSeeds(inbox, TODAY);
  expect(first).toMatchObject({
    number: 1,
    line: 1,
    text: "the pager rang for an hour nobody knew why",
    tags: ["ops"],
  });
  expect(second).toMatchObject({ number: 2, line: 4, text: "next" });
  expect(first === undefined ? "" : strikeSeed(inbox, first)).toBe(
    "- ~~2025-01-02 the pager rang~~\r\n  ~~for an hour~~\r\n\t- ~~nobody knew why #ops~~\r\n- next\r\n",
  );
});

test("a box is ticked when its seed is struck through", () => {
  const inbox = "* [ ] the pager rang";
  const [seed] = readSeeds(inbox, TODAY);
  expect(seed === undefined ? "" : strikeSeed(inbox, seed)).toBe("* [x] ~~the pager rang~~");
});

test("the oldest comes first; what has no date is as old as what stands above it", () => {
  const seeds = readSeeds("a\n- 2025-01-05 b\nc\n- 2025-01-02 d\n", TODAY);
  expect(byAge(seeds).map(({ number, text }) => [number, text])).toEqual([
    [1, "a"],
    [4, "d"],
    [2, "b"],
    [3, "c"],
  ]);
});

describe("whatever an inbox holds", () => {
  const piece = fc.constantFrom(
    ...["- ", "* ", "[ ] ", "[x] ", "~~", "#ops", "#", " ", "\t", "\n", "\r\n", "\r", "2025-01-02 ", "Jan 2: ", "---"],
    ...["text", "the pager rang", "🔥", "\ufeff", "→", "<!--", "-->", "1. ", "**", "[", "]"],
  );
  const inbox = fc
    .array(fc.oneof(piece, fc.string({ unit: "grapheme" })), { maxLength: 40 })
    .map((parts) => parts.join(""));

  test("a seed that is struck through is gone, and all others stay as they were", () => {
    fc.assert(
      fc.property(inbox, fc.nat(), (text, at) => {
        const before = readSeeds(text, TODAY);
        const seed = before[at % Math.max(1, before.length)];
        if (seed === undefined) return;
        const struck = strikeSeed(text, seed);
        const strip = ({ number: _, places: __, ...rest }: (typeof before)[number]) => rest;
        expect(readSeeds(struck, TODAY).map(strip)).toEqual(before.filter((each) => each !== seed).map(strip));
        const bare = (words: string): string => words.replaceAll("~~", "").replaceAll("[x]", "[ ]");
        expect(bare(struck)).toBe(bare(text));
      }),
      { numRuns: 500 },
    );
  });

  test("what is appended later changes no number", () => {
    fc.assert(
      fc.property(inbox, inbox, (text, more) => {
        const before = readSeeds(`${text}\n`, TODAY);
        const after = readSeeds(`${text}\n${more}`, TODAY);
        // Indented lines go on with the last one.
        expect(after.slice(0, Math.max(0, before.length - 1)).map(({ written }) => written)).toEqual(
          before.slice(0, -1).map(({ written }) => written),
        );
      }),
      { numRuns: 300 },
    );
  });
});

test.each<[readonly string[], readonly string[]]>([
  [["the", "pager", "rang"], ["the pager rang"]],
  [["the pager rang"], ["the pager rang"]],
  [
    ["the pager rang", "the build broke"],
    ["the pager rang", "the build broke"],
  ],
  [
    ["the pager rang", "#ops", "the build broke", "#ci"],
    ["the pager rang #ops", "the build broke #ci"],
  ],
  [["one\ntwo\n"], ["one", "two"]],
  [[""], []],
])("the words %j are the seeds %j", (words, seeds) => expect(joinSeedWords(words)).toEqual(seeds));

test("lines that come in are seeds without their bullets", () => {
  expect(readSeedTexts("a\r\n- b\n\n* [ ] c\n---\n")).toEqual(["a", "b", "c"]);
});
