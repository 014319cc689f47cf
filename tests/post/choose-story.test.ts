import { describe, expect, test } from "vitest";
import type { UserError } from "../../src/errors.ts";
import { chooseStory, type Wishes } from "../../src/post/choose.ts";
import { findUses } from "../../src/post/uses.ts";
import { postHead } from "../support/heads.ts";
import { type Bank, CALENDAR, choose, type Name, STORIES } from "../support/plan.ts";

const ALL_TOLD = { bold: "2024-03-01", dusk: "2024-01-01", cold: "2024-02-01", ally: "2024-05-01", zany: "2024-04-01" };
const firstFor = (place: string): string => `it is the first for ${place} that no post tells yet`;

describe("which story", () => {
  test.each<[judgement: string, bank: Bank, wishes: Wishes, story: Name, why: string]>([
    ["the first of the plan that no post tells", {}, {}, "bold", firstFor("Tuesday of week 1")],
    ["told stories are passed over", { told: { bold: "2025-01-02" } }, {}, "dusk", firstFor("Thursday of week 1")],
    ["so are drafted ones", { drafted: ["bold", "dusk"] }, {}, "cold", firstFor("Tuesday of week 2")],
    [
      "a planned story comes before one without a week",
      { stories: ["ally", "cold"] },
      {},
      "cold",
      firstFor("Tuesday of week 2"),
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
      firstFor("Thursday of week 1"),
    ],
    ["a date is as good as its day", {}, { date: "2025-02-06" }, "dusk", firstFor("Thursday of week 1")],
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
