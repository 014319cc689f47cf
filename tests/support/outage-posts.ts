import { createBank, type TestBank } from "./bank.ts";
import { OUTAGE } from "./fixtures.ts";

export const OUTAGE_PUBLISHED = `---
title: The Night the Pager Won
story: outage
week: 1
day: tuesday
date: 2025-01-07
time: "09:00"
platform: linkedin
status: published
published: 2025-01-08
targets: {comments: 15-25}
results:
  - 2025-01-10 impressions=4012 comments=20
---
## Final Optimized Post

It rang **50 times** in one night.

- Keep it short

What rings for you?

## Content Strategy Notes

### Story
- Told in week 1
`;

export const OUTAGE_DRAFT =
  "---\ntitle: The Night, again\nstory: outage\nstatus: draft\n---\n## Final Optimized Post\n\nIt rang 40 times.\n";

export const outageBank = (files: Record<string, string> = {}): TestBank =>
  createBank({ "stories/outage.md": OUTAGE, "posts/2025-01-07-outage.md": OUTAGE_PUBLISHED, ...files });

export const outageBankWithDraft = (): TestBank => outageBank({ "posts/2025-02-04-outage.md": OUTAGE_DRAFT });
