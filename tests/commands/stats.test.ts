import { describe, expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";

const post = (week: number, day: string | null, reactions: number): string =>
  [
    "---",
    `title: Of week ${week}`,
    ...(week === 0 ? [] : [`week: ${week}`]),
    ...(day === null ? [] : [`day: ${day}`]),
    "series: Debates",
    `date: 2025-03-0${(week % 9) + 1}`,
    "status: published",
    "results:",
    `  - 2025-04-01 impressions=1000 reactions=${reactions}`,
    "---",
    "Text.",
    "",
  ].join("\n");

/** Posts of four weeks and days, the best of them in the middle. */
function createResults(): TestBank {
  return createBank({
    "posts/a.md": post(10, "friday", 20),
    "posts/b.md": post(2, "monday", 80),
    "posts/c.md": post(1, "wednesday", 50),
    "posts/d.md": post(0, null, 90),
  });
}

describe("stats", () => {
  test.each([
    ["week", ["week 1", "week 2", "week 10", "none"]],
    ["day", ["Monday", "Wednesday", "Friday", "none"]],
    ["post", ["d", "b", "c", "a"]],
  ])("by %s", async (by, keys) => {
    const rows = await createResults().json<{ key: string }[]>(`stats --by ${by}`);
    expect(rows.map(({ key }) => key)).toEqual(keys);
    const { code, stdout, stderr } = await createResults().run(`stats --by ${by}`, { columns: 60 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(
      stdout
        .split("\n")
        .slice(1, 5)
        .map((line) => line.split(/ {2,}/)[0]),
    ).toEqual(keys);
  });

  test("a course says its range", async () => {
    const { stdout } = await createResults().run("stats", { columns: 100 });
    expect(stdout).toMatch(/[▁-█]{4} 2\.0%–9\.0%\n/);
    const bank = createResults();
    await bank.run("record b --impressions 4012 --at 2025-04-02", { today: "2025-04-03" });
    expect((await bank.run("record b", { columns: 80 })).stdout).toContain("impressions  4,012  ▁█ 1,000–4,012\n");
  });
});

test("stats as a table: medians, a bar against the target, a course, and a caution where posts are few", async () => {
  const bank = createBank();
  for (let n = 1; n <= 5; n++)
    bank.write(
      `posts/p${n}.md`,
      `---\ntitle: P${n}\nseries: Nights\nday: monday\ndate: 2025-01-0${n}\nhook-template: price-tag\ntargets:\n  engagement: 4-6%\nresults: [2025-02-01 impressions=1000 reactions=${n * 10}]\n---\nText.\n`,
    );
  bank.write(
    "posts/q.md",
    "---\ntitle: Q\nseries: Days\ndate: 2025-03-01\nresults: [2025-03-02 reactions=5]\n---\nText.\n",
  );
  const { stdout } = await bank.run("stats", { columns: 100 });
  expect(stdout).toBe(`series  posts   seen  comments  engaged
Nights      5  1,000               3.0%  ██████░░  of 4-6%  ▁▃▅▆█ 1.0%–5.0%
Days        1

One line of fewer than 5 posts: too few to conclude anything.

Medians. Engaged: (reactions + comments + reposts) / impressions.
`);
  expect(await bank.json("stats --by angle --since 2025-01-04")).toMatchObject([
    { key: "money", posts: 2, engagement: 0.045, judgement: "met" },
    { key: "none", posts: 1, engagement: null },
  ]);
  expect((await bank.run("stats --by hook --csv")).stdout).toMatch(/^key,posts,impressions,.*\nprice-tag,5,1000,/);
  expect(await bank.run("stats --by luck")).toMatchObject({ code: 2 });
});
