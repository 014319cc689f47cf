import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const STORY =
  "---\ntitle: The Pager\nday: tuesday\nseries: Nights\nhook: It rang.\n---\nIt rang all night, and nobody came.\n";
const settings = (cooldown: string) =>
  `version: 1\ncalendar:\n  start: 2025-01-06\n${cooldown}  slots:\n    tuesday: {series: Nights}\n`;
const told = (date: string, status = "published") =>
  `---\ntitle: The Pager\nstory: pager\ndate: ${date}\nstatus: ${status}\n---\nIt rang. Why?\n`;

/** Told on 7 January; the weeks after which each command lets it be told again. */
async function restingWeeks(cooldown: string): Promise<Record<string, number | undefined>> {
  const files = {
    "storybank.yaml": settings(cooldown),
    "stories/pager.md": STORY,
    "posts/first.md": told("2025-01-07"),
  };
  const free: Record<string, number | undefined> = {};
  for (let week = 1; week <= 28; week++) {
    const date = new Date(Date.UTC(2025, 0, 7 + 7 * week)).toISOString().slice(0, 10);
    const bank = createBank(files);
    const board = await bank.json<{ rows: { suggestion: unknown }[] }>(`week ${week + 1}`);
    if (board.rows.some(({ suggestion }) => suggestion !== null)) free["week"] ??= week;
    const { code } = await bank.run(`draft pager --date ${date}`);
    if (code === 0) free["draft"] ??= week;
    const planned = createBank({ ...files, "posts/second.md": told(date, "draft") });
    const found = await planned.json<{ rule: string }[]>("check");
    if (!found.some(({ rule }) => rule === "reused-too-soon")) free["check"] ??= week;
  }
  return free;
}

test("week, draft and check let a story be told again after the same time, set or not", async () => {
  expect(await restingWeeks("")).toEqual({ week: 12, draft: 12, check: 12 });
  expect(await restingWeeks("  cooldown: 4\n")).toEqual({ week: 4, draft: 4, check: 4 });
  expect(await restingWeeks("  cooldown: 0\n")).toEqual({ week: 1, draft: 1, check: 1 });
});

test("what was told and what is only planned are said apart", async () => {
  const bank = createBank({
    "storybank.yaml": settings(""),
    "stories/pager.md": STORY,
    "posts/first.md": told("2026-11-24"),
  });
  expect((await bank.run("draft pager --date 2026-12-01")).stderr).toBe(
    'storybank: "The Pager" was told on Tue 24 Nov 2026, and a story rests for 12 weeks.\nChoose another, give a later --date, or tell it all the same with --force.\n',
  );
  const why = async () => (await bank.run("week 120")).stdout;
  expect(await why()).toContain("told longest ago, on Tue 24 Nov 2026");
  bank.write("posts/first.md", told("2026-11-24", "scheduled"));
  expect(await why()).not.toContain("told");
  expect(await why()).toContain("rested longest by then; its last post is for Tue 24 Nov 2026");
  bank.write("posts/first.md", told("2026-11-24", "scheduled").replace("status", "platform: x\nstatus"));
  expect((await bank.run("draft pager --platform x --date 2026-12-01 --replace")).code).toBe(0);
});

test("week does not suggest to fill itself with a story that rests", async () => {
  const bank = createBank({
    "storybank.yaml": settings(""),
    "stories/pager.md": STORY.replace("day: tuesday", "week: 4\nday: tuesday"),
    "posts/first.md": told("2025-01-07"),
  });
  const filled = await bank.run("week 4 --fill");
  expect(filled.stderr).toContain("a story rests for 12 weeks");
  expect((await bank.run("week 4")).stdout).not.toContain("--fill");
  bank.write("posts/first.md", told("2024-09-03"));
  expect((await bank.run("week 4")).stdout).toContain("storybank week 4 --fill");
});
