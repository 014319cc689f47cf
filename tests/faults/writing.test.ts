import { chmodSync, readdirSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withLock } from "../../src/bank/lock.ts";
import { createFile, replaceFile } from "../../src/bank/write.ts";
import { createBank } from "../support/bank.ts";
import { ended, runShell, startBinary } from "../support/binary.ts";

const STORY = `---\ntitle: A\ntags: [one]\n---\n${"It happened. ".repeat(4000)}\n`;

describe("commands that run at once", () => {
  test("twelve adds of one title make twelve files", async () => {
    const bank = createBank();
    const children = Array.from({ length: 12 }, (_, i) =>
      startBinary(bank.root, ["add", "Same", "--body", `text ${i}`]),
    );
    for (const { code } of await Promise.all(children.map(ended))) expect(code).toBe(0);
    const bodies = bank.files("stories").map((file) => /text \d+/.exec(bank.read(file))?.[0]);
    expect(new Set(bodies).size).toBe(12);
  });

  test("twelve taggers of one story lose no tag", async () => {
    const bank = createBank({ "stories/a.md": STORY });
    const children = Array.from({ length: 12 }, (_, i) => startBinary(bank.root, ["tag", "a", `tag-${i}`]));
    for (const { code } of await Promise.all(children.map(ended))) expect(code).toBe(0);
    expect(await bank.json("list")).toMatchObject([
      { tags: expect.arrayContaining(["one", ...Array.from({ length: 12 }, (_, i) => `tag-${i}`)]) },
    ]);
    expect(bank.exists(".storybank/lock")).toBe(false);
  });

  test("taggers and renamers of one story lose no tag", async () => {
    const bank = createBank({ "stories/a.md": STORY });
    const commands = Array.from({ length: 6 }, (_, i) => [
      startBinary(bank.root, ["tag", "a", `tag-${i}`]),
      startBinary(bank.root, ["tags", "rename", "one", "uno"]),
    ]).flat();
    await Promise.all(commands.map(ended));
    expect(await bank.json("list")).toMatchObject([
      { tags: expect.arrayContaining(["uno", ...Array.from({ length: 6 }, (_, i) => `tag-${i}`)]) },
    ]);
  });

  test("twelve drafts of one story make one post", async () => {
    const bank = createBank({ "stories/a.md": "---\ntitle: A\nhook: It broke.\n---\nIt happened.\n" });
    const results = await Promise.all(Array.from({ length: 12 }, () => ended(startBinary(bank.root, ["draft", "a"]))));
    expect(results.filter(({ code }) => code === 0)).toHaveLength(1);
    expect(results.filter(({ code }) => code === 2)).toHaveLength(11);
    expect(bank.files("posts")).toHaveLength(1);
  });
});

describe("kill -9", () => {
  test("in the middle of a write leaves the old file or the new one, and the next writer proceeds", {
    timeout: 120_000,
  }, async () => {
    const bank = createBank({ "stories/a.md": STORY });
    const whole = (tags: string): string => STORY.replace("[one]", `[${tags}]`);
    const started = Date.now();
    await ended(startBinary(bank.root, ["tag", "a", "first"]));
    const duration = Date.now() - started;
    let killed = 0;
    let changed = 0;
    for (let round = 0; round < 40; round++) {
      const before = bank.read("stories/a.md");
      const tag = `t${round}`;
      const child = startBinary(bank.root, ["tag", "a", tag]);
      const end = ended(child);
      // Later rounds die later, so that kills fall before, within and after the write.
      setTimeout(() => child.kill("SIGKILL"), duration * (0.3 + round / 30));
      if ((await end).signal === "SIGKILL") killed++;
      const after = bank.read("stories/a.md");
      const tags = /tags: \[(.*)\]/.exec(before)?.[1] ?? "";
      expect([before, whole(`${tags}, ${tag}`)]).toContain(after);
      if (after !== before) changed++;
    }
    expect(killed).toBeGreaterThan(5);
    const start = Date.now();
    const { code } = await ended(startBinary(bank.root, ["tag", "a", "last"]));
    expect(code).toBe(0);
    expect(Date.now() - start).toBeLessThan(4000);
    expect(changed).toBeGreaterThan(0);
    expect(readdirSync(join(bank.root, ".storybank")).filter((name) => name === "lock")).toEqual([]);
  });
});

describe("the lock", () => {
  test("of a dead process is taken over within a second, by one of many", async () => {
    const bank = createBank();
    bank.write(".storybank/lock", JSON.stringify({ pid: 999_999_999, start: "1", host: hostname(), token: "dead" }));
    const start = Date.now();
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside++;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 10));
      inside--;
    };
    await Promise.all(Array.from({ length: 12 }, () => withLock(bank.root, work)));
    expect(most).toBe(1);
    expect(Date.now() - start).toBeLessThan(3000);
    expect(readdirSync(join(bank.root, ".storybank"))).toEqual([]);
  });

  test("of a process number that was given to another is taken over; half a lock too", async () => {
    const bank = createBank();
    bank.write(".storybank/lock", JSON.stringify({ pid: process.pid, start: "1", host: hostname(), token: "reused" }));
    await withLock(bank.root, () => {});
    bank.write(".storybank/lock", "{");
    await withLock(bank.root, () => {});
    expect(bank.exists(".storybank/lock")).toBe(false);
  });
});

describe("a disk that does not take it", () => {
  test("a file-size limit leaves the old file as it was, and no leftovers", () => {
    const bank = createBank({ "stories/a.md": STORY });
    const { code, stderr } = runShell(bank.root, "trap '' XFSZ; ulimit -f 8; storybank tag a two");
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("could not be written: the file would be larger"),
    });
    expect(bank.read("stories/a.md")).toBe(STORY);
    expect(bank.files("stories")).toEqual(["stories/a.md"]);
  });

  test("output to a full device fails", () => {
    const bank = createBank({ "stories/a.md": STORY });
    const { code, stderr } = runShell(bank.root, "storybank list > /dev/full");
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("could not be written (ENOSPC)"),
    });
  });

  test("a file where a folder should be is named, and nothing is written", () => {
    const bank = createBank({ stories: "a file where the folder should be" });
    const { code, stderr } = runShell(bank.root, "storybank add A --body x");
    expect(code).toBe(1);
    expect(stderr).toMatch(/could not be written: a file stands in its place/);
    expect(bank.read("stories")).toBe("a file where the folder should be");
  });
});

describe("the safe writer", () => {
  test("keeps a file's permissions and creates exclusively", () => {
    const bank = createBank({ "x.md": "old" });
    const path = join(bank.root, "x.md");
    chmodSync(path, 0o600);
    replaceFile(path, "new");
    expect([bank.read("x.md"), statSync(path).mode & 0o777]).toEqual(["new", 0o600]);
    expect(createFile(path, "other")).toBe(false);
    expect(bank.read("x.md")).toBe("new");
  });
});
