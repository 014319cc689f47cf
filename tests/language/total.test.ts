import { describe, expect, it } from "vitest";
import { isTotal } from "../../src/language/total.ts";

describe("isTotal", () => {
  it.each([
    ["its label says so", "Total: $4,200", null, true],
    ["the label of its line says so", "$4,200", "Total cost", true],
    ["a word that begins so says so, in another language", "Gesamtkosten: 4.200 €", null, true],
    ["a phrase with an accent beside it says so", "Réparations : 4 200 € en tout", null, true],
    ["it ends so", "It was $4,200 altogether.", null, true],
    ["what is left of it is none", "Left of the total: $300", null, false],
    ["an amount among others is none", "Flour: $4,200", null, false],
    ["a word with the letters of one is none", "Totally new flour: $4,200", null, false],
  ])("%s: %s", (_, text, label, is) => {
    expect(isTotal(text, label)).toBe(is);
  });
});
