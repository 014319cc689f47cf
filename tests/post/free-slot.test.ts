import { describe, expect, test } from "vitest";
import type { Day } from "../../src/calendar/days.ts";
import { findFreeSlot, placeOf } from "../../src/post/free-slot.ts";
import { calendarOf, postHead } from "../support/heads.ts";

const CALENDAR = calendarOf({
  tuesday: { time: "08:00" },
  thursday: { time: "9:30", series: "Bills" },
  friday: { platform: "x" },
});

describe("the next free slot, from Monday 6 January 2025 on", () => {
  const taken = (id: string, date: string, platform = "linkedin") => postHead({ id, date, platform });
  const first = [taken("a", "2025-01-07"), taken("b", "2025-01-09")];
  const month = ["07", "09", "14", "16", "21", "23"].map((day, index) => taken(`p${index}`, `2025-01-${day}`));

  test.each([
    ["is the first day that has one", [], {}, "2025-01-07"],
    ["may be the day itself", [], { from: "2025-01-07" }, "2025-01-07"],
    ["is not a day before", [], { from: "2025-01-08" }, "2025-01-09"],
    ["is not where a post already is", [taken("a", "2025-01-07")], {}, "2025-01-09"],
    ["may share its day with a post for another platform", [taken("a", "2025-01-07", "x")], {}, "2025-01-07"],
    ["lies in the next week when this one is full", first, {}, "2025-01-14"],
    ["is found behind as many full weeks as there are", month, {}, "2025-01-28"],
    ["is not one of another platform", first, { from: "2025-01-10" }, "2025-01-14"],
    ["is one of its own platform", [], { from: "2025-01-10", platform: "x" }, "2025-01-10"],
    ["is one that fits", [], { fits: (day: Day) => day === "thursday" }, "2025-01-09"],
    ["is none where nothing fits", [], { fits: () => false }, null],
  ])("%s", (_, posts, wanted, date) => {
    const found = findFreeSlot(CALENDAR, posts, {
      from: "2025-01-06",
      platform: "linkedin",
      fits: () => true,
      ...wanted,
    });
    expect(found?.date ?? null).toBe(date);
  });

  test("comes with its day and what the slot says; the slot decides whether it fits", () => {
    const found = findFreeSlot(CALENDAR, [], {
      from: "2025-01-06",
      platform: "linkedin",
      fits: (_, slot) => slot.series === "Bills",
    });
    expect(found).toMatchObject({ date: "2025-01-09", day: "thursday", slot: { series: "Bills" } });
  });

  test("is none in a calendar without slots", () => {
    expect(findFreeSlot(calendarOf({}), [], { from: "2025-01-06", platform: "linkedin", fits: () => true })).toBeNull();
  });
});

describe("two posts are in each other's place", () => {
  const place = (post: Record<string, string>): string | null => placeOf(postHead({ id: "p", ...post }), CALENDAR);
  const eight = { date: "2025-01-07", time: "08:00" };
  test.each([
    ["on the same day, at the same time, for the same platform", eight, eight, true],
    ["not on another day", eight, { ...eight, date: "2025-01-14" }, false],
    ["not at another time", eight, { ...eight, time: "09:00" }, false],
    ["not for another platform", eight, { ...eight, platform: "x" }, false],
    ["when one leaves the time to its slot", eight, { date: "2025-01-07" }, true],
    ["however the hour is written", { date: "2025-01-09", time: "09:30" }, { date: "2025-01-09" }, true],
    ["not where the slot's time is not that of the post", eight, { date: "2025-01-07", time: "07:00" }, false],
    [
      "not when one was published at an unknown time",
      eight,
      { date: "2025-01-07", status: "published", published: "2025-01-07" },
      false,
    ],
    ["where neither has a time and the day no slot", { date: "2025-01-08" }, { date: "2025-01-08" }, true],
  ])("%s", (_, one, other, same) => {
    expect(place(one)).not.toBeNull();
    expect(place(one) === place(other)).toBe(same);
  });

  test("a post without a day has no place", () => {
    expect(place({})).toBeNull();
    expect(place({ date: "soon" })).toBeNull();
  });
});
