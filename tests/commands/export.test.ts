import { expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";

test("a week document's tags come in, and a changed day goes out", async () => {
  const text =
    "# Week 2: X\n\n## STORY 1: A\n**Für**: Dienstag Debatte\n**Tags**: ops, on-call\n\nText.\n\n---\n\n## 📊 Guidance\n1. **A**: lead with the pager\n";
  const bank = createBank({ "doc.md": text });
  await bank.run("import doc.md");
  expect(await bank.json("show a")).toMatchObject({
    tags: ["ops", "on-call"],
    angle: "lead with the pager",
    body: "\nText.\n",
  });
  expect((await bank.run("export --week 2")).stdout).toBe(text);
  await bank.run("edit a --set day=monday");
  expect((await bank.run("export --week 2")).stdout).toBe(text.replace("Dienstag", "Monday"));
});

test.each([["export --week 1 --out /proc/x/y", /could not be written/]])("%s ends", async (command, message) => {
  expect(await createSampleBank().run(command)).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
});
