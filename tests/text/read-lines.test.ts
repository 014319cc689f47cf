import { describe, expect, test } from "vitest";
import { splitLabels } from "../../src/text/labels.ts";
import { lineAt, listsOf } from "../../src/text/line.ts";
import { readLines } from "../../src/text/read-lines.ts";
import { unwrap } from "../../src/text/unwrap.ts";

/** `line kind gap: text` of every line. */
const brief = (markdown: string) =>
  readLines(markdown).map(({ line, kind, gap, text }) => `${line} ${kind} ${gap}: ${text}`);

describe("the lines of a text", () => {
  test("are those of the file, and know what parts them", () => {
    expect(brief("# One\n\nA line\nthat wraps.  \nA break.\n\n- a\n- b\n\n> Said.\n")).toEqual([
      "1 label line: One",
      "3 prose blank: A line",
      "4 prose wrap: that wraps.",
      "5 prose line: A break.",
      "7 bullet blank: a",
      "8 bullet line: b",
      "10 quote blank: Said.",
    ]);
  });

  test("of tables are rows with their cells, of code its own lines", () => {
    const lines = readLines(
      "| Name | Before | After |\n|---|---|---|\n| Failover | 90 s | 4 s |\n\n```\na = 1\n\nb\n```\n",
    );
    expect(lines.map(({ line, kind, text }) => [line, kind, text])).toEqual([
      [3, "row", "Failover: 90 s → 4 s"],
      [6, "code", "a = 1"],
      [8, "code", "b"],
    ]);
    expect(lines[0]?.row).toEqual({ header: ["Name", "Before", "After"], cells: ["Failover", "90 s", "4 s"] });
  });

  test.each([
    ["March", "November", "Waste: 41 → 16"],
    ["Planned in 2023", "Planned in 2024", "Waste: 41 → 16"],
    ["2024", "2023", "Waste: 16 → 41"],
    ["Leeds", "York", "Waste: Leeds 41, York 16"],
    ["Sales in 2023", "Costs in 2024", "Waste: Sales in 2023: 41, Costs in 2024: 16"],
    ["Oct–Feb", "Apr–Aug", "Waste: 41 → 16"],
    ["Hours per week", "Cost", "Waste: Hours per week: 41, Cost 16"],
  ])("a row under %s and %s is: %s", (one, other, text) => {
    expect(readLines(`| | ${one} | ${other} |\n|---|---|---|\n| Waste | 41 | 16 |\n`)[0]?.text).toBe(text);
  });

  test("a row that is a part of the one above says of what", () => {
    const table = "| February | |\n|---|---|\n| Tickets | 500 |\n| of which about Replay | 110 |\n| Hosting | 9 |\n";
    expect(readLines(table).map(({ text }) => text)).toEqual([
      "Tickets: 500",
      "Tickets, of which about Replay: 110",
      "Hosting: 9",
    ]);
  });

  test.each([
    ["- **Total**: $2.4M", "Total", true],
    ["- **Total:** $2.4M", "Total", true],
    ["- Delay: 2 months", "Delay", false],
    ["- **Bold** words", null, false],
    ["- At 10:30 it broke", null, false],
  ])("a bullet's label: %s", (markdown, words, isBold) => {
    const [line] = readLines(markdown);
    expect(line?.label?.words ?? null).toBe(words);
    expect(line?.label?.isBold ?? false).toBe(isBold);
  });

  test("nested bullets know their depth and their list", () => {
    const lines = readLines("- a\n  - b\n  - c\n- d\n\n1. e\n");
    expect(lines.map(({ text, depth, marker }) => `${depth} ${marker} ${text}`)).toEqual([
      "0 • a",
      "1 • b",
      "1 • c",
      "0 • d",
      "0 1. e",
    ]);
    expect(listsOf(lines).map((list) => list.map(({ text }) => text))).toEqual([["a", "d"], ["b", "c"], ["e"]]);
  });

  test("an arrow, a bullet or a tick opens a line of its own", () => {
    expect(unwrap(readLines("We did this:\n→ one\n→ two\nand more")).map(({ text }) => text)).toEqual([
      "We did this:",
      "→ one",
      "→ two and more",
    ]);
  });

  test("a joined line knows where its parts stand", () => {
    const [line] = unwrap(readLines("It took 3\nweeks and\n2 days.", { firstLine: 7 }));
    expect(line?.text).toBe("It took 3 weeks and 2 days.");
    expect([0, 8, 10, 21].map((at) => lineAt(line ?? { places: [], line: 0 }, at))).toEqual([7, 7, 8, 9]);
  });
});

describe("labels", () => {
  const labels = (markdown: string) =>
    splitLabels(readLines(markdown)).map(({ kind, text }) => (kind === "label" ? `# ${text}` : text));

  test.each([
    ["a bold line", "**The Crisis**\nIt broke.", ["# The Crisis", "It broke."]],
    ["bold words with a role", "**Lesson:** Ask first.", ["# Lesson", "Ask first."]],
    ["bold words without a role are text", "**Monday:** It broke.", ["Monday: It broke."]],
    ["a bold sentence is text", "**Nobody answered.**\n\nMore.", ["Nobody answered.", "More."]],
    ["plain words before a list", "The bill:\n\n- $1", ["# The bill", "$1"]],
    [
      "plain words that only lead on",
      "That is when I saw my mistake:\n\n- $1",
      ["That is when I saw my mistake:", "$1"],
    ],
    ["an emoji and a colon go", "### 🎯 Results:\n\nDone.", ["# Results", "Done."]],
    [
      "lines of a timeline are text",
      "**10:00** It starts.  \n**11:00** It ends.",
      ["10:00 It starts.", "11:00 It ends."],
    ],
  ])("%s", (_, markdown, expected) => {
    expect(labels(markdown)).toEqual(expected);
  });
});
