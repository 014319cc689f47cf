import { describe, expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";

const SETTINGS = `version: 1
calendar:
  start: 2025-01-06
  slots:
    tuesday: {series: Debate, time: "09:00"}
    thursday: {series: Tutorial, time: "08:00"}
`;

const story = (title: string, week: number, day: string, series: string): string =>
  `---\ntitle: ${title}\nweek: ${week}\nday: ${day}\nseries: ${series}\nhook: We lost ${title.length} servers in one night.\n---\nIt broke.\n`;

function createPlan(): TestBank {
  return createBank({
    "storybank.yaml": SETTINGS,
    "stories/one.md": story("One", 1, "tuesday", "Debate"),
    "stories/two.md": story("Second", 1, "thursday", "Tutorial"),
    "stories/three.md": story("The third", 2, "tuesday", "Debate"),
  });
}

interface Listed {
  story: string;
  date: string;
  week: number;
}

const dates = async (bank: TestBank): Promise<string[]> =>
  (await bank.json<Listed[]>("posts")).map(({ story, date }) => `${story} ${date}`);

describe("week --fill", () => {
  test("of a week that is over says so and does nothing; the board and the page tell how", async () => {
    const bank = createPlan();
    const before = bank.files();
    expect(await bank.run("week 1 --fill", { today: "2025-01-13" })).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "storybank: Week 1 ended on Sun 12 Jan 2025, so nothing was drafted for it.\nTo draft its stories for the free slots from next week on: storybank week 1 --fill --into next\n",
    });
    expect(await bank.run("week 2 --fill --into 1", { today: "2025-01-13" })).toMatchObject({ code: 2, stdout: "" });
    expect(await bank.run("week 1 --into next", { today: "2025-01-13" })).toMatchObject({ code: 2, stdout: "" });
    expect(bank.files()).toEqual(before);
    expect((await bank.run("week 1", { today: "2025-01-13" })).stdout).toContain("week 1 --fill --into next");
    expect((await bank.run("week 1", { today: "2025-01-12" })).stdout).not.toContain("--into");
  });

  test("--into takes the day of each story where it is free, else the next slot that fits, and never one twice", async () => {
    const bank = createPlan();
    await bank.run("draft three");
    const filled = await bank.run("week 1 --fill --into next", { today: "2025-01-09" });
    expect(filled).toMatchObject({ code: 0 });
    expect(await dates(bank)).toEqual(["three 2025-01-14", "two 2025-01-16", "one 2025-01-21"]);
    expect((await bank.json<{ rule: string }[]>("check")).map(({ rule }) => rule)).not.toContain("slot-taken");
    expect((await bank.run("week 1", { today: "2025-01-13" })).stdout).toMatch(/One +draft, Tue 21 Jan 2025/);
    expect((await bank.run("week 1 --fill --into next", { today: "2025-01-13" })).stderr).toBe(
      "Every story of the week has its post.\n",
    );
  });

  test("a story that was drafted for another week is not counted again", async () => {
    const bank = createPlan();
    await bank.run("draft one --week 3");
    expect((await bank.run("week 1", { today: "2025-01-05" })).stdout).toContain("drafts the story without a post");
    expect((await bank.run("week 1 --fill", { today: "2025-01-05" })).stderr).toBe("Drafted posts/2025-01-09-two.md\n");
  });

  test("says it when a slot of the days that are past is taken", async () => {
    const bank = createPlan();
    await bank.run("draft three");
    const { stderr } = await bank.run("week 1 --fill", { today: "2025-01-09", columns: 60 });
    expect(stderr).toBe(`Drafted posts/2025-01-14-one.md
  Tue 14 Jan 2025, 09:00 on LinkedIn is taken already, by
  2025-01-14-three.
  Move it to the next free slot:
  storybank mark 2025-01-14-one draft --next-slot
Drafted posts/2025-01-09-two.md
`);
  });
});

