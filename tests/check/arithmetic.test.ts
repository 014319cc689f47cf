import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

/** What check says of a story that holds nothing but a text. */
async function said(text: string): Promise<string[]> {
  const bank = createBank({ "stories/s.md": `---\ntitle: S\n---\n${text}\n` });
  const findings = await bank.json<{ rule: string; message: string }[]>("check s");
  return findings.filter(({ rule }) => rule === "arithmetic").map(({ message }) => message);
}

test.each([
  "(50%)",
  "(about 50%)",
  "(~50%)",
  "(an 50%)",
  "(nearly 50%)",
  ", that is 50%",
  " – or 50%",
  ", a 50% cut",
  " a year (only -50%)",
])("a percentage beside a change is held to it: %s", async (aside) => {
  expect(await said(`The bill went from $4,000 to $1,000${aside.startsWith(" ") ? "" : " "}${aside}.`)).toEqual([
    expect.stringMatching(/is 75%, not .*50%\.$/),
  ]);
});

test.each([", and sales were up 50%", " (churn rose 50%)", "; 50%", " in a year that took all of us by surprise, 50%"])(
  "one that says something else is not: %s",
  async (aside) => expect(await said(`The bill went from $4,000 to $1,000${aside}.`)).toEqual([]),
);

const list = (...bullets: string[]): Promise<string[]> => said(bullets.map((bullet) => `- ${bullet}`).join("\n"));

test("a total is held to its list, unless that mixes amounts of a month with amounts of a year", async () => {
  expect(await list("Servers: $900 a month", "Backups: $100 per month", "Total: $1,500 a month")).toEqual([
    "$900 + $100 is $1,000, not $1,500.",
  ]);
  expect(await list("Server: $900 im Monat", "Backup: $100 pro Monat", "Gesamt: $1,500 a month")).toEqual([
    "$900 + $100 is $1,000, not $1,500.",
  ]);
  expect(await list("Servers: $900 a month", "Backups: $100 a month", "Total: $12,000 a year")).toEqual([]);
});
