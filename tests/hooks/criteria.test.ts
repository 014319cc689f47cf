import { describe, expect, test } from "vitest";
import { CRITERIA } from "../../src/hooks/criteria.ts";
import { scoreHook } from "../../src/hooks/score.ts";
import { PHONE_FOLD } from "../../src/post/fold.ts";
import { readStoryText } from "../../src/story/reading.ts";
import { readStory } from "../../src/story/schema.ts";
import { createSampleBank } from "../support/bank.ts";
import { readNumber, readTable } from "../support/docs.ts";

/** The criteria that a hook misses. */
const missed = (hook: string): string[] =>
  scoreHook(hook, null, 140)
    .findings.filter(({ points, rule }) => points === 0 && rule !== "hook-payoff")
    .map(({ rule }) => rule.replace("hook-", ""));

test("the weights are a hundred points, and those of the docs", () => {
  expect(CRITERIA.reduce((sum, { points }) => sum + points, 0)).toBe(100);
  expect(new Map(CRITERIA.map(({ id, points }) => [`\`${id}\``, String(points)]))).toEqual(
    readTable("templates.md", ["criterion", "points"]),
  );
});

const STORY = readStoryText(
  readStory("outage", "stories/outage.md", {
    data: new Map(),
    body: "The database stopped and cost us $2.4M, and three engineers left when they could. Pagers rang. Deploys went from 6 hours to 12 minutes.\n",
    bodyLine: 1,
  }),
);
const FIRST_WORDS = readNumber("templates.md", /a figure in its first (\d+) words/);
const FOLD = readNumber("templates.md", /at most (\d+) characters/);
const LINES = readNumber("templates.md", /of the settings\) and (\d+) lines/);
const word = (count: number): string => "word ".repeat(count);

