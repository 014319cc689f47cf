import ICAL from "ical.js";
import { expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";
import { WEEK_DOCUMENT } from "../support/fixtures.ts";

interface Board {
  week: number;
  from: string | null;
  to: string | null;
  theme: string | null;
  rows: {
    day: string;
    date: string | null;
    story: string | null;
    post: string | null;
    status: string | null;
    characters: number | null;
    findings: unknown[];
    suggestion: { story: string } | null;
  }[];
}

test("from an empty folder to a planned week in five commands, each of which tells the next", async () => {
  const bank = createBank({ "week-3.txt": WEEK_DOCUMENT });
  const options = { today: "2025-01-05" };
  expect((await bank.run("init planned", options)).code).toBe(0);
  const within = ["--bank", "planned"];
  expect((await bank.run(["import", "week-3.txt", ...within], options)).stdout).toContain("Next: storybank week 3");
  expect((await bank.run(["week", "3", ...within], options)).stdout).toContain("Next: storybank week 3 --fill");
  const filled = await bank.run(["week", "3", "--fill", ...within], options);
  expect(filled).toMatchObject({ code: 0 });
  expect(filled.stderr).toMatch(/^Drafted posts\/2025-01-2\d/);
  expect(filled.stdout).toMatch(/Next: storybank check/);
  expect((await bank.run(["check", ...within], options)).stdout).toContain("of 3 stories and 2 posts");
});

test("the board: slots, stories, posts, findings, gaps with a suggestion; the theme", async () => {
  const bank = createSampleBank();
  bank.write("stories/spare.md", "---\ntitle: Spare\nseries: Scaling Chronicles\nhook: H\n---\nText.\n");
  const one = await bank.json<Board>("week 1");
  expect(one).toMatchObject({
    week: 1,
    from: "2025-01-06",
    to: "2025-01-12",
    theme: "Technical Leadership Foundations",
  });
  expect(one.rows.map(({ day, date, story, post }) => [day, date, story, post])).toEqual([
    ["tuesday", "2025-01-07", "the-monolith-invoice", null],
    ["wednesday", "2025-01-08", "thirty-developers-one-pipeline", null],
    ["thursday", "2025-01-09", "five-settings-for-fastapi", null],
    ["friday", "2025-01-10", "the-transfer-request", null],
    ["sunday", "2025-01-12", "the-question-in-the-review", null],
  ]);
  expect((await bank.json<Board>("week 2")).rows.find(({ day }) => day === "wednesday")).toMatchObject({
    suggestion: { story: "thirty-developers-one-pipeline" },
  });
  await bank.run("draft thirty");
  const two = await bank.json<Board>("week 2");
  expect(two.rows.find(({ day }) => day === "wednesday")).toMatchObject({
    story: null,
    post: null,
    suggestion: { story: "spare" },
  });
  expect(two.rows.at(-1)).toMatchObject({
    day: "sunday",
    post: "2025-01-19-the-midnight-deployment",
    status: "published",
    characters: 1673,
  });
  expect((await bank.run(["week", "2", "--theme", "Nights"])).stderr).toBe(
    "Week 2 is about “Nights” (weeks/week-02.md).\n",
  );
  expect((await bank.json<Board>("week 2")).theme).toBe("Nights");
  const before = bank.read("posts/2025-01-19-the-midnight-deployment.md");
  await bank.run("week 1 --fill");
  expect((await bank.json<Board>("week 1")).rows.every(({ status }) => status === "draft")).toBe(true);
  expect((await bank.run("week 1 --fill")).stderr).toBe("Every story of the week has its post.\n");
  expect(bank.read("posts/2025-01-19-the-midnight-deployment.md")).toBe(before);
  const { stdout } = await bank.run("week 1", { columns: 60 });
  expect(stdout.split("\n").every((line) => line.length <= 62 || line.includes("storybank "))).toBe(true);
});

/** A year is run through the commands, and what they say is compared with what is counted here. */
test("a year of five posts a week: board, stats and calendar agree with an independent count", async () => {
  const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"];
  const STORIES = 50;
  const files: Record<string, string> = {
    "storybank.yaml": `version: 1\ncalendar:\n  start: 2025-01-06\n  timezone: Europe/Berlin\n  cooldown: 8\n  slots:\n${DAYS.map((day) => `    ${day}: {series: Series ${day}, time: "09:00", targets: {engagement: 4-6%}}\n`).join("")}`,
  };
  // Ten weeks of stories, told again after their rest of eight weeks.
  for (let n = 0; n < STORIES; n++) {
    const day = DAYS[n % 5];
    files[`stories/story-${String(n).padStart(2, "0")}.md`] =
      `---\ntitle: Story ${n}\nseries: Series ${day}\nday: ${day}\nhook: We lost ${n + 11} servers, and nobody knew why.\n---\nWe lost ${n + 11} servers in a night.\n\n**The Lesson:**\nAsk first.\n`;
  }
  const bank = createBank(files);
  const expected = new Map<string, { day: string; engagement: number; week: number }>();
  let refused = 0;
  for (let week = 1; week <= 52; week++) {
    for (const [index, day] of DAYS.entries()) {
      // Noon in UTC, far from both ends of any day: the independent calendar.
      const date = new Date(Date.UTC(2025, 0, 6 + 7 * (week - 1) + index, 12)).toISOString().slice(0, 10);
      const story = `story-${String(((week - 1) % 10) * 5 + index).padStart(2, "0")}`;
      if (week % 13 === 0 && index === 0) {
        const again = await bank.run(
          ["draft", `story-${String(((week - 3) % 10) * 5).padStart(2, "0")}`, "--day", day, "--week", String(week)],
          { today: date },
        );
        expect(again).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("rests for 8 weeks") });
        refused++;
      }
      const draft = await bank.json<{ id: string; date: string }>(
        ["draft", story, "--day", day, "--week", String(week)],
        { today: date },
      );
      expect(draft.date).toBe(date);
      await bank.run(["mark", draft.id, "published"], { today: date });
      const [impressions, reactions] = [1000 + week * 10, 20 + ((week * 7 + index * 3) % 40)];
      await bank.run(["record", draft.id, "--impressions", String(impressions), "--reactions", String(reactions)], {
        today: date,
      });
      expected.set(draft.id, { day, engagement: reactions / impressions, week });
    }
  }
  expect(refused).toBe(4);
  const today = "2026-01-04";
  // Week 53 is empty: it gets the stories that have rested longest.
  const next = await bank.json<Board>("week 53", { today });
  expect(next.rows.map(({ suggestion }) => suggestion?.story)).toEqual(
    DAYS.map((_, index) => `story-${String(2 * 5 + index).padStart(2, "0")}`),
  );
  for (const week of [1, 13, 14, 43, 44, 52]) {
    const board = await bank.json<Board>(`week ${week}`, { today });
    expect(board.rows.map(({ post }) => post)).toEqual(
      [...expected].filter(([, each]) => each.week === week).map(([id]) => id),
    );
    expect(board.rows.map(({ date }) => date)).toEqual(board.rows.map(({ post }) => post?.slice(0, 10)));
  }
  const stats = await bank.json<{ key: string; posts: number; engagement: number; judgement: string }[]>(
    "stats --by day",
    { today },
  );
  for (const { key, posts, engagement, judgement } of stats) {
    const own = [...expected.values()]
      .filter(({ day }) => day === key.toLowerCase())
      .map((each) => each.engagement)
      .sort((a, b) => a - b);
    const middle = ((own[25] ?? 0) + (own[26] ?? 0)) / 2;
    expect(posts).toBe(52);
    expect(engagement).toBeCloseTo(middle, 12);
    expect(judgement).toBe(middle < 0.04 ? "below" : middle > 0.06 ? "above" : "met");
  }
  expect(stats).toHaveLength(5);
  const { stdout } = await bank.run("export --ics", { today });
  const events = new ICAL.Component(ICAL.parse(stdout))
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event));
  const ofPosts = events.filter(({ uid }) => !uid.startsWith("slot-"));
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(ofPosts.map(({ uid }) => uid.replace("@storybank", "")).sort()).toEqual([...expected.keys()].sort());
  for (const { uid, startDate } of ofPosts) {
    expect(startDate.toString().slice(0, 16)).toBe(`${uid.slice(0, 10)}T09:00`);
    expect(startDate.hour).toBe(9);
  }
  expect((await bank.run("export --ics", { today })).stdout).toBe(stdout);
  expect(stdout).toContain("DTSTART;TZID=Europe/Berlin:20250331T090000");
}, 120_000);

