import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const STORY = `---
title: The Index Nobody Dropped
week: 1
day: tuesday
hook: One forgotten index slowed every write for a year. It cost us $90K.
question: What is still in your schema because nobody dares to drop it?
facts:
  cause: one forgotten index
tags: [databases, technical-debt]
---
**The Setup:**
Two years ago I ran a shop with 8 engineers and one PostgreSQL 15 database. Every query was fast. We were proud of that.

**The Crisis:**
Then the sale began, and every write took a second. We could not see why.

**The Bill:**
- 2 nights of overtime: $20K
- Orders that timed out: $70K
- **Total**: $90K

**What We Changed:**
- Every index has an owner
- Nobody's index goes

**Results:**
- **Write time**: 900ms → 12ms
- 70% less storage

**Lesson Learned:**
What nobody owns, everybody pays for.
`;

test("a story becomes a post as a person would write it", async () => {
  const bank = createBank({ "stories/index.md": STORY });
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

test("the hooks on offer are sentences of the story, framed", async () => {
  const bank = createBank({ "stories/index.md": STORY });
  const hooks = await bank.json<{ template: string; text: string | null }[]>("hooks index");
  const made = Object.fromEntries(hooks.flatMap(({ template, text }) => (text === null ? [] : [[template, text]])));
  expect(made).toMatchObject({
    "price-tag": "$90K. That is what one forgotten index cost us.",
    invoice: "$20K + $70K. The bill for one forgotten index.",
    itemised: "$20K, then $70K. $90K in all.",
    scene: "“…and every write took a second.” Two years ago, that was my week.",
    "breaking-point": "The sale began, and every write took a second. This is what changed.",
    "exact-change": "Write time: 900ms before, 12ms after.",
    "before-and-after": "Before: 900ms. After: 12ms. This is the story of our write time.",
    "result-first": "70% less storage. Here is what it took.",
    "lesson-price": "What nobody owns, everybody pays for. I learned it the hard way: $90K.",
  });
  expect(Object.keys(made)).not.toContain("contrarian");
});
