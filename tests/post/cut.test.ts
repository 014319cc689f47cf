import { expect, test } from "vitest";
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
