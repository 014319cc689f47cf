import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { PROJECT } from "../support/bank.ts";
import { type CaseResult, casesIn, measureCase, type Raised } from "./measure.ts";

const page = readFileSync(join(PROJECT, "docs/truth.md"), "utf8");

/** What docs/truth.md tells of each set, by the columns of its tables: "| number | 77% | 80% |", "| false alarms a post | 0.14 | 0.81 |". */
const TOLD_TYPES = [...page.matchAll(/^\| (\w+) \| (\d+)% \| (\d+)% \|/gm)];
const TOLD_ALARMS = /^\| false alarms a post \| (\d+\.\d+) \| (\d+\.\d+) \|/m.exec(page);

const SETS = [
  { name: "the first eighteen", folder: join(PROJECT, "tests/truth"), cases: 18, column: 0 },
  { name: "80 more", folder: join(PROJECT, "tests/truth/more"), cases: 80, column: 1 },
] as const;

/** Advice does not count. */
const counts = ({ level }: Raised): boolean => level !== "advice";

function shares(results: readonly CaseResult[]): Map<string, { found: number; of: number }> {
  const types = new Map<string, { found: number; of: number }>();
  for (const { edits } of results)
    for (const { edit, raised } of edits) {
      const tally = types.get(edit.type) ?? { found: 0, of: 0 };
      types.set(edit.type, { found: tally.found + (raised.length > 0 ? 1 : 0), of: tally.of + 1 });
    }
  return types;
}

function rules(results: readonly CaseResult[]): Map<string, { right: number; wrong: number }> {
  const tallies = new Map<string, { right: number; wrong: number }>();
  const add = (rule: string, right: number, wrong: number): void => {
    const tally = tallies.get(rule) ?? { right: 0, wrong: 0 };
    tallies.set(rule, { right: tally.right + right, wrong: tally.wrong + wrong });
  };
  for (const { alarms, edits } of results) {
    for (const { rule } of alarms) add(rule, 0, 1);
    for (const { raised } of edits) for (const rule of new Set(raised.map((each) => each.rule))) add(rule, 1, 0);
  }
  return tallies;
}

describe.each(SETS)("$name", ({ folder, cases, column }) => {
  let results: CaseResult[] = [];
  const told = new Map(TOLD_TYPES.map(([, type = "", ...columns]) => [type, Number(columns[column])]));

  beforeAll(() => {
    results = casesIn(folder).map((name) => measureCase(folder, name, counts));
  }, 180_000);

  test("stories with two faithful posts and falsehoods of each type", () => {
    expect(results).toHaveLength(cases);
    expect(told.size).toBe(12);
  });

  test("as much is found of each type as docs/truth.md tells", () => {
    const types = shares(results);
    if (process.env.TRUTH_TABLE !== undefined)
      for (const [type, { found, of }] of [...types].sort())
        process.stdout.write(`${type.padEnd(10)} ${found} of ${of}  ${Math.floor((100 * found) / of)}%\n`);
    for (const [type, share] of told) {
      const { found, of } = types.get(type) ?? { found: 0, of: 1 };
      expect((100 * found) / of, type).toBeGreaterThanOrEqual(share);
    }
  });

  test("no more false alarms are raised than docs/truth.md tells", () => {
    const alarms = results.flatMap((each) => each.alarms);
    if (process.env.TRUTH_TABLE !== undefined)
      for (const [rule, { right, wrong }] of rules(results))
        process.stdout.write(`${rule.padEnd(24)} right ${right}, wrong ${wrong}\n`);
    expect(alarms.length / (results.length * 2)).toBeLessThanOrEqual(Number(TOLD_ALARMS?.[column + 1]) + OF_ROUNDING);
  });
});

const OF_ROUNDING = 0.005;
