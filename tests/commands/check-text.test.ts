import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

const STORY = `---
title: The Lost Orders
---

**The Crisis:**
In March we lost 48 hours of orders.
`;

const TEXT = `We lost orders.

In March we lost 46 hours of orders.

What would you have done?
`;

interface Finding {
  rule: string;
  level: string;
  file: string;
  line: number;
}

const figures = (findings: readonly Finding[]): unknown[] =>
  findings.filter(({ level }) => level === "error").map(({ rule, file, line }) => ({ rule, file, line }));

test("check --text holds a text that is no post yet against a story, with findings on its lines", async () => {
  const bank = createBank({ "stories/lost.md": STORY, "drafts/new.txt": TEXT });
  const { code, stdout, stderr } = await bank.run("check --text drafts/new.txt --story lost --quiet");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toMatch(/^drafts\/new\.txt\n {2}error {4}line 3 {2}figure-not-in-story\n/);
  expect(stdout).toContain("48 hours");
  expect(figures(await bank.json<Finding[]>("check --text drafts/new.txt --story Lost"))).toEqual([
    { rule: "figure-not-in-story", file: "drafts/new.txt", line: 3 },
  ]);
  expect(bank.files()).toEqual(["drafts/new.txt", "stories/lost.md", "storybank.yaml"]);
});

test("check --text - reads standard input; a true text has nothing to find fault with", async () => {
  const bank = createBank({ "stories/lost.md": STORY });
  expect((await bank.run("check --text - --story lost", { stdin: TEXT })).stdout).toContain("standard input\n  error ");
  expect(await bank.run("check --text - --story lost --quiet", { stdin: TEXT.replace("46", "48") })).toEqual({
    code: 0,
    stdout: "Nothing to find fault with in the text.\n",
    stderr: "",
  });
});

test("front matter says story, platform and what was confirmed, and counts among the lines", async () => {
  const bank = createBank({ "stories/lost.md": STORY, "new.md": `---\nstory: lost\nplatform: x\n---\n${TEXT}` });
  const findings = await bank.json<Finding[]>("check --text new.md");
  expect(figures(findings)).toEqual([{ rule: "figure-not-in-story", file: "new.md", line: 7 }]);
});

test("what is missing or can't be read is said", async () => {
  const bank = createBank({ "stories/lost.md": STORY, "new.md": TEXT, "bad.md": "---\na: 1\na: 2\n---\nx\n" });
  expect(await bank.run("check --text new.md")).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "storybank: Nothing says which story the text tells.\nstorybank check --text FILE --story STORY; see: storybank list\n",
  });
  expect((await bank.run("check --text gone.md --story lost")).stderr).toContain("there is no such file");
  expect((await bank.run("check --text bad.md --story lost")).stderr).toContain("bad.md can't be read");
  expect((await bank.run("check --text new.md --story nobody")).code).toBe(2);
  for (const wrong of ["check lost --text new.md", "check --story lost", "check --text new.md --story lost --fix"])
    expect((await bank.run(wrong)).code).toBe(2);
});
