import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

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
