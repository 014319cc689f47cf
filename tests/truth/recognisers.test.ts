import { describe, expect, test } from "vitest";
import { findAmounts } from "../../src/language/find-amounts.ts";
import { findTimes } from "../../src/language/find-times.ts";
import { lex } from "../../src/language/lex.ts";
import { findQuotations } from "../../src/language/quotation.ts";
import { stemOf } from "../../src/language/stem.ts";
import { fits } from "../../src/truth/compare-amounts.ts";
import { findScopes } from "../../src/truth/find-scopes.ts";
import { weekdayAt } from "../../src/truth/follow-time.ts";
import { WAYS } from "../../src/truth/follow-ways.ts";
import { findNameUses } from "../../src/truth/name-uses.ts";
import { isNegated } from "../../src/truth/negators.ts";
import { findPartials } from "../../src/truth/partials.ts";
import { readPassage } from "../../src/truth/passage.ts";
import { commonLength } from "../../src/truth/quotations.ts";

const amounts = (text: string) =>
  findAmounts(text, lex(text), new Set()).map(({ kind, value, unit }) => [kind, Math.round(value * 1e4) / 1e4, unit]);
const passage = (text: string) => readPassage(text, { line: 1, block: 0, index: 0 });

describe("amounts", () => {
  test.each([
    ["twelve hundred people", [["number", 1200, null]]],
    ["two and a half years", [["duration", 78_894_000, "years"]]],
    ["a month and a half", [["duration", 3_944_700, "months"]]],
    ["half an hour later", [["duration", 1800, "hours"]]],
    ["half a million users", [["number", 500_000, null]]],
    ["fifteen grand", [["number", 15_000, null]]],
    ["a third of them", [["share", 0.3333, "fraction"]]],
    ["half the kegs", [["share", 0.5, "fraction"]]],
    ["the half-full kegs came back half empty", []],
    ["nine in ten", [["share", 0.9, "fraction"]]],
    ["two-thirds of it", [["share", 0.6667, "fraction"]]],
    ["it doubled", [["multiple", 2, "x"]]],
    ["twice as many", [["multiple", 2, "x"]]],
    ["twelve times what I wanted", [["multiple", 12, "x"]]],
    ["62 square metres", [["measure", 62, "square metre"]]],
    ["40 percentage points", [["points", 0.4, "%"]]],
    ["£212 left", [["money", 212, "GBP"]]],
    ["CHF 14,500", [["money", 14_500, "CHF"]]],
    [
      "3–5 minutes",
      [
        ["duration", 180, "minutes"],
        ["duration", 300, "minutes"],
      ],
    ],
    [
      "from five weeks to less than two",
      [
        ["duration", 3_024_000, "weeks"],
        ["duration", 1_209_600, "weeks"],
      ],
    ],
    ["the wait was 4 hours 31", [["duration", 16_260, "minutes"]]],
    ["the first fortnight", [["duration", 1_209_600, "fortnights"]]],
    ["a quarter of a century", [["duration", 788_940_000, "centuries"]]],
    ["one oboe in seventeen", [["share", 0.0588, "fraction"]]],
    ["one call in 2,300", [["share", 0.0004, "fraction"]]],
    ["nine times out of ten", [["share", 0.9, "fraction"]]],
    ["23 points higher", [["points", 0.23, "%"]]],
    ["down by 11 points", [["points", 0.11, "%"]]],
    ["R$ 96,000", [["money", 96_000, "BRL"]]],
    ["₹3.1 crore", [["money", 31_000_000, "INR"]]],
    ["Served after, min: 13", [["duration", 780, "minutes"]]],
    ["Sick days per driver: 14.2", [["duration", 1_226_880, "days"]]],
    ["Cost (€): 900", [["money", 900, "EUR"]]],
    ["Week 12: 9", [["number", 9, null]]],
    ["one meeting in 2019", []],
    ["three points", [["number", 3, null]]],
    ["the over-60s", []],
    ["1️⃣ Hold it", []],
    ["1. The first", []],
    ["in week eight", []],
    ["one day", []],
    ["a third party", []],
  ])("%s", (text, found) => {
    expect(amounts(text)).toEqual(found);
  });

  test.each([
    ["more than a third", 9 / 34, false],
    ["more than a quarter", 9 / 34, true],
    ["almost twice as many", 1.9, true],
    ["more than twice as long", 2.7, true],
    ["almost three times the price", 1.9, false],
    ["16%", 0.1603, true],
    ["18%", 0.078, false],
    ["about a fifth", 0.21, true],
    ["close to 1,500 hours", 1460 * 3600, true],
  ])("%s says %d: %s", (text, exact, says) => {
    const [amount] = findAmounts(text, lex(text), new Set());
    expect(amount === undefined ? null : fits(amount, exact)).toBe(says);
  });

  test("each way of following says what it follows from", () => {
    const [a, b] = findAmounts("€31,320 and €2,100", lex("€31,320 and €2,100"), new Set());
    const said =
      a === undefined || b === undefined
        ? []
        : WAYS.filter(({ kind }) => kind(a, b) !== null).map((way) => [
            way.say(a, b),
            Math.round(way.value(a.value, b.value) * 100) / 100,
          ]);
    expect(said).toEqual([
      ["€31,320 less €2,100", 29_220],
      ["€31,320 and €2,100 together", 33_420],
      ["€31,320 of €2,100", Number.NaN],
      ["from €31,320 to €2,100", 0.93],
      ["from €31,320 to €2,100", Number.NaN],
      ["€31,320 against €2,100", 14.91],
    ]);
  });
});

