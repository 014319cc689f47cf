import { createBank, type TestBank } from "./bank.ts";

export const STORY = "stories/the-pager.md";
export const POST = "posts/2025-01-07-the-pager.md";

export const STORY_TEXT = `---
title: The Pager
week: 1
day: tuesday
hook: Our pager rang 40 times in one night.
tags: [on-call, operations]
---

**The Setup:**
Three years ago we were 12 engineers at Acme with one pager, which rang 40 times in one night.

**The Bill:**
- Overtime: $800K
- Delay: $1.6M
- **Total**: $2.4M

**The Outcome:**
- Alerts: 40 → 2 a night

**The Lesson:**
An alert is a promise to somebody's sleep.
`;

/** A post that was rewritten, and has got a figure wrong: $2.6M. */
export const POST_TEXT = `---
title: The Pager
story: the-pager
week: 1
day: tuesday
date: 2025-01-07
platform: linkedin
status: draft
template: debate
---
## Final Optimized Post

Our pager rang 40 times in one night.

😴 Overtime alone was $800K. It cost us **$2.6M**, and nobody slept.

Alerts went down by 95%.

What wakes you?

## Content Strategy Notes

### Targets
- Comments: 20
`;

/** A bank with one story, and a post of it with a wrong figure. */
export function createPagerBank(files: Record<string, string> = {}): TestBank {
  return createBank({
    "storybank.yaml":
      "version: 1\ncalendar:\n  start: 2025-01-06\n  slots:\n    tuesday:\n      template: debate\nprivate:\n  Acme: a retailer\n",
    [STORY]: STORY_TEXT,
    [POST]: POST_TEXT,
    "weeks/week-01.md": "---\nweek: 1\ntheme: Sleep\nstories: [the-pager]\n---\n\n## What to say\n\nLess.\n",
    ...files,
  });
}
