import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const STORY = `---
title: The Release
hook: One shortcut cost us $2.4M.
---
**The Setup:**
Two years ago one shortcut cost us $2.4M. The audit took us 3 weeks, the release 2 weeks.

| Measure | Before | After |
| --- | --- | --- |
| Bugs | 35 | 6 |

**The Bill:**
- Rework in all teams: $800K
- Late release: $1.6M

**The Outcome:**
- 60% fewer bugs
- 75% faster delivery
- Latency: from 3.2 seconds to 400ms

**The Lesson:**
Ask first. See [the guide](https://example.com/guide?x=1&y=2). ~~We also tried bonuses. Twice.~~
`;

test("German thousands and dates are the story's own, and figures where they count something", async () => {
  const body =
    "Der Umbau kostete 1.200.000 € und 2.500.000 Euro. Am 14.03.2022 waren es 1.500.000 Nutzer, mit Version 1.200.3.";
  const bank = createBank({
    "stories/umbau.md": `---\ntitle: Umbau\nhook: 1.200.000 € für einen Umbau.\n---\n**Ergebnis:**\n${body}\n`,
    "posts/umbau.md": `---\ntitle: Umbau\nstory: umbau\n---\n1.200.000 € für einen Umbau.\n\n${body}\n`,
    "posts/falsch.md": `---\ntitle: Falsch\nstory: umbau\n---\n${body.replace("1.500.000", "1.700.000")}\n`,
  });
  const found = await bank.json<{ file: string; rule: string; message: string }[]>("check");
  const wrong = found.filter(({ rule }) => rule === "figure-not-in-story");
  expect(wrong.map(({ file, message }) => [file, /^\S+/.exec(message)?.[0]])).toEqual([
    ["posts/falsch.md", "1.700.000"],
  ]);
  const { figures } = await bank.json<{ figures: { text: string; value: number }[] }>("show umbau");
  expect(figures.map(({ text, value }) => [text, value])).toEqual([
    ["1.200.000 €", 1_200_000],
    ["2.500.000 Euro", 2_500_000],
    ["1.500.000", 1_500_000],
  ]);
});

async function findings(text: string, files: Record<string, string> = {}): Promise<string[]> {
  const bank = createBank({
    "stories/release.md": STORY,
    "posts/p.md": `---\ntitle: P\nstory: release\n---\n## Final Optimized Post\n\n${text}\n\nAnd you?\n`,
    ...files,
  });
  const found = await bank.json<{ file: string; level: string; message: string }[]>("check p");
  return found.filter(({ level }) => level !== "advice").map(({ message }) => message);
}

describe("figures", () => {
  test.each([
    "The late release alone cost us $1.6M.",
    "Bugs: 35 → 6",
    "Rework and delay cost us $2.4M.",
    "Latency fell by 2.8 seconds.",
    "The release took us 2 weeks.",
    "See https://example.com/guide?x=1&y=2 for more.",
  ])("%s is true", async (text) => {
    expect(await findings(text)).toEqual([]);
  });

  test.each([
    ["75% fewer bugs", "75% is not in the story at this place; it says 60% (line 17 of the story)."],
    ["Late release: $800K", "$800K is not in the story at this place; it says $1.6M (line 14 of the story)."],
    ["Bugs: 6 → 35", "6 → 35 is the other way round in the story: 35 → 6 (line 10 of the story)."],
    ["One shortcut cost us $1.6M.", "$1.6M is not in the story at this place; it says $2.4M (its hook)."],
  ])("%s is not", async (text, message) => {
    expect(await findings(text)).toContain(message);
  });
});

test("a draft keeps addresses whole, tells what a table counts, and leaves out what is struck out", async () => {
  const bank = createBank({ "stories/release.md": STORY });
  const { text, findings: found } = await bank.json<{ text: string; findings: { level: string }[] }>("draft release");
  expect(text).toContain("(https://example.com/guide?x=1&y=2)");
  expect(text).toContain("Bugs: 35 → 6");
  expect(text).not.toContain("~~");
  expect(text).not.toContain("bonuses");
  expect(found.filter(({ level }) => level === "error")).toEqual([]);
});

test("a post whose story or platform is not there says so", async () => {
  const bank = createBank({ "posts/p.md": "---\ntitle: P\nstory: nope\nplatform: myspace\n---\nWe lost $5. Why?\n" });
  const found = await bank.json<{ rule: string; message: string }[]>("check --quiet");
  expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    "figure-not-in-story: The post's story, nope, is not there or can't be read, so no figure can be traced.",
    "unknown-platform: There is no platform “myspace”.",
  ]);
});

test("a private name that stands for two in a count is told by its alias", async () => {
  const bank = createBank({
    "storybank.yaml": "private: [{Acme Corp: a retail client}]\n",
    "stories/s.md": "---\ntitle: T\nhook: H\n---\nTwo Acme Corps left.\n\n**The Lesson:**\nAsk first.\n",
  });
  const draft = await bank.json<{ text: string; findings: { level: string }[] }>("draft s");
  expect(draft.text).toContain("Two retail clients left.");
  expect(draft.findings.filter(({ level }) => level === "error")).toEqual([]);
});

test.each([
  ["a heading of spaces", `##${" ".repeat(5000)}x`],
  ["a line without end", "a".repeat(200_000)],
  ["many names", "Acme ".repeat(1900)],
  ["open brackets", "![".repeat(4000)],
  ["spaces in a line", `x${" ".repeat(9000)}x`],
])(
  "hostile text takes no minutes: %s",
  async (_, text) => {
    const started = performance.now();
    await findings(text, { "storybank.yaml": "private: {Acme: a client}\n" });
    expect(performance.now() - started).toBeLessThan(20_000);
  },
  60_000,
);
