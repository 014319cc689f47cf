import { describe, expect, test } from "vitest";
import type { Calendar } from "../../src/calendar/calendar.ts";
import { type BoardRow, layOutWeek, timeOfRow } from "../../src/post/board.ts";
import { takesPlaceIn } from "../../src/post/in-week.ts";
import type { PostHead } from "../../src/post/post.ts";
import { findUses } from "../../src/post/uses.ts";
import type { StoryHead } from "../../src/story/story.ts";
import { calendarOf, postHead, storyHead } from "../support/heads.ts";

/** Week 1 begins on Monday 6 January 2025, week 5 on 3 February; a story rests for two weeks. */
const START = { start: "2025-01-06", cooldown: 2 } as const;
const TUESDAY = calendarOf({ tuesday: { series: "Bills", time: "08:00" } }, START);

function board(stories: readonly StoryHead[], posts: readonly PostHead[], calendar = TUESDAY, week = 5): BoardRow[] {
  return layOutWeek({ week, stories, posts, uses: findUses(posts), calendar });
}

const published = (story: string, date: string): PostHead =>
  postHead({ id: `${story}-${date}`, story, date, status: "published" });

describe("what would fill an empty slot best", () => {
  const bill = storyHead({ id: "bill", series: "Bills" });
  const early = storyHead({ id: "early", week: 2, day: "friday", series: "Bills" });
  const later = storyHead({ id: "later", week: 6, day: "friday", series: "Bills" });
  const ofTuesday = storyHead({ id: "of-tuesday", week: 3, day: "tuesday" });
  const ofFriday = storyHead({ id: "of-friday", week: 3, day: "friday" });
  const reef = storyHead({ id: "reef", series: "Diving" });
  const lone = storyHead({ id: "lone" });
  const alone = storyHead({ id: "alone" });

  test.each<[judgement: string, stories: StoryHead[], posts: PostHead[], id: string | null, why?: string]>([
    ["an unused story of its series", [bill], [], "bill", "unused, and of Bills"],
    ["its series before one of none", [lone, bill], [], "bill", "unused, and of Bills"],
    ["one of no series where none fits", [reef, lone], [], "lone", "unused, and of no series yet"],
    ["the first of them by name", [lone, alone], [], "alone", "unused, and of no series yet"],
    ["one without a series that is for this day", [lone, ofTuesday], [], "of-tuesday", "it is for a Tuesday"],
    ["nothing of another series", [reef], [], null],
    ["nothing without a series that is for another day", [ofFriday], [], null],
    ["one of an earlier week before one of none", [bill, early], [], "early", "unused, and of Bills"],
    ["nothing that a later week claims", [later], [], null],
    [
      "nothing that waits on another day of this week",
      [storyHead({ id: "waits", week: 5, day: "friday", series: "Bills" })],
      [],
      null,
    ],
    ["nothing that has a draft", [bill], [postHead({ id: "d", story: "bill", date: "2025-02-20" })], null],
    [
      "an unused story before one that has rested",
      [bill, lone],
      [published("bill", "2025-01-07")],
      "lone",
      "unused, and of no series yet",
    ],
    [
      "where all are told, the one told longest ago",
      [bill, early],
      [published("bill", "2025-01-07"), published("early", "2025-01-06")],
      "early",
      "told longest ago, on Mon 6 Jan 2025",
    ],
    [
      "whichever stands first in the bank",
      [early, bill],
      [published("bill", "2025-01-06"), published("early", "2025-01-07")],
      "bill",
      "told longest ago, on Mon 6 Jan 2025",
    ],
    [
      "of two told on one day the first of the bank",
      [early, bill],
      [published("bill", "2025-01-06"), published("early", "2025-01-06")],
      "early",
      "told longest ago, on Mon 6 Jan 2025",
    ],
    [
      "by the last time it was told",
      [bill, early],
      [published("bill", "2024-01-07"), published("bill", "2025-01-08"), published("early", "2025-01-06")],
      "early",
      "told longest ago, on Mon 6 Jan 2025",
    ],
    [
      "one that is only planned says so",
      [bill],
      [postHead({ id: "d", story: "bill", date: "2025-01-07" })],
      "bill",
      "rested longest by then; its last post is for Tue 7 Jan 2025",
    ],
    [
      "what has rested to the day",
      [bill],
      [published("bill", "2025-01-21")],
      "bill",
      "told longest ago, on Tue 21 Jan 2025",
    ],
    ["nothing that lacks a day of its rest", [bill], [published("bill", "2025-01-22")], null],
    [
      "nothing that is to be told later, however far",
      [bill],
      [postHead({ id: "d", story: "bill", date: "2025-06-03" })],
      null,
    ],
    ["nothing of another series, however long it rested", [reef], [published("reef", "2024-01-07")], null],
    ["nothing told on an unknown day", [bill], [postHead({ id: "d", story: "bill", status: "published" })], null],
  ])("%s", (_, stories, posts, id, why) => {
    const row = board(stories, posts).find(({ day }) => day === "tuesday");
    expect(row).toMatchObject({ story: null, post: null });
    expect(row?.suggestion?.story.id ?? null).toBe(id);
    if (why !== undefined) expect(row?.suggestion?.why).toBe(why);
  });

  const TWO = calendarOf({ monday: { series: "Bills" }, tuesday: { series: "Bills" } }, START);
  const suggested = (rows: readonly BoardRow[]) => rows.map(({ suggestion }) => suggestion?.story.id ?? null);

  test("no story is suggested twice in a week, be it unused or rested", () => {
    expect(suggested(board([bill, lone], [], TWO))).toEqual(["bill", "lone"]);
    expect(suggested(board([bill], [], TWO))).toEqual(["bill", null]);
    expect(suggested(board([bill], [published("bill", "2025-01-07")], TWO))).toEqual(["bill", null]);
    expect(suggested(board([lone], [], TWO))).toEqual(["lone", null]);
  });

  test("without a start nothing can have rested, and a slot without a series takes what is for its day", () => {
    const noStart = { ...TUESDAY, start: null };
    expect(suggested(board([bill], [published("bill", "2025-01-07")], noStart))).toEqual([null]);
    expect(suggested(board([bill], [], noStart))).toEqual(["bill"]);
    const plain = calendarOf({ friday: {} }, START);
    const [row] = board([storyHead({ id: "diver", series: "Diving", week: 1, day: "friday" })], [], plain);
    expect(row?.suggestion).toMatchObject({ story: { id: "diver" }, why: "unused, and of this day" });
  });
});

