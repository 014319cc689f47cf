import { describe, expect, test } from "vitest";
import { findFigures } from "../../src/figures/find-figures.ts";
import { isTotalLine } from "../../src/figures/sources.ts";
import { partsOf } from "../../src/fit/parts.ts";
import { toSection } from "../../src/fit/read-section.ts";
import { readTraits } from "../../src/fit/traits.ts";
import { findBill } from "../../src/hooks/bill.ts";
import { findChangeColumns, isAfterLabel, isBeforeLabel } from "../../src/language/change-label.ts";
import { findTextFigures } from "../../src/language/find-figures.ts";
import { readBeats, readStoryLines } from "../../src/story/beats.ts";
import { wordRow } from "../../src/text/rows.ts";
import { createBank } from "../support/bank.ts";

const linesOf = (body: string) => readStoryLines({ body, bodyLine: 1 });
const changesIn = (body: string) =>
  findFigures(linesOf(body)).flatMap(({ kind, text }) => (kind === "change" ? [text] : []));

describe("before and after", () => {
  test.each(["Before", "before the move", "Vorher", "Was", "From", "Old", "Avant", "Then"])("%s is before", (label) =>
    expect([isBeforeLabel(label), isAfterLabel(label)]).toEqual([true, false]),
  );
  test.each(["After", "Nachher", "Now", "To", "Is", "New setup", "Después"])("%s is after", (label) =>
    expect([isBeforeLabel(label), isAfterLabel(label)]).toEqual([false, true]),
  );
  test.each(["Waste", "Fromage", "Olden", "Newton", "Nowhere", "Theory", "To do", "From Berlin", "Issue", "Wasser"])(
    "%s is neither",
    (label) => expect([isBeforeLabel(label), isAfterLabel(label)]).toEqual([false, false]),
  );

  test("a table needs a column of each", () => {
    expect(findChangeColumns(["", "After", "Before"])).toEqual({ before: 2, after: 1 });
    expect(findChangeColumns(["Plant", "Waste", "Cost"])).toBeNull();
    expect(findChangeColumns(["Plant", "Was", "Cost"])).toBeNull();
    expect(wordRow(["", "After", "Before"], ["Failover", "4 s", "90 s"])).toBe("Failover: 90 s → 4 s");
    expect(wordRow(["Plant", "Waste", "Cost"], ["Kiel", "40 tons", "$2K"])).toBe("Kiel: Waste 40 tons, Cost $2K");
  });

  test.each<[one: string, other: string, line: string]>([
    ["Before", "After", "Builds: 9 → 4"],
    ["March", "November", "Builds: 9 → 4"],
    ["July 2022 to June 2023", "July 2023 to June 2024", "Builds: 9 → 4"],
    ["Old nights", "Now", "Builds: 9 → 4"],
    ["Chip A", "Chip B", "Builds: 9 / 4"],
    ["Before 8 p.m.", "After 8 p.m.", "Builds: 9 / 4"],
  ])("columns %s and %s are told as a change, or side by side", (one, other, line) => {
    const body = `| | ${one} | ${other} |\n|---|---|---|\n| Builds | 9 | 4 |`;
    const rows = readBeats({ body, bodyLine: 1 }).flatMap((beat) => partsOf(toSection(beat)));
    expect(rows.map(({ text }) => text)).toContain(line);
    expect(rows.every(({ text, kind }) => kind !== "row" || readTraits(text).isChange)).toBe(true);
  });

  /** The lines of a table below a sentence. */
  const linesOf = (...rows: readonly string[]): string[] =>
    readBeats({ body: `We counted.\n\n${rows.join("\n")}`, bodyLine: 1 })
      .flatMap((beat) => partsOf(toSection(beat)))
      .map(({ text }) => text)
      .slice(1);

  test.each<[judgement: string, rows: string[], lines: string[]]>([
    [
      "two rows that are times are turned",
      ["| | Ovens | Waste |", "|-|-|-|", "| 2021 | 4 | 40% |", "| 2022 | 9 | 10% |"],
      ["2021 → 2022:", "Ovens: 4 → 9", "Waste: 40% → 10%"],
    ],
    [
      "three are not",
      ["| | Ovens | Waste |", "|-|-|-|", "| 2021 | 4 | 40% |", "| 2022 | 9 | 10% |", "| 2023 | 9 | 8% |"],
      ["2021: Ovens 4, Waste 40%", "2022: Ovens 9, Waste 10%", "2023: Ovens 9, Waste 8%"],
    ],
    [
      "a count of weeks says so",
      ["| What she did | Week |", "|-|-|", "| Lay down | 2 |", "| Slept | 8 |"],
      ["What she did:", "Lay down: week 2", "Slept: week 8"],
    ],
    [
      "and where it comes first",
      ["| Week | Calls |", "|-|-|", "| 1 | 212 |", "| 12 | 9 |"],
      ["Week 1: 212", "Week 12: 9"],
    ],
    [
      "what is counted stands above",
      ["| Flock | Spores per litre |", "|-|-|", "| Albano | 180 |", "| Graça | 220 |"],
      ["Spores per litre:", "Albano: 180", "Graça: 220"],
    ],
    [
      "what went from nothing tells of no change",
      ["| | 2021 | 2022 |", "|-|-|-|", "| Calls | 341 | 298 |", "| Pay | – | 490 |"],
      ["2021 → 2022:", "Calls: 341 → 298"],
    ],
  ])("%s", (_, rows, lines) => {
    expect(linesOf(...rows)).toEqual(lines);
  });

  test("what leads on to a table stands above it alone", () => {
    const body = "In spores per litre:\n\n| Flock | Spores per litre |\n|-|-|\n| Albano | 180 |";
    const texts = readBeats({ body, bodyLine: 1 }).flatMap((beat) => partsOf(toSection(beat)).map(({ text }) => text));
    expect(texts).toEqual(["In spores per litre:", "Albano: 180"]);
  });

  test.each([
    ["It fell 6 hours → 3 hours", ["6 > 3"]],
    ["It fell from 6 hours down to just under 3 hours", ["6 > 3"]],
    ["It takes 3 hours (was 6 hours)", ["6 > 3"]],
    ["It takes 3 hours, down from 6 hours", ["6 > 3"]],
    ["It takes 3 hours (waste 6 hours)", []],
    ["It takes 3 hours and 6 hours", []],
  ])("%s", (text, changes) =>
    expect(
      findTextFigures(text).flatMap(({ kind, from, to }) =>
        kind === "change" ? [`${from?.value} > ${to?.value}`] : [],
      ),
    ).toEqual(changes),
  );
});

