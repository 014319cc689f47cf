import { describe, expect, test } from "vitest";
import type { Wishes } from "../../src/post/choose.ts";
import { type Bank, choose, STORIES } from "../support/plan.ts";

describe("which day", () => {
  test.each<[judgement: string, bank: Bank, wishes: Wishes, date: string, day: string, week: number | null]>([
    ["the story's own, of its week", {}, { story: STORIES.cold }, "2025-01-14", "tuesday", 2],
    [
      "a day that is past moves to the next such day",
      { today: "2025-02-01" },
      { story: STORIES.cold },
      "2025-02-04",
      "tuesday",
      2,
    ],
    ["today is not past", { today: "2025-01-14" }, { story: STORIES.cold }, "2025-01-14", "tuesday", 2],
    ["a wished day is that of the story's week", {}, { story: STORIES.cold, day: "friday" }, "2025-01-17", "friday", 2],
    ["a wished week goes before the story's", {}, { story: STORIES.cold, week: 5 }, "2025-02-04", "tuesday", 5],
    [
      "a wished date is taken as it is, though it is past",
      { today: "2025-02-01" },
      { story: STORIES.cold, date: "2025-01-09" },
      "2025-01-09",
      "thursday",
      2,
    ],
    [
      "a wished day goes before that of the date",
      {},
      { story: STORIES.cold, day: "friday", date: "2025-01-09" },
      "2025-01-09",
      "friday",
      2,
    ],
    [
      "a story without a day is for today",
      { today: "2025-01-05" },
      { story: STORIES.lone },
      "2025-01-05",
      "sunday",
      null,
    ],
    [
      "in a week to come, for its Monday",
      { today: "2025-01-05" },
      { story: STORIES.lone, week: 3 },
      "2025-01-20",
      "monday",
      3,
    ],
    [
      "in a week that has begun, for today",
      { today: "2025-01-22" },
      { story: STORIES.lone, week: 3 },
      "2025-01-22",
      "wednesday",
      3,
    ],
    [
      "where the calendar has no start, a day is the next of its name",
      { start: null },
      { story: STORIES.cold },
      "2025-01-07",
      "tuesday",
      2,
    ],
  ])("%s", (_, bank, wishes, date, day, week) => {
    expect(choose(bank, wishes)).toMatchObject({ date, day, week });
  });

  test("what moved because it was past says so, and what was wished does not", () => {
    const late = { today: "2025-02-01" };
    expect(choose(late, { story: STORIES.cold }).reasons).toEqual([
      "you named it",
      "Tue 14 Jan 2025 is past, so it is for the next Tuesday",
    ]);
    expect(choose(late, { story: STORIES.cold, date: "2025-02-06" }).reasons).toEqual(["you named it"]);
    expect(choose({}, { story: STORIES.cold }).reasons).toEqual(["you named it"]);
    expect(choose({ today: "2025-01-14" }, { story: STORIES.cold }).reasons).toEqual(["you named it"]);
  });

  test("the slot is that of the day, empty where there is none", () => {
    expect(choose({}, { story: STORIES.cold }).slot.series).toBe("Bills");
    expect(choose({}, { story: STORIES.cold, day: "friday" }).slot.series).toBeNull();
  });
});
