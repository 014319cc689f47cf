import { expect, test } from "vitest";
import { createSampleBank } from "../support/bank.ts";

test("a dry run shows another hook for a story that has its post", async () => {
  const bank = createSampleBank();
  await bank.run("draft the-monolith");
  expect(await bank.run("draft the-monolith --hook itemised --dry-run")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\$800K, then/),
  });
});

test("the post that --replace moved away can be restored", async () => {
  const bank = createSampleBank();
  await bank.run("draft the-monolith");
  const { stdout } = await bank.run("draft the-monolith --date 2025-02-04 --replace");
  expect(stdout).toContain("2025-01-07-the-monolith-invoice (now in the trash)");
  expect(await bank.run("restore 2025-01-07-the-monolith-invoice")).toMatchObject({ code: 0 });
});
