import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Renaming, renameReferences } from "../../src/post/references.ts";

const STORY: Renaming = { kind: "story", from: "outage", to: "archive/pager" };
const POST: Renaming = { kind: "post", from: "outage", to: "pager" };
const inFile = (matter: string, body = ""): string => `---\n${matter}\n---\n${body}`;
const renamed = (text: string, renaming = STORY, isShared = false): string =>
  renameReferences(text, renaming, false, isShared);

describe("a story's new name in front matter", () => {
  test.each([
    ["story: outage", "story: archive/pager"],
    ["story:   outage   # told twice", "story:   archive/pager   # told twice"],
    ['story: "outage"', 'story: "archive/pager"'],
    ["story: 'outage'", "story: 'archive/pager'"],
    ['story: "o\\u0075tage"', 'story: "archive/pager"'],
    ["stories: [ one,outage , two ]", "stories: [ one,archive/pager , two ]"],
    ["stories:\n# first\n- outage\n# then\n- two", "stories:\n# first\n- archive/pager\n# then\n- two"],
    ["stories: one, outage", "stories: one, archive/pager"],
    ["links: {story: outage, mood: outage}", "links: {story: archive/pager, mood: outage}"],
    ["next-story: outage", "next-story: archive/pager"],
    ["source: outage", "source: archive/pager"],
    ["source: notes in stories/outage.md, page 4", "source: notes in stories/archive/pager.md, page 4"],
    [
      "document: |\n  # Week\n  See ../stories/outage.md\n\n  {stories}",
      "document: |\n  # Week\n  See ../stories/archive/pager.md\n\n  {stories}",
    ],
    ["# from stories/outage.md\nweek: 1", "# from stories/archive/pager.md\nweek: 1"],
  ])("%j becomes %j", (before, after) => {
    expect(renamed(inFile(before, "Body: outage.\n"))).toBe(inFile(after, "Body: outage.\n"));
    const crlf = (text: string): string => `\uFEFF${inFile(text, "Body.\n").replaceAll("\n", "\r\n")}`;
    expect(renamed(crlf(before))).toBe(crlf(after));
  });

  test.each([
    "title: outage",
    "tags: [outage]",
    "story: outage-two",
    "post: outage",
    "source: the outage",
    "source: https://example.com/stories/outage.md",
    "source: mystories/outage.md",
    "source: stories/outage.md5",
    "history: outage",
  ])("%j names something else", (matter) => {
    expect(renamed(inFile(matter))).toBe(inFile(matter));
  });

  test("a key for either is left where a post has the id, too", () => {
    expect(renamed(inFile("source: outage\nstory: outage"), STORY, true)).toBe(
      inFile("source: outage\nstory: archive/pager"),
    );
  });
});

test.each([
  ["replies: [outage, other]", "replies: [pager, other]"],
  ["reply-to: outage", "reply-to: pager"],
  ["next-post: outage", "next-post: pager"],
  ["story: outage", "story: outage"],
])("a post's new name: %j becomes %j", (before, after) => {
  expect(renamed(inFile(before), POST)).toBe(inFile(after));
});

test("a path is renamed in bodies and notes, but not in what a post publishes", () => {
  const body =
    "## Final Optimized Post\n\nRead stories/outage.md!\n\n## Content Strategy Notes\n\n- From stories/outage.md\n";
  expect(renamed(inFile("a: b", body))).toBe(inFile("a: b", body.replaceAll("outage", "archive/pager")));
  expect(renameReferences(inFile("a: b", body), STORY, true, false)).toBe(
    inFile("a: b", body.replace("From stories/outage", "From stories/archive/pager")),
  );
  const bare = inFile("a: b", "\nRead stories/outage.md!\n");
  expect(renameReferences(bare, STORY, true, false)).toBe(bare);
});

test("renaming there and back leaves every byte as it was", () => {
  const line = fc.constantFrom(
    ...[
      "story: outage",
      "source: 'outage'",
      "tags: [outage]",
      "# outage",
      "stories: [a, outage]",
      "hook: >\n  It is\n  stories/outage.md",
      "",
    ],
  );
  fc.assert(
    fc.property(fc.uniqueArray(line), fc.string(), fc.boolean(), (lines, body, isCrlf) => {
      const text = inFile(["week: 1", ...lines].join("\n"), body.replaceAll("zz", ""));
      const before = isCrlf ? text.replaceAll("\n", "\r\n") : text;
      const there = renamed(before, { kind: "story", from: "outage", to: "zz-other" });
      expect(renamed(there, { kind: "story", from: "zz-other", to: "outage" })).toBe(before);
    }),
  );
});
