import { describe, expect, test } from "vitest";
import { findCourses } from "../../src/truth/course.ts";
import { readPassage } from "../../src/truth/passage.ts";
import { indexStory } from "../../src/truth/story-index.ts";
import { raise, readingOf } from "./measure.ts";

const STORY = readingOf(`---
title: The bell in the yard
---
In March the school bought a new bell for £2,400.

We asked twelve teachers about the old one. Seven had stopped hearing it years ago.

In April Mara, our caretaker, fetched a ladder and took it down. Nobody had asked her to.

The parents wrote us a letter. 140 families got a copy, and 31 signed.

I read it aloud at assembly. A boy in the third row laughed.

In May the governors met. Two of the nine were for the old bell. The others declined to vote.

Complaints: 5 → 0. Lateness: 80 pupils a week before, 7 after. Of our 96 lessons a week, 72 began on time.

The old bell hangs in Mara's garden now. Its sister has not come back. The workshop wanted S$58,000 for both, and we were two points short of a grant. The plan for a third bell came with a sheet, one per class.

Bids: 40 → 9. Not one of the nine remembered the tower. The board refused to pay for it.
`);

const POST = {
  bell: "We spent £2,400 on a new bell in March.",
  teachers: "I asked the teachers what they thought of the old one.",
  heard: "More than half no longer heard it.",
  mara: "In April Mara brought it down with a ladder.",
  asked: "It wasn't anybody's request.",
  letter: "Then came a letter from the parents.",
  signed: "31 had put their names to it.",
  assembly: "I read it out to the school.",
  governors: "The governors talked it over in May.",
  votes: "Two were for keeping it.",
  lessons: "Most lessons begin on time now.",
  sister: "The old bell is in a garden, its sister gone.",
  grant: "We missed a grant by two points.",
  sheet: "Every class had a sheet with the plan for another.",
  tower: "None of the nine knew the tower any more.",
  board: "The board didn't want to pay.",
};

const rulesWith = (part: Partial<typeof POST>): string[] =>
  raise(STORY, `${Object.values({ ...POST, ...part }).join("\n\n")}\n`).map(({ rule }) => rule);

describe("where in its story a statement is from", () => {
  const story = indexStory(STORY);
  const post = Object.values(POST).map((text, index) => readPassage(text, { line: index + 1, block: index, index }));
  const placeOf = (text: string): string | undefined =>
    findCourses(post, story)[post.findIndex((each) => each.text === text)]?.places[0]?.passage.text;

  test.each([
    [POST.heard, "Seven had stopped hearing it years ago."],
    [POST.asked, "Nobody had asked her to."],
    [POST.signed, "140 families got a copy, and 31 signed."],
    [POST.votes, "Two of the nine were for the old bell."],
  ])("%s", (statement, place) => {
    expect(placeOf(statement)).toBe(place);
  });

  test("the story's own sentences are from where they stand, in any order", () => {
    const shuffled = [...story.passages]
      .reverse()
      .map(({ text }, index) => readPassage(text, { line: 1, block: 0, index }));
    const places = findCourses(shuffled, story).map(({ places: [best] }) => best?.passage.text);
    expect(places).toEqual(shuffled.map(({ text }) => text));
  });

  test("a statement alone may be from anywhere", () => {
    const [alone] = findCourses(post.slice(0, 1), story);
    expect(story.passages.map((passage) => alone?.at(passage)).every((each) => Math.abs(each ?? 1) < 1e-9)).toBe(true);
  });

  test("a story of a single sentence has one place", () => {
    const single = indexStory(readingOf("---\ntitle: One\n---\nIt rang.\n"));
    expect(findCourses(post, single).map(({ places }) => places[0]?.passage.text)).toEqual(post.map(() => "It rang."));
  });
});

describe("what a statement is held against by its place", () => {
  test("a faithful post raises nothing", () => {
    expect(rulesWith({})).toEqual([]);
  });

  test("the finding stands at the word that the story denies", () => {
    const text = Object.values({ ...POST, asked: "I had asked her to." }).join("\n\n");
    expect(raise(STORY, text)[0]?.message).toMatch(/^“asked” says the opposite/);
  });

  test.each<[Partial<typeof POST>, string]>([
    [{ asked: "I had asked her to." }, "negation-reversed"],
    [{ heard: "All of them had stopped hearing it." }, "scope-widened"],
    [{ signed: "All of the families signed it." }, "scope-widened"],
    [{ signed: "Nine families had put their names to it." }, "figure-of-another-thing"],
    [{ mara: "In April I fetched a ladder and took it down." }, "act-of-another"],
    [{ assembly: "Mara read it aloud to the school." }, "act-of-another"],
    [{ lessons: "Nearly half of our lessons begin on time." }, "figure-not-in-story"],
    [{ sister: "Its sister has come back." }, "negation-reversed"],
    [{ tower: "They remembered the tower." }, "negation-reversed"],
    [{ board: "The board paid for it." }, "negation-reversed"],
  ])("%j", (part, rule) => {
    expect(new Set(rulesWith(part))).toEqual(new Set([rule]));
  });

  test.each<[Partial<typeof POST>]>([
    [{ votes: "Two of them were for keeping it." }],
    [{ mara: "In April our caretaker got it down with a ladder." }],
    [{ asked: "She did it unasked." }],
    [{ lessons: "Three in four lessons begin on time." }],
    [{ lessons: "And not one complaint has reached us." }],
    [{ assembly: "I read it out to the school at 9." }],
    [{ lessons: "Most of our lessons don't begin late." }],
    [{ grant: "The workshop wanted close to S$60,000." }],
    [{ grant: "We came two places higher, and two points from a grant." }],
    [{ tower: "Mara said of the clerk at the tower: drop him." }],
    [{ board: "I'd thought the board would pay for it." }],
    [{ sister: "The sister hasn't come back." }],
  ])("silent on %j", (part) => {
    expect(rulesWith(part)).toEqual([]);
  });
});
