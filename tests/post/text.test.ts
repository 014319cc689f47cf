import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutThread } from "../../src/fit/thread.ts";
import { loadCounter } from "../../src/post/counting.ts";
import { choosePlatform } from "../../src/post/platforms.ts";
import { toMarkdown } from "../../src/text/escape.ts";
import { plainTextOf, printLine, printLines, readPlainLines } from "../../src/text/plain.ts";

const linesOf = (text: string) => readPlainLines(text);

describe("markdown becomes what is pasted", () => {
  test.each([
    ["bold and emphasis go", "**Bold:** and *it*, __so__, ***both***", "Bold: and it, so, both"],
    ["a heading is a line", "# One\ntext\n\n## Two **b**", "One\ntext\n\nTwo b"],
    ["bullets of any kind", "- a\n- b\n\n* c\n\n+ d", "• a\n• b\n\n• c\n\n• d"],
    ["numbers keep their dot or bracket", "3. a\n4. b\n\ntext\n\n1) c", "3. a\n4. b\n\ntext\n\n1) c"],
    ["sub-lists are indented", "1. a\n   - b\n     - c\n2. d", "1. a\n  • b\n    • c\n2. d"],
    ["spaced lists stay spaced", "- a\n\n- b", "• a\n\n• b"],
    ["tasks", "- [ ] open\n- [x] done", "• ☐ open\n• ☑ done"],
    [
      "a quotation keeps its marks or gets them",
      "> So it is.\n> Really.\n\n> “Quoted.”",
      "“So it is.\nReally.”\n\n“Quoted.”",
    ],
    [
      "a table of before and after",
      "| Name | Before | After |\n|---|---|---|\n| Failover | 90 s | **4 s** |",
      "Failover: 90 s → 4 s",
    ],
    ["any other table", "| City | Users | Cost |\n|---|--:|---|\n| Rome | 5 | $2 |", "Rome: Users 5, Cost $2"],
    ["code as lines", "```js\nif (a) {\n  b = __c__ * 2;\n}\n```", "if (a) {\n  b = __c__ * 2;\n}"],
    ["code in a line", "Use `a_b` and ``c`d``.", "Use a_b and c`d."],
    [
      "links bare",
      "See [this](https://a.example/b_c) and <https://a.example>.",
      "See this (https://a.example/b_c) and https://a.example.",
    ],
    ["links by reference", "See [this][x].\n\n[x]: https://a.example", "See this (https://a.example)."],
    ["images are no text", "a\n\n![alt](b.png)\n\nc", "a\n\nc"],
    ["rules and comments go", "a\n\n---\n\n<!-- b -->\n\nc", "a\n\nc"],
    ["HTML loses its tags", "<details><summary>More</summary>Hidden</details>", "More\nHidden"],
    ["escapes and entities", "1\\. AT&amp;T \\*so\\*", "1. AT&T *so*"],
    ["what is struck out goes", "It cost ~~$2M~~ $2.4M.", "It cost $2.4M."],
    ["footnotes", "So it is.[^1]\n\n[^1]: Not quite.", "So it is.\n\n1: Not quite."],
    ["the post's own lines stay", "The bill:\n• a\n  • b\n→ c", "The bill:\n• a\n  • b\n→ c"],
    ["hard breaks", "a  \nb\\\nc<br>d", "a\nb\nc\nd"],
    ["stars and dashes that mean nothing", "2 * 3 * 4, snake_case_name, a - b", "2 * 3 * 4, snake_case_name, a - b"],
    [
      "a paragraph wrapped by an editor is one line",
      `${"word ".repeat(14)}word\n${"word ".repeat(14)}word\nend.`,
      `${"word ".repeat(29)}word end.`,
    ],
  ])("%s", (_, markdown, text) => {
    expect(plainTextOf(markdown)).toBe(text);
  });

  test("each line knows its line of the file", () => {
    const found = readPlainLines("**A**\n\n- b\n- c\n\n```\nd\ne\n```\n\n| x | y |\n|---|---|\n| f | g |", {
      firstLine: 10,
    });
    expect(found.map((line) => [printLine(line), line.line])).toEqual([
      ["A", 10],
      ["• b", 12],
      ["• c", 13],
      ["d", 16],
      ["e", 17],
      ["f: g", 22],
    ]);
  });

  test("bold on request", () => {
    expect(printLines(readPlainLines("**Ab9** c", { firstLine: 1, unicodeBold: true }))).toBe("𝗔𝗯𝟵 c");
  });
});

