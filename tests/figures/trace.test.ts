import { describe, expect, test } from "vitest";
import { isEqual } from "../../src/figures/equal.ts";
import { findFigures } from "../../src/figures/find-figures.ts";
import { collectSources } from "../../src/figures/sources.ts";
import { nearestSource, traceFigure } from "../../src/figures/trace.ts";
import { traceText } from "../../src/figures/traced-text.ts";
import { findTextFigures } from "../../src/language/find-figures.ts";
import type { Quantity } from "../../src/language/quantity.ts";
import { readStoryLines } from "../../src/story/beats.ts";

const BODY = `**The Setup:**
Three years ago 12 developers served 500K users from 12 EC2 instances. A night had 1.5 hours of downtime, and about 60% of us left within 26 months.

**The Bill:**
- Salaries: $800K
- Delay: $1.2M
- Cleaning up: $412,500

**The Outcome:**
- **Cost**: $3,200 → $850
- Errors: 2.3% → 0.1%
- 50+ hospitals, 3x faster
- At 3 PM, in Europe: €1.2M

**The Code:**
\`\`\`
TTL = 300
LEAST_SIZE=1000
\`\`\`

**The Lesson:**
Ask first.
`;

const lines = readStoryLines({ body: BODY, bodyLine: 1 });
const sources = collectSources({
  hook: null,
  facts: new Map([["cause", "one shortcut of 7 lines"]]),
  lines,
  figures: findFigures(lines),
});

/** What the only figure of a text goes back to; null where to nothing. */
function trace(text: string): string | null {
  const figures = findTextFigures(text).filter((figure) => figure.from === null);
  expect(figures).toHaveLength(1);
  const [figure] = figures;
  return figure === undefined ? null : (traceFigure(figure as Quantity, figure.hedge, sources)?.text ?? null);
}

describe("a figure of a post that the story vouches for", () => {
  test.each([
    ["$1.2M", "$1.2M"],
    ["$1,200,000", "$1.2M"],
    ["1.2 million dollars", "$1.2M"],
    ["1.2 MILLION DOLLARS", "$1.2M"],
    ["$1.2-million", "$1.2M"],
    ["1.2 million US dollars", "$1.2M"],
    ["$1 200 000", "$1.2M"],
    ["it cost us 1.2 million", "$1.2M"],
    ["eight hundred thousand dollars", "$800K"],
    ["500 000 customers", "500K users"],
    ["fifty-plus hospitals", "50+ hospitals"],
    ["12 people", "12 developers"],
    ["3 years", "Three years"],
    ["three years", "Three years"],
    ["36 months", "Three years"],
    ["90 minutes", "1.5 hours"],
    ["60 percent", "60%"],
    ["12 engineers", "12 developers"],
    ["twelve developers", "12 developers"],
    ["12 servers", "12 EC2 instances"],
    ["500,000 customers", "500K users"],
    ["50 hospitals", "50+ hospitals"],
    ["over 50 clinics", "50+ hospitals"],
    ["three times faster", "3x"],
    ["at 15:00", "3 PM"],
    ["7 lines", "7 lines"],
    ["TTL = 300", "300"],
    ["over $1M", "$1.2M"],
    ["almost $450K", "$412,500"],
    ["about $400K", "$412,500"],
    ["about 2 years", "26 months"],
    ["more than $700K", "$800K"],
    ["over 70% less", "$3,200 → $850"],
    ["4x cheaper", "$3,200 → $850"],
    ["73% less", "$3,200 → $850"],
    ["a 96% drop", "2.3% → 0.1%"],
    ["almost 4x cheaper", "$3,200 → $850"],
    ["$2,350 saved", "$3,200 → $850"],
    ["$2,412,500 in all", "$800K + $1.2M + $412,500"],
    ["over $2.4M in all", "$800K + $1.2M + $412,500"],
  ])("%s", (text, from) => {
    expect(trace(text)).toBe(from);
  });
});

test.each([
  ["LEAST_SIZE=2000", ["1000"]],
  ["LEAST_SIZE=1000", []],
  ["It had been so since 2000.", []],
])("a number changed between the story's words: %s", (text, told) => {
  expect(traceText(text, sources).changed.map(({ source }) => source.text)).toEqual(told);
});

describe("a figure that it does not", () => {
  test.each([
    "$2M", // the first two amounts, which nobody added up
    "$1.3M",
    "$12M",
    "1.2M users",
    "£1.2M",
    "3 months",
    "3 days",
    "12 hospitals",
    "40 people",
    "12 months",
    "60 users",
    "over $3M in all",
    "no more than 40 hospitals",
    "over 55 hospitals", // 50+ is a rounding already, and so is "about 60%"
    "about 65%",
    "under $1M",
    "74% less",
    "300 hospitals",
    "at 4 PM",
    "5x faster",
  ])("%s", (text) => {
    expect(trace(text)).toBeNull();
  });

  test("names the nearest of its kind", () => {
    const nearest = (text: string): string | undefined => {
      const [figure] = findTextFigures(text);
      return figure === undefined ? undefined : nearestSource(figure as Quantity, sources)?.text;
    };
    expect(nearest("$1.4M")).toBe("$1.2M");
    expect(nearest("15 developers")).toBe("12 developers");
    expect(nearest("2 hours")).toBe("1.5 hours");
    expect(nearest("4 years")).toBe("Three years");
    expect(nearest("55%")).toBe("60%");
  });
});

test("people are humans: twelve engineers are twelve people, twelve servers are not", () => {
  const [people, engineers, servers] = ["12 people", "12 engineers", "12 servers"].map(
    (text) => findTextFigures(text)[0] as Quantity,
  );
  expect(people !== undefined && engineers !== undefined && isEqual(people, engineers)).toBe(true);
  expect(people !== undefined && servers !== undefined && isEqual(people, servers)).toBe(false);
});
