import { describe, expect, test } from "vitest";
import { dayOf, formatDate, isoWeekStart, nextDay, parseDate } from "../../src/calendar/dates.ts";
import { parseDay } from "../../src/calendar/days.ts";
import { dateInWeek, resolveWeek, weekOf } from "../../src/calendar/weeks.ts";

const START = "2024-12-30";

describe("weeks", () => {
  test.each([
    ["2024-12-29", null],
    ["2024-12-30", 1],
    ["2025-01-05", 1],
    ["2025-01-06", 2],
    ["2025-03-30", 13],
    ["2025-12-31", 53],
  ])("%s is in week %s", (date, week) => {
    expect(weekOf(START, date)).toBe(week);
  });

  test.each([
    ["1", 1],
    ["this", 2],
    ["next", 3],
    ["2025-W01", 1],
    ["2025-w2", 2],
    ["2026-W01", 53],
  ])("--week %s is week %d", (written, week) => {
    expect(resolveWeek(written, START, "2025-01-08")).toBe(week);
  });

  test.each(["0", "-1", "soon", "2025-W54", "1.5", ""])("--week %j is refused", (written) => {
    expect(() => resolveWeek(written, START, "2025-01-08")).toThrow(/no week/);
  });

  test("a programme that starts on another weekday has its days in its own order", () => {
    expect(dateInWeek("2025-01-08", 1, "wednesday")).toBe("2025-01-08");
    expect(dateInWeek("2025-01-08", 1, "tuesday")).toBe("2025-01-14");
  });
});

test("dates know their weekday, and days that do not exist are refused", () => {
  expect([
    dayOf("2025-01-07"),
    formatDate("2025-01-07"),
    nextDay("2025-01-07", "tuesday"),
    nextDay("2025-01-08", "tuesday"),
  ]).toEqual(["tuesday", "Tue 7 Jan 2025", "2025-01-07", "2025-01-14"]);
  expect([parseDate("2024-02-29"), parseDate("2025-02-29"), parseDate("2025-1-7")]).toEqual(["2024-02-29", null, null]);
  expect([isoWeekStart(2025, 1), isoWeekStart(2026, 53), isoWeekStart(2025, 53)]).toEqual([
    "2024-12-30",
    "2026-12-28",
    null,
  ]);
});

test("days are read in any case, from three letters on", () => {
  expect(["Tuesday", "TUE", "tues", "th", "noday"].map(parseDay)).toEqual([
    "tuesday",
    "tuesday",
    "tuesday",
    null,
    null,
  ]);
});
