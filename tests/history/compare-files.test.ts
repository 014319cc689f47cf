import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareFiles } from "../../src/history/compare-files.ts";
import type { BankEvent } from "../../src/history/events.ts";
import { wordEvent } from "../../src/render/events.ts";

const POST = `---
title: The Bill
story: bill
day: tuesday
week: 1
date: 2025-01-07
time: 09:00
status: draft
hashtags: [Ops, Cost]
targets:
  comments: 20
results:
  - 2025-01-20 impressions=100
---
## Final Optimized Post

It cost us $1.2M. I signed for it.

- Rent: $400K
- Salaries: $800K

## Content Strategy Notes

Aim high. Ask for comments.
`;

/** What was done to the post by replacing text in its file. */
async function eventsOf(...changes: readonly (readonly [from: string, to: string])[]): Promise<readonly BankEvent[]> {
  let text = POST;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const path = "posts/bill.md";
  return (await compareFiles({ path, text: POST }, { path, text }))?.events ?? [];
}

describe("what was done to a post", () => {
  test.each<[string, [string, string][], BankEvent[]]>([
    [
      "published",
      [["status: draft", "status: published\npublished: 2025-01-08\nurl: https://x.org/1"]],
      [{ event: "status", from: "draft", to: "published", moment: { date: "2025-01-08", time: null } }],
    ],
    [
      "scheduled for another day",
      [
        ["status: draft", "status: scheduled"],
        ["day: tuesday", "day: wednesday"],
        ["date: 2025-01-07", "date: 2025-01-08"],
      ],
      [{ event: "status", from: "draft", to: "scheduled", moment: { date: "2025-01-08", time: "09:00" } }],
    ],
    [
      "moved, with its weekday and week",
      [
        ["day: tuesday", "day: monday"],
        ["week: 1", "week: 2"],
        ["date: 2025-01-07", "date: 2025-01-13"],
      ],
      [{ event: "moved", from: { date: "2025-01-07", time: "09:00" }, to: { date: "2025-01-13", time: "09:00" } }],
    ],
    [
      "approved",
      [["status: draft", "status: draft\napproved:\n  - {by: Ben Okri, date: 2025-01-05, text: abc}"]],
      [{ event: "approved", by: "Ben Okri" }],
    ],
    [
      "recorded",
      [["impressions=100", "impressions=100\n  - 2025-01-21 impressions=200 reactions=3"]],
      [{ event: "recorded", results: "2025-01-21 impressions=200 reactions=3" }],
    ],
    [
      "confirmed",
      [["status: draft", "status: draft\nconfirmed:\n  - {words: $1.2M, sentence: It cost us $1.2M.}"]],
      [{ event: "confirmed", words: "$1.2M" }],
    ],
    [
      "hashtags",
      [["[Ops, Cost]", "[Cost, Teams]"]],
      [{ event: "list", key: "hashtags", added: ["Teams"], removed: ["Ops"] }],
    ],
    ["their order", [["[Ops, Cost]", "[Cost, Ops]"]], [{ event: "changed" }]],
    ["a key", [["story: bill", "story: rent"]], [{ event: "key", key: "story", from: "bill", to: "rent" }]],
    [
      "a key below another",
      [["comments: 20", "comments: 30"]],
      [{ event: "key", key: "targets.comments", from: "20", to: "30" }],
    ],
    [
      "a key that came, and one that went",
      [
        ["week: 1\n", ""],
        ["story: bill", "story: bill\nhook: Ours."],
      ],
      [
        { event: "key", key: "week", from: "1", to: null },
        { event: "key", key: "hook", from: null, to: "Ours." },
      ],
    ],
    ["a figure", [["cost us $1.2M", "cost us $1.5M"]], [{ event: "figure", from: "$1.2M", to: "$1.5M" }]],
    [
      "two figures",
      [
        ["Rent: $400K", "Rent: $500K"],
        ["Salaries: $800K", "Salaries: $900K"],
      ],
      [
        { event: "figure", from: "$400K", to: "$500K" },
        { event: "figure", from: "$800K", to: "$900K" },
      ],
    ],
    [
      "a figure and its words",
      [["It cost us $1.2M.", "In the end it cost us $1.5M."]],
      [
        { event: "figure", from: "$1.2M", to: "$1.5M" },
        { event: "text", part: "text", added: 0, removed: 0, reworded: 1 },
      ],
    ],
    [
      "words",
      [
        ["I signed for it.", "I signed for it, alone. Nobody asked why."],
        ["- Rent: $400K\n", ""],
      ],
      [{ event: "text", part: "text", added: 1, removed: 1, reworded: 1 }],
    ],
    [
      "the notes",
      [["Aim high.", "Aim higher than high."]],
      [{ event: "text", part: "notes", added: 0, removed: 0, reworded: 1 }],
    ],
    [
      "what was learned",
      [["Ask for comments.", "Ask for comments.\n\n### Learned\n\n- 2025-01-20: Short hooks"]],
      [{ event: "learned", text: "Short hooks" }],
    ],
    ["white space", [["It cost us $1.2M. I", "It cost us $1.2M.  I"]], [{ event: "changed" }]],
    ["nothing that can be read", [["status: draft", "status: draft\nstatus: ready"]], [{ event: "changed" }]],
    ["back to nothing", [], []],
  ])("%s", async (_, changes, events) => expect(await eventsOf(...changes)).toEqual(events));

  test("and back: taken out of the order of the calendar, and an approval", async () => {
    const path = "posts/bill.md";
    const approved = POST.replace("status: draft", "status: ready\napproved:\n  - {by: Ben, text: abc}").replace(
      /date: .*\n/,
      "",
    );
    expect((await compareFiles({ path, text: approved }, { path, text: POST }))?.events).toEqual([
      { event: "status", from: "ready", to: "draft", moment: { date: "2025-01-07", time: "09:00" } },
      { event: "moved", from: { date: null, time: "09:00" }, to: { date: "2025-01-07", time: "09:00" } },
      { event: "approval-withdrawn", by: "Ben" },
    ]);
  });
});

