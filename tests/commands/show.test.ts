import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

test("tells a story by name, title, path or the beginning of its id", async () => {
  const bank = createBank({ "stories/outage.md": OUTAGE, "stories/outback.md": "---\ntitle: Outback\n---\n" });
  for (const name of ["outage", "outag", "the night the pager won", "stories/outage.md"])
    expect(await bank.json(["show", name])).toMatchObject({ id: "outage" });
  expect(await bank.run("show out")).toMatchObject({
    code: 2,
    stderr: 'storybank: "out" could be 2 stories.\nSay which:\n  outage\n  outback\n'.replace(
      "outage\n  outback",
      "outage\n  outback",
    ),
  });
  expect(await bank.run("show outrage")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Did you mean outage?"),
  });
  expect(await bank.json("show outage")).toMatchObject({
    hook: "It rang 40 times in one night: I stopped counting.",
    beats: [{ role: "setup" }, { role: "crisis" }, { role: "outcome" }, { role: "lesson", line: 21 }],
    figures: expect.arrayContaining([expect.objectContaining({ kind: "change", label: "Alerts per night", line: 18 })]),
  });
});

test("bare numbers under Before and After are a change", async () => {
  const bank = createBank({
    "stories/x.md": "---\ntitle: X\n---\n| What | Before | After |\n| --- | --- | --- |\n| Incidents | 6 | 1 |\n",
  });
  expect(await bank.json("show x")).toMatchObject({
    figures: expect.arrayContaining([expect.objectContaining({ text: "6 → 1", label: "Incidents" })]),
  });
});

test("lists what a story has for a post, with the line where it is", async () => {
  const bank = createBank({
    "stories/bread.md": [
      "---\ntitle: Bread\n---",
      "**The Crisis:**",
      "",
      'On Monday at 7:10 Lena, our baker, asked me: "Who tested the new oven?"',
      "",
      "I forgot to test it.",
      "",
      "**What We Do Now:**",
      "",
      "- Test every oven on a Friday",
      "- Write the result on the door",
      "",
      "The oven has run ever since.",
    ].join("\n"),
  });
  const { code, stdout } = await bank.run("show bread");
  expect(code).toBe(0);
  const lines = stdout
    .slice(stdout.indexOf("Ingredients"))
    .split("\n")
    .map((line) => line.trimEnd());
  expect(lines).toEqual([
    "Ingredients",
    expect.stringMatching(/^ +6 {2}scene +On Monday/),
    expect.stringMatching(/^ +6 {2}quotation +On Monday at 7:10 Lena/),
    expect.stringMatching(/^ +6 {2}voices +On Monday/),
    expect.stringMatching(/^ +8 {2}admission +I forgot to test it\.$/),
    expect.stringMatching(/^ +6 {2}clock +On Monday/),
    expect.stringMatching(/^ +12 {2}rules +2× {2}Test every oven on a Friday$/),
    expect.stringMatching(/^ +15 {2}last +The oven has run ever since\.$/),
    "",
  ]);
});
