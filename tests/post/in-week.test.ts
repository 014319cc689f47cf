import { expect, test } from "vitest";
import { EMPTY_CALENDAR } from "../../src/calendar/calendar.ts";
import { parseDate } from "../../src/calendar/dates.ts";
import { dayInWeek, findElsewhere, isOfWeek, takesPlaceIn } from "../../src/post/in-week.ts";
import { readPostHead } from "../../src/post/post.ts";

const DATED = { ...EMPTY_CALENDAR, start: parseDate("2025-01-06") };

// Tuesday 7 January is in week 1, Thursday 16 January in week 2.
test.each<
  [what: string, keys: Record<string, string>, of: boolean, in_: boolean, day: string | null, away: string | null]
>([
  ["its date lies in it", { date: "2025-01-07" }, true, true, "tuesday", null],
  ["its date counts for more than its day", { date: "2025-01-07", day: "friday" }, true, true, "tuesday", null],
  ["it says so, and has no date", { week: "1", day: "friday" }, true, true, "friday", null],
  [
    "it says so, and its date lies in another",
    { week: "1", day: "friday", date: "2025-01-16" },
    true,
    false,
    "friday",
    "2025-01-16",
  ],
  ["it says another, and its date lies in this", { week: "2", date: "2025-01-07" }, true, true, "tuesday", null],
  ["it is all of another", { week: "2", date: "2025-01-16" }, false, false, null, "2025-01-16"],
  ["it says nothing", {}, false, false, null, null],
])("a post in week 1: %s", (_, keys, of, in_, day, away) => {
  const post = readPostHead("p", "posts/p.md", new Map(Object.entries(keys)));
  expect([
    isOfWeek(post, 1, DATED),
    takesPlaceIn(post, 1, DATED),
    dayInWeek(post, DATED, 1),
    findElsewhere(post, DATED, 1),
  ]).toEqual([of, in_, day, away]);
});

test("where weeks have no dates, what a post says counts", () => {
  const post = readPostHead(
    "p",
    "posts/p.md",
    new Map(Object.entries({ week: "1", day: "friday", date: "2025-01-07" })),
  );
  expect(isOfWeek(post, 1, EMPTY_CALENDAR)).toBe(true);
  expect(dayInWeek(post, EMPTY_CALENDAR, 1)).toBe("friday");
});
