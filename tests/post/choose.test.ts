import { describe, expect, test } from "vitest";
import type { UserError } from "../../src/errors.ts";
import { chooseStory, fitsSlot, isOfSeries, type Wishes } from "../../src/post/choose.ts";
import { findUses } from "../../src/post/uses.ts";
import { calendarOf, postHead, storyHead } from "../support/heads.ts";

/** Week 1 begins on Monday 6 January 2025. */
const CALENDAR = calendarOf({ tuesday: { series: "Bills" }, thursday: {} }, { start: "2025-01-06" });

const STORIES = {
  cold: storyHead({ id: "cold", week: 2, day: "tuesday", series: "Bills" }),
  bold: storyHead({ id: "bold", week: 1, day: "tuesday", series: "Bills" }),
  dusk: storyHead({ id: "dusk", week: 1, day: "thursday" }),
  ally: storyHead({ id: "ally", series: "Bills" }),
  zany: storyHead({ id: "zany", series: "Bills: a year on" }),
  reef: storyHead({ id: "reef", series: "Diving" }),
  lone: storyHead({ id: "lone" }),
};
type Name = keyof typeof STORIES;

/** `told`: when each story was published; `drafted`: what has an open post. */
interface Bank {
  stories?: readonly Name[];
  told?: Partial<Record<Name, string>>;
  drafted?: readonly Name[];
  today?: string;
  start?: null;
}

function choose({ stories, told = {}, drafted = [], today = "2025-01-05", start }: Bank, wishes: Wishes) {
  const posts = [
    ...Object.entries(told).map(([story, date]) =>
      postHead({ id: `${date}-${story}`, story, date, status: "published" }),
    ),
    ...drafted.map((story) => postHead({ id: `draft-${story}`, story })),
  ];
  const calendar = start === null ? { ...CALENDAR, start } : CALENDAR;
  const all = (stories ?? (Object.keys(STORIES) as Name[])).map((name) => STORIES[name]);
  return chooseStory({ stories: all, uses: findUses(posts), calendar, today }, wishes);
}

const ALL_TOLD = { bold: "2024-03-01", dusk: "2024-01-01", cold: "2024-02-01", ally: "2024-05-01", zany: "2024-04-01" };

describe("which story", () => {
  test.each<[judgement: string, bank: Bank, wishes: Wishes, story: Name, why: string]>([
    [
      "the first of the plan that no post tells",
      {},
      {},
      "bold",
      "it is the first for Tuesday of week 1 that no post tells yet",
    ],
    [
      "told stories are passed over",
      { told: { bold: "2025-01-02" } },
      {},
      "dusk",
      "it is the first for Thursday of week 1 that no post tells yet",
    ],
    [
      "so are drafted ones",
      { drafted: ["bold", "dusk"] },
      {},
      "cold",
      "it is the first for Tuesday of week 2 that no post tells yet",
    ],
    [
      "a planned story comes before one without a week",
      { stories: ["ally", "cold"] },
      {},
      "cold",
      "it is the first for Tuesday of week 2 that no post tells yet",
    ],
    [
      "one without a week comes when the plan is told",
      { told: { bold: "2025-01-02" }, stories: ["ally", "bold"] },
      {},
      "ally",
      "no post tells it yet",
    ],
    [
      "a day is that of the earliest week that has one",
      {},
      { day: "thursday" },
      "dusk",
      "it is the first for Thursday of week 1 that no post tells yet",
    ],
    [
      "a date is as good as its day",
      {},
      { date: "2025-02-06" },
      "dusk",
      "it is the first for Thursday of week 1 that no post tells yet",
    ],
    [
      "a week is its first that no post tells",
      { told: { bold: "2025-01-02" } },
      { week: 1 },
      "dusk",
      "it is the story for Thursday of week 1",
    ],
    [
      "a week and a day name one story",
      {},
      { week: 2, day: "tuesday" },
      "cold",
      "it is the story for Tuesday of week 2",
    ],
    [
      "that of the place is taken though it is told",
      { told: { cold: "2025-01-02" } },
      { week: 2, day: "tuesday" },
      "cold",
      "it is the story for Tuesday of week 2",
    ],
    [
      "a day with nothing of its own takes an unused story of its series",
      { stories: ["reef", "zany"] },
      { day: "tuesday" },
      "zany",
      "no post tells it yet, and its series fits",
    ],
    [
      "and of those the first by name",
      { stories: ["zany", "ally"] },
      { day: "tuesday" },
      "ally",
      "no post tells it yet, and its series fits",
    ],
    [
      "an unused one comes before any told one",
      { stories: ["bold", "zany"], told: { bold: "2020-01-01" } },
      { day: "tuesday" },
      "zany",
      "no post tells it yet, and its series fits",
    ],
    [
      "where all are told, the one told longest ago comes back first",
      { stories: ["bold", "cold", "ally", "zany"], told: ALL_TOLD },
      { day: "tuesday" },
      "cold",
      "it was told longest ago (2024-02-01)",
    ],
    [
      "on any day, too",
      { stories: ["bold", "dusk", "cold"], told: ALL_TOLD },
      {},
      "dusk",
      "it was told longest ago (2024-01-01)",
    ],
    [
      "a story with an open post does not come back",
      { stories: ["bold", "dusk", "cold"], told: ALL_TOLD, drafted: ["dusk"] },
      {},
      "cold",
      "it was told longest ago (2024-02-01)",
    ],
    [
      "of two told on one day the earlier of the plan comes first",
      { stories: ["cold", "bold"], told: { bold: "2024-02-01", cold: "2024-02-01" } },
      {},
      "bold",
      "it was told longest ago (2024-02-01)",
    ],
    ["a named story is taken", { told: { lone: "2025-01-02" } }, { story: STORIES.lone }, "lone", "you named it"],
    ["with the reason it was named for", {}, { story: STORIES.lone, why: "you picked it" }, "lone", "you picked it"],
  ])("%s", (_, bank, wishes, story, why) => {
    const choice = choose(bank, wishes);
    expect([choice.story.id, choice.reasons[0]]).toEqual([story, why]);
  });

  test("the last telling counts, not the first", () => {
    const posts = [
      postHead({ id: "a", story: "bold", date: "2024-01-01", status: "published" }),
      postHead({ id: "b", story: "bold", date: "2024-11-01", status: "published" }),
      postHead({ id: "c", story: "cold", date: "2024-06-01", status: "published" }),
    ];
    const uses = findUses(posts);
    const stories = [STORIES.bold, STORIES.cold];
    expect(chooseStory({ stories, uses, calendar: CALENDAR, today: "2025-01-05" }, {}).story.id).toBe("cold");
  });

  test("a story told on an unknown day comes back before any other", () => {
    const posts = [
      postHead({ id: "a", story: "bold", date: "2024-01-01", status: "published" }),
      postHead({ id: "c", story: "cold", status: "published" }),
    ];
    const stories = [STORIES.bold, STORIES.cold];
    const choice = chooseStory({ stories, uses: findUses(posts), calendar: CALENDAR, today: "2025-01-05" }, {});
    expect([choice.story.id, ...choice.reasons]).toEqual(["cold", "it was told, nobody knows when"]);
  });
});

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

