import { describe, expect, test } from "vitest";
import { CRITERIA } from "../../src/hooks/criteria.ts";
import { scoreHook } from "../../src/hooks/score.ts";
import { createSampleBank } from "../support/bank.ts";

/** The criteria that a hook misses. */
const missed = (hook: string): string[] =>
  scoreHook(hook, null, 140)
    .findings.filter(({ points, rule }) => points === 0 && rule !== "hook-payoff")
    .map(({ rule }) => rule.replace("hook-", ""));

test("the weights are a hundred points", () => {
  expect(CRITERIA.reduce((sum, { points }) => sum + points, 0)).toBe(100);
});

describe("what a hook misses", () => {
  test.each([
    ["$2.4M. That is what one shortcut cost us.", []],
    ["We lost 73% of our pages, and nobody noticed.", []],
    ["At 3 AM our database stopped.", []],
    ["One shortcut in the code we wrote in an afternoon cost us $2.4M.", ["figure"]],
    ["Our bill was $2M, but nobody looked.", ["exact"]],
    ["Our pager has 42 settings.", ["tension"]],
    ["Production failed 42 times.", ["first-person"]],
    [`At 3 AM our database stopped. ${"It went on and on. ".repeat(8)}`, ["fold"]],
    ["I'm excited to share that we lost 73% of our pages.", ["throat-clearing"]],
    ["We lost 73% of our pages, and many users.", ["vague"]],
    ["We lost 73% of our pages, but did you notice?", ["statement"]],
    [
      "Have you ever had many pagers?",
      ["figure", "exact", "tension", "first-person", "throat-clearing", "vague", "statement"],
    ],
  ])("%s", (hook, criteria) => {
    expect(missed(hook)).toEqual(criteria);
  });
});

test("hooks explains itself: points, facts with their lines, what is missing; a hook the story can't pay off loses", async () => {
  const bank = createSampleBank();
  interface Hook {
    template: string;
    text: string | null;
    score: number | null;
    facts: Record<string, { value: string; line: number | null }>;
    missing: string[];
    findings: { rule: string; points: number; of: number; message: string }[];
  }
  const hooks = await bank.json<Hook[]>("hooks the-monolith");
  const lines = bank.read("stories/the-monolith-invoice.md").split("\n");
  for (const { text, score, facts, findings, missing } of hooks) {
    expect((text === null) === missing.length > 0).toBe(true);
    expect(score).toBe(text === null ? null : findings.reduce((sum, { points }) => sum + points, 0));
    if (text !== null) expect(findings).toHaveLength(CRITERIA.length);
    for (const [name, { value, line }] of Object.entries(facts))
      if (line !== null && ["amount", "total", "cost"].includes(name)) expect(lines[line - 1]).toContain(value);
  }
  const scores = hooks.slice(1).flatMap(({ score }) => score ?? []);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  await bank.run(["edit", "the-monolith", "--set", "hook=Our shortcut cost us $9.7M."]);
  const own = (await bank.json<Hook[]>("hooks the-monolith"))[0];
  expect(own?.findings.find(({ rule }) => rule === "hook-payoff")).toMatchObject({
    points: 0,
    message: "the story does not say $9.7M",
  });
  const { stdout } = await bank.run("hooks the-monolith --why", { columns: 60 });
  expect(stdout).toContain("0/10  the story does not say $9.7M");
  expect(stdout.split("\n").every((line) => line.length <= 60 || line.includes("storybank "))).toBe(true);
});

const pickInvoice = (choices: { name: string; value: unknown }[]) =>
  choices.find(({ name }) => name.includes("invoice"))?.value;

test("on a terminal a hook is picked and drafted, or none is", async () => {
  const bank = createSampleBank();
  const picked = await bank.run("hooks the-monolith", { answers: [pickInvoice] });
  expect(picked.stdout).toContain("$800K + $1.2M + $400K. The bill for one shortcut in the rendering code.\n");
  expect(bank.read("posts/2025-01-07-the-monolith-invoice.md")).toContain("hook-template: invoice");
  const before = bank.files();
  expect((await bank.run("hooks thirty", { answers: [null] })).code).toBe(0);
  expect(bank.files()).toEqual(before);
});
