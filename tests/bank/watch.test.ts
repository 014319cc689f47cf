import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { watchBank } from "../../src/bank/watch.ts";
import { createBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

describe("following a bank's files", () => {
  test("every change is told, and nothing that is none", async () => {
    const bank = createBank({ "stories/a.md": OUTAGE, "posts/a.md": "x" });
    const at = (path: string): string => join(bank.root, path);
    const troubles: string[] = [];
    let told = 0;
    const stop = await watchBank(
      bank.root,
      () => told++,
      (reason) => troubles.push(reason),
    );
    onTestFinished(stop);
    const isTold = async (): Promise<boolean> => {
      for (let waited = 0; told === 0 && waited < 20_000; waited += 20)
        await new Promise((resolve) => setTimeout(resolve, 20));
      // What belongs to the same change is over before the next.
      await new Promise((resolve) => setTimeout(resolve, 200));
      const wasTold = told > 0;
      told = 0;
      return wasTold;
    };
    const saveByRename = (): void => {
      bank.write("stories/.a.md.swp", "new");
      renameSync(at("stories/.a.md.swp"), at("stories/a.md"));
    };
    const changes: [string, () => void][] = [
      ["an edit", () => bank.write("stories/a.md", `${OUTAGE}More.\n`)],
      ["another", () => bank.write("stories/a.md", OUTAGE)],
      ["an editor's rename", () => saveByRename()],
      ["a new story", () => bank.write("stories/b.md", OUTAGE)],
      ["a story that goes", () => rmSync(at("stories/b.md"))],
      ["the settings", () => bank.write("storybank.yaml", "version: 1\n")],
      ["a folder with a story at once", () => bank.write("stories/2025/deep/c.md", OUTAGE)],
      ["an edit in there", () => bank.write("stories/2025/deep/c.md", `${OUTAGE}More.\n`)],
      ["a folder of the bank that was not there", () => bank.write("weeks/week-01.md", "---\nweek: 1\n---\n")],
      ["an edit in there too", () => bank.write("weeks/week-01.md", "---\nweek: 2\n---\n")],
      ["own templates", () => bank.write("templates/hooks/own.md", "x")],
      ["a folder that goes", () => rmSync(at("stories/2025"), { recursive: true })],
    ];
    for (const [what, change] of changes) {
      change();
      expect([what, await isTold()]).toEqual([what, true]);
    }
    do {
      told = 0;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    } while (told > 0);
    bank.write("README.md", "x");
    mkdirSync(at(".storybank"));
    bank.write(".storybank/lock", "x");
    bank.write("node_modules/x/stories/a.md", "x");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(told).toBe(0);
    expect(troubles).toEqual([]);
  });

  test("many saves at once are told as one, and none after it was stopped", async () => {
    const bank = createBank({ "stories/a.md": OUTAGE });
    let told = 0;
    const stop = await watchBank(
      bank.root,
      () => told++,
      () => {},
    );
    for (let n = 0; n < 50; n++) bank.write("stories/a.md", `${OUTAGE}${n}`);
    for (let waited = 0; told === 0 && waited < 20_000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(10);
    await stop();
    told = 0;
    bank.write("stories/a.md", OUTAGE);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).toBe(0);
  });
});