const PLANTS = `---
title: What the Plants Threw Away
hook: One plant threw 40 tons away.
---
**The Setup:**
We counted what two plants threw away in a year.

**The Outcome:**

| Plant | Waste | Cost |
| --- | --- | --- |
| Kiel | 40 tons | $2K |
| Ulm | 25 tons | $1K |

**The Lesson:**
What nobody weighs costs the most of all.
`;

test("a table of other columns is no change anywhere: show, hooks, draft", async () => {
  expect(changesIn(PLANTS)).toEqual([]);
  const bank = createBank({ "stories/plants.md": PLANTS });
  for (const command of ["show plants", "hooks plants --why", "draft plants"]) {
    const { code, stdout } = await bank.run(command);
    expect([command, code, /(?:tons|K) →/.test(stdout)]).toEqual([command, 0, false]);
  }
  const [post = ""] = bank.files("posts");
  expect(bank.read(post)).toContain("Kiel: Waste 40 tons, Cost $2K");
  expect((await bank.run("check --quiet")).stdout).not.toContain("figure-not-in-story");
});

test("a bill's total is what the arithmetic calls a total, in German too", () => {
  const list = (last: string) => `- Server: $800\n- Leute: $1,200\n- ${last}\n`;
  for (const last of [
    "Insgesamt: $2,000",
    "**Gesamtsumme**: $2,000",
    "Yearly total: $2,000",
    "That is $2,000 in all",
  ]) {
    expect(findBill(linesOf(list(last)))).toEqual({ parts: ["$800", "$1,200"], total: "$2,000", line: 3 });
    expect(linesOf(list(last)).map(isTotalLine)).toEqual([false, false, true]);
  }
  expect(findBill(linesOf(list("Left of the total: $2,000")))).toBeNull();
});

test("a total that is wrong is found under every name it has", async () => {
  for (const last of ["Insgesamt: $2,500", "That is $2,500 in all", "Grand total: $2,500"]) {
    const bank = createBank({
      "stories/s.md": `---\ntitle: S\nhook: H\n---\n- Server: $800\n- Leute: $1,200\n- ${last}\n`,
    });
    const found = await bank.json<{ rule: string; message: string }[]>("check");
    expect(found.filter(({ rule }) => rule === "arithmetic").map(({ message }) => message)).toEqual([
      "$800 + $1,200 is $2,000, not $2,500.",
    ]);
  }
});