describe("a slot that is taken", () => {
  test("is a finding on those that can still move, and draft says it", async () => {
    const bank = createPlan();
    await bank.run("draft three");
    const { stdout } = await bank.run("draft one", { today: "2025-01-09" });
    expect(stdout).toMatch(
      /slot-taken\n +Tue 14 Jan 2025, 09:00 on LinkedIn is taken already, by\s+2025-01-14-three\./,
    );
    const found = async (): Promise<string[]> =>
      (await bank.json<{ rule: string; file: string }[]>("check"))
        .filter(({ rule }) => rule === "slot-taken")
        .map(({ file }) => file);
    expect(await found()).toEqual(["posts/2025-01-14-one.md", "posts/2025-01-14-three.md"]);
    await bank.run("mark 2025-01-14-three published", { today: "2025-01-14" });
    expect(await found()).toEqual(["posts/2025-01-14-one.md"]);
    await bank.run("mark 2025-01-14-three published --at 2025-01-15", { today: "2025-01-15" });
    expect(await found()).toEqual([]);
  });

  test("mark says it, and --next-slot takes the next free one of the post's series", async () => {
    const bank = createPlan();
    await bank.run("draft three");
    await bank.run("draft two");
    await bank.run("draft one");
    const marked = await bank.run("mark 2025-01-07-one scheduled --at 2025-01-14");
    expect(marked).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("is scheduled for Tue 14 Jan 2025, 09:00."),
    });
    expect(marked.stderr).toContain("storybank mark 2025-01-07-one scheduled --next-slot");
    const moved = await bank.run("mark 2025-01-07-one scheduled --next-slot", { today: "2025-01-07" });
    expect(moved).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("2025-01-07-one is scheduled for Tue 21 Jan 2025, 09:00."),
      stderr: "",
    });
    expect(bank.read("posts/2025-01-07-one.md")).toMatch(/^week: 1\nday: tuesday\ndate: 2025-01-21\ntime: 09:00$/m);
  });

  test("--next-slot takes any slot where the post is of no series, with its day and time", async () => {
    const bank = createPlan();
    await bank.run("draft three");
    bank.write("posts/p.md", "---\ntitle: P\nday: tuesday\ndate: 2025-01-14\ntime: 9:00\n---\nText.\n");
    await bank.run("mark p scheduled --next-slot", { today: "2025-01-09" });
    expect(bank.read("posts/p.md")).toContain("day: thursday\ndate: 2025-01-16\ntime: 08:00\nstatus: scheduled\n");
  });

  test.each([
    ["mark one published --next-slot", SETTINGS, "--next-slot can't go with published."],
    ["mark one scheduled --next-slot --at 2025-01-14", SETTINGS, "--next-slot can't go with --at."],
    ["mark one scheduled --next-slot", "version: 1\n", "The calendar has no slots for LinkedIn."],
  ])("%s is refused", async (command, settings, message) => {
    const text = "---\ntitle: One\ndate: 2025-01-07\n---\nText.\n";
    const bank = createBank({ "storybank.yaml": settings, "posts/one.md": text });
    expect(await bank.run(command)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(message) });
    expect(bank.read("posts/one.md")).toBe(text);
  });
});

test("where the calendar has no slots, check suggests another day, and that is taken", async () => {
  const post = (id: string): string =>
    `---\ntitle: ${id}\ndate: 2025-01-14\nstatus: draft\nplatform: linkedin\n---\n## Final Optimized Post\n\nText of ${id}.\n`;
  const bank = createBank({ "posts/a.md": post("a"), "posts/b.md": post("b") });
  const { stdout } = await bank.run("check");
  for (const id of ["a", "b"])
    expect(stdout).toContain(`Give it another day: storybank mark ${id} draft --at YYYY-MM-DD`);
  expect(stdout).not.toContain("--next-slot");
  await bank.run("mark b draft --at 2025-01-15");
  expect((await bank.json<{ rule: string }[]>("check")).map(({ rule }) => rule)).not.toContain("slot-taken");
});
