import { describe, expect, test } from "vitest";
import type { Value } from "../../src/front-matter/values.ts";
import { addApproval, readApprovals, withoutApprovalOf } from "../../src/post/approvals.ts";
import { isSamePerson, writtenBy } from "../../src/post/person.ts";
import { howToApprove, judgeReview } from "../../src/post/review.ts";
import { wordReview, wordWhoWaits } from "../../src/post/word-review.ts";

const approval = (by: string, text: string, date = "2025-01-05"): Value =>
  new Map([
    ["by", by],
    ["date", date],
    ["text", text],
  ]);

function review(
  author: string | null,
  approved: readonly Value[],
  { reviewer = "", usual = null as string | null } = {},
) {
  return judgeReview(
    {
      author,
      data: new Map<string, Value>([
        ["approved", approved],
        ["reviewer", reviewer],
      ]),
    },
    "now",
    usual,
  );
}

describe("a post's review", () => {
  test.each<[string, ReturnType<typeof review>, string, string]>([
    ["nobody has read it", review("Ana Lind", []), "waiting", "Ana Lind waits for a second person to approve it"],
    [
      "somebody was asked",
      review("Ana Lind", [], { reviewer: "Ben Okri" }),
      "waiting",
      "Ana Lind waits for Ben Okri to approve it",
    ],
    [
      "its author was asked",
      review("Ana Lind", [], { reviewer: "ana lind" }),
      "waiting",
      "Ana Lind waits for a second person to approve it",
    ],
    [
      "this text was approved",
      review("Ana Lind", [approval("Ben Okri", "now")]),
      "approved",
      "approved by Ben Okri on Sun 5 Jan 2025; Ana Lind can mark it ready",
    ],
    [
      "an earlier text was",
      review("Ana Lind", [approval("Ben Okri", "then")]),
      "changed",
      "Ana Lind waits for Ben Okri to approve it again: changed since Sun 5 Jan 2025",
    ],
    [
      "this text, and another an earlier one",
      review("Ana Lind", [approval("Ben Okri", "now"), approval("Eve", "then")]),
      "approved",
      "approved by Ben Okri on Sun 5 Jan 2025; Ana Lind can mark it ready",
    ],
    [
      "its author approved it",
      review("Ana Lind", [approval("ana  LIND", "now")]),
      "waiting",
      "Ana Lind waits for a second person to approve it",
    ],
    [
      "the bank's author wrote it",
      review(null, [approval("Ben", "now")], { usual: "Ben" }),
      "waiting",
      "Ben waits for a second person to approve it",
    ],
    [
      "nobody knows its author",
      review(null, [approval("Ben", "now")]),
      "waiting",
      "it waits for somebody to say who wrote it",
    ],
    [
      "without a date",
      review("Ana", [
        new Map([
          ["by", "Ben"],
          ["text", "then"],
        ]),
      ]),
      "changed",
      "Ana waits for Ben to approve it again: changed since then",
    ],
    [
      "entries that say nothing",
      review("Ana", ["Ben", new Map([["by", "Ben"]]), new Map([["text", "now"]])]),
      "waiting",
      "Ana waits for a second person to approve it",
    ],
  ])("%s", (_, judged, state, words) => {
    expect([judged.state, wordWhoWaits({ status: "draft" }, judged)]).toEqual([state, words]);
  });

  test("of a post on its way asks nothing more of its author", () => {
    expect(wordWhoWaits({ status: "ready" }, review("Ana", [approval("Ben", "now")]))).toBe(
      "approved by Ben on Sun 5 Jan 2025",
    );
  });

  test.each([
    [review("Ana", []), "not approved yet", "Ask somebody other than Ana to read it and run: storybank approve p"],
    [
      review("Ana", [approval("Ben", "then")]),
      "changed since Ben approved it on Sun 5 Jan 2025",
      "Ask Ben to read it and run: storybank approve p",
    ],
    [
      review(null, []),
      "not approved yet",
      'Say who wrote it: storybank edit p --set author="NAME"\nAsk a second person to read it and run: storybank approve p',
    ],
  ])("tells what brings an approval about: %#", (judged, words, hint) => {
    expect([wordReview(judged), howToApprove("p", judged)]).toEqual([words, hint]);
  });
});

describe("approvals", () => {
  test("one a person: a newer takes the older's place, and entries that can't be read stay", () => {
    const written = [approval("Ben Okri", "a"), "what is this", approval("Eve", "a")];
    const added = addApproval(written, { by: "ben okri", date: null, text: "b" });
    expect(added).toEqual([
      "what is this",
      approval("Eve", "a"),
      new Map([
        ["by", "ben okri"],
        ["text", "b"],
      ]),
    ]);
    expect(readApprovals(added)).toEqual([
      { by: "Eve", date: "2025-01-05", text: "a" },
      { by: "ben okri", date: null, text: "b" },
    ]);
    expect(withoutApprovalOf(added, "EVE")).toHaveLength(2);
  });

  test.each([
    ["Ana Lind", "ana  lind ", true],
    ["Ana Lind <ana@example.com>", "Ana Lind", true],
    ["José", "Jose\u0301", true],
    ["Ana Lind", "Ana Lindt", false],
  ])("%j and %j are one person: %j", (a, b, same) => expect(isSamePerson(a, b)).toBe(same));

  test.each([
    ["ana", "Ana Lind", null, true],
    ["lind", "Ana Lind", null, true],
    ["ana l", "Ana Lind", null, true],
    ["na", "Ana Lind", null, false],
    ["ben", null, "Ben Okri", true],
    ["ben", null, null, false],
    ["ben", "Ana Lind", "Ben Okri", false],
    [" ", "Ana Lind", null, false],
  ])("%j finds what is by %j in a bank of %j: %j", (written, author, usual, found) => {
    expect(writtenBy(written, usual)({ author })).toBe(found);
  });
});
