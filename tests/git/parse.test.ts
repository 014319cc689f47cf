import { expect, test } from "vitest";
import { readRaw } from "../../src/git/changes.ts";
import { parseStatus } from "../../src/git/status.ts";

const [A, B, NONE] = ["a".repeat(40), "b".repeat(40), "0".repeat(40)];

test("git's raw form of changes: new, gone, changed, renamed, and odd names", () => {
  const raw = [
    `:000000 100644 ${NONE} ${A} A\0stories/new one.md\0`,
    `:100644 000000 ${A} ${NONE} D\0stories/gone.md\0`,
    `:100644 100755 ${A} ${B} M\0stories/a\nb.md\0`,
    `:100644 100644 ${A} ${B} R087\0stories/old.md\0stories/ä.md\0`,
  ].join("");
  expect(readRaw(raw)).toEqual([
    { from: null, to: "stories/new one.md", before: null, after: { mode: "100644", oid: A } },
    { from: "stories/gone.md", to: null, before: { mode: "100644", oid: A }, after: null },
    {
      from: "stories/a\nb.md",
      to: "stories/a\nb.md",
      before: { mode: "100644", oid: A },
      after: { mode: "100755", oid: B },
    },
    {
      from: "stories/old.md",
      to: "stories/ä.md",
      before: { mode: "100644", oid: A },
      after: { mode: "100644", oid: B },
    },
  ]);
  expect(readRaw("")).toEqual([]);
});

test("git's status: where we are, what is changed, new and unmerged", () => {
  const text = [
    `# branch.oid ${A}`,
    "# branch.head main",
    `1 .M N... 100644 100644 100644 ${A} ${A} stories/a b.md`,
    `1 A. N... 000000 100644 100644 ${NONE} ${A} posts/c.md`,
    "? inbox.md",
    "! .storybank/",
    "",
  ].join("\0");
  expect(parseStatus(text)).toEqual({
    head: A,
    isUnmerged: false,
    changed: ["stories/a b.md", "posts/c.md", "inbox.md"],
  });
  expect(parseStatus("# branch.oid (initial)\0")).toEqual({ head: null, isUnmerged: false, changed: [] });
  expect(parseStatus(`u UU N... 1 2 3 4 ${A} ${A} ${A} x.md\0`).isUnmerged).toBe(true);
});