const WORD = fc.constantFrom(
  "word",
  "it's",
  "3",
  "$2.4M",
  "__init__",
  "*so*",
  "`x`",
  "<b>",
  "#tag",
  "a_b",
  "[x](y)",
  "&amp;",
  "…",
  "→",
  "日本",
  "50%",
  "-",
  "1.",
  "•",
  "end.",
  "Why?",
  "~~a~~",
  "|",
  "\\",
);
const TEXT = fc
  .array(
    fc
      .array(
        fc.array(WORD, { minLength: 1, maxLength: 8 }).map((words) => words.join(" ")),
        { minLength: 1, maxLength: 4 },
      )
      .map((lines) => lines.join("\n")),
    { minLength: 1, maxLength: 5 },
  )
  .map((blocks) => blocks.join("\n\n"));

test("plain text written as markdown comes back as it was", () => {
  let same = 0;
  fc.assert(
    fc.property(TEXT, (text) => {
      const back = plainTextOf(toMarkdown(text));
      // Text that no markdown stands for stays as it is in the file; nothing is lost either way.
      if (toMarkdown(text) !== text || back === text) {
        expect(back).toBe(text);
        same++;
      }
    }),
    { numRuns: 500 },
  );
  expect(same).toBeGreaterThan(350);
});

describe("threads", () => {
  const SENTENCES = fc
    .array(
      fc
        .array(
          fc
            .array(
              fc.constantFrom(
                "one",
                "two",
                "https://example.com/path",
                "日本",
                "👨‍👩‍👧‍👦",
                "figures",
                "$2.4M,",
                "incomprehensibilities",
              ),
              { minLength: 1, maxLength: 25 },
            )
            .map((words) => `${words.join(" ")}.`),
          { minLength: 1, maxLength: 4 },
        )
        .map((sentences) => sentences.join(" ")),
      { minLength: 1, maxLength: 8 },
    )
    .map((paragraphs) => paragraphs.join("\n\n"));

  test.each(["x", "bluesky", "mastodon", "threads"])(
    "on %s: every part fits, no word is cut or lost, numbered or not",
    async (name) => {
      const { fits } = await loadCounter(choosePlatform(name));
      fc.assert(
        fc.property(SENTENCES, fc.boolean(), (text, numbered) => {
          const parts = cutThread(linesOf(text), fits, numbered);
          for (const part of parts) expect(fits(part)).toBe(true);
          const bare = parts.map((part) => part.replace(/\n\n\d+\/\d+$/, ""));
          expect(bare.join(" ").split(/\s+/)).toEqual(text.split(/\s+/));
          if (numbered && parts.length > 1)
            expect(parts.map((part) => /\d+\/\d+$/.exec(part)?.[0])).toEqual(
              parts.map((_, index) => `${index + 1}/${parts.length}`),
            );
          expect(cutThread(linesOf(text), fits, numbered)).toEqual(parts);
        }),
        { numRuns: 150 },
      );
    },
  );

  test("a part ends where a sentence does, a label stays with its list, hashtags with the last sentence", () => {
    const fits = (text: string): boolean => text.length <= 60;
    expect(
      cutThread(
        linesOf(
          "The pager rang. Nobody came.\n\nThe bill for that night:\n- 40 calls, none of them answered\n- 2 engineers gone\n\nWhat wakes you?\n\n#Ops",
        ),
        fits,
        false,
      ),
    ).toEqual([
      "The pager rang. Nobody came.",
      "The bill for that night:\n• 40 calls, none of them answered",
      "• 2 engineers gone\n\nWhat wakes you?\n\n#Ops",
    ]);
  });

  test("an address longer than a part stands alone, whole", () => {
    const address = `https://example.com/${"a".repeat(80)}`;
    expect(cutThread(linesOf(`See ${address} for more.`), (text) => text.length <= 60, false)).toEqual([
      "See",
      address,
      "for more.",
    ]);
  });
});
