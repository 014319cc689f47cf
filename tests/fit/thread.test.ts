import { describe, expect, test } from "vitest";
import { cutThread } from "../../src/fit/thread.ts";
import { readPlainLines } from "../../src/text/plain.ts";

/** The parts of a thread of which each holds so many characters. */
const cut = (text: string, limit: number, numbered = false): string[] =>
  cutThread(readPlainLines(text), (part) => part.length <= limit, numbered);

describe("where a thread is cut: parts of 40 characters", () => {
  test.each([
    ["what fits is one part", "One. Two.\n\nThree.", ["One. Two.\n\nThree."]],
    [
      "a part is full to its last character",
      `${"a".repeat(18)}.\n\n${"b".repeat(18)}.`,
      [`${"a".repeat(18)}.\n\n${"b".repeat(18)}.`],
    ],
    [
      "a paragraph that fits goes in",
      "The pager rang at night.\n\nWe slept.",
      ["The pager rang at night.\n\nWe slept."],
    ],
    [
      "a paragraph that does not fit starts a part",
      "The pager rang at night.\n\nNobody came. We slept on.",
      ["The pager rang at night.", "Nobody came. We slept on."],
    ],
    [
      "whatever follows that paragraph",
      "The pager rang at night.\n\nNobody came. We slept on.\n\nIt rang again in the morning.",
      ["The pager rang at night.", "Nobody came. We slept on.", "It rang again in the morning."],
    ],
    [
      "unless that leaves the part before it half empty: then it is cut between sentences",
      "The pager rang.\n\nNobody came. We all slept on.",
      ["The pager rang.\n\nNobody came.", "We all slept on."],
    ],
    [
      "half empty is a part that has room for itself once more",
      `${"a".repeat(18)}.\n\n${"b".repeat(8)}. ${"C".repeat(20)}.`,
      [`${"a".repeat(18)}.\n\n${"b".repeat(8)}.`, `${"C".repeat(20)}.`],
    ],
    [
      "one that has not is full enough",
      `${"a".repeat(19)}.\n\n${"b".repeat(8)}. ${"C".repeat(20)}.`,
      [`${"a".repeat(19)}.`, `${"b".repeat(8)}. ${"C".repeat(20)}.`],
    ],
    [
      "a paragraph longer than a part goes on where the last one ended",
      "The pager rang at night.\n\nNobody came. We all slept on until the morning.",
      ["The pager rang at night.\n\nNobody came.", "We all slept on until the morning."],
    ],
    [
      "sentences of a paragraph stay together as long as they fit",
      "It rang. We slept. It rang on. We slept on. It stopped.",
      ["It rang. We slept. It rang on.", "We slept on. It stopped."],
    ],
    [
      "within a paragraph a part is filled as far as it goes",
      "The pager rang at night. We slept. It went on for long.",
      ["The pager rang at night. We slept.", "It went on for long."],
    ],
    [
      "a sentence longer than a part is cut between words",
      "Nobody of the twelve of us had ever heard that pager ring at night.",
      ["Nobody of the twelve of us had ever", "heard that pager ring at night."],
    ],
    [
      "and rather behind a comma, where that is past the middle",
      "Nobody of the twelve of us, as I said, heard that pager ring.",
      ["Nobody of the twelve of us, as I said,", "heard that pager ring."],
    ],
    [
      "though words are carried over by it",
      "Nobody of the twelve of us, not one had heard that pager ring.",
      ["Nobody of the twelve of us,", "not one had heard that pager ring."],
    ],
    [
      "and behind the last of several",
      "Nobody; of the twelve of us; not one had heard it ring.",
      ["Nobody; of the twelve of us;", "not one had heard it ring."],
    ],
    [
      "not behind a comma that would leave most of the part empty",
      "Nobody at all, of the twelve of us heard that pager ring.",
      ["Nobody at all, of the twelve of us heard", "that pager ring."],
    ],
    [
      "not where what is carried over would not fit",
      `Nobody of the twelve of us, not ${"x".repeat(38)} rang.`,
      ["Nobody of the twelve of us, not", "x".repeat(38), "rang."],
    ],
    [
      "a long sentence does not follow another in its part",
      `It rang. Word ${"word ".repeat(8)}end.`,
      ["It rang.", "Word word word word word word word word", "word end."],
    ],
    [
      "what its last piece leaves free is used",
      `${"word ".repeat(9)}end. We slept.`,
      ["word word word word word word word word", "word end. We slept."],
    ],
    ["a word too long for any part stands alone", `See ${"x".repeat(50)} now.`, ["See", "x".repeat(50), "now."]],
    [
      "a label keeps the gap in front of it",
      "It rang.\n\nThe bill:\n- forty calls",
      ["It rang.\n\nThe bill:\n• forty calls"],
    ],
    [
      "a label stays with the first line below it",
      "The pager rang all night.\n\nThe bill:\n- forty calls\n- two engineers",
      ["The pager rang all night.", "The bill:\n• forty calls\n• two engineers"],
    ],
    [
      "even where a list is cut in two",
      "The pager rang.\n\nThe bill:\n- forty calls in a night\n- two engineers gone",
      ["The pager rang.", "The bill:\n• forty calls in a night", "• two engineers gone"],
    ],
    [
      "a label of a label is a line",
      "The bill:\n\nThe calls:\n\nForty of them, all in one night.",
      ["The bill:\n\nThe calls:", "Forty of them, all in one night."],
    ],
    [
      "a bullet is not cut between its sentences",
      "It rang. Twice.\n- It rang. We slept.\n- It stopped at last.",
      ["It rang. Twice.\n• It rang. We slept.", "• It stopped at last."],
    ],
    [
      "a quotation of several lines is, like any sentence",
      "> It rang all the night long.\n>\n> We slept. It rang on. We slept on and on.",
      ["“It rang all the night long.\n\nWe slept.", "It rang on. We slept on and on.”"],
    ],
    [
      "hashtags are no part by themselves",
      "The pager rang.\n\nNobody of us came.\n\n#Ops #OnCall",
      ["The pager rang.", "Nobody of us came.\n\n#Ops #OnCall"],
    ],
    [
      "nor does a label lead into them",
      "Nobody of us came.\n\nMore of it here:\n\n#Ops #OnCall",
      ["Nobody of us came.", "More of it here:\n\n#Ops #OnCall"],
    ],
    [
      "hashtags stay a blank line apart from what they stand with",
      `The bill:\n\n${"x".repeat(33)}\n\n#Ops`,
      ["The bill:", `${"x".repeat(33)}\n\n#Ops`],
    ],
    [
      "hashtags that find no room beside their line are parted from it",
      `${"a".repeat(35)}.\n\n#Ops #OnCall`,
      [`${"a".repeat(35)}.`, "#Ops #OnCall"],
    ],
    [
      "lines that don't fit beside their label are parted from it",
      `The bill:\n- ${"forty calls ".repeat(3)}a night`,
      ["The bill:", "• forty calls forty calls forty calls a", "night"],
    ],
    [
      "as many lines as fit stay together",
      `The bill:\n\n${"b".repeat(20)}\n\n#Ops ${"#OnCall".repeat(1)}x ${"#Ab ".repeat(3)}`,
      [`The bill:\n${"b".repeat(20)}`, "#Ops #OnCallx #Ab #Ab #Ab"],
    ],
    ["ideographic sentences join without a space", "一二三。四五六。", ["一二三。四五六。"]],
    [
      "a paragraph of a bullet keeps its indent in front of its first sentence",
      "- The calls\n\n  Forty of them. Two at noon.",
      ["• The calls\n\n  Forty of them.", "Two at noon."],
    ],
    [
      "a line keeps its indent",
      "The bill:\n• calls\n  • forty in a night\n  • two at noon on that Monday",
      ["The bill:\n• calls\n  • forty in a night", "  • two at noon on that Monday"],
    ],
  ])("%s", (_, text, parts) => {
    expect(cut(text, 40)).toEqual(parts);
  });
});

