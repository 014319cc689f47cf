import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

test("a confidential story and one without text are not drafted", async () => {
  const bank = createBank({
    "stories/a.md": "---\ntitle: A\nconfidential: true\n---\nText.\n",
    "stories/b.md": "---\ntitle: B\n---\n",
  });
  expect(await bank.run("draft a")).toMatchObject({ code: 2, stderr: expect.stringContaining('"A" is confidential') });
  expect(await bank.run("draft b")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("no text to make a post from"),
  });
});
