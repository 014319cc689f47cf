import { expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";

const newBank = (): TestBank =>
  createBank({
    "stories/outage.md": "---\ntitle: The Outage\n---\nIt broke.\n",
    "posts/late.md":
      "---\ntitle: Late\nstory: outage\nweek: 2\ndate: 2025-01-14\nstatus: draft\nplatform: x\n---\nText.\n",
    "posts/early.md": "---\ntitle: Early\nweek: 1\nday: tuesday\ndate: 2025-01-07\nstatus: published\n---\nText.\n",
    "posts/open.md": "---\ntitle: Some day\nstatus: draft\n---\nText.\n",
  });

test.each([
  ["", ["early", "late", "open"]],
  ["--week 2", ["late"]],
  ["--day TUE", ["early"]],
  ["--status DRAFT", ["late", "open"]],
  ["--platform X", ["late"]],
  ["--story outage", ["late"]],
  ["--limit 2", ["early", "late"]],
])("posts %s: by date, those without one last", async (flags, ids) => {
  expect(await newBank().run(`posts --format id ${flags}`)).toEqual({
    code: 0,
    stdout: ids.map((id) => `${id}\n`).join(""),
    stderr: "",
  });
});

test("a table that fits a phone, and what there is to say of none", async () => {
  const { stdout } = await newBank().run("posts", { columns: 60 });
  expect(stdout).toContain("Tue 7 Jan 2025");
  expect(stdout).toContain("no date");
  for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  expect(await newBank().run("posts --week 9")).toEqual({
    code: 0,
    stdout: "",
    stderr: "None of the 3 posts match.\n",
  });
  expect(await createBank().run("posts")).toEqual({
    code: 0,
    stdout: "",
    stderr: "There are no posts yet. Make one with: storybank draft\n",
  });
});

test.each([
  ["--status gone", "Choose one of: draft, ready, scheduled, published."],
  ["--day someday", "Days are monday to sunday, or mon to sun."],
  ["--limit many", "Give a whole number."],
  ["--story nobody", "See them with: storybank list"],
])("posts %s is refused with what there is", async (flags, hint) => {
  expect(await newBank().run(`posts ${flags}`)).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining(`\n${hint}\n`),
  });
});
