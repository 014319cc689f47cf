import { describe, expect, test } from "vitest";
import { lex } from "../../src/language/lex.ts";
import { countedNoun } from "../../src/language/noun.ts";
import { sameNoun } from "../../src/language/same-noun.ts";

describe("the noun that is counted", () => {
  test.each([
    ["EC2 instances running", "EC2 instances"],
    ["platform-specific bugs", "platform-specific bugs"],
    ["more people left", "people"],
    ["walk-ups a day", "walk-ups"],
    ["of them", null],
    ["was wrong", null],
    ["a day", null],
  ])("%s", (text, noun) => {
    expect(countedNoun(text, lex(text), 0)?.noun ?? null).toBe(noun);
  });

  test.each([
    ["developers", "engineers", true],
    ["EC2 instances", "instances", true],
    ["people", "nurses", true],
    ["people", "servers", false],
    ["stories", "story", true],
    ["developers", "instances", false],
  ])("%s and %s", (a, b, same) => {
    expect(sameNoun(a, b)).toBe(same);
  });
});
