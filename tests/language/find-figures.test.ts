import { describe, expect, test } from "vitest";
import { findTextFigures } from "../../src/language/find-figures.ts";

/** `kind value unit`, a change or range as `kind from>to unit`; the two sides of a pair are left out. */
function brief(text: string): string[] {
  const figures = findTextFigures(text);
  const sides = figures.flatMap(({ from, to }) => (from === null || to === null ? [] : [from.text, to.text]));
  return figures
    .filter((figure) => figure.from !== null || !sides.includes(figure.text))
    .map(({ kind, value, unit, from }) => `${kind} ${from === null ? "" : `${from.value}>`}${value} ${unit}`);
}

describe("figures of a line", () => {
  test.each([
    ["3 months of rework: $800K in salaries", ["duration 3 months", "money 800000 USD"]],
    ["$1.2M in projected revenue", ["money 1200000 USD"]],
    ["Total: $2,400,000", ["money 2400000 USD"]],
    ["about 2.4 million dollars", ["money 2400000 USD"]],
    ["£3bn, €5k and USD 5,000", ["money 3000000000 GBP", "money 5000 EUR", "money 5000 USD"]],
    ["12.500,50 € im Monat", ["money 12500.5 EUR"]],
    ["12.500 Euro im Monat, 1.200.000 € im Jahr", ["money 12500 EUR", "money 1200000 EUR"]],
    ["€12.500 für 1.250.000 Zugriffe", ["money 12500 EUR", "count 1250000 null"]],
    ["2,4 Mio. € in drei Jahren", ["money 2400000 EUR", "duration 3 years"]],
    ["1 234 567 € and 3'500 $", ["money 1234567 EUR", "money 3500 USD"]],
    ["60% fewer bugs, 3.5 % less", ["percent 60 %", "percent 3.5 %"]],
    ["sixty percent of them", ["percent 60 %"]],
    ["95 per cent and 20 Prozent", ["percent 95 %", "percent 20 %"]],
    ["3x faster, 10× cheaper, 2.5x", ["multiple 3 x", "multiple 10 x", "multiple 2.5 x"]],
    ["ten times faster", ["multiple 10 x"]],
    ["a 5-fold rise", ["multiple 5 x"]],
    ["10+ times daily", ["count 10 times"]],
    ["50+ developers in one codebase", ["count 50 developers"]],
    ["12 EC2 instances (t3.large)", ["count 12 EC2 instances"]],
    ["50,000+ medical images daily", ["count 50000 medical images"]],
    ["1M+ API calls", ["count 1000000 API calls"]],
    ["over 2 million users", ["count 2000000 users"]],
    ["3 simultaneous feature conflicts broke it", ["count 3 feature conflicts"]],
    ["5 more people left", ["count 5 people"]],
    ["500K users", ["count 500000 users"]],
    ["the 30-developer mark", ["count 30 developers"]],
    ["a 3-person team", ["count 3 people"]],
    ["12 Entwickler, 4 Teams", ["count 12 Entwickler", "count 4 Teams"]],
    ["five people and two engineers", ["count 5 people", "count 2 engineers"]],
    ["zero bugs", ["count 0 bugs"]],
    ["50 lines instead of 200+", ["count 50 lines", "count 200 null"]],
    [
      "6+ hours, 90 s, 240ms, 15-minute check-ins",
      ["duration 6 hours", "duration 90 seconds", "duration 240 milliseconds", "duration 15 minutes"],
    ],
    ["Three years ago", ["duration 3 years"]],
    ["The wait was 4 hours 30.", ["duration 4.5 hours"]],
    ["in 3 hours 20 people came", ["duration 3 hours", "count 20 people"]],
    ["twenty-five minutes late", ["duration 25 minutes"]],
    ["2-month delay in a 6-month cycle", ["duration 2 months", "duration 6 months"]],
    ["less than <2 years experience", ["duration 2 years"]],
    ["deux semaines, tres meses, zwei Wochen", ["duration 2 weeks", "duration 3 months", "duration 2 weeks"]],
    ["At 3 AM, at 11:45 PM, at 18:30", ["clock 180 clock", "clock 1425 clock", "clock 1110 clock"]],
    ["12:30 AM and 12 PM", ["clock 30 clock", "clock 720 clock"]],
    ["um 18 Uhr", ["clock 1080 clock"]],
    ["$3,200 → $850 (73% less)", ["change 3200>850 USD", "percent 73 %"]],
    ["6 hours → 12 minutes", ["change 6>12 minutes"]],
    ["12 instances -> 3 instances", ["change 12>3 instances"]],
    ["40% => 3%", ["change 40>3 %"]],
    ["5→50 Developers", ["change 5>50 Developers"]],
    ["fell from $1.2M to $850K", ["change 1200000>850000 USD"]],
    ["grew from 5 to 50 developers", ["change 5>50 developers"]],
    ["from about 40% of releases down to just 3%", ["change 40>3 %"]],
    ["von 40 % auf 3 %", ["change 40>3 %"]],
    ["6 hours (was 30 minutes)", ["change 30>6 hours"]],
    ["99.7%, up from 94%", ["change 94>99.7 %"]],
    ["6–8% engagement", ["range 6>8 %"]],
    ["5-15 developers", ["range 5>15 developers"]],
    ["3 to 4 weeks", ["range 3>4 weeks"]],
    ["between 5 and 10 people", ["range 5>10 people"]],
    ["$5-10K a month", ["range 5000>10000 USD"]],
    ["2000 users stayed", ["count 2000 users"]],
    ["80% > 1 person at 150%", ["percent 80 %", "count 1 person", "percent 150 %"]],
  ])("%s", (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  test.each([
    "When iOS 14 came, PostgreSQL 15.2 and Python 3.11 broke",
    "in 2019, since 2020, January 19, 2025, 2025-01-07, 19.01.2025, 1/19/2025",
    "v2.3.1 of t3.large on EC2 with 2FA",
    "Phase 1, Week 3, Months 1-6, Quarter 2, Lesson #1, Step 4",
    "the 1st, 2nd and 19th",
    "24/7, weekly 1:1s, 1920x1080",
    "https://example.com/50-developers #100DaysOfCode",
    "1. First things first",
    "one day, one engineer",
  ])("no figure in: %s", (text) => {
    expect(brief(text)).toEqual([]);
  });
});

describe("a single thing", () => {
  test.each([
    ["We shipped with 1 bug.", ["count 1 bug"]],
    ["Bugs: 12 → 1 bug", ["change 12>1 bug"]],
    ["1 support ticket in a week", ["count 1 support ticket"]],
    ["1 new customer signed", ["count 1 customer"]],
    ["1 engineer quit", ["count 1 engineer"]],
    ["1 server went down", ["count 1 server"]],
    ["Wir hatten 1 Fehler", ["count 1 Fehler"]],
    ["Nous avions 1 panne de réseau", ["count 1 panne"]],
    ["1 of them", ["count 1 null"]],
    ["1 day, 1 hour", ["duration 1 days", "duration 1 hours"]],
    ["Step 1 install it", []],
    ["1 Main Street", ["count 1 null"]],
    ["one bug", []],
  ])("%s", (text, figures) => expect(brief(text)).toEqual(figures));
});
