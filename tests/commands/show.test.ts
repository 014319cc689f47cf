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