describe("a week from Monday to Sunday", () => {
  const words = (stories: readonly StoryHead[], posts: readonly PostHead[], calendar?: Calendar) =>
    board(stories, posts, calendar).map(({ day, date, story, post, elsewhere }) =>
      [day ?? "no day", date?.slice(5) ?? "", story?.id ?? "", post?.id ?? "", elsewhere?.slice(5) ?? ""]
        .join(" ")
        .trim(),
    );
  const monday = storyHead({ id: "a", week: 5, day: "monday" });
  const tuesday = storyHead({ id: "b", week: 5, day: "tuesday" });
  const dayless = storyHead({ id: "c", week: 5 });
  const other = storyHead({ id: "d", week: 6, day: "monday" });

  test.each<[judgement: string, stories: StoryHead[], posts: PostHead[], rows: string[]]>([
    ["an empty slot has a row, a day without slot has none", [], [], ["tuesday 02-04"]],
    ["a story of the week waits on its day", [tuesday, monday, other], [], ["monday 02-03 a", "tuesday 02-04 b"]],
    ["a story of no day stands at the end", [dayless, monday], [], ["monday 02-03 a", "tuesday 02-04", "no day  c"]],
    [
      "a story that has its post waits no more",
      [monday, dayless],
      [postHead({ id: "p", story: "a", date: "2025-02-04" }), postHead({ id: "q", story: "c", date: "2025-02-07" })],
      ["tuesday 02-04 a p", "friday 02-07 c q"],
    ],
    [
      "the posts of a day stand in the order of their times, one without a time first, and before what waits",
      [tuesday],
      [
        postHead({ id: "noon", date: "2025-02-04", time: "12:00" }),
        postHead({ id: "early", date: "2025-02-04", time: "9:00" }),
        postHead({ id: "any", date: "2025-02-04" }),
      ],
      ["tuesday 02-04  any", "tuesday 02-04  early", "tuesday 02-04  noon", "tuesday 02-04 b"],
    ],
    [
      "a post that says another week is of that of its date as well",
      [],
      [postHead({ id: "p", date: "2025-02-05", week: 4, day: "monday" })],
      ["tuesday 02-04", "wednesday 02-05  p"],
    ],
    [
      "a post of the week that lies in another keeps its day, and says where it lies",
      [],
      [postHead({ id: "p", date: "2025-02-12", week: 5, day: "tuesday" })],
      ["tuesday 02-04  p 02-12"],
    ],
    [
      "an open post of another week still tells a story of this one",
      [monday],
      [postHead({ id: "p", story: "a", date: "2025-02-12", week: 6, day: "monday" })],
      ["monday 02-03 a p 02-12", "tuesday 02-04"],
    ],
    ["a published one does not", [monday], [published("a", "2024-02-12")], ["monday 02-03 a", "tuesday 02-04"]],
    [
      "nor an open one where this week has its own",
      [monday],
      [postHead({ id: "p", story: "a", date: "2025-02-03" }), postHead({ id: "q", story: "a", date: "2025-02-12" })],
      ["monday 02-03 a p", "tuesday 02-04"],
    ],
    [
      "a post that says its week and no day stands behind the days, before the stories of none",
      [dayless],
      [postHead({ id: "p", week: 5 }), postHead({ id: "q", week: 5, day: "tuesday" }), postHead({ id: "r", week: 4 })],
      ["tuesday 02-04  q", "no day   p", "no day  c"],
    ],
    [
      "a post of another week is not shown",
      [other],
      [postHead({ id: "p", story: "d", date: "2025-02-12", day: "wednesday" })],
      ["tuesday 02-04"],
    ],
  ])("%s", (_, stories, posts, rows) => {
    expect(words(stories, posts)).toEqual(rows);
  });

  test("without a start a post has the day it says, and no date", () => {
    const posts = [
      postHead({ id: "p", week: 5, day: "friday", date: "2025-02-04" }),
      postHead({ id: "q", date: "2025-02-04" }),
    ];
    expect(words([monday], posts, { ...TUESDAY, start: null })).toEqual(["monday  a", "tuesday", "friday   p"]);
  });

  test("a row knows its slot, and the story of its post", () => {
    const [row] = board([other], [postHead({ id: "p", story: "d", date: "2025-02-04" })]);
    expect(row).toMatchObject({ slot: { series: "Bills" }, story: { id: "d" }, post: { id: "p" }, suggestion: null });
  });
});

