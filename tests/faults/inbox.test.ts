import { spawn } from "node:child_process";
import { appendFileSync, closeSync, openSync, renameSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { appendLines } from "../../src/bank/append.ts";
import { editInPlace } from "../../src/bank/edit-in-place.ts";
import { createBank, type TestBank } from "../support/bank.ts";
import { BIN, ENV, ended, runBinary, startBinary } from "../support/binary.ts";
import { NO_STRACE, runTraced } from "../support/strace.ts";

/** A program that adds lines one by one, as fast as it can, until it has added so many. */
function startShell(bank: TestBank, name: string, count: number): Promise<unknown> {
  const line = `for i in $(seq ${count}); do echo "${name}-$i from a shell" >> inbox.md; sleep 0.02; done`;
  return ended(spawn("bash", ["-c", line], { cwd: bank.root, stdio: "ignore" }));
}

/** A program that keeps the file open all the while. */
function startHolder(bank: TestBank, name: string, count: number): Promise<unknown> {
  const line = `exec 3>> inbox.md; for i in $(seq ${count}); do printf '${name}-%s held open\\n' $i >&3; sleep 0.03; done`;
  return ended(spawn("bash", ["-c", line], { cwd: bank.root, stdio: "ignore" }));
}

/** A program that notes seeds with storybank, one process each. */
function startNotes(bank: TestBank, name: string, count: number): Promise<unknown> {
  const line = `for i in $(seq ${count}); do '${process.execPath}' '${BIN}' seed "${name}-$i with storybank"; done`;
  return ended(spawn("bash", ["-c", line], { cwd: bank.root, stdio: "ignore", env: ENV }));
}

const names = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);

describe("an inbox that many write to", () => {
  test("twelve writers lose nothing while seeds become stories", { timeout: 120_000 }, async () => {
    const first = names("first", 8).map((name) => `- 2025-01-02 ${name} waits\n`);
    const bank = createBank({ "inbox.md": first.join("") });
    const inode = statSync(join(bank.root, "inbox.md")).ino;
    const writers = [
      ...names("shell", 5).map((name) => startShell(bank, name, 40)),
      ...names("held", 3).map((name) => startHolder(bank, name, 30)),
      ...names("note", 4).map((name) => startNotes(bank, name, 6)),
    ];
    const lengths: number[] = [];
    for (const each of names("first", 8)) {
      lengths.push(bank.read("inbox.md").length);
      const { code, stderr } = runBinary(bank.root, ["add", each, "--seed", "1", "--body", `What ${each} was.`]);
      expect([code, stderr]).toEqual([0, expect.stringContaining("Its seed is struck through in inbox.md.")]);
    }
    // Others have written between any two.
    expect(new Set(lengths).size).toBe(lengths.length);
    await Promise.all(writers);
    const lines = bank.read("inbox.md").split("\n");
    const expected = [
      ...names("first", 8).map((name) => `- ~~2025-01-02 ${name} waits~~`),
      ...names("shell", 5).flatMap((name) => names(name, 40).map((each) => `${each} from a shell`)),
      ...names("held", 3).flatMap((name) => names(name, 30).map((each) => `${each} held open`)),
      ...names("note", 4).flatMap((name) => names(name, 6).map((each) => `- 2025-01-05 ${each} with storybank`)),
      "",
    ];
    expect(lines.toSorted()).toEqual(expected.toSorted());
    expect(lines.slice(0, 8)).toEqual(expected.slice(0, 8));
    expect(statSync(join(bank.root, "inbox.md")).ino).toBe(inode);
    expect(bank.files(".storybank").filter((file) => !file.endsWith("/trash"))).toEqual([]);
    expect(bank.files("stories")).toHaveLength(8);
  });

  test("two that strike at once strike both", async () => {
    const bank = createBank({ "inbox.md": "one\ntwo\nthree\n" });
    const children = ["1", "2"].map((seed) => startBinary(bank.root, ["add", "--seed", seed]));
    for (const { code } of await Promise.all(children.map(ended))) expect([0, 2]).toContain(code);
    // Who came second may have counted after the first had struck: then it took the next one.
    expect(bank.read("inbox.md").match(/~~/g)).toHaveLength(4);
    expect(bank.read("inbox.md").replaceAll("~~", "")).toBe("one\ntwo\nthree\n");
  });
});

