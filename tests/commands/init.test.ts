import { join } from "node:path";
import { expect, test } from "vitest";
import { createBank } from "../support/bank.ts";

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

test("export alone names every kind there is", async () => {
  expect(await createBank().run("export")).toEqual({
    code: 2,
    stdout: "",
    stderr: "storybank: What shall be exported?\nstorybank export --week 1, or --ics, --csv, or --html DIR\n",
  });
});