describe("whether a post takes place in week 5", () => {
  test.each([
    ["by its date", { date: "2025-02-05" }, true],
    ["not by the week it says, where its date is in another", { date: "2025-02-12", week: 5 }, false],
    ["by the week it says, where it has no date", { week: 5 }, true],
    ["by the week it says, where its date is none", { date: "soon", week: 5 }, true],
    ["on the last day", { date: "2025-02-09" }, true],
    ["not on the day after", { date: "2025-02-10" }, false],
  ])("%s", (_, post, isIn) => {
    expect(takesPlaceIn(postHead({ id: "p", ...post }), 5, TUESDAY)).toBe(isIn);
  });
});

describe("the time of a row", () => {
  const slot = TUESDAY.slots.get("tuesday") ?? null;
  test.each([
    ["is the post's", { time: "10:00" }, "10:00"],
    ["is the slot's where the post says none", {}, "08:00"],
    [
      "is nobody's where the post was published at an unknown time",
      { status: "published", published: "2025-02-04" },
      null,
    ],
    ["is the slot's where a post counts as published and nobody knows when", { status: "published" }, "08:00"],
  ])("%s", (_, post, time) => {
    expect(timeOfRow({ post: postHead({ id: "p", ...post }), slot })).toBe(time);
  });

  test("is the slot's where nothing stands yet, and none without a slot", () => {
    expect(timeOfRow({ post: null, slot })).toBe("08:00");
    expect(timeOfRow({ post: null, slot: null })).toBeNull();
  });
});