describe("what was done to a file", () => {
  const version = (path: string, text: string | null) => ({ path, text });

  test.each([
    ["stories/a/bill.md", "---\ntitle: Our Bill\n---\nText.\n", "story", "Our Bill"],
    ["stories/bill.md", "Text.\n", "story", "Bill"],
    ["posts/bill.md", null, "post", "bill"],
    ["weeks/week-03.md", "---\nweek: 3\n---\n", "week", "week 3"],
    ["weeks/odd.md", "Text.\n", "week", "weeks/odd.md"],
    ["templates/hooks/loss.md", "---\nname: loss\n---\n", "template", "the template loss"],
    ["storybank.yaml", "version: 1\n", "settings", "the settings"],
    ["inbox.md", "- One\n", "inbox", "the inbox"],
  ])("%s is called by its name", async (path, text, kind, name) => {
    const events = [{ event: "added" }];
    expect(await compareFiles(null, version(path, text))).toEqual({ kind, path, name, events });
    expect(await compareFiles(version(path, text), null)).toEqual({ kind, path, name, events: [{ event: "removed" }] });
  });

  test.each(["readme.md", "stories/picture.png", "drafts/x.md", "posts"])("%s is none of the bank's", async (path) => {
    expect(await compareFiles(null, version(path, "Text."))).toBeNull();
  });

  test.each<[string, string, string, string, BankEvent[]]>([
    [
      "a story",
      "stories/b.md",
      "---\ntags: [ops]\n---\nIt took 3 hours.\n",
      "---\ntags: [ops, db]\n---\nIt took 4 hours.\n",
      [
        { event: "list", key: "tags", added: ["db"], removed: [] },
        { event: "figure", from: "3 hours", to: "4 hours" },
      ],
    ],
    [
      "a week",
      "weeks/week-01.md",
      "---\nweek: 1\ntheme: A\n---\nBe brief.\n",
      "---\nweek: 1\ntheme: B\n---\nBe brief.\n",
      [{ event: "key", key: "theme", from: "A", to: "B" }],
    ],
    [
      "the inbox",
      "inbox.md",
      "- One\n- Two\n",
      "- Two\n- Three\n",
      [{ event: "list", key: "seeds", added: ["Three"], removed: ["One"] }],
    ],
    ["the settings", "storybank.yaml", "version: 1\n", "version: 1\nfold: 9\n", [{ event: "changed" }]],
    ["a file that could not be read", "stories/b.md", "---\na: 1\na: 2\n---\n", "Text.\n", [{ event: "changed" }]],
  ])("%s", async (_, path, before, after, events) => {
    expect((await compareFiles(version(path, before), version(path, after)))?.events).toEqual(events);
  });

  test("renamed and changed at once", async () => {
    const file = await compareFiles(
      version("stories/old.md", "It took 3 hours.\n"),
      version("stories/x/new.md", "It took 4 hours.\n"),
    );
    expect(file).toMatchObject({
      path: "stories/x/new.md",
      name: "New",
      events: [
        { event: "renamed", from: "old", to: "x/new" },
        { event: "figure", from: "3 hours", to: "4 hours" },
      ],
    });
  });
});

test("any two texts are compared, and one with itself has no news", async () => {
  const line = fc.oneof(
    fc.constantFrom(
      "---",
      "title: A",
      "status: ready",
      "date: 2025-01-07",
      "approved: [x]",
      "results:",
      "  - a",
      "It took 3 hours.",
    ),
    fc.constantFrom(
      "## Final Optimized Post",
      "## Content Strategy Notes",
      "### Learned",
      "- 2025-01-01: x",
      "```",
      "<<<<<<< x",
      "",
    ),
    fc.string(),
  );
  const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n"));
  const path = fc.constantFrom(
    "posts/a.md",
    "stories/b/c.md",
    "weeks/week-01.md",
    "inbox.md",
    "storybank.yaml",
    "templates/hooks/x.md",
  );
  await fc.assert(
    fc.asyncProperty(path, text, text, async (at, one, other) => {
      expect((await compareFiles({ path: at, text: one }, { path: at, text: one }))?.events).toEqual([]);
      const events = (await compareFiles({ path: at, text: one }, { path: at, text: other }))?.events ?? [];
      expect(events.length > 0).toBe(one !== other);
      for (const event of events) expect(wordEvent(event, { kind: "post", name: "P" }, "Ana")).not.toBe("");
    }),
  );
});
