import { describe, expect, test } from "vitest";
import { findDates } from "../../src/language/date.ts";
import { findTimes } from "../../src/language/find-times.ts";
import { lex } from "../../src/language/lex.ts";

const brief = (text: string) => findDates(text, lex(text)).map(({ year, month, day }) => `${year} ${month} ${day}`);

describe("dates of a text", () => {
  test.each([
    ["on 2025-01-07", "2025 1 7"],
    ["in 2025-01", "2025 1 null"],
    ["am 19.01.2025", "2025 1 19"],
    ["on 1/19/2025", "2025 1 19"],
    ["on 8 June 2022, at ten", "2022 6 8"],
    ["June 8, 2022", "2022 6 8"],
    ["since June 8th", "null 6 8"],
    ["in June 2022", "2022 6 null"],
    ["am 8. März", "null 3 8"],
    ["le 8 juin 2022", "2022 6 8"],
    ["el 3 de mayo", "null 5 3"],
    ["Sept. 5", "null 9 5"],
  ])("%s", (text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });

  test("a span of two years is one time", () => {
    const years = (text: string) => findTimes(text, lex(text)).map(({ text: said, year }) => `${said} ${year}`);
    expect(years("in the winter of 2022–23, and in 2023/24")).toEqual(["winter null", "2022–23 2022", "2023/24 2023"]);
    expect(years("2022–25 of them")).toEqual(["2022 2022"]);
  });

  test.each(["we may 5 times", "march 3 miles", "by the end of June. 87 stayed", "1:30", "3 of 4"])(
    "none in: %s",
    (text) => {
      expect(brief(text)).toEqual([]);
    },
  );
});
