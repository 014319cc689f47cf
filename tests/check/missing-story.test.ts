import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

test("a post whose story or platform is not there says so", async () => {
  const bank = createBank({ "posts/p.md": "---\ntitle: P\nstory: nope\nplatform: myspace\n---\nWe lost $5. Why?\n" });
  const found = await bank.json<{ rule: string; message: string }[]>("check --quiet");
  expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    "figure-not-in-story: The post's story, nope, is not there or can't be read, so no figure can be traced.",
    "unknown-platform: There is no platform “myspace”.",
  ]);
});