describe("changing a file in place", () => {
  const strike = (text: string): string => text.replace("two", "~~two~~");

  test.each<[string, string]>([
    ["one\ntwo\nthree\n", "one\n~~two~~\nthree\n"],
    ["two", "~~two~~\n"],
    ["one\r\ntwo\r\n", "one\r\n~~two~~\r\n"],
    ["\ufeffone\ntwo 🔥 ünï", "\ufeffone\n~~two~~ 🔥 ünï\n"],
  ])("%j", (before, after) => {
    const bank = createBank({ "inbox.md": before });
    expect(editInPlace(bank.root, "inbox.md", strike)).toBe(true);
    expect(bank.read("inbox.md")).toBe(after);
    expect(editInPlace(bank.root, "inbox.md", (text) => text)).toBe(false);
  });

  test("what was added after reading stays, with or without its line's end", () => {
    const bank = createBank({ "inbox.md": "one\ntwo\nthree\n" });
    const descriptor = openSync(join(bank.root, "inbox.md"), "a");
    let isAdded = false;
    editInPlace(bank.root, "inbox.md", (text) => {
      if (!isAdded) writeSync(descriptor, "four\nfive");
      isAdded = true;
      return strike(text);
    });
    writeSync(descriptor, "six\n");
    closeSync(descriptor);
    expect(bank.read("inbox.md").replace(/ +\n/, "\n")).toBe("one\n~~two~~\nthree\nfour\nfive\nsix\n");
  });

  test("an editor that puts a new file in its place while it is read is read again", () => {
    const bank = createBank({ "inbox.md": "one\ntwo\n" });
    let isReplaced = false;
    editInPlace(bank.root, "inbox.md", (text) => {
      if (!isReplaced) {
        writeFileSync(join(bank.root, "new"), "zero\none\ntwo\n");
        renameSync(join(bank.root, "new"), join(bank.root, "inbox.md"));
        isReplaced = true;
      }
      return strike(text);
    });
    expect(bank.read("inbox.md").trimEnd()).toBe("zero\none\n~~two~~");
  });

  test("an editor that saves into the same file while it is read is read again", () => {
    const bank = createBank({ "inbox.md": "one\ntwo\n" });
    let isSaved = false;
    editInPlace(bank.root, "inbox.md", (text) => {
      if (!isSaved) bank.write("inbox.md", "two\nand other words\n");
      isSaved = true;
      return strike(text);
    });
    expect(bank.read("inbox.md").trimEnd()).toBe("~~two~~\nand other words");
  });
});

describe("adding to the end", () => {
  test.each<[string | null, string]>([
    [null, "a\nb\n"],
    ["", "a\nb\n"],
    ["one\n", "one\na\nb\n"],
    ["one", "one\na\nb\n"],
    ["one\r\n", "one\r\na\r\nb\r\n"],
  ])("%j", (before, after) => {
    const bank = createBank(before === null ? {} : { "inbox.md": before });
    appendLines(bank.root, "inbox.md", ["a", "b"]);
    expect(bank.read("inbox.md")).toBe(after);
  });

  test("takes one write, however many lines", { skip: NO_STRACE !== null }, () => {
    const bank = createBank({ "inbox.md": "one" });
    const { calls, code } = runTraced(bank.root, ["seed", "first thing", "second thing"]);
    expect(code).toBe(0);
    const opened = calls.find(
      ({ name, line }) => name === "openat" && line.includes("inbox.md") && line.includes("O_APPEND"),
    );
    const [, descriptor = ""] = /= (\d+)$/.exec(opened?.line ?? "") ?? [];
    const writes = calls.filter(({ name, line }) => name === "write" && line.includes(`write(${descriptor}, "`));
    expect(writes.map(({ line }) => /"(.*)"/.exec(line)?.[1])).toEqual(
      [String.raw`\n- 2025-01-05 first thing\n- 2025`].map((start) => expect.stringContaining(start.slice(0, 20))),
    );
  });
});

