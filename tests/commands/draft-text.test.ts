import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { INDEX, RELEASE } from "../support/fixtures.ts";

test("a story of nine thousand words is drafted like any other", async () => {
  const bank = createBank({
    "stories/long.md": `---\ntitle: Long\nhook: It broke.\n---\n\n**The Setup:**\n${"It happened again. ".repeat(3500)}\n\n**The Lesson:**\nKeep it short.\n`,
  });
  const draft = await bank.json<{ characters: number; leftOut: unknown[] }>("draft long --dry-run");
  expect(draft.characters).toBeLessThanOrEqual(3000);
  expect(draft.leftOut.length).toBeGreaterThan(0);
});

test("a story becomes a post as a person would write it", async () => {
  const bank = createBank({ "stories/index.md": INDEX });
  const { text } = await bank.json<{ text: string }>("draft index");
  expect(text).toBe(`One forgotten index slowed every write for a year.

It cost us $90K.

Two years ago I ran a shop with 8 engineers and one PostgreSQL 15 database. Every query was fast. We were proud of that.

Then the sale began, and every write took a second. We could not see why.

The bill:
• 2 nights of overtime: $20K
• Orders that timed out: $70K
• Total: $90K

What we changed:
• Every index has an owner
• Nobody's index goes

Results:
• Write time: 900ms → 12ms
• 70% less storage

What nobody owns, everybody pays for.

What is still in your schema because nobody dares to drop it?

#Databases #TechnicalDebt`);
});

test("a draft keeps addresses whole, tells what a table counts, and leaves out what is struck out", async () => {
  const bank = createBank({ "stories/release.md": RELEASE });
  const { text, findings: found } = await bank.json<{ text: string; findings: { level: string }[] }>("draft release");
  expect(text).toContain("(https://example.com/guide?x=1&y=2)");
  expect(text).toContain("Bugs: 35 → 6");
  expect(text).not.toContain("~~");
  expect(text).not.toContain("bonuses");
  expect(found.filter(({ level }) => level === "error")).toEqual([]);
});
