import fc from "fast-check";
import { expect, test } from "vitest";
import { cutSentences, icuSegments } from "../../src/text/sentence-breaks.ts";

const PARTS = [
  "a",
  "Z",
  "we",
  "Fix",
  "1",
  "50",
  ".",
  "!",
  "?",
  ",",
  ":",
  "-",
  "–",
  "—",
  "…",
  "“",
  "”",
  "’",
  "'",
  '"',
  "(",
  ")",
  "[",
  "}",
  " ",
  " ",
  "  ",
  "\t",
  "$",
  "€",
  "%",
  "→",
  "•",
  "/",
  "_",
  "*",
  "`",
  "~",
  "p.m.",
  "U.S.",
  "e.g. ",
  "end. ",
  "Then ",
];

test("cuts as ICU does, in all that plain English lines are made of", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 25 }), (parts) => {
      const line = parts.join("");
      expect(cutSentences(line)).toEqual(Array.from(icuSegments(line), ({ segment }) => segment));
    }),
    { numRuns: 5000 },
  );
});

test("leaves what is not plain to ICU", () => {
  expect(cutSentences("Es ging nicht. Über Nacht; ja. 終わった。次。")).toEqual([
    "Es ging nicht. ",
    "Über Nacht; ja. ",
    "終わった。",
    "次。",
  ]);
});