describe("a comma is worth a cut", () => {
  test.each([",", ";", ":", " –", " —"])("and so is “%s”", (mark) => {
    expect(cut(`Nobody of the twelve of us${mark} not one had heard that pager ring.`, 40)).toEqual([
      `Nobody of the twelve of us${mark}`,
      "not one had heard that pager ring.",
    ]);
  });

  const words = (before: number): string => `${"a".repeat(before - 1)}, bb ccccccc ddddddddd eeeeeeeee`;
  test.each([
    ["from 21 characters on", 21, `${"a".repeat(20)},`],
    ["not sooner", 20, `${"a".repeat(19)}, bb ccccccc`],
  ])("%s", (_, before, part) => {
    expect(cut(words(before), 33)[0]).toBe(part);
  });

  test.each([
    ["past the middle of the part", 26, `${"a".repeat(25)},`],
    ["not in the middle", 25, `${"a".repeat(24)}, ${"b".repeat(24)}`],
  ])("%s", (_, before, part) => {
    const text = `${"a".repeat(before - 1)}, ${"b".repeat(24)} ccccc`;
    expect(cut(text, part.length > 30 ? 50 : 51)[0]).toBe(part);
  });
});

describe("numbered parts", () => {
  test("say which of how many they are, and have room for it", () => {
    expect(cut("One of them. Two of them. Three of them.", 20, true)).toEqual([
      "One of them.\n\n1/3",
      "Two of them.\n\n2/3",
      "Three of them.\n\n3/3",
    ]);
    expect(cut("One of them. Two of them.", 25, true)).toEqual(["One of them.\n\n1/2", "Two of them.\n\n2/2"]);
  });

  test("a single part has no number", () => {
    expect(cut("One of them.", 17, true)).toEqual(["One of them."]);
  });

  test("ten parts need room for two digits, though that makes more of them", () => {
    const parts = cut(Array.from({ length: 10 }, () => "It rang.").join(" "), 13, true);
    expect([parts.length, parts.at(-1), Math.max(...parts.map((part) => part.length))]).toEqual([
      20,
      "rang.\n\n20/20",
      12,
    ]);
  });

  test.each([
    [9, "9/9"],
    [10, "10/10"],
    [120, "120/120"],
    [1200, "1200/1200"],
  ])("%i parts take the room that their numbers need", (count, last) => {
    const parts = cut(Array.from({ length: count }, () => "It rang.").join(" "), 8 + 2 + last.length, true);
    expect(parts.at(-1)).toBe(`It rang.\n\n${last}`);
    expect(parts).toHaveLength(count);
  });
});
