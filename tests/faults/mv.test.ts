import { describe, expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";
import { NO_STRACE, runTraced, type Traced } from "../support/strace.ts";

const OLD = {
  "stories/a.md": "---\ntitle: A\n---\n\nIt happened.\n",
  "posts/one.md": "---\nstory: a\n---\nOne.\n",
  "posts/two.md": "---\nstory: a\n---\nTwo.\n",
  "weeks/week-01.md": "---\nweek: 1\nstories: [a]\n---\n",
};
const NEW = {
  "stories/old/b.md": OLD["stories/a.md"],
  "posts/one.md": "---\nstory: old/b\n---\nOne.\n",
  "posts/two.md": "---\nstory: old/b\n---\nTwo.\n",
  "weeks/week-01.md": "---\nweek: 1\nstories: [old/b]\n---\n",
};
const MV = ["mv", "a", "old/b"];

const filesOf = (bank: TestBank): Record<string, string> =>
  Object.fromEntries(
    ["stories", "posts", "weeks"].flatMap((folder) =>
      bank.files(folder).flatMap((file) => (/\/\.storybank-/.test(file) ? [] : [[file, bank.read(file)]])),
    ),
  );

/** The calls from the lock on; those before only start Node. */
function writingCalls({ calls }: Traced): Traced["calls"] {
  const first = calls.findIndex(({ line }) => line.includes("/.storybank/"));
  expect(first).toBeGreaterThan(0);
  return calls.slice(first);
}

if (NO_STRACE !== null) process.stderr.write(`skipped: faults while renaming, since ${NO_STRACE}\n`);

describe.skipIf(NO_STRACE !== null)("at every system call of mv", () => {
  test("a kill leaves the old state, or one that the next command finishes", { timeout: 600_000 }, async () => {
    const profile = runTraced(createBank(OLD).root, MV);
    expect(profile.code).toBe(0);
    const fates = { old: 0, new: 0, between: 0 };
    for (const { name, count } of writingCalls(profile)) {
      const bank = createBank(OLD);
      expect(runTraced(bank.root, MV, `${name}:signal=KILL:when=${count}`).signal).toBe("SIGKILL");
      const left = JSON.stringify(filesOf(bank));
      if (left === JSON.stringify(filesOf(createBank(OLD)))) fates.old++;
      else if (left === JSON.stringify(filesOf(createBank(NEW)))) fates.new++;
      else fates.between++;
      await bank.run("doctor --fix");
      expect((await bank.run("doctor")).stdout).not.toContain("!!");
      const states = [OLD, NEW].map((files) => filesOf(createBank(files)));
      expect(states).toContainEqual(filesOf(bank));
      if (!bank.exists("stories/old/b.md")) expect(await bank.run(MV)).toMatchObject({ code: 0 });
      expect(filesOf(bank)).toEqual(NEW);
      expect(bank.exists(".storybank/renaming.json")).toBe(false);
    }
    expect(Math.min(fates.old, fates.new, fates.between)).toBeGreaterThan(0);
  });

  test.each([
    ["posts", "write", "error=ENOSPC", /the disk is full/],
    ["posts", "rename", "error=EIO", /the disk reported an error/],
    ["weeks", "fsync", "error=EIO", /the disk reported an error/],
    ["weeks", "openat", "error=EACCES", /no permission to write there/],
  ])("in %s, %s with %s puts everything back", (folder, call, fault, said) => {
    const isTemporary = new RegExp(`/${folder}/\\.storybank-`);
    const { calls } = runTraced(createBank(OLD).root, MV);
    const own = calls.findIndex(({ line }) => isTemporary.test(line));
    const target = calls.slice(own).find(({ name }) => name === call);
    const bank = createBank(OLD);
    const { code, stderr, injected } = runTraced(bank.root, MV, `${call}:${fault}:when=${target?.count}`);
    expect([code, injected.length, stderr]).toEqual([1, 1, expect.stringMatching(said)]);
    expect(filesOf(bank)).toEqual(OLD);
    expect(bank.files(".storybank")).toEqual([]);
  });

  test("where it can't be put back either, the next command finishes it", async () => {
    const { calls } = runTraced(createBank(OLD).root, MV);
    const own = calls.findLastIndex(({ line }) => line.includes("/weeks/.storybank-"));
    const target = calls.slice(0, own + 1).findLast(({ name }) => name === "rename");
    const bank = createBank(OLD);
    const { code, stderr } = runTraced(bank.root, MV, `rename:error=EIO:when=${target?.count}+`);
    expect([code, stderr]).toEqual([1, expect.stringContaining("The renaming is half done.")]);
    expect(filesOf(bank)).not.toEqual(OLD);
    expect(await bank.run("edit old/b --set title=A")).toMatchObject({ code: 0 });
    expect(filesOf(bank)).toEqual(NEW);
  });
});
