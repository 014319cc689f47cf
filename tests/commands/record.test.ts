import { expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";

const POST =
  "---\ntitle: P\nstatus: published\ndate: 2025-01-02\nurl: https://www.linkedin.com/posts/a-7200000000000000001\n---\nIt rang.\n";

test("record takes counts as they are read off, and says how to write the others", async () => {
  const bank = createBank({ "posts/p.md": POST });
  const counts = ["--impressions", "1,2 Tsd.", "--reactions", "4,012", "--comments", "4\u202f012", "--saves", "1.2k"];
  expect((await bank.run(["record", "p", ...counts])).code).toBe(0);
  expect(bank.read("posts/p.md")).toContain("2025-01-05 impressions=1200 reactions=4012 comments=4012 saves=1200");
  expect(await bank.run("record p --impressions 4.5")).toEqual({
    code: 2,
    stdout: "",
    stderr: 'storybank: --impressions can\'t be "4.5".\nGive a count such as 4012, 4,012 or 1.2k.\n',
  });
});

test("a snapshot that was written by hand counts the same", async () => {
  const bank = createBank({
    "posts/p.md": POST.replace("url:", "results: [2025-01-04 impressions=4 012 reactions=1.2k]\nurl:"),
  });
  expect((await bank.run("record p --json")).stdout).toMatch(/"impressions": 4012,\s+"reactions": 1200/);
});

test("a lower count than the last is refused, unless it is forced or found right", async () => {
  const bank = createBank({ "posts/p.md": POST });
  await bank.run("record p --impressions 400 --at 2025-01-03");
  const before = bank.read("posts/p.md");
  expect(await bank.run("record p --impressions 40")).toEqual({
    code: 2,
    stdout: "",
    stderr: "storybank: Nothing was recorded: impressions 40, which were 400 before.\nIf it is right, add --force.\n",
  });
  expect(await bank.run("record p --impressions 40", { answers: [false] })).toMatchObject({
    code: 2,
    stderr: "Nothing was recorded.\n",
  });
  expect(bank.read("posts/p.md")).toBe(before);
  expect((await bank.run("record p --impressions 40 --force")).code).toBe(0);
  expect(bank.read("posts/p.md")).toContain("2025-01-05 impressions=40");
});

test("results of a day to come are refused", async () => {
  const bank = createBank({ "posts/p.md": POST });
  expect(await bank.run("record p --impressions 4 --at 2025-01-06")).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("which is still to come."),
  });
  expect(bank.read("posts/p.md")).toBe(POST);
});

test("results are snapshots: added, never overwritten; absent stays absent; a lower figure is asked about", async () => {
  const bank = createSampleBank();
  const post = "2025-01-19";
  expect(
    await bank.json(`record ${post} --impressions 1000 --reactions 50 --at 2025-01-20`, { today: "2025-02-01" }),
  ).toMatchObject({
    results: { impressions: 1000, reactions: 50, comments: null },
    engagement: 0.05,
  });
  await bank.run(`record ${post} --impressions 4000 --comments 20`, { today: "2025-02-01" });
  const shown = await bank.json<{ snapshots: unknown[] }>(`record ${post}`, { today: "2025-02-01" });
  expect(shown).toMatchObject({ results: { impressions: 4000, reactions: 50, comments: 20 }, engagement: 70 / 4000 });
  expect(shown.snapshots).toEqual([
    { at: "2025-01-20", impressions: 1000, reactions: 50 },
    { at: "2025-02-01", impressions: 4000, comments: 20 },
  ]);
  const before = bank.read("posts/2025-01-19-the-midnight-deployment.md");
  expect(await bank.run(`record ${post} --impressions 400`, { today: "2025-02-02" })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--force"),
  });
  expect(await bank.run(`record ${post} --impressions 400`, { today: "2025-02-02", answers: [false] })).toMatchObject({
    code: 2,
  });
  expect(bank.read("posts/2025-01-19-the-midnight-deployment.md")).toBe(before);
  await bank.run(`record ${post} --impressions 400`, { today: "2025-02-02", answers: [true] });
  expect(await bank.json(`record ${post}`)).toMatchObject({ results: { impressions: 400 } });
  expect((await bank.run(`record ${post}`, { today: "2025-02-02" })).stdout).toContain("comments        20");
  expect(await bank.run(`record ${post} --impressions many`)).toMatchObject({ code: 2 });
});
