import { describe, expect, test } from "vitest";
import { findAges, sameAge } from "../../src/language/age.ts";

describe("how long ago", () => {
  test.each([
    ["Three years ago I left.", "Three years ago", 1095],
    ["It was a couple of weeks ago.", "a couple of weeks ago", 14],
    ["Last week's prices", "Last week's", 7],
    ["Gestern fiel es aus.", "Gestern", 1],
    ["Das war vor drei Jahren.", "vor drei Jahren", 1095],
    ["20+ years ago", "20+ years ago", 7300],
  ])("%s", (text, found, days) => {
    expect(findAges(text).map((age) => [age.text, age.days])).toEqual([[found, days]]);
  });

  test("half a year ago is not a year ago", () => {
    expect(findAges("half a year ago")).toEqual([]);
  });

  test("ages are the same as people round them", () => {
    const age = (days: number) => ({ text: "", days, start: 0, end: 0 });
    expect(sameAge(age(365), age(425))).toBe(true);
    expect(sameAge(age(7), age(10))).toBe(true);
    expect(sameAge(age(7), age(1095))).toBe(false);
  });
});
