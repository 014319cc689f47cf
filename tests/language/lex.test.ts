import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lex } from "../../src/language/lex.ts";

const brief = (text: string) => lex(text).map(({ kind, text: own }) => `${kind} ${own}`);

describe("tokens", () => {
  test.each([
    ["Don't stop.", ["word Don't", "word stop", "punctuation ."]],
    ["$2.4M, 60%", ["money $", "number 2.4", "word M", "punctuation ,", "number 60", "unit %"]],
    ["US$ 5 and £3bn", ["money US$", "number 5", "word and", "money £", "number 3", "word bn"]],
    ["1,234.50 1.234,50 1 234", ["number 1,234.50", "number 1.234,50", "number 1", "number 234"]],
    ["12\u202f500 people", ["number 12\u202f500", "word people"]],
    ["EC2, v2.3.1 and iOS", ["word EC2", "punctuation ,", "word v2.3.1", "word and", "word iOS"]],
    ["twenty-five", ["word twenty", "punctuation -", "word five"]],
    ["6 -> 3 => 1", ["number 6", "punctuation ->", "number 3", "punctuation =>", "number 1"]],
    ["“So,” she said…", ["quote “", "word So", "punctuation ,", "quote ”", "word she", "word said", "punctuation …"]],
    ["see https://a.example/b?c=1, now", ["word see", "address https://a.example/b?c=1", "punctuation ,", "word now"]],
    ["mail me@example.com.", ["word mail", "address me@example.com", "punctuation ."]],
    ["#OnCall 👩‍🚀🔥", ["hashtag #OnCall", "emoji 👩‍🚀", "emoji 🔥"]],
    ["l’équipe, größer", ["word l’équipe", "punctuation ,", "word größer"]],
    ["14:30", ["number 14", "punctuation :", "number 30"]],
  ])("%s", (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  test("a word's key is lower case with straight apostrophes", () => {
    expect(lex("Don’t GO").map(({ key }) => key)).toEqual(["don't", "go"]);
  });

  test("cover a text but for its white space, each at its place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        let at = 0;
        for (const token of lex(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(text.slice(at, token.start)).toMatch(/^[\s\u200b]*$/u);
          at = token.end;
        }
        expect(text.slice(at).trim().replaceAll("\u200b", "")).toBe("");
      }),
    );
  });
});
