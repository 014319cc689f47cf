import { expect, test } from "vitest";
import { toHashtags, toTag } from "../../src/post/hashtags.ts";
import { createBank } from "../support/bank.ts";

const DOCUMENT = `# Sunday: The Rollback Nobody Had Tried

**Date**: February 9, 2025
**Time**: 6:00 PM
**Platform**: LinkedIn
**Content Type**: Personal Reflection

---

## Final Optimized Post

**1 AM, checkout down. We had a rollback. We had never run it.**

We lost $40K that night.

**What went wrong:**
→ 9 weeks without a rehearsal
→ 3 people who knew the script, all asleep

![The dashboard, 97% red](dashboard.png)

**🎯 Lesson #1: Rehearse the way back**

| Step | Before | After |
| --- | --- | --- |
| Rollback | 50 minutes | 4 minutes |

An exit that nobody has walked is a wall.

⚡ **When did you last walk yours?**

---

**P.S.** It was my script.

#TechnicalLeadership #SRE #IncidentReviews

---

## Content Strategy Notes

### Expected Performance
- **Target Engagement**: 6-8%
`;

test("a finished post becomes a story with its title, text and figures, and the story can be told", async () => {
  const bank = createBank({ "rollback.md": DOCUMENT });
  expect(await bank.run("import rollback.md --as story")).toEqual({
    code: 0,
    stdout:
      "rollback.md  finished post\n  + the-rollback-nobody-had-tried\n  Next: storybank show the-rollback-nobody-had-tried\n",
    stderr: "",
  });
  expect(bank.files("stories")).toEqual(["stories/the-rollback-nobody-had-tried.md"]);
  expect(bank.exists("posts")).toBe(false);
  const written = bank.read("stories/the-rollback-nobody-had-tried.md");
  const published = DOCUMENT.slice(DOCUMENT.indexOf("**1 AM"), DOCUMENT.indexOf("\n#Technical"));
  expect(written).toBe(`---
title: The Rollback Nobody Had Tried
day: sunday
hook: 1 AM, checkout down. We had a rollback. We had never run it.
question: ⚡ When did you last walk yours?
tags: [technical-leadership, sre, incident-reviews]
created: 2025-02-09
source: rollback.md
---

${published}`);
  const { figures } = await bank.json<{ figures: { text: string }[] }>("show the-rollback");
  expect(figures.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["$40K", "9 weeks", "3 people", "50 minutes → 4 minutes"]),
  );

  const { text } = await bank.json<{ text: string }>("draft the-rollback");
  expect(text.match(/checkout down/g)).toHaveLength(1);
  expect(text.match(/walk yours/g)).toHaveLength(1);
  expect(text).toContain("Rollback: 50 minutes → 4 minutes");
  expect(text).not.toContain("97%");
  expect((await bank.run("check --quiet")).stdout).not.toContain("error");
});

test("a hook of several lines is not told twice; words of it that stand elsewhere stay", async () => {
  const text = "It broke.\nWe paid for it.\nTwice.\n\nNobody asked. It broke.\n\nWhy?\n\n#SRE";
  const bank = createBank({ "broke.md": `# How It Broke\n\n## Final Optimized Post\n\n${text}\n` });
  await bank.run("import broke.md --as story");
  const draft = await bank.json<{ text: string }>("draft how-it-broke");
  expect(draft.text).toBe("It broke.\n\nWe paid for it. Twice.\n\nNobody asked. It broke.\n\nWhy?\n\n#SRE");
});

test("again it changes nothing; what differs is a conflict; --dry-run writes nothing", async () => {
  const bank = createBank({ "rollback.md": DOCUMENT });
  expect((await bank.run("import rollback.md --as story --dry-run")).stdout).toContain("Nothing was written");
  expect(bank.exists("stories")).toBe(false);
  await bank.run("import rollback.md --as story --week 3");
  expect(bank.read("stories/the-rollback-nobody-had-tried.md")).toContain("\nweek: 3\n");
  expect((await bank.run("import rollback.md --as story --week 3")).stdout).toContain("1 unchanged");
  bank.write("rollback.md", DOCUMENT.replace("$40K", "$45K"));
  const again = await bank.run("import rollback.md --as story --week 3");
  expect(again).toMatchObject({ code: 1, stdout: expect.stringContaining("differs from the bank's in text") });
});

test.each(["TechnicalDebt", "SRE", "DevOps", "FastAPI", "Leadership", "AIEngineering"])(
  "#%s becomes a tag, and the tag the hashtag again",
  (hashtag) => expect(toHashtags([toTag(hashtag)])).toEqual([hashtag]),
);
