import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

test("--set changes keys without an editor", async () => {
  const bank = createBank({ "stories/outage.md": OUTAGE });
  expect(
    (await bank.run(["edit", "outage", "--set", "week=2", "--set", "facts.cause=a typo", "--set", "day="])).stdout,
  ).toBe("Set week, facts.cause, day of outage.\n");
  expect(bank.read("stories/outage.md")).toBe(
    OUTAGE.replace("week: 1", "week: 2")
      .replace("day: tuesday\n", "")
      .replace("mood: grim\n", "mood: grim\nfacts:\n  cause: a typo\n"),
  );
  expect(await bank.run(["edit", "outage", "--set", "colour=red"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no key "colour"'),
  });
  expect(await bank.run(["edit", "outage", "--set", "week=soon"])).toMatchObject({ code: 2 });
});

test("the editor's text is saved; a failing editor changes nothing and keeps the text", async () => {
  const { readFileSync, writeFileSync } = await import("node:fs");
  const bank = createBank({ "stories/outage.md": OUTAGE });
  const change = (code: number, to: string) => (file: string) => {
    writeFileSync(file, readFileSync(file, "utf8").replace("grim", to));
    return code;
  };
  expect((await bank.run("edit outage", { editor: change(0, "bright") })).stdout).toBe("Saved outage.\n");
  expect(bank.read("stories/outage.md")).toBe(OUTAGE.replace("grim", "bright"));
  const failed = await bank.run("edit outage", {
    editor: change(3, "x"),
  });
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining("The editor ended with code 3") });
  expect(bank.read("stories/outage.md")).toBe(OUTAGE.replace("grim", "bright"));
  expect((await bank.run("edit outage", { editor: change(0, "bright") })).stdout).toBe("outage is as it was.\n");
});

test("a file that another program changes meanwhile is left to it, and both texts are kept", async () => {
  const { writeFileSync } = await import("node:fs");
  const bank = createBank({ "stories/outage.md": OUTAGE });
  const result = await bank.run("edit outage", {
    editor: (file) => {
      writeFileSync(file, `${OUTAGE}mine\n`);
      bank.write("stories/outage.md", `${OUTAGE}theirs\n`);
      return 0;
    },
  });
  expect(result).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("was changed by another program meanwhile"),
  });
  expect(bank.read("stories/outage.md")).toBe(`${OUTAGE}theirs\n`);
  expect(bank.read(".storybank/recovered/outage.md")).toBe(`${OUTAGE}mine\n`);
});
