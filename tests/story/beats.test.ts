import { describe, expect, test } from "vitest";
import { roleOf } from "../../src/language/label.ts";
import { readBeats } from "../../src/story/beats.ts";
import type { Line } from "../../src/text/line.ts";
import { splitSentences } from "../../src/text/sentences.ts";

describe("the role of a label", () => {
  test.each([
    ["The Context", "setup"],
    ["Original Setup", "setup"],
    ["The Background", "setup"],
    ["Ausgangslage", "setup"],
    ["The Crisis Moment", "crisis"],
    ["The Cost Calculation", "crisis"],
    ["The Breaking Point Crisis", "crisis"],
    ["The Crisis - Week 3 as Manager", "crisis"],
    ["The Bill", "crisis"],
    ["What Went Wrong", "crisis"],
    ["The Resolution", "turn"],
    ["Systems Implemented", "turn"],
    ["Phase 3: Recovery & Systems (Months 13-18)", "turn"],
    ["The 5 Optimization Configurations", "turn"],
    ["What We Changed", "turn"],
    ["The Crisis Response", "turn"],
    ["The Specific Techniques That Worked", "turn"],
    ["Business Impact", "outcome"],
    ["Measurable Outcomes", "outcome"],
    ["Business Impact Metrics", "outcome"],
    ["Measurable Changes in My Leadership", "outcome"],
    ["Lesson Learned", "lesson"],
    ["Framework for Other Scaling Companies", "lesson"],
    ["The Universal Leadership Insight", "lesson"],
    ["Lessons for Other Startups", "lesson"],
    ["What This Taught Me About Technical Leadership", "lesson"],
    ["Full Narrative", "detail"],
    ["Scaling Progression with Crisis Points", "detail"],
    ["The Code", "detail"],
  ])("%s is %s", (label, role) => {
    expect(roleOf(label)).toBe(role);
  });
});

/** The kinds of a beat's paragraphs and lists. */
function kindsOf(lines: readonly Line[]): string {
  const blocks = new Map(lines.map(({ list, block, kind }) => [list ?? block, kind === "bullet" ? "list" : kind]));
  return [...blocks.values()].join(" ");
}

function outline(body: string): string[] {
  return readBeats({ body, bodyLine: 1 }).map(
    (beat) => `${beat.line} ${beat.role} ${beat.title}: ${kindsOf(beat.lines)}`,
  );
}

describe("beats of a body", () => {
  test("begin at headings, bold lines, and bold words with a colon", () => {
    expect(
      outline(
        "First words.\n\n### The Setup\nA.\n\n**The Crisis:**\nB.\n\n**The Fix**: C.\n\n**Lesson Learned**\n- D\n",
      ),
    ).toEqual([
      "1 detail null: prose",
      "3 setup The Setup: prose",
      "6 crisis The Crisis: prose",
      "9 turn The Fix: prose",
      "11 lesson Lesson Learned: list",
    ]);
  });

  test("bold sentences, timelines and words inside a paragraph are no labels", () => {
    expect(
      outline(
        "**Nobody answered.**\n\n**11:15 PM:** It starts.  \n**11:45 PM:** It fails.\n\nWe met the **crisis:** head on.\n",
      ),
    ).toEqual(["1 detail null: prose prose prose"]);
  });

  test("labels and headings in code are code", () => {
    expect(outline("**The Fix:**\n```md\n# Lesson\n**The Crisis:**\n```\n")).toEqual(["1 turn The Fix: code"]);
  });

  test("a label without text hands its role down, and numbered labels are parts of it", () => {
    expect(
      outline(
        "**The Techniques:**\n\n**Week 4**\n- A\n\n**2. Background tasks**\n- B\n\n**Business Impact:**\n- C\n\n**Odds and ends**\n- D\n",
      ),
    ).toEqual([
      "3 turn Week 4: list",
      "6 turn 2. Background tasks: list",
      "9 outcome Business Impact: list",
      "12 detail Odds and ends: list",
    ]);
  });

  test("two labels on neighbouring lines are two labels", () => {
    expect(outline("**Phase 3: Recovery**\n**Systems Implemented:**\n1. One\n2. Two\n")).toEqual([
      "2 turn Systems Implemented: list",
    ]);
  });

  test("plain words before a colon are a label when they are few and name a role", () => {
    expect(outline("The bill:\n\n- $1\n\nThat is when I saw my mistake: I had trusted it.\n")).toEqual([
      "1 crisis The bill: list prose",
    ]);
  });
});

describe("labels of a text by themselves", () => {
  const titlesOf = (body: string): (string | null)[] => readBeats({ body, bodyLine: 1 }).map(({ title }) => title);

  test("words in capitals on a line of their own, with text under them", () => {
    expect(titlesOf("THE LOOP\n\nWe ran a bus.\n\nROW D\n\n- It was hot.\n- It was loud.\n")).toEqual([
      "THE LOOP",
      "ROW D",
    ]);
  });

  test.each([
    ["a shout", "We ran a bus.\n\nFREE QUOTES!\n\nIt stood on the window.\n"],
    ["what is said in capitals inside a paragraph", "It stood on the window: FREE QUOTES\nWe took it down.\n"],
    ["a last line", "We ran a bus.\n\nTHE END\n"],
    ["an abbreviation with a number", "We ran a bus.\n\nB2B\n\nIt stood on the window.\n"],
  ])("%s is none", (_, body) => {
    expect(titlesOf(body)).toEqual([null]);
  });

  const paragraph = (label: string): string =>
    `**${label}:** We drove all day and came home with nothing at all to show.`;

  test("bold words with a colon are labels in any story that has three paragraphs of the kind", () => {
    const labels = ["The vanity number", "The Saturday", "Mrs Pryce"];
    expect(titlesOf(labels.map(paragraph).join("\n\n"))).toEqual(labels);
    expect(titlesOf(labels.slice(1).map(paragraph).join("\n\n"))).toEqual([null]);
  });
});

describe("sentences", () => {
  test.each([
    ["It cost $2.4M. 50+ users left. Nobody knew.", ["It cost $2.4M.", "50+ users left.", "Nobody knew."]],
    [
      "We met Dr. Smith and Eng. Diaz, e.g. at 3 p.m. in No. 5. Then left.",
      ["We met Dr. Smith and Eng. Diaz, e.g. at 3 p.m. in No. 5.", "Then left."],
    ],
    ['He said: "Stop. We need a plan." Then he left.', ['He said: "Stop. We need a plan."', "Then he left."]],
    ["Really? Yes! Fine…", ["Really?", "Yes!", "Fine…"]],
    ["No full stop", ["No full stop"]],
  ])("%s", (text, expected) => {
    expect(splitSentences(text)).toEqual(expected);
  });
});