describe("times", () => {
  test.each([
    ["at quarter past six", [["clock", 375]]],
    ["at 9.12 in the morning", [["clock", 552]]],
    ["at twenty past eleven at night", [["clock", 1400]]],
    [
      "On Thursday 7 September",
      [
        ["weekday", 3],
        ["date", 7],
      ],
    ],
    ["in 2019", [["year", 2019]]],
    ["last February", [["month", 2]]],
    ["We may march", []],
  ])("%s", (text, found) => {
    expect(findTimes(text, lex(text)).map(({ kind, value }) => [kind, value])).toEqual(found);
  });

  test("7 September 2023 was a Thursday", () => {
    expect(weekdayAt(2023, 9, 7)).toBe(3);
  });
});

describe("words", () => {
  test.each([
    ["hired", "hires"],
    ["sold", "sell"],
    ["approval", "approved"],
    ["deployment", "deploys"],
    ["cheaper", "cheap"],
  ])("%s and %s have one base", (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  test.each([
    ["I did not check it", "check", true],
    ["without an app, a login or a password", "login", true],
    ["I checked, but not there", "checked", false],
    ["not only checked", "checked", false],
  ])("%s: %s", (text, word, negated) => {
    const read = passage(text);
    expect(
      isNegated(
        read,
        read.tokens.findIndex(({ key }) => key === word),
      ),
    ).toBe(negated);
  });

  test.each([
    ["Then Carys Pugh from Harrow & Finch rang", ["Carys Pugh", "Harrow & Finch"]],
    ["In March I went", []],
  ])("%s names %j", (text, names) => {
    expect(findNameUses(passage(text)).map((use) => use.text)).toEqual(names);
  });

  test.each([
    ["Everyone came", [[1, 1]]],
    ["nearly all of them", [[0.85, 1]]],
    ["not at all", []],
    ["every other Saturday", []],
    ["he counted everyone who asked", []],
    ["all eleven people who opened it", []],
    ["all eleven opened it", [[1, 1]]],
  ])("%s", (text, scopes) => {
    expect(findScopes(lex(text)).map(({ from, to }) => [from, to])).toEqual(scopes);
  });

  test.each([
    ["27 of the 32 came", [0.84]],
    ["31 invoices, 29 paid", [0.94]],
    ["38% came", [0.38]],
  ])("%s", (text, found) => {
    expect(findPartials(passage(text)).map(({ share }) => Math.round(share * 100) / 100)).toEqual(found);
  });

  test("quotations in any marks, and how many words they share", () => {
    expect(findQuotations("“One two,” she said, 'three of it' and \"four\".").map(({ text }) => text)).toEqual([
      "One two,",
      "three of it",
      "four",
    ]);
    expect(commonLength(["a", "b", "c"], ["a", "x", "c"])).toBe(2);
  });
});
