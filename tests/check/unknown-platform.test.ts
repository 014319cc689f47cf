import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

test("a platform that is not there is a finding of its own, and says nothing of length", async () => {
  const bank = createBank({
    "posts/p.md": `---\ntitle: P\nplatform: myspace\n---\nWe sold it.\n\n${"Again. ".repeat(700)}\n\nWhy?\n`,
  });
  const found = await bank.json<{ rule: string; level: string; line: number }[]>("check p");
  expect(found.filter(({ level }) => level === "error")).toMatchObject([{ rule: "unknown-platform", line: 3 }]);
  bank.write("storybank.yaml", "version: 1\ncheck:\n  unknown-platform: off\n");
  expect((await bank.run("check p")).code).toBe(0);
});