describe("a criterion", () => {
  test.each<[judgement: string, id: string, hook: string, isMet: boolean, message: string]>([
    ["a figure opens", "figure", "$2M went up in smoke.", true, `a figure in its first ${FIRST_WORDS} words: $2M`],
    [
      "as the last of the first words",
      "figure",
      `${word(FIRST_WORDS - 1)}$2M gone`,
      true,
      `a figure in its first ${FIRST_WORDS} words: $2M`,
    ],
    [
      "though it ends behind them",
      "figure",
      `${word(FIRST_WORDS - 1)}50 developers left`,
      true,
      `a figure in its first ${FIRST_WORDS} words: 50 developers`,
    ],
    [
      "one word later is too late",
      "figure",
      `${word(FIRST_WORDS)}$2M gone`,
      false,
      `no figure in its first ${FIRST_WORDS} words`,
    ],
    [
      "spaces and lines are no words",
      "figure",
      `  ${word(FIRST_WORDS - 1).replaceAll(" ", "  \n")}$2M gone`,
      true,
      `a figure in its first ${FIRST_WORDS} words: $2M`,
    ],
    ["two digits are exact", "exact", "It was $2.4M.", true, "an exact figure: $2.4M"],
    [
      "one digit is round, however great",
      "exact",
      "It was $2M, or $20M.",
      false,
      "a round figure ($2M); an exact one is believed",
    ],
    ["an hour of the clock is exact, however round", "exact", "At 10 AM it rang.", true, "an exact figure: 10 AM"],
    [
      "what is hedged is not",
      "exact",
      "It was about $2.4M.",
      false,
      "a round figure ($2.4M); an exact one is believed",
    ],
    ["one exact figure is enough", "exact", "It was $2M, or $2.4M.", true, "an exact figure: $2.4M"],
    ["no figure is not exact", "exact", "It was a lot.", false, "no exact figure"],
    ["something breaks", "tension", "The build Broke again.", true, "tension: “Broke”"],
    ["or is said in more words", "tension", "It took us down.", true, "tension: “took us down”"],
    ["nothing breaks", "tension", "The build is fine.", false, "no tension: nothing breaks, costs or turns"],
    ["somebody speaks", "first-person", "The build was Ours, we thought.", true, "told by somebody: “we”"],
    ["nobody speaks", "first-person", "The build was theirs.", false, "nobody speaks: no I, we, my or our"],
    ["it is as long as a phone shows", "fold", "x".repeat(FOLD), true, `${FOLD} characters, above a phone's fold`],
    [
      "one character more is too long",
      "fold",
      "x".repeat(FOLD + 1),
      false,
      `${FOLD + 1} characters; a phone shows about ${FOLD}`,
    ],
    [
      "it has as many lines as show",
      "fold",
      Array(LINES).fill("x").join("\n"),
      true,
      `${2 * LINES - 1} characters, above a phone's fold`,
    ],
    [
      "one line more is too long",
      "fold",
      Array(LINES + 1)
        .fill("x")
        .join("\n"),
      false,
      `${2 * LINES + 1} characters; a phone shows about ${FOLD}`,
    ],
    ["it begins with the matter", "throat-clearing", "The build broke.", true, "begins with the matter itself"],
    ["it clears its throat", "throat-clearing", "I'm excited to share this.", false, "throat-clearing: “I'm excited”"],
    [
      "as somebody of a trade",
      "throat-clearing",
      "As a developer, I broke it.",
      false,
      "throat-clearing: “As a developer”",
    ],
    [
      "as a name is no throat-clearing",
      "throat-clearing",
      "As a Googler I broke it.",
      true,
      "begins with the matter itself",
    ],
    [
      "here are so many things",
      "throat-clearing",
      "Here are 5 things we broke.",
      false,
      "throat-clearing: “Here are 5”",
    ],
    ["here is what is", "throat-clearing", "Here is Berlin.", true, "begins with the matter itself"],
    ["not in the middle", "throat-clearing", "We broke it, and I'm excited.", true, "begins with the matter itself"],
    ["no vague word", "vague", "Three builds broke.", true, "no vague quantity"],
    ["a vague word", "vague", "A Lot of builds broke.", false, "a vague quantity: “A Lot of”; say how many"],
    ["it states", "statement", "Who asked? We did.", true, "states, and does not ask"],
    ["it asks", "statement", "Who asked? ", false, "opens with a question; statements do better"],
    ["in quotes, too", "statement", "They said: “Who asked?”", false, "opens with a question; statements do better"],
    ["and in other scripts", "statement", "谁问？", false, "opens with a question; statements do better"],
    ["its figures are the story's", "payoff", "It cost $2.4M.", true, "pays off: its figures are the story's"],
    ["whatever their rounding says", "payoff", "It cost over $2M.", true, "pays off: its figures are the story's"],
    [
      "a change is paid off by its two sides",
      "payoff",
      "From 6 hours to 12 minutes.",
      true,
      "pays off: its figures are the story's",
    ],
    ["a figure is a stranger", "payoff", "It cost $2.4M and 9 engineers.", false, "the story does not say 9 engineers"],
    ["without figures its words are", "payoff", "Our DATABASE was gone.", true, "pays off: the story speaks of it"],
    ["whatever their case in the story", "payoff", "The pager is gone.", true, "pays off: the story speaks of it"],
    ["none of its words is", "payoff", "Nobody sailed home.", false, "the story says nothing of this"],
    [
      "words that every story has don't count",
      "payoff",
      "They slept, and that was it.",
      false,
      "the story says nothing of this",
    ],
    ["nor do those of three letters", "payoff", "The and us.", false, "the story says nothing of this"],
    ["four letters do", "payoff", "All left.", true, "pays off: the story speaks of it"],
  ])("%s", (_, id, hook, isMet, message) => {
    expect(CRITERIA.find((criterion) => criterion.id === `hook-${id}`)?.judge(hook, STORY, FOLD)).toEqual({
      isMet,
      message,
    });
  });

  test("the fold is a phone's, or as wide as it is set", () => {
    expect(PHONE_FOLD).toBe(FOLD);
    const fold = CRITERIA.find(({ id }) => id === "hook-fold");
    expect(["x".repeat(60), "x".repeat(61)].map((hook) => fold?.judge(hook, null, 60).isMet)).toEqual([true, false]);
  });

  test("without a story nothing is paid off, but by a hook that is made of its facts", () => {
    const payoff = (isOfFacts: boolean) =>
      scoreHook("It cost $9M.", isOfFacts ? STORY : null, FOLD, isOfFacts).findings.find(
        ({ rule }) => rule === "hook-payoff",
      );
    expect(payoff(false)).toMatchObject({ points: 0, message: "no story to pay it off" });
    expect(payoff(true)).toMatchObject({ points: 10, message: "pays off: it is made of the story's own facts" });
    expect(scoreHook("It cost $9M.", STORY, FOLD, true).findings.filter(({ points }) => points === 0)).toHaveLength(2);
  });

  test("a score is the sum of what is met", () => {
    const { score, findings } = scoreHook("$2.4M. That is what one shortcut cost us.", STORY, FOLD);
    expect(score).toBe(100);
    expect(findings.every(({ points, of }) => points === of)).toBe(true);
    expect(scoreHook("$2.4M. That is what one shortcut cost them.", STORY, FOLD).score).toBe(90);
  });
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
