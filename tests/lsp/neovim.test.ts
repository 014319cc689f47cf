import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import { expect, onTestFinished, test } from "vitest";
import { createSampleBank, PROJECT } from "../support/bank.ts";
import { BIN, ENV } from "../support/binary.ts";
import { NO_NEOVIM } from "../support/neovim.ts";

test.skipIf(NO_NEOVIM !== null)(
  "in Neovim: the figure is underlined, leads to the story's line, is mended by an action, and the file is right",
  async () => {
    const bank = createSampleBank();
    await bank.run("draft the-monolith-invoice");
    const path = "posts/2025-01-07-the-monolith-invoice.md";
    const right = bank.read(path);
    // Rewritten in other words, and with another sum.
    const wrong = right.replace(
      "• 3 months of rework: $800K in salaries",
      "• The rework took three months and ate 𝟒 salaries 😴: $900K",
    );
    expect(wrong).not.toBe(right);
    bank.write(path, wrong);
    const home = fs.mkdtempSync(join(tmpdir(), "storybank-nvim-"));
    onTestFinished(() => fs.removeSync(home));
    const report = join(home, "report.json");
    const { stderr } = spawnSync(
      "nvim",
      ["--headless", "--clean", "-n", "-c", `luafile ${join(PROJECT, "tests", "support", "neovim.lua")}`],
      {
        cwd: bank.root,
        encoding: "utf8",
        timeout: 60_000,
        env: {
          ...ENV,
          ...{ HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
          ...{ NODE: process.execPath, PROGRAM: BIN, POST: path, REPORT: report },
        },
      },
    );
    expect(fs.existsSync(report), stderr).toBe(true);
    expect(fs.readJsonSync(report)).toEqual({
      message: expect.stringMatching(/^\$900K does not go back to the story/),
      underlined: "$900K",
      definition: "the-monolith-invoice.md:23:- 3 months of rework: $800K in salaries",
      actions: expect.arrayContaining(["Write “$800K” for “$900K”", "Turn figure-not-in-story off in this post"]),
      typed: "$777K",
    });
    expect(bank.read(path)).toBe(wrong.replace("$900K", "$800K"));
    expect(bank.files().filter((file) => !createSampleBank().exists(file))).toEqual([path]);
  },
  70_000,
);
