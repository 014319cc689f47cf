import { describe, expect, test } from "vitest";
import { findDocumentWeekday, findWeekNumber, metaName, metricOf, speaksOf } from "../../src/language/document.ts";
import { postPartOf } from "../../src/language/headings.ts";
import { opensPostscript } from "../../src/language/label.ts";
import { monthNamed } from "../../src/language/month.ts";

test.each([
  ["Tags", "tags"],
  ["Mots-clés", "tags"],
  ["Für", "for"],
  ["Voor", "for"],
  ["Opening Hook", "hook"],
  ["Week’s Theme", "theme"],
  ["Thema der Woche", "theme"],
  ["Tema de la semana", "theme"],
  ["Publishing time", "time"],
  ["Fonte", "source"],
  ["Time of day", null],
  ["The hook", null],
])("the label %s means %s", (label, name) => expect(metaName(label)).toBe(name));

test.each([
  ["Tuesday Architecture Debate", 1, "Tuesday"],
  ["for the wed – Scaling", 2, "wed"],
  ["am Sonnabend, spät", 5, "Sonnabend"],
  ["sexta-feira: carreira", 4, "sexta-feira"],
  ["MARTEDÌ", 1, "MARTEDÌ"],
  ["_Zondag_", 6, "Zondag"],
  ["Monday’s launch", 0, "Monday"],
])("the weekday of %j", (text, order, written) =>
  expect(findDocumentWeekday(text)).toEqual({ order, written, at: text.indexOf(written) }),
);

test.each(["Monopoly money", "sunset", ""])("no weekday in %j", (text) => expect(findDocumentWeekday(text)).toBeNull());

test.each([
  ["# Week 1 Story Bank", "1"],
  ["Woche Nr. 12: Start", "12"],
  ["KW3", "3"],
  ["Semaine #04", "4"],
  ["Settimana no. 7", "7"],
  ["Season 2, week 5", "5"],
])("the week of %j", (text, digits) => {
  const found = findWeekNumber(text);
  expect(found?.digits).toBe(digits);
  expect(text.slice(found?.start, found?.end)).toBe(digits);
});

test.each(["Weekly 3", "5 weeks", "Season 2", "Week 2025"])("no week in %j", (text) =>
  expect(findWeekNumber(text)).toBeNull(),
);

test.each([
  ["Jan", 1],
  ["ene", 1],
  ["Fév", 2],
  ["fev", 2],
  ["Mrz", 3],
  ["avr", 4],
  ["Mag", 5],
  ["giugno", 6],
  ["juil", 7],
  ["aout", 8],
  ["Sept", 9],
  ["setembro", 9],
  ["Okt", 10],
  ["outubro", 10],
  ["Nov", 11],
  ["Dez", 12],
  ["Monday", null],
])("the month %s is %s", (name, month) => expect(monthNamed(name)).toBe(month));

test.each([
  ["Target Engagement", "engagement"],
  ["Views in a week", "impressions"],
  ["Reposts", "shares"],
  ["Qualified leads", "inquiries"],
  ["Comments, and the engagement they bring", "engagement"],
  ["Mood", null],
])("the target %s is about %s", (label, metric) => expect(metricOf(label)).toBe(metric));

test.each([
  ["guidanceTitles", "## 📊 STORY INTEGRATION", true],
  ["guidanceTitles", "Zusammenfassung", true],
  ["guidanceTitles", "Next Steps", true],
  ["guidanceTitles", "The next outage", false],
  ["targetTitles", "Expected Performance", true],
  ["targetTitles", "Ziele", true],
  ["targetTitles", "What it cost", false],
  ["angleTitles", "Hook Development", true],
  ["angleTitles", "Accroches", true],
  ["angleTitles", "Theme", false],
] as const)("%s: %s", (category, text, expected) => expect(speaksOf(category, text)).toBe(expected));

describe("the parts of a post's document", () => {
  test.each([
    ["Final Optimized Post", "post"],
    ["Final Post", "post"],
    ["The LinkedIn post", "post"],
    ["Post text", "post"],
    ["Finaler Beitrag", "post"],
    ["Content Strategy Notes", "notes"],
    ["Notes", "notes"],
    ["Final 2 post", null],
    ["Post mortem", null],
    ["The notes", null],
  ])("%s", (heading, part) => expect(postPartOf(heading)).toBe(part));
});

test.each([
  ["P.S. One more thing", true],
  ["PPS: and another", true],
  ["PSA to all", false],
])("a postscript: %s", (text, expected) => expect(opensPostscript(text)).toBe(expected));