describe.skipIf(NO_STRACE !== null)("at every system call of striking through", () => {
  const BEFORE = `one\ntwo\n${"three and more\n".repeat(20)}`;
  const AFTER = BEFORE.replace("one", "~~one~~");

  test("a kill leaves the line as it was or struck, and the next one goes on", { timeout: 120_000 }, async () => {
    const profile = runTraced(createBank({ "inbox.md": BEFORE }).root, ["seeds", "--done", "1"]);
    const first = profile.calls.findIndex(({ line }) => line.includes("/.storybank/"));
    expect([profile.code, first > 0]).toEqual([0, true]);
    const seen = new Set<string>();
    for (const { name, count } of profile.calls.slice(first)) {
      const bank = createBank({ "inbox.md": BEFORE });
      runTraced(bank.root, ["seeds", "--done", "1"], `${name}:signal=KILL:when=${count}`);
      const after = bank.read("inbox.md");
      // What was added for room is an empty line.
      expect([BEFORE, `${BEFORE}   \n`, AFTER]).toContain(after);
      seen.add(after);
      for (const kept of bank.files(".storybank").filter((file) => file.includes("recovered/inbox")))
        expect([kept, bank.read(kept)]).toEqual([kept, BEFORE]);
      expect((await bank.run(["seeds", "--done", "1"])).code).toBe(0);
      expect(bank.read("inbox.md").trimEnd()).toBe(
        (after === AFTER ? AFTER.replace("two", "~~two~~") : AFTER).trimEnd(),
      );
    }
    expect(seen.size).toBe(3);
  });

  /** Puts a new file in the inbox's place as soon as the inbox holds some words. */
  function replaceOnce(bank: TestBank, words: string, content: string): Promise<unknown> {
    const line = `until grep -q '${words}' inbox.md; do sleep 0.01; done; printf '${content}' > new; mv new inbox.md`;
    return ended(spawn("bash", ["-c", line], { cwd: bank.root, stdio: "ignore" }));
  }

  test("a file that an editor puts in its place right after a seed was added gets the seed, too", async () => {
    const bank = createBank({ "inbox.md": "one\n" });
    const replaced = replaceOnce(bank, "more", "by an editor\\n");
    const { code } = runTraced(bank.root, ["seed", "more"], "fsync:delay_enter=800000:when=1");
    await replaced;
    expect([code, bank.read("inbox.md")]).toEqual([0, "by an editor\n- 2025-01-05 more\n"]);
  });

  test("a file that an editor puts in its place right after a seed was struck is struck again", async () => {
    const bank = createBank({ "inbox.md": "one\n" });
    const replaced = replaceOnce(bank, "~~one~~", "one\\ntwo\\n");
    const { code } = runTraced(bank.root, ["seeds", "--done", "1"], "pwrite64:delay_exit=800000:when=1");
    await replaced;
    expect([code, bank.read("inbox.md")]).toEqual([0, "~~one~~\ntwo\n"]);
  });

  test("a disk that is full is named", () => {
    const bank = createBank({ "inbox.md": BEFORE });
    const { code, injected, stderr } = runTraced(bank.root, ["seed", "more"], "fsync:error=ENOSPC:when=1");
    expect([code, injected.length, stderr]).toEqual([1, 1, expect.stringContaining("the disk is full")]);
  });

  test("where writing fails halfway, the copy of before is named", () => {
    const bank = createBank({ "inbox.md": BEFORE });
    const { code, injected, stderr } = runTraced(bank.root, ["seeds", "--done", "1"], "pwrite64:error=EIO:when=1");
    expect([code, injected.length, stderr]).toEqual([
      1,
      1,
      "storybank: inbox.md could not be written whole.\nAs it was before, it is kept in .storybank/recovered/inbox.md.\n",
    ]);
    expect(bank.read(".storybank/recovered/inbox.md")).toBe(BEFORE);
    expect(bank.read("inbox.md").trimEnd()).toBe(BEFORE.trimEnd());
  });
});

test.each<[string, (bank: TestBank) => void, RegExp]>([
  ["a folder", (bank) => bank.write("inbox.md/x.md", ""), /inbox\.md was left alone/],
  ["no UTF-8", (bank) => bank.write("inbox.md", new Uint8Array([0x66, 0xfc, 0x72])), /it is not UTF-8/],
  ["NUL bytes", (bank) => bank.write("inbox.md", "a line\0and more\n"), /NUL bytes/],
])("an inbox that is %s is left alone by all", async (_, spoil, sentence) => {
  const bank = createBank();
  spoil(bank);
  const bytes = bank
    .files()
    .filter((file) => file.startsWith("inbox"))
    .map((file) => bank.read(file));
  for (const command of ["seed more", "seeds", "add --seed 1"])
    expect(await bank.run(command)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(sentence) });
  expect((await bank.run("week 1")).code).toBe(0);
  expect(
    bank
      .files()
      .filter((file) => file.startsWith("inbox"))
      .map((file) => bank.read(file)),
  ).toEqual(bytes);
});

test("a phone's line without an end is a seed of its own", async () => {
  const bank = createBank();
  appendFileSync(join(bank.root, "inbox.md"), "from a phone");
  await bank.run(["seed", "from the desk"]);
  appendFileSync(join(bank.root, "inbox.md"), "from a phone again");
  expect(await bank.json("seeds")).toMatchObject([
    { text: "from a phone", date: null },
    { text: "from the desk", date: "2025-01-05" },
    { text: "from a phone again", date: null },
  ]);
});

test.each([
  ["tags", `${" #a".repeat(300_000)} x`],
  ["struck words", `~~${"~~ ~~".repeat(200_000)}x`],
  ["sentences", "A b. ".repeat(200_000)],
  ["dates", "2025-01-02 ".repeat(90_000)],
  ["lines", "- 2025-01-02 one #a\n".repeat(40_000)],
  ["brackets", `- ${"[](".repeat(300_000)}x`],
])("a megabyte of %s ends", async (_, text) => {
  const bank = createBank({ "inbox.md": text });
  expect((await bank.run("seeds --json")).code).toBe(0);
  expect((await bank.run("add --seed 1 --body x")).code).toBe(0);
});
