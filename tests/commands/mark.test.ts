import { expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";

const POST = "---\ntitle: P\nstatus: draft\n---\nText.\n";

test.each([
  ["mark p publised", 'There is no status "publised".\nDid you mean published?'],
  ["mark p PUBLISED", 'There is no status "PUBLISED".\nDid you mean published?'],
  ["mark p done", 'There is no status "done".\nChoose one of: draft, ready, scheduled, published.'],
])("%s speaks of the status, not of an option", async (command, message) => {
  const bank = createBank({ "posts/p.md": POST });
  expect(await bank.run(command)).toEqual({ code: 2, stdout: "", stderr: `storybank: ${message}\n` });
  expect(bank.read("posts/p.md")).toBe(POST);
});

test("a status is taken in any case", async () => {
  const bank = createBank({ "posts/p.md": POST });
  expect((await bank.run("mark p Scheduled")).stdout).toContain("p is scheduled.\n");
});

test("a post moves along and back; ready is refused while check finds errors", async () => {
  const bank = createSampleBank();
  await bank.run("draft tue --day tue --week 1 the-monolith");
  await bank.run("draft the-monolith");
  const path = "posts/2025-01-07-the-monolith-invoice.md";
  bank.write(path, bank.read(path).replace("$800K in salaries", "$900K in salaries"));
  const refused = await bank.run("mark 2025-01-07 ready");
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining("$900K is not in the story") });
  expect(bank.read(path)).toContain("status: draft");
  expect((await bank.run("mark 2025-01-07 ready --force")).stdout).toContain("is ready.\nNext: storybank render");
  expect((await bank.run(["mark", "2025-01-07", "scheduled", "--at", "2025-01-14 08:00"])).code).toBe(0);
  expect(bank.read(path)).toMatch(/^date: 2025-01-14$/m);
  await bank.run(
    [
      "mark",
      "2025-01-07",
      "published",
      "--at",
      "2025-01-14",
      "--url",
      "https://www.linkedin.com/posts/x-activity-7280000000000000001-abcd",
    ],
    { today: "2025-01-14" },
  );
  expect(await bank.json("posts --status published --story the-monolith")).toMatchObject([
    { url: expect.stringContaining("7280000000000000001") },
  ]);
  expect(bank.read(path)).toMatch(/^published: 2025-01-14$/m);
  expect(
    (await bank.run("mark https://www.linkedin.com/feed/update/urn:li:activity:7280000000000000001 published")).stdout,
  ).toContain("is published already");
  expect(await bank.json("list --status published")).toMatchObject([{ id: "the-monolith-invoice" }]);
  await bank.run("mark 2025-01-07 draft");
  expect(bank.read(path)).not.toMatch(/^published:/m);
  for (const command of [
    "mark 2025-01-07 done",
    "mark 2025-01-07 published --at soon",
    "mark 2025-01-07 published --url x",
    "mark nothing ready",
  ])
    expect(await bank.run(command)).toMatchObject({ code: 2, stdout: "" });
});

test("--at on another weekday changes the day, too, where the post says one", async () => {
  const bank = createBank({
    "posts/p.md": "---\ntitle: P\nday: tuesday\ndate: 2025-01-07\nstatus: draft\n---\nIt broke.\n",
    "posts/q.md": "---\ntitle: Q\ndate: 2025-01-07\nstatus: draft\n---\nIt broke.\n",
  });
  for (const id of ["p", "q"]) expect((await bank.run(["mark", id, "draft", "--at", "2025-01-09"])).code).toBe(0);
  expect(bank.read("posts/p.md")).toContain("day: thursday\ndate: 2025-01-09\n");
  expect(bank.read("posts/q.md")).not.toContain("day:");
  expect((await bank.run("check p")).stdout).not.toContain("weekday-mismatch");
});
