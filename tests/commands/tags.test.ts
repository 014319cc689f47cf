import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

test("tags counts, and rename merges", async () => {
  const bank = createBank({
    "stories/a.md": "---\ntags: [Ops, constructor]\n---\n",
    "stories/b.md": "---\ntags: [ops, infra]\n---\n",
  });
  expect(await bank.json("tags")).toEqual([
    { tag: "Ops", stories: 2 },
    { tag: "constructor", stories: 1 },
    { tag: "infra", stories: 1 },
  ]);
  expect((await bank.run("tags rename ops infra --dry-run")).stderr).toContain("Nothing was changed");
  expect((await bank.run("tags rename ops infra")).stdout).toBe("a  infra, constructor\nb  infra\n");
  expect(await bank.json("tags")).toEqual([
    { tag: "infra", stories: 2 },
    { tag: "constructor", stories: 1 },
  ]);
});
