import { describe, expect, test } from "vitest";
import { findTwins } from "../../src/story/twins.ts";

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => `word${from + n}`).join(" ");
const told = (id: string, body: string, title = id) => ({ id, title, body });

describe("twins", () => {
  test.each([
    ["the same title", told("b", words(100, 30), "A"), [{ id: "a", of: "b", why: "title" }]],
    ["much of the text", told("b", `${words(500, 10)} ${words(0, 20)}`), [{ id: "a", of: "b", why: "text" }]],
    ["a little of the text", told("b", `${words(500, 30)} ${words(0, 9)}`), []],
    ["too few words to say", told("b", words(0, 9)), []],
    ["the story itself", told("a", words(0, 30)), []],
  ])("%s", async (_, other, expected) => {
    expect(await findTwins([told("a", words(0, 30))], [other])).toEqual(expected);
  });

  test("of several stories each finds its own, and they find one another", async () => {
    const stories = [told("a", words(0, 30)), told("b", words(100, 30)), told("c", words(0, 30))];
    expect(await findTwins(stories, [...stories, told("d", words(100, 30))])).toEqual([
      { id: "a", of: "c", why: "text" },
      { id: "b", of: "d", why: "text" },
      { id: "c", of: "a", why: "text" },
    ]);
  });

  test("what all of many stories say makes no twins", async () => {
    const stories = Array.from({ length: 60 }, (_, n) => told(`s${n}`, `${words(0, 30)} ${words(1000 * n, 30)}`));
    expect(await findTwins(stories, stories)).toEqual([]);
  });
});
