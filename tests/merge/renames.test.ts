import { expect, test } from "vitest";
import type { SideChange } from "../../src/merge/plan.ts";
import { pairRenames } from "../../src/merge/renames.ts";

const TEXTS: Readonly<Record<string, string>> = {
  old: "It broke. We knew. Nobody said so.",
  edited: "It fell. We knew. Nobody said so.",
  other: "A pump stood still in the field.",
};
const at = (oid: string) => ({ mode: "100644", oid });
const gone = (from: string, oid: string): SideChange => ({ from, to: null, before: at(oid), after: null });
const added = (to: string, oid: string): SideChange => ({ from: null, to, before: null, after: at(oid) });
const pair = (...changes: SideChange[]) =>
  pairRenames(changes, (oid) => TEXTS[oid] ?? null).map(({ from, to }) => `${from} > ${to}`);

test.each<[string, SideChange[], string[]]>([
  [
    "edited in its one line",
    [gone("stories/a.md", "old"), added("stories/b.md", "edited")],
    ["stories/a.md > stories/b.md"],
  ],
  [
    "the likest of several",
    [added("stories/b.md", "edited"), gone("stories/a.md", "old"), added("stories/c.md", "old")],
    ["null > stories/b.md", "stories/a.md > stories/c.md"],
  ],
  [
    "another text",
    [gone("stories/a.md", "old"), added("stories/b.md", "other")],
    ["stories/a.md > null", "null > stories/b.md"],
  ],
  [
    "another folder",
    [gone("stories/a.md", "old"), added("posts/a.md", "old")],
    ["stories/a.md > null", "null > posts/a.md"],
  ],
  ["no text", [gone("stories/a.md", "x"), added("stories/b.md", "y")], ["stories/a.md > null", "null > stories/b.md"]],
])("a file that is gone and one that is new: %s", (_, changes, renamed) => expect(pair(...changes)).toEqual(renamed));