describe("no story", () => {
  test.each<[judgement: string, bank: Bank, wishes: Wishes, message: string, hint: string]>([
    ["in an empty bank", { stories: [] }, {}, "The bank has no stories yet.", "storybank add"],
    ["for a week that has none", {}, { week: 9 }, "There is no story for week 9.", "storybank list"],
    [
      "for a day that has none, nor any of its series",
      { stories: ["dusk"] },
      { day: "tuesday" },
      "There is no story for Tuesday.",
      "storybank list",
    ],
    [
      "for a day of a week",
      { stories: ["dusk"] },
      { day: "tuesday", week: 4 },
      "There is no story for Tuesday of week 4.",
      "storybank list",
    ],
    [
      "where all have open posts: replace the last",
      { stories: ["bold", "cold"], drafted: ["bold", "cold"] },
      { day: "tuesday" },
      "Every Tuesday story has its post; the last is posts/draft-cold.md.",
      "storybank draft cold --replace",
    ],
    [
      "without a day, too",
      { stories: ["bold"], drafted: ["bold"] },
      {},
      "Every story has its post; the last is posts/draft-bold.md.",
      "storybank draft bold --replace",
    ],
  ])("%s", (_, bank, wishes, message, hint) => {
    let error: unknown;
    try {
      choose(bank, wishes);
    } catch (thrown) {
      error = thrown;
    }
    expect((error as UserError).message).toBe(message);
    expect((error as UserError).hint).toContain(hint);
  });

  test("where the last post is not to be replaced, its story can be told again", () => {
    const posts = [
      postHead({ id: "open", story: "bold" }),
      postHead({ id: "told", story: "bold", date: "2025-01-07", status: "published" }),
    ];
    const uses = findUses(posts);
    const tell = () =>
      chooseStory({ stories: [STORIES.bold], uses, calendar: CALENDAR, today: "2025-01-05" }, { day: "tuesday" });
    expect(tell).toThrow(
      expect.objectContaining({
        hint: "Tell it again with: storybank draft bold   or add a story with: storybank add",
      }),
    );
  });
});

describe("a story fits a slot", () => {
  test.each<[judgement: string, story: Name, day: "tuesday" | "thursday", fits: boolean]>([
    ["of its series, whatever its day", "ally", "tuesday", true],
    ["of its series, said in more words", "zany", "tuesday", true],
    ["not of another series", "reef", "tuesday", false],
    ["on its day, where it has no series", "dusk", "thursday", true],
    ["not on another day, where it has no series", "dusk", "tuesday", false],
    ["not by its series, where the slot has none", "bold", "thursday", false],
    ["not without a day and a series", "lone", "tuesday", false],
  ])("%s", (_, story, day, fits) => {
    expect(fitsSlot(STORIES[story], day, CALENDAR)).toBe(fits);
  });

  test.each([
    ["the same", "Bills", "Bills", true],
    ["in another case and without accents", "CAFE bills", "Café Bills", true],
    ["in fewer words", "Bills", "Bills of the week", true],
    ["in more words", "Bills of the week", "Bills", true],
    ["another", "Bills", "Diving", false],
    ["none of the post's own", null, "Bills", true],
    ["none of the slot's", "Bills", null, true],
  ])("a series: %s", (_, series, slots, fits) => {
    const slot = calendarOf({ monday: { series: slots } }).slots.get("monday");
    expect(slot !== undefined && isOfSeries({ series }, slot)).toBe(fits);
  });
});
