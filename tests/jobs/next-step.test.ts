import { describe, expect, test } from "vitest";
import { afterAdd, afterDraft, afterImport, afterInit, type NextStep, nextOfPost } from "../../src/jobs/next-step.ts";
import { renderNextStep } from "../../src/render/next-step.ts";
import { createBank } from "../support/bank.ts";

const NOTHING = { kind: "week", week: null, created: [], recorded: [], posts: [] } as const;
const ERROR = {
  rule: "r",
  level: "error",
  file: "f",
  line: 1,
  message: "m",
  remedy: "r",
  excerpt: null,
  start: 0,
  end: 0,
  fix: null,
} as const;

test.each<[what: string, step: NextStep | null, line: string | null]>([
  ["a new bank", afterInit(null), "storybank add   or bring a document in with: storybank import FILE"],
  [
    "a new bank elsewhere",
    afterInit('"my bank"'),
    'cd "my bank", then storybank add   or bring a document in with: storybank import FILE',
  ],
  ["a story for a day", afterAdd({ id: "a", day: "friday" }), "storybank show a   or storybank draft a"],
  ["a story for no day yet", afterAdd({ id: "a", day: null }), "storybank show a"],
  ["a week's document", afterImport({ ...NOTHING, week: 3, created: ["a"] }), "storybank week 3"],
  ["a post's document", afterImport({ ...NOTHING, kind: "post", created: ["a"] }), "storybank show a"],
  ["results", afterImport({ ...NOTHING, kind: "analytics", recorded: ["p"] }), "storybank stats"],
  ["old posts", afterImport({ ...NOTHING, kind: "archive", posts: ["p"] }), "storybank posts"],
  ["a document that brings nothing", afterImport({ ...NOTHING, week: 3 }), null],
  [
    "a draft",
    afterDraft({ id: "p", findings: [{ ...ERROR, level: "warning" }], needsReview: false }),
    "read it aloud, make it yours in its file. Then:\nstorybank render p --copy",
  ],
  [
    "a draft with errors",
    afterDraft({ id: "p", findings: [ERROR], needsReview: false }),
    "set right what was found. Then:\nstorybank render p --copy",
  ],
  [
    "a post that is a draft",
    nextOfPost({ id: "p", status: "draft" }),
    "storybank check p   and, when it is right: storybank mark p ready",
  ],
  [
    "a post that is ready",
    nextOfPost({ id: "p", status: "ready" }),
    "storybank render p --copy   and, when it is out: storybank mark p published --url …",
  ],
  ["a post that is scheduled", nextOfPost({ id: "p", status: "scheduled" }), "storybank mark p published --url …"],
  [
    "a post that is out",
    nextOfPost({ id: "a post", status: "published" }),
    'storybank record "a post" --impressions … --reactions …',
  ],
])("what comes after %s", (_, step, line) => {
  expect(step === null ? null : renderNextStep(step, Number.POSITIVE_INFINITY)).toBe(
    line === null ? null : `Next: ${line}`,
  );
});

const SLOTS = "version: 1\ncalendar:\n  start: 2025-01-06\n  slots:\n    tuesday: {series: Debate}\n";
const NO_SLOTS = "version: 1\ncalendar:\n  start: 2025-01-06\n";
const STORY = "---\ntitle: A\nweek: 1\nday: tuesday\n---\nIt rang.\n";
const post = (keys: string): Record<string, string> => ({
  "stories/a.md": STORY,
  "posts/p.md": `---\ntitle: A\nstory: a\nweek: 1\nday: tuesday\ndate: 2025-01-07\n${keys}---\n## Final Optimized Post\n\nIt rang. Why?\n`,
});

describe("a week says what it lacks most", () => {
  test.each<[what: string, files: Record<string, string>, line: string]>([
    ["a draft for a story", { "stories/a.md": STORY }, "storybank week 1 --fill   drafts the story without a post"],
    [
      "drafts, before what is wrong",
      { ...post("status: draft\nplatform: nowhere\n"), "stories/b.md": STORY, "stories/c.md": STORY },
      "storybank week 1 --fill   drafts the 2 stories without a post",
    ],
    [
      "to know what is wrong, before a gap",
      { ...post(""), "storybank.yaml": `${SLOTS}private: [It rang]\n` },
      "storybank check   says what is wrong",
    ],
    [
      "a story for its slot, before a post to move along",
      {
        ...post("status: draft\n"),
        "storybank.yaml": `${SLOTS}    friday: {series: Career}\n`,
        "stories/b.md": "---\ntitle: B\nseries: Career\n---\nX.\n",
      },
      "storybank draft b --day friday --week 1",
    ],
    [
      "a draft to be read",
      post("status: draft\n"),
      "storybank check p   and, when it is right: storybank mark p ready",
    ],
    [
      "a draft, before what is ready",
      { ...post("status: ready\n"), "posts/q.md": "---\ntitle: Q\nstory: a\nweek: 1\nday: friday\n---\nQ?\n" },
      "storybank check q   and, when it is right: storybank mark q ready",
    ],
    ["a post to go out", post("status: scheduled\n"), "storybank mark p published --url …"],
    [
      "a day for a story",
      { ...post("status: published\n"), "stories/b.md": "---\ntitle: B\nweek: 1\n---\nX.\n" },
      "storybank edit b --set day=…   gives it its day",
    ],
    [
      "a story for a slot",
      { "storybank.yaml": SLOTS },
      "storybank add --week 1 --day tuesday   captures a story for it",
    ],
    ["results", post("status: published\n"), "storybank record p --impressions … --reactions …"],
    ["everything", {}, "storybank add   captures a story"],
  ])("%s", async (_, files, line) => {
    const bank = createBank({ "storybank.yaml": NO_SLOTS, ...files });
    const { stdout } = await bank.run("week 1", { today: "2025-01-06" });
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(`Next: ${line}`);
  });

  test("drafts for the slots of another week, where it is over", async () => {
    const bank = createBank({ "stories/a.md": STORY });
    const { stdout } = await bank.run("week 1", { today: "2025-02-06" });
    expect(stdout).toContain("Next: storybank week 1 --fill --into next   drafts the story without a post\n");
  });
});

test("mark and week say the same of a post that is ready, also where there are few columns", async () => {
  const bank = createBank(post("status: draft\n"));
  const next = "Next: storybank render p --copy\n  and, when it is out: storybank mark p published --url …\n";
  expect(await bank.run("mark p ready --force", { columns: 60 })).toEqual({
    code: 0,
    stdout: `p is ready.\n${next}`,
    stderr: "",
  });
  expect((await bank.run("week 1", { columns: 60 })).stdout).toContain(next);
});
