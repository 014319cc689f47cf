import { describe, expect, test } from "vitest";
import { DEFAULT_COOLDOWN } from "../../src/calendar/calendar.ts";
import { addDays } from "../../src/calendar/dates.ts";
import { findUnrested, hasRested, wordTelling } from "../../src/post/rest.ts";
import { readNumber } from "../support/docs.ts";
import { postHead } from "../support/heads.ts";

test("a story rests as long as the docs say", () => {
  expect(DEFAULT_COOLDOWN).toBe(readNumber("planning.md", /rests for `calendar\.cooldown` weeks \((\d+) where/));
});

describe("a rest of two weeks", () => {
  test.each([
    ["is over after fourteen days", 14, true],
    ["is not over after thirteen", 13, false],
    ["holds for the days before as well", -13, false],
    ["is long enough fourteen days before", -14, true],
    ["is not over on the day itself", 0, false],
  ])("%s", (_, days, rested) => {
    expect(hasRested("2025-03-03", addDays("2025-03-03", days), 2)).toBe(rested);
  });

  test("no rest is over at once", () => {
    expect(hasRested("2025-03-03", "2025-03-03", 0)).toBe(true);
  });
});

describe("the post that is too near", () => {
  const posts = [
    postHead({ id: "before", date: "2025-02-20" }),
    postHead({ id: "after", date: "2025-03-06" }),
    postHead({ id: "on-x", date: "2025-03-03", platform: "x" }),
    postHead({ id: "dateless" }),
    postHead({ id: "no-date", date: "soon" }),
  ];
  test.each([
    ["is the nearest, before or after", "2025-03-03", "linkedin", 2, ["after", "2025-03-06"]],
    ["may be the earlier", "2025-02-25", "linkedin", 2, ["before", "2025-02-20"]],
    ["is one for the same platform", "2025-03-03", "x", 2, ["on-x", "2025-03-03"]],
    ["is none where all have rested", "2025-04-03", "linkedin", 2, null],
    ["is none on a platform that never told it", "2025-03-03", "bluesky", 2, null],
    ["is none where the bank wants no rest", "2025-03-06", "linkedin", 0, null],
  ])("%s", (_, date, platform, cooldown, found) => {
    const near = findUnrested(posts, { platform, date, cooldown });
    expect(near === null ? null : [near.post.id, near.date]).toEqual(found);
  });

  test("a published post was told, any other is for its day", () => {
    const word = (status: string): string => wordTelling(postHead({ id: "p", status }), "2025-01-07");
    expect(word("published")).toBe("was told on Tue 7 Jan 2025");
    expect(word("scheduled")).toBe("has a post for Tue 7 Jan 2025");
  });
});
