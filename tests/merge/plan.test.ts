import { describe, expect, test } from "vitest";
import { planMerge, type SideChange } from "../../src/merge/plan.ts";

const at = (oid: string) => ({ mode: "100644", oid });
const added = (to: string, oid: string): SideChange => ({ from: null, to, before: null, after: at(oid) });
const removed = (from: string): SideChange => ({ from, to: null, before: at(from), after: null });
const changed = (from: string, oid: string, to = from): SideChange => ({ from, to, before: at(from), after: at(oid) });

/** What is planned, in short: code, path, dropped names. */
function plan(ours: SideChange[], theirs: SideChange[]) {
  const taken = new Set([...ours, ...theirs].flatMap(({ from, to }) => [from ?? [], to ?? []].flat()));
  const { meetings, namesForOurs, namesForTheirs } = planMerge(ours, theirs, taken);
  const names = (list: typeof namesForOurs) => list.map(({ kind, from, to }) => `${kind} ${from} > ${to}`);
  return {
    meetings: meetings.map(({ code, path, dropped }) => [code, path, ...dropped].join(" ")),
    ours: names(namesForOurs),
    theirs: names(namesForTheirs),
  };
}

const [A, B, C] = ["stories/a.md", "stories/b.md", "stories/c.md"];

describe("what is done about a file that both sides have touched", () => {
  test.each<[string, SideChange[], SideChange[], ReturnType<typeof plan>]>([
    [
      "nothing where they touched different ones",
      [changed(A, "1")],
      [changed(B, "2")],
      { meetings: [], ours: [], theirs: [] },
    ],
    ["both changed it", [changed(A, "1")], [changed(A, "2")], { meetings: [`both ${A}`], ours: [], theirs: [] }],
    ["both removed it", [removed(A)], [removed(A)], { meetings: [], ours: [], theirs: [] }],
    [
      "ours removed, theirs changed",
      [removed(A)],
      [changed(A, "2")],
      { meetings: [`kept ${A}`], ours: [], theirs: [] },
    ],
    [
      "ours changed, theirs removed",
      [changed(A, "1")],
      [removed(A)],
      { meetings: [`kept ${A}`], ours: [], theirs: [] },
    ],
    [
      "ours renamed, theirs changed",
      [changed(A, A, B)],
      [changed(A, "2")],
      { meetings: [`both ${B} ${A}`], ours: [], theirs: ["story a > b"] },
    ],
    [
      "ours changed, theirs renamed",
      [changed(A, "1")],
      [changed(A, A, B)],
      { meetings: [`both ${B} ${A}`], ours: ["story a > b"], theirs: [] },
    ],
    [
      "both renamed: ours is its name",
      [changed(A, A, B)],
      [changed(A, A, C)],
      { meetings: [`both ${B} ${A} ${C}`], ours: [], theirs: ["story a > b", "story c > b"] },
    ],
    [
      "ours removed, theirs renamed",
      [removed(A)],
      [changed(A, "2", B)],
      { meetings: [`kept ${B} ${A}`], ours: ["story a > b"], theirs: [] },
    ],
    ["the same file new on both sides", [added(A, "1")], [added(A, "1")], { meetings: [], ours: [], theirs: [] }],
    [
      "two files of one new name",
      [added(A, "1")],
      [added(A, "2")],
      { meetings: ["second-name stories/a-2.md", `ours ${A}`], ours: [], theirs: ["story a > a-2"] },
    ],
    [
      "names that some systems take for one",
      [added("posts/Ä.md", "1")],
      [added("posts/a\u0308.md", "2")],
      { meetings: ["second-name posts/a\u0308-2.md posts/a\u0308.md"], ours: [], theirs: ["post a\u0308 > a\u0308-2"] },
    ],
    [
      "theirs renamed to a name that ours gave to a new one",
      [added(B, "1"), changed(A, "3")],
      [changed(A, A, B)],
      {
        meetings: [`both stories/b-2.md ${A}`, `ours ${B}`],
        ours: ["story a > b-2"],
        theirs: ["story b > b-2"],
      },
    ],
    [
      "a week of one number",
      [added("weeks/1.md", "1")],
      [added("weeks/1.md", "2")],
      { meetings: ["both weeks/1.md"], ours: [], theirs: [] },
    ],
  ])("%s", (_, ours, theirs, planned) => expect(plan(ours, theirs)).toEqual(planned));
});