test("a bank without a calendar shows its stories by their days, and one without a day", async () => {
  const bank = createBank({
    "storybank.yaml": "",
    "stories/a.md": "---\ntitle: A\nweek: 1\nday: friday\nhook: H\n---\nText.\n",
    "stories/b.md": "---\ntitle: B\nweek: 1\nhook: H\n---\nText.\n",
  });
  const { stdout } = await bank.run("week");
  expect(stdout).toContain("Week 1\n  Fri     A  no post\n  no day  B  no post\n");
  expect((await bank.json<Board>("week")).rows).toMatchObject([
    { day: "friday", date: null, story: "a" },
    { day: null, date: null, story: "b" },
  ]);
});

test("a post stands in the week its date is in, and beside its story with that date", async () => {
  const bank = createBank({
    "storybank.yaml": "version: 1\ncalendar:\n  start: 2025-01-06\n  slots:\n    tuesday:\n      series: Debate\n",
    "stories/a.md": "---\ntitle: A\nweek: 1\nday: tuesday\nhook: It broke.\n---\nIt happened.\n",
    "posts/p.md": "---\ntitle: Bad date\ndate: 2026-02-30\n---\nText.\n",
  });
  await bank.run("draft a", { today: "2025-02-01" });
  expect((await bank.run("week 1")).stdout).toContain("draft, Tue 4 Feb 2025");
  const later = (await bank.run("week 5")).stdout;
  expect(later).toMatch(/Tue 4 .*A .*draft/);
  expect(later).not.toContain("gap");
  expect((await bank.run("week 4")).stdout).toContain("After it, week 5: 0 stories, 1 post");
});

test("a story without a day is drafted for its own week, not for today", async () => {
  const bank = createBank({ "stories/a.md": "---\ntitle: A\nweek: 3\nhook: It broke.\n---\nIt happened.\n" });
  expect(await bank.json("draft a --dry-run", { today: "2025-01-08" })).toMatchObject({ date: "2025-01-20" });
  expect(await bank.json("draft a --dry-run", { today: "2025-01-22" })).toMatchObject({ date: "2025-01-22" });
});

test("filling a week that no story is for says so, and how stories get a week", async () => {
  const bank = createBank({ "stories/a.md": "---\ntitle: A\n---\nIt broke.\n" });
  expect(await bank.run("week 1 --fill")).toMatchObject({
    code: 0,
    stderr:
      "No story is for week 1.\nOne story is for no week yet: storybank list, then storybank edit STORY --set week=1\n",
  });
  const none = createBank();
  expect((await none.run("week 1 --fill")).stderr).toBe("No story is for week 1.\n");
});
