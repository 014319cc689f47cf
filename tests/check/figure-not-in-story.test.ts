import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { findings } from "../support/findings.ts";

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
