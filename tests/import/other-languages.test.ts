import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const GERMAN = `# Woche 03: Schulden

**Thema der Woche**: Schulden

## **Geschichte 1: Die Abkürzung**
**Für**: Dienstag Architektur Beitrag
**Aufhänger**: „Sie kostete uns ein Jahr.“

Wir bauten sie an einem Abend.

## Hinweise

- **Geschichte 1**: mit dem Abend beginnen
`;

test("a week written in German is taken apart, and comes back line for line", async () => {
  const bank = createBank({ "woche.md": GERMAN });
  const { code, stderr } = await bank.run("import woche.md");
  expect([code, stderr]).toEqual([0, ""]);
  const story = bank.read("stories/die-abkuerzung.md");
  for (const line of ["week: 3", "day: tuesday", "series: Architektur", "hook: Sie kostete uns ein Jahr."])
    expect(story).toContain(`${line}\n`);
  expect((await bank.run("export --week 3")).stdout).toBe(GERMAN);
});

test.each([
  ["Story Settimana 2", "STORIA", "Per", "giovedì", "thursday"],
  ["Week 2", "STORY", "Voor", "zaterdag", "saturday"],
  ["Semana 2", "HISTÓRIA", "Para", "sexta-feira", "friday"],
])("%s: %s for %s %s", async (week, word, label, written, day) => {
  const bank = createBank({ "w.md": `# ${week}\n\n## ${word} 1: One\n**${label}**: ${written}\n\nIt rang.\n` });
  expect((await bank.run("import w.md")).code).toBe(0);
  expect(bank.read("stories/one.md")).toContain(`week: 2\nday: ${day}\n`);
});

test("a series may be called Article, though not what a series' name ends with", async () => {
  const section = (n: number, place: string): string => `## STORY ${n}: S${n}\n**For**: ${place}\n\nIt rang.\n`;
  const bank = createBank({
    "w.md": `# Week 2\n\n${section(1, "Monday Article")}\n${section(2, "Tuesday Debate Article")}\n${section(3, "Friday Post")}`,
  });
  expect((await bank.run("import w.md")).code).toBe(0);
  expect(bank.read("stories/s1.md")).toContain("series: Article\n");
  expect(bank.read("stories/s2.md")).toContain("series: Debate\n");
  expect(bank.read("stories/s3.md")).not.toContain("series:");
});
