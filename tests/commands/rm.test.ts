import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

test("a story goes to the trash and comes back to the letter", async () => {
  const bank = createBank({ "stories/outage.md": OUTAGE });
  expect((await bank.run("rm outage")).stdout).toContain("storybank restore outage");
  expect(bank.read(".storybank/trash/stories/outage.md")).toBe(OUTAGE);
  expect((await bank.run("restore outage")).stdout).toBe("Restored outage.\n");
  expect(bank.read("stories/outage.md")).toBe(OUTAGE);
  expect(await bank.run("restore outage")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("The trash is empty"),
  });
});

test("a story a post tells stays, unless forced", async () => {
  const bank = createBank({ "stories/outage.md": OUTAGE, "posts/p.md": "---\nstory: outage\n---\n" });
  expect(await bank.run("rm outage")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("outage is told in p"),
  });
  expect(await bank.run("rm outage --force")).toMatchObject({ code: 0 });
});
