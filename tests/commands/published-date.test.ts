import ICAL from "ical.js";
import { expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";
import { ask, serve } from "../support/page.ts";

const SETTINGS = `version: 1
calendar:
  start: 2025-01-06
  cooldown: 4
  slots:
    tuesday: {series: Debate, time: "09:00"}
    thursday: {series: Tutorial, time: "08:00"}
`;
const STORY = "---\ntitle: Outage\nweek: 1\nday: tuesday\nseries: Debate\nhook: It broke 40 times.\n---\nIt broke.\n";
const POST = "posts/2025-01-07-outage.md";

/** A post that was planned for the Tuesday of week 1 and went out on the Thursday of week 2. */
async function publishLate(): Promise<TestBank> {
  const bank = createBank({ "storybank.yaml": SETTINGS, "stories/outage.md": STORY });
  await bank.run("draft outage");
  await bank.run("record 2025-01-07-outage --impressions 1000 --reactions 50", { today: "2025-01-18" });
  const marked = await bank.run(["mark", "2025-01-07", "published", "--at", "2025-01-16 17:30"], {
    today: "2025-01-18",
  });
  expect(marked).toEqual({
    code: 0,
    stdout:
      "2025-01-07-outage is published since Thu 16 Jan 2025, 17:30 (planned for Tue 7 Jan 2025).\nNext: storybank record 2025-01-07-outage --impressions … --reactions …\n",
    stderr: "",
  });
  return bank;
}

test("what was planned stays in the file, beside when it was published", async () => {
  const bank = await publishLate();
  expect(bank.read(POST)).toMatch(/^day: tuesday\ndate: 2025-01-07\ntime: 09:00$/m);
  expect(bank.read(POST)).toMatch(/^published: 2025-01-16 17:30$/m);
});

test("posts, stats, CSV and calendar know a late post by the day it was published", async () => {
  const bank = await publishLate();
  const shown = { date: "2025-01-16", time: "17:30", day: "thursday", week: 2 };
  expect(await bank.json("posts")).toMatchObject([shown]);
  expect(await bank.json("posts --week 2 --day thursday")).toMatchObject([shown]);
  expect(await bank.json("posts --week 1")).toEqual([]);
  expect((await bank.run("posts", { columns: 120 })).stdout).toMatch(/^Thu 16 Jan 2025 +17:30 +week 2 /);
  expect(await bank.json("stats --by week")).toMatchObject([{ key: "week 2", posts: 1 }]);
  expect(await bank.json("stats --by day")).toMatchObject([{ key: "Thursday", posts: 1 }]);
  expect(await bank.json("stats --since 2025-01-10")).toMatchObject([{ posts: 1 }]);
  expect(await bank.json("stats --since 2025-01-17")).toEqual([]);
  expect((await bank.run("export --csv --week 2")).stdout).toContain(",2,thursday,2025-01-16,17:30,linkedin,");
  const calendar = new ICAL.Component(ICAL.parse((await bank.run("export --ics --week 2")).stdout));
  const starts = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event).startDate.toString());
  expect(starts).toEqual(["2025-01-14T09:00:00", "2025-01-16T17:30:00"]);
});

test("the board shows it in the week in which it went out, and beside its story", async () => {
  const bank = await publishLate();
  const two = await bank.run("week 2", { columns: 100, today: "2025-01-18" });
  expect(two.stdout).toMatch(/Thu 16 +17:30 +Outage +published/);
  const one = await bank.run("week 1", { columns: 100, today: "2025-01-18" });
  expect(one.stdout).toMatch(/Tue 7 +17:30 +Outage +published, Thu 16 Jan 2025/);
});

test("the pages and their chart show it there, too", async () => {
  const bank = await publishLate();
  const { port } = await serve(bank, { today: "2025-01-18" });
  const page = async (target: string): Promise<string> => (await ask(port, { target })).body;
  for (const target of ["/posts/2025-01-07-outage", "/posts"]) {
    expect(await page(target)).toMatch(/<time datetime="2025-01-16">Thu 16 Jan 2025/);
    expect(await page(target)).not.toContain("2025-01-07</time>");
  }
  expect(await page("/posts/2025-01-07-outage")).toContain("/week/2");
  expect(await page("/week/2")).toMatch(/Thursday <time[^>]*>16 Jan<\/time>.*Outage.*17:30/s);
  expect(await page("/stats")).toContain("Outage, Thu 16 Jan 2025: 5.0%");
});

test("cooldown and reuse are counted from the day it was published", async () => {
  const bank = await publishLate();
  const tooSoon = await bank.run("draft outage --date 2025-02-11", { today: "2025-01-20" });
  expect(tooSoon).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("Thu 16 Jan 2025") });
  expect((await bank.run("draft outage --date 2025-02-11 --force", { today: "2025-01-20" })).stdout).toContain(
    "The story was used 4 weeks before, on Thu 16 Jan 2025",
  );
  expect((await bank.run("draft outage --date 2025-02-13 --replace", { today: "2025-01-20" })).code).toBe(0);
});

test("a post that kept to its slot's day is no slip of the weekday or the slot", async () => {
  const bank = await publishLate();
  const rules = (await bank.json<{ rule: string }[]>("check 2025-01-07-outage")).map(({ rule }) => rule);
  expect(rules).not.toContain("weekday-mismatch");
  expect(rules).not.toContain("slot-mismatch");
});

test("a day of publishing to come is refused; without one it is today, and the planned time stays on its own day", async () => {
  const bank = createBank({ "storybank.yaml": SETTINGS, "stories/outage.md": STORY });
  await bank.run("draft outage");
  const before = bank.read(POST);
  expect(await bank.run("mark 2025-01-07 published --at 2025-01-08", { today: "2025-01-07" })).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("--at is Wed 8 Jan 2025, which is still to come."),
  });
  expect(bank.read(POST)).toBe(before);
  await bank.run("mark 2025-01-07 published", { today: "2025-01-07" });
  expect(await bank.json("posts")).toMatchObject([{ date: "2025-01-07", time: "09:00" }]);
  await bank.run("mark 2025-01-07 published --at 2025-01-09", { today: "2025-01-09" });
  expect(await bank.json("posts")).toMatchObject([{ date: "2025-01-09", time: null }]);
  await bank.run("mark 2025-01-07 ready --force", { today: "2025-01-09" });
  expect(await bank.json("posts")).toMatchObject([{ date: "2025-01-07", time: "09:00", day: "tuesday" }]);
});

test("check and doctor name a day of publishing that can't be", async () => {
  const bank = createBank({ "posts/p.md": "---\ntitle: P\nstatus: published\npublished: 2025-02-30\n---\nText.\n" });
  expect(await bank.json("check p")).toContainEqual(
    expect.objectContaining({ rule: "bad-date", line: 4, message: "published is “2025-02-30”, which can't be." }),
  );
  expect((await bank.run("doctor")).stdout).toContain("posts/p.md has published: 2025-02-30, which is no date.");
});

test("a finished post that is imported again after it went out late is the same post", async () => {
  const text =
    "# The Empty Dashboard\n\n**Date**: January 7, 2025\n**Platform**: LinkedIn\n\n---\n\n## Final Optimized Post\n\nAll lights were green.\n";
  const bank = createBank({ "post.md": text });
  await bank.run("import post.md");
  await bank.run("mark 2025-01-07 published --at 2025-01-09", { today: "2025-01-10" });
  expect(await bank.json("import post.md")).toMatchObject({
    files: [{ unchanged: ["2025-01-07-the-empty-dashboard"] }],
  });
  expect(bank.files("posts")).toHaveLength(1);
});
