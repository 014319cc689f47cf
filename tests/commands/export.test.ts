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

test("CSV keeps formulas asleep, and no export overwrites a file", async () => {
  const bank = createBank({ "posts/p.md": "---\ntitle: '=cmd()'\ndate: 2025-01-07\nhook: '+1, \"so\"'\n---\nText.\n" });
  expect((await bank.run("export --csv")).stdout).toContain(`p,'=cmd(),,,,2025-01-07,,linkedin,,draft,"'+1, ""so""",`);
  expect((await bank.run("export --csv --out posts.csv")).stdout).toBe("Wrote posts.csv.\n");
  expect(await bank.run("export --ics --out posts.csv")).toMatchObject({ code: 2, stdout: "" });
  expect(bank.read("posts.csv")).toMatch(/^id,title,/);
  expect(await bank.run("export --ics --csv")).toMatchObject({ code: 2 });
  expect(await bank.run("export")).toMatchObject({ code: 2 });
});

test("durations in a calendar file are those of the standard", async () => {
  const bank = createBank({ "posts/p.md": "---\ntitle: P\ndate: 2025-01-07\n---\nText.\n" });
  const { stdout } = await bank.run("export --ics", { today: "2025-01-05" });
  expect(stdout).toMatch(/^DURATION:P1D\r?$/m);
});

test("export alone names every kind there is", async () => {
  expect(await createBank().run("export")).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "storybank: What shall be exported?\nstorybank export --week 1, or --ics, --csv, --html DIR, or --for PUBLISHER\n",
  });
});
