import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

test("tag adds and removes, and leaves every other byte alone", async () => {
  const bank = createBank({ "stories/outage.md": OUTAGE });
  expect(await bank.run("tag outage leadership --remove ops")).toEqual({
    code: 0,
    stdout: "outage  leadership\n",
    stderr: "",
  });
  expect(bank.read("stories/outage.md")).toBe(OUTAGE.replace("tags: [ops]", "tags: [leadership]"));
  await bank.run("tag outage Leadership");
  expect(bank.read("stories/outage.md")).toBe(OUTAGE.replace("tags: [ops]", "tags: [leadership]"));
});

test("tag reads ids from standard input and warns of a near-duplicate", async () => {
  const bank = createBank({
    "stories/a.md": "---\ntitle: A\ntags: [scaling]\n---\n",
    "stories/b.md": "---\ntitle: B\n---\n",
  });
  const { stdout, stderr } = await bank.run("tag - scalling", { stdin: "a\nb\n" });
  expect(stdout).toBe("a  scaling, scalling\nb  scalling\n");
  expect(stderr).toContain('the bank knows the tag "scaling"');
});
