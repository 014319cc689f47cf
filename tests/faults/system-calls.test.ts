import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";
import { NO_STRACE, runTraced, type Traced } from "../support/strace.ts";

const STORY = `---\ntitle: A\ntags: [one]\n---\n${"It happened. ".repeat(400)}\n`;
const TAGGED = STORY.replace("[one]", "[one, two]");

const temporaries = (bank: TestBank): string[] =>
  bank.files().filter((file) => file.endsWith(".tmp") && !file.includes("/trash/"));

/** The calls from the first that concerns what the command writes; those before only start Node. */
function writingCalls({ calls }: Traced): Traced["calls"] {
  const first = calls.findIndex(({ line }) => line.includes("/.storybank/") || line.includes(".tmp"));
  expect(first).toBeGreaterThan(0);
  return calls.slice(first);
}

/** A bank after a command that was killed at a call. Node's own calls differ a little from run to run: one that came too late is tried again. */
function killAt(
  files: Record<string, string>,
  args: readonly string[],
  { name, count }: Traced["calls"][number],
): TestBank {
  for (let attempt = 1; ; attempt++) {
    const bank = createBank(files);
    const { signal, code } = runTraced(bank.root, args, `${name}:signal=KILL:when=${count}`);
    if (signal === null && code === 0 && attempt < 5) continue;
    expect([signal, code]).toEqual(["SIGKILL", null]);
    return bank;
  }
}

const isOfTemporary = (folder: string) => (line: string) =>
  new RegExp(`/${folder}/\\.storybank-\\d+-\\w+-\\d+\\.tmp`).test(line);

if (NO_STRACE !== null) process.stderr.write(`skipped: faults at system calls, since ${NO_STRACE}\n`);

describe.skipIf(NO_STRACE !== null)("at every system call of a write", () => {
  test("a kill of tag leaves the old file or the new one, and the next writer goes on", {
    timeout: 300_000,
  }, async () => {
    const profile = runTraced(createBank({ "stories/a.md": STORY }).root, ["tag", "a", "two"]);
    expect(profile.code).toBe(0);
    const seen = new Set<string>();
    for (const call of writingCalls(profile)) {
      const bank = killAt({ "stories/a.md": STORY }, ["tag", "a", "two"], call);
      const after = bank.read("stories/a.md");
      expect([STORY, TAGGED]).toContain(after);
      seen.add(after);
      const start = Date.now();
      expect((await bank.run("tag a two three")).code).toBe(0);
      expect(Date.now() - start).toBeLessThan(1500);
      expect(bank.read("stories/a.md")).toBe(STORY.replace("[one]", "[one, two, three]"));
      expect((await bank.run("doctor --fix")).stdout).not.toContain("!!");
      expect(temporaries(bank)).toEqual([]);
    }
    expect(seen.size).toBe(2);
  });

  test("a kill of add leaves no story or a whole one", { timeout: 300_000 }, async () => {
    const add = ["add", "New", "--body", "It happened. ".repeat(400)];
    const whole = createBank();
    const profile = runTraced(whole.root, add);
    expect(profile.code).toBe(0);
    const seen = new Set<number>();
    for (const call of writingCalls(profile)) {
      const bank = killAt({}, add, call);
      const stories = bank.exists("stories")
        ? readdirSync(join(bank.root, "stories")).filter((file) => !file.startsWith("."))
        : [];
      expect(stories.length).toBeLessThan(2);
      for (const story of stories) expect(bank.read(`stories/${story}`)).toBe(whole.read("stories/new.md"));
      seen.add(stories.length);
    }
    expect([...seen].sort()).toEqual([0, 1]);
  });

  test.each([
    ["write", "error=EIO", /the disk reported an error/],
    ["write", "error=ENOSPC", /the disk is full/],
    ["write", "retval=5", /the disk is full/],
    ["fsync", "error=EIO", /the disk reported an error/],
    ["rename", "error=EIO", /the disk reported an error/],
    ["openat", "error=EROFS", /the disk is read-only/],
    ["openat", "error=EMFILE", /EMFILE/],
  ])("%s with %s leaves the old file, no leftovers, and says so", (call, fault, said) => {
    const isOurs = isOfTemporary("stories");
    const profile = runTraced(createBank({ "stories/a.md": STORY }).root, ["tag", "a", "two"]);
    const own = profile.calls.findIndex(({ line }) => isOurs(line));
    const target = profile.calls.slice(own).find(({ name }) => name === call);
    const bank = createBank({ "stories/a.md": STORY });
    const { code, stderr, injected } = runTraced(
      bank.root,
      ["tag", "a", "two"],
      `${call}:${fault}:when=${target?.count}`,
    );
    expect(injected).toHaveLength(1);
    expect(stderr).toMatch(said);
    expect(code).not.toBe(0);
    expect(bank.read("stories/a.md")).toBe(STORY);
    expect(temporaries(bank)).toEqual([]);
    expect(bank.exists(".storybank/lock")).toBe(false);
  });

  test("a folder that can't be synced is no failure of the file", () => {
    const bank = createBank({ "stories/a.md": STORY });
    const { code, injected } = runTraced(bank.root, ["tag", "a", "two"], "fsync:error=EIO:when=2");
    expect([code, injected.length, bank.read("stories/a.md")]).toEqual([0, 1, TAGGED]);
  });

  test("where links can't be made, files are created all the same", () => {
    const bank = createBank();
    const { code, injected } = runTraced(bank.root, ["add", "New", "--body", "Text."], "link:error=EPERM");
    expect(code).toBe(0);
    expect(injected.length).toBeGreaterThan(0);
    expect(bank.read("stories/new.md")).toContain("Text.");
    expect(temporaries(bank)).toEqual([]);
  });

  test("and where that fails too, nothing is left behind", () => {
    const bank = createBank();
    const { code, injected } = runTraced(
      bank.root,
      ["add", "New", "--body", "x"],
      "link:error=EPERM",
      "rename:error=EIO",
    );
    expect([code, injected.some(({ name }) => name === "rename")]).toEqual([1, true]);
    expect(bank.exists("stories/new.md")).toBe(false);
    expect(temporaries(bank)).toEqual([]);
  });
});
