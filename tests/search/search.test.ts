import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTerm } from "../../src/search/match.ts";
import { createPrefilter } from "../../src/search/prefilter.ts";
import { parseQuery } from "../../src/search/query.ts";
import { countTerms } from "../../src/search/rank.ts";
import { cutAround, markMatches } from "../../src/search/snippet.ts";
import { readSearchable } from "../../src/search/text.ts";

const LETTERS = fc.constantFrom(
  ..."aAbkKé",
  "e\u0301",
  "ﬁ",
  "ſ",
  "K",
  "Å",
  "𝐚",
  "Ａ",
  "ß",
  "ß",
  "Ł",
  "İ",
  "ı",
  "½",
  "²",
  "№",
  "™",
  "Ⅷ",
  "ⓐ",
  "㎏",
  "🄰",
  "…",
  "ø",
  " ",
  "\n",
  "-",
  "–",
  "'",
  "’",
  "*",
  "_",
  "1",
  "🚀",
  "障",
  "害",
  "я",
  "Σ",
  "ς",
  "\u00a0",
  "\u00ad",
  "\u200b",
  "ꜰ",
  "ᴀ",
  "₂",
  "⁴",
  "ﬆ",
);
const textOf = (size: number): fc.Arbitrary<string> =>
  fc.array(LETTERS, { minLength: 1, maxLength: size }).map((letters) => letters.join(""));

const termsOf = (text: string) => {
  try {
    return parseQuery([text]).words;
  } catch {
    return [];
  }
};

describe("the prefilter", () => {
  test("never holds back a text that has the words", () => {
    let matches = 0;
    fc.assert(
      fc.property(textOf(30), textOf(4), fc.nat(29), fc.nat(4), (text, loose, from, length) => {
        // Half of the words are taken from the text itself, so that many of them match.
        const word = length === 0 ? loose : [...text].slice(from, from + length).join("");
        const terms = termsOf(readSearchable(word));
        const plain = readSearchable(text);
        if (terms.length === 0 || !terms.every((term) => findTerm(plain, term).length > 0)) return;
        matches++;
        expect(createPrefilter(terms).mightMatch(Buffer.from(text).toString("latin1"))).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(matches).toBeGreaterThan(500);
  });

  test("holds back what has them not", () => {
    const prefilter = createPrefilter(parseQuery(["kafka", "outage"]).words);
    expect(prefilter.mightMatch("the kafka story")).toBe(false);
    expect(prefilter.mightMatch("A KAFKA OUTAGE \xe2\x80\x94 again")).toBe(true);
    expect(prefilter.mightMatch("nothing \xe2\x86\x92 at all")).toBe(false);
    expect([prefilter.holders, prefilter.files]).toEqual([[2, 1], 3]);
  });
});

describe("a query", () => {
  test.each([
    [["a", "b"], { words: ["a", "b"] }],
    [["a b"], { words: ["a b"] }],
    [['"a b" c'], { words: ["a b", "c"] }],
    [['-"a b"'], { without: ["a b"] }],
    [["-a b"], { without: ["a b"] }],
    [["tag:a b"], { filters: ["tag=a b"] }],
    [['tag:"a b" c'], { words: ["c"], filters: ["tag=a b"] }],
    [["-TAG:x", "10:30"], { words: ["10:30"], excluded: ["tag=x"] }],
    [['"-5%"'], { words: ["-5%"] }],
    [['"tag:x"'], { words: ["tag:x"] }],
    [["a", "A", "á"], { words: ["a"] }],
    [["-"], { words: ["-"] }],
    [['"open'], { words: ["open"] }],
  ])("%j", (args, expected) => {
    const { words, without, filters, excluded } = parseQuery(args);
    const write = (list: readonly { key: string; value: string }[]): string[] =>
      list.map(({ key, value }) => `${key}=${value}`);
    expect({
      words: words.map(({ parts }) => parts.join(" ")),
      without: without.map(({ parts }) => parts.join(" ")),
      filters: write(filters),
      excluded: write(excluded),
    }).toEqual({ words: [], without: [], filters: [], excluded: [], ...expected });
  });
});

describe("a line", () => {
  test("is marked where the words stand, in the letters of the original", () => {
    const { words } = parseQuery(["cafe", "straße"]);
    expect(markMatches("Ein Café in der STRASSE, zwei Cafés.", words)).toEqual([
      { text: "Ein ", isMatch: false },
      { text: "Café", isMatch: true },
      { text: " in der ", isMatch: false },
      { text: "STRASSE", isMatch: true },
      { text: ", zwei ", isMatch: false },
      { text: "Café", isMatch: true },
      { text: "s.", isMatch: false },
    ]);
  });

  test("stays whole when it is marked, whatever it holds", () => {
    fc.assert(
      fc.property(textOf(40), textOf(3), (line, word) => {
        const parts = markMatches(line, termsOf(readSearchable(word)));
        expect(parts.map(({ text }) => text).join("")).toBe(line);
      }),
    );
  });

  test("is cut to its length around the first match", () => {
    const { words } = parseQuery(["needle"]);
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 20, max: 80 }), (before, after, length) => {
        const cut = cutAround(`${"hay ".repeat(before)}needle${" hay".repeat(after)}`, words, length);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(cut).toContain("needle");
      }),
    );
  });
});

test("a phrase does not run on from one tag into the next", () => {
  const text = { title: "", hook: null, tags: ["system", "design"], others: [], body: "" };
  expect(countTerms(text, parseQuery(["system design"]))).toBeNull();
  expect(countTerms({ ...text, tags: ["system design"] }, parseQuery(["system design"]))).not.toBeNull();
});
