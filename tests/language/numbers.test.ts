import { describe, expect, test } from "vitest";
import { lex } from "../../src/language/lex.ts";
import { parseDigits, readNumber } from "../../src/language/number.ts";

describe("a number at the front of a text", () => {
  test.each([
    ["seven", 7],
    ["twenty-five", 25],
    ["two hundred and fifty", 250],
    ["twelve hundred", 1200],
    ["hundred", 100],
    ["two dozen", 24],
    ["half a dozen", 6],
    ["two and a half", 2.5],
    ["zwölf", 12],
    ["trois", 3],
    ["siete", 7],
    ["quatro", 4],
    ["1,250", 1250],
    ["1.250.000", 1_250_000],
    ["1.250", 1.25],
    ["1.250 €", 1250],
    ["3'500", 3500],
    ["1 234 567 users", 1_234_567],
  ])("%s", (text, value) => {
    expect(readNumber(text, lex(text), 0)?.value).toBe(value);
  });

  test.each(["the", "half of it", "once", "1.2.3"])("none in front of: %s", (text) => {
    expect(readNumber(text, lex(text), 0)).toBeNull();
  });
});

test("digits that are a version or a date are no number", () => {
  expect(parseDigits("19.01.2025")).toBeNull();
  expect(parseDigits("2.3.1")).toBeNull();
});
