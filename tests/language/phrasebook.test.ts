import { expect, test } from "vitest";
import { lex } from "../../src/language/lex.ts";
import { createPhrasebook } from "../../src/language/phrasebook.ts";

const BOOK = createPhrasebook(() => [
  ["more", "some"],
  ["more than", "over"],
  ["last week", "week"],
  ["fail*", "fault"],
]);

test("the longest phrase at a token counts", () => {
  expect(BOOK.at(lex("more than ten"), 0)).toEqual({ meaning: "over", length: 2 });
  expect(BOOK.at(lex("more ten"), 0)).toEqual({ meaning: "some", length: 1 });
  expect(BOOK.at(lex("ten more"), 0)).toBeNull();
});

test("a phrase is found from its end, and anywhere", () => {
  expect(BOOK.endingAt(lex("no more than"), 2)).toEqual({ meaning: "over", length: 2 });
  expect(BOOK.find(lex("It was more than that"))).toEqual({ meaning: "over", length: 2, index: 2 });
});

test("a star stands for every ending, and an owner's s for none", () => {
  expect(BOOK.get("failed")).toBe("fault");
  expect(BOOK.get("fall")).toBeUndefined();
  expect(BOOK.at(lex("Last week's prices"), 0)).toEqual({ meaning: "week", length: 2 });
});
