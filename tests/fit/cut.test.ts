import { describe, expect, test } from "vitest";
import { findCut } from "../../src/fit/cut.ts";
import { printLines, readPlainLines } from "../../src/text/plain.ts";

const counterOf = (limit: number) => ({
  count: (text: string) => text.length,
  fits: (text: string) => text.length <= limit,
});
const cut = (markdown: string, limit: number) => findCut(readPlainLines(markdown, { firstLine: 1 }), counterOf(limit));

const POST = `Our pager rang 40 times.

The Setup:
- we were twelve
- we were tired

## The crisis

At 3 AM it cost us $2.4M. Nobody knew why.

- the cache lied
- the phone was off

**What we changed**

We wrote it down.

1. One owner

2. One page

Here is what I learned:

**Lesson #1**

Sleep.

**Lesson #2**

Ask before you wake somebody.

What wakes you?

**P.S.** Mine is the neighbour's dog.
#Ops #OnCall`;

test("whole parts go: headings with their text, lists with what leads into them; hook, question and hashtags stay", () => {
  const whole = printLines(readPlainLines(POST, { firstLine: 1 }));
  const below = [
    ["The crisis", ["At 3 AM", "• the cache lied"]],
    ["What we changed", ["We wrote it down.", "1. One owner"]],
    ["Here is what I learned:", ["Sleep.", "Ask before"]],
    ["Lesson #1", ["Sleep."]],
    ["Lesson #2", ["Ask before"]],
  ] as const;
  let smallest = whole.length;
  for (let limit = whole.length - 1; limit > 0; limit--) {
    const found = cut(POST, limit);
    if (found === null) break;
    smallest = limit;
    const { text, parts } = found;
    expect(text.length).toBeLessThanOrEqual(limit);
    expect(text.startsWith("Our pager rang 40 times.\n\n")).toBe(true);
    expect(text).toContain("What wakes you?");
    expect(text.endsWith("\n#Ops #OnCall")).toBe(true);
    expect(text.includes("The Setup:")).toBe(text.includes("• we were twelve\n• we were tired"));
    expect(text.includes("1. One owner")).toBe(text.includes("2. One page"));
    for (const [heading, texts] of below)
      expect([limit, heading, text.includes(heading)]).toEqual([
        limit,
        heading,
        texts.some((each) => text.includes(each)),
      ]);
    // Every line is either told or named as left out.
    const told = new Set([text, ...parts.map((part) => part.text)].flatMap((each) => each.split("\n")));
    for (const line of whole.split("\n")) expect(told).toContain(line);
  }
  expect(cut(POST, smallest)?.text).toBe("Our pager rang 40 times.\n\nWhat wakes you?\n\n#Ops #OnCall");
  expect(cut(POST, smallest - 1)).toBeNull();
});

test("as few parts as can be go, and of those the shortest", () => {
  const post = `Hook.\n\n${"a".repeat(50)}\n\n${"b".repeat(30)}\n\n${"c".repeat(40)}\n\nWhy?`;
  const names = (limit: number) => cut(post, limit)?.parts.map(({ text, line, length }) => [text[0], line, length]);
  expect(names(120)).toEqual([["b", 5, 30]]);
  expect(names(98)).toEqual([["c", 7, 40]]);
  expect(names(60)).toEqual([
    ["a", 3, 50],
    ["b", 5, 30],
  ]);
});

test("a heading whose text goes is one part with it, and a question under a heading keeps neither", () => {
  expect(cut(`Hook.\n\n## One\n\n${"a".repeat(20)}\n\n- ${"b".repeat(20)}\n\nWhy?`, 20)?.parts).toEqual([
    { text: `One\n\n${"a".repeat(20)}\n\n• ${"b".repeat(20)}`, line: 3, length: 49 },
  ]);
});

test("bold words are a heading, bold sentences are not", () => {
  const kinds = (markdown: string) => readPlainLines(markdown, { firstLine: 1 }).map(({ kind }) => kind);
  expect(kinds("**3:00 AM: The Moment**\n\n🎯 **Lesson #1**\n\n**I stopped.**\n\n**Why?**\n\n**Two** words")).toEqual([
    "label",
    "label",
    "prose",
    "prose",
    "prose",
  ]);
});

