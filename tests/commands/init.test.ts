import { join } from "node:path";
import { expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";

test("init inside a bank says so, and makes the bank all the same", async () => {
  const bank = createBank();
  const { code, stdout, stderr } = await bank.run("init drafts/mine");
  expect([code, stdout.split("\n")[0]]).toEqual([0, expect.stringContaining("Made a story bank in drafts/mine.")]);
  expect(stderr).toBe(
    `Note: it lies inside another bank, ${bank.root}.\nCommands in it use the new one; if you meant the other, remove the new folder.\n`,
  );
  expect(bank.exists("drafts/mine/storybank.yaml")).toBe(true);
});

test("init outside of any bank says nothing of it", async () => {
  const outer = createBank();
  const { rmSync } = await import("node:fs");
  rmSync(join(outer.root, "storybank.yaml"));
  expect(await outer.run("init mine")).toMatchObject({ code: 0, stderr: "" });
});

test("folders with spaces are printed as they are typed", async () => {
  const bank = createBank();
  expect((await bank.run(["init", "my bank"])).stdout).toContain('Next: cd "my bank", then storybank add');
  expect((await bank.run(["list", "--bank", "no bank"])).stderr).toContain('storybank init "no bank"\n');
  expect((await bank.run(["export", "--html", "all pages"])).stdout).toContain('Open "all pages/index.html"\n');
});

test("makes a bank whose weeks start on the next Monday", async () => {
  const home = createBank();
  const made = await home.run("init mine", { today: "2026-11-22" });
  expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("lies inside another bank") });
  expect(home.read("mine/storybank.yaml")).toContain("start: 2026-11-23");
  expect(await home.run("init mine")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("mine is a story bank already"),
  });
  expect(await home.run(["list", "--bank", "mine"])).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("no stories yet"),
  });
});

test("a folder without a bank says how to make one", async () => {
  const bank = createBank();
  expect(await bank.run(["list", "--bank", "elsewhere"])).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "storybank: elsewhere is not a story bank: it does not exist.\nMake one there with: storybank init elsewhere\n",
  });
});

test.each([["init /proc/x", /could not be written|no story bank/]])("%s ends", async (command, message) => {
  expect(await createSampleBank().run(command)).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
});
