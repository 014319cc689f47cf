import { describe, expect, test } from "vitest";
import { findUses, hookKey, statusOf } from "../../src/post/uses.ts";
import { postHead } from "../support/heads.ts";

describe("the posts of a story, oldest first", () => {
  const posts = [
    postHead({ id: "late", story: "outage", date: "2025-03-04" }),
    postHead({ id: "evening", story: "outage", date: "2025-01-07", time: "17:30" }),
    postHead({ id: "morning", story: "outage", date: "2025-01-07", time: "9:00" }),
    postHead({ id: "dateless", story: "outage" }),
    postHead({ id: "other", story: "bill", date: "2025-02-04" }),
    postHead({ id: "loose", date: "2025-02-05" }),
  ];

  test.each([
    ["an undated post comes first, then by day and time", "outage", ["dateless", "morning", "evening", "late"]],
    ["a post is its own story's", "bill", ["other"]],
    ["a story that no post tells has none", "launch", undefined],
  ])("%s", (_, story, ids) => {
    expect(
      findUses(posts)
        .get(story)
        ?.map(({ id }) => id),
    ).toEqual(ids);
  });

  test("two of one moment stay as they came", () => {
    const two = ["second", "first"].map((id) => postHead({ id, story: "bill", date: "2025-02-04" }));
    expect(
      findUses(two)
        .get("bill")
        ?.map(({ id }) => id),
    ).toEqual(["second", "first"]);
  });

  test("a post that tells no story is nobody's", () => {
    expect([...findUses(posts).keys()]).toEqual(["outage", "bill"]);
  });

  test("a published post stands on the day it was published", () => {
    const moved = { id: "moved", story: "bill", date: "2025-01-01", status: "published", published: "2025-04-01" };
    expect(
      findUses([...posts, postHead(moved)])
        .get("bill")
        ?.map(({ id }) => id),
    ).toEqual(["other", "moved"]);
  });
});

describe("what has become of a story", () => {
  test.each([
    ["nothing, without a post", [], "unused"],
    ["a draft makes it drafted", ["draft"], "drafted"],
    ["so does what is ready or scheduled", ["ready", "scheduled"], "drafted"],
    ["one published post makes it published, whatever comes after", ["draft", "published", "draft"], "published"],
  ])("%s", (_, statuses, status) => {
    const posts = statuses.map((each, index) => postHead({ id: `p${index}`, story: "outage", status: each }));
    expect(statusOf(findUses(posts), "outage")).toBe(status);
  });
});

describe("two hooks are the same", () => {
  test.each([
    ["whatever their case", "WE LOST 73%.", "we lost 73%.", true],
    ["whatever their accents", "Café closed", "Cafe closed", true],
    ["whatever their punctuation", "So — we lost, badly!", "So we lost badly", true],
    ["whatever stands around them", "“We lost.”", "We lost", true],
    ["not when a figure differs", "We lost 73%", "We lost 74%", false],
    ["not when a word is cut in two", "We lost out", "We lo st out", false],
  ])("%s", (_, one, other, same) => {
    expect(hookKey(one) === hookKey(other)).toBe(same);
  });
});