describe("what goes so that a post fits", () => {
  const [a, b, c] = ["a", "b", "c"].map((letter) => letter.repeat(20));
  test.each<[judgement: string, post: string, limit: number, gone: string[], text: string]>([
    ["of two as long the later", `Hook.\n\n${a}\n\n${b}\n\nWhy?`, 33, [`${b}`], `Hook.\n\n${a}\n\nWhy?`],
    [
      "one long part rather than two short ones",
      `Hook.\n\n${a}${a}\n\n${b}\n\n${c}\n\nWhy?`,
      60,
      [`${a}${a}`],
      `Hook.\n\n${b}\n\n${c}\n\nWhy?`,
    ],
    ["the hook stays, however long", `${a}${b}\n\n${c}\n\nWhy?`, 50, [`${c}`], `${a}${b}\n\nWhy?`],
    ["an earlier question goes", `Hook.\n\nWhere? ${a}\n\nWhy?`, 20, [`Where? ${a}`], "Hook.\n\nWhy?"],
    ["hashtags stay", `Hook.\n\n${a}\n\n#Ops`, 20, [`${a}`], "Hook.\n\n#Ops"],
    [
      "a list goes with what leads into it",
      `Hook.\n\nThe bill:\n- ${a}\n\nWhy?`,
      30,
      [`The bill:\n• ${a}`],
      "Hook.\n\nWhy?",
    ],
    ["a heading goes with its only text", `Hook.\n\n## One\n\n${a}\n\nWhy?`, 30, [`One\n\n${a}`], "Hook.\n\nWhy?"],
    [
      "a heading stays with what is left of it",
      `Hook.\n\n## One\n\n${a}\n\n${b}bb\n\nWhy?`,
      40,
      [`${a}`],
      `Hook.\n\nOne\n\n${b}bb\n\nWhy?`,
    ],
    [
      "a heading that never had any text stays",
      `Hook.\n\n${a}\n\n## One\n\nWhy?`,
      30,
      [`${a}`],
      "Hook.\n\nOne\n\nWhy?",
    ],
    [
      "a heading with all of its headings is one part",
      `Hook.\n\n# One\n\n## Two\n\n${a}\n\n## Three\n\n${b}\n\nWhy?`,
      20,
      [`One\n\nTwo\n\n${a}\n\nThree\n\n${b}`],
      "Hook.\n\nWhy?",
    ],
    ["the wider gap stays where a part went", `Hook.\n#Ops\n\n${a}\n#OnCall`, 20, [`${a}`], "Hook.\n#Ops\n\n#OnCall"],
    ["lines that stood together stand together", `Hook.\n\n${a}\n\nWhy?\n#Ops`, 20, [`${a}`], "Hook.\n\nWhy?\n#Ops"],
  ])("%s", (_, post, limit, gone, text) => {
    const found = cut(post, limit);
    expect([found?.parts.map((part) => part.text), found?.text]).toEqual([gone, text]);
  });

  test("nothing helps where hook, question and hashtags alone are too long", () => {
    expect(cut("Hook.\n\nBody.\n\nWhy?\n\n#Ops", 16)).toBeNull();
    expect(cut("Hook.\n\nBody.\n\nWhy?\n\n#Ops", 17)?.text).toBe("Hook.\n\nWhy?\n\n#Ops");
  });

  test("of the smallest sets the shortest goes, in the platform's own unit", () => {
    const counter = {
      count: (text: string) => text.replaceAll("é", "ee").length,
      fits: (text: string) => text.replaceAll("é", "ee").length <= 38,
    };
    const lines = readPlainLines(`Hook.\n\n${"é".repeat(12)}\n\n${"a".repeat(16)}\n\nWhy?`, { firstLine: 1 });
    expect(findCut(lines, counter)?.parts).toEqual([{ text: "a".repeat(16), line: 5, length: 16 }]);
  });
});
