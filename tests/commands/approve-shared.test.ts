import { expect, test } from "vitest";
import { createClones } from "../support/clones.ts";

const PATH = "posts/pager.md";
const POST = `---
title: The Pager
author: Ana Lind
date: 2025-01-07
status: draft
---
## Final Optimized Post

Our pager rang 40 times in one night. I got up each time.

What wakes you?
`;
const BANK = { "storybank.yaml": "version: 1\nreview: true\ncalendar:\n  start: 2025-01-06\n", [PATH]: POST };

test("two people approve on two machines: both approvals are kept, and both machines agree", async () => {
  const { Ben, Eve } = createClones(["Ben", "Eve"], BANK);
  await Ben.run("approve pager");
  await Eve.run("approve pager");
  for (const clone of [Ben, Eve, Ben]) expect((await clone.sync()).code).toBe(0);
  expect(Ben.read(PATH)).toBe(Eve.read(PATH));
  expect(
    Ben.read(PATH)
      .match(/by: \w+/g)
      ?.sort(),
  ).toEqual(["by: Ben", "by: Eve"]);
  expect((await Eve.run("mark pager ready")).code).toBe(0);
});

test("a text that came with a sync is another than the one that was approved here", async () => {
  const { Ana, Ben } = createClones(["Ana", "Ben"], BANK);
  Ana.write(PATH, Ana.read(PATH).replace("40 times", "41 times"));
  await Ben.run("approve pager");
  for (const clone of [Ana, Ben, Ana]) expect((await clone.sync()).code).toBe(0);
  for (const clone of [Ana, Ben]) {
    expect(clone.read(PATH)).toContain("41 times");
    expect(await clone.run("mark pager ready")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("it is changed since Ben approved it"),
    });
  }
  const { stdout } = await Ana.run("log pager");
  expect(stdout).toMatch(/approved it/);
  expect(stdout).toMatch(/figure 40 times → 41 times/);
  expect((await Ana.run("diff pager")).stdout).toMatch(
    /^The Pager, since Ben approved it on Sun 5 Jan 2025\n\nline \d+\n- Our pager rang 40 .*\n\+ Our pager rang 41 .*\n$/,
  );
});
