import { utimesSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createBank, createSampleBank, type TestBank } from "../support/bank.ts";

const GOOD = "---\ntitle: Good\n---\n\nIt happened.\n";

const NFC = "stories/caf\u00e9.md";

const NFD = "stories/cafe\u0301.md";

const troubles = (bank: TestBank): Promise<{ what: string; remedy: string }[]> => bank.json("doctor");

describe("doctor", () => {
  test("finds nothing wrong with the sample bank", async () => {
    const { code, stdout } = await createSampleBank().run("doctor");
    expect({ code, last: stdout.trim().split("\n").at(-1) }).toEqual({ code: 0, last: "Nothing is wrong." });
  });

  test.each<[string, Record<string, string>, string, string]>([
    [
      "an unknown key",
      { "storybank.yaml": "calender:\n  start: 2025-01-06\n" },
      "unknown key calender",
      "Did you mean calendar?",
    ],
    [
      "a word for a map",
      { "storybank.yaml": "calendar: soon\n" },
      'calendar in storybank.yaml is "soon"',
      "keys below it",
    ],
    ["check: off", { "storybank.yaml": "check: off\n" }, 'check in storybank.yaml is "off"', "keys below it"],
    [
      "an unknown rule",
      { "storybank.yaml": "check:\n  no-questions: off\n" },
      'no rule "no-questions"',
      "Did you mean no-question?",
    ],
    [
      "an unknown platform",
      { "storybank.yaml": "platform: twitter\n" },
      '"twitter", which is no platform',
      "There are: linkedin, x",
    ],
    [
      "a slot's templates",
      { "storybank.yaml": "calendar:\n  slots:\n    tuesday:\n      template: poem\n      hook: luck\n" },
      "hook template that is not there: luck",
      "There are: own",
    ],
    [
      "a post without its story",
      { "posts/p.md": "---\nstory: gone\n---\n" },
      "tells a story that is not there: gone",
      "Correct story:",
    ],
    [
      "a week without its story",
      { "weeks/week-01.md": "---\nweek: 1\nstories: [good, gone]\n---\n" },
      "lists a story that is not there: gone",
      "Take it off stories:",
    ],
    [
      "an unknown status",
      { "posts/p.md": "---\nstatus: publishd\n---\n" },
      "status: publishd, which is no status",
      "draft, ready",
    ],
    [
      "a post's platform",
      { "posts/p.md": "---\nplatform: myspace\n---\n" },
      "platform: myspace, which is no platform",
      "Correct it",
    ],
    ["one title twice", { "stories/b.md": GOOD }, "b and good have one title: Good", "--set title="],
    [
      "two ways to write é",
      { [NFC]: "---\ntitle: A\n---\n", [NFD]: "---\ntitle: B\n---\n" },
      "are one name on some systems",
      "Rename",
    ],
    [
      "letter case",
      { "stories/Foo.md": "---\ntitle: A\n---\n", "stories/foo.md": "---\ntitle: B\n---\n" },
      "are one name on some systems",
      "Rename",
    ],
    [
      "recovered text",
      { ".storybank/recovered/good.md": "x" },
      "waiting in .storybank/recovered/good.md",
      "Look at it",
    ],
    ["an unfinished story", { ".storybank/recovered/unfinished-story.md": "x" }, "waiting in", "storybank add"],
    [
      "a story in the trash",
      { "posts/p.md": "---\nstory: gone\n---\n", ".storybank/trash/stories/gone.md": GOOD },
      "tells a story",
      "storybank restore gone",
    ],
    [
      "a date that is none",
      { "posts/p.md": "---\ndate: 2026-02-30\n---\n" },
      "date: 2026-02-30, which is no date",
      "YYYY-MM-DD",
    ],
    [
      "weeks that begin on a Tuesday",
      { "storybank.yaml": "calendar:\n  start: 2026-11-24\n" },
      "Tue 24 Nov 2026, which is no Monday",
      "Mondays",
    ],
    [
      "a time zone",
      { "storybank.yaml": "calendar:\n  timezone: Mars/X\n" },
      '"Mars/X", which is no time zone',
      "Europe/Berlin",
    ],
    [
      "a slot's time",
      { "storybank.yaml": "calendar:\n  slots:\n    tue:\n      time: '25:00'\n" },
      "time: 25:00, which is no time",
      "09:00",
    ],
    [
      "a slot without keys",
      { "storybank.yaml": "calendar:\n  slots:\n    wed: 5\n" },
      "slot of wed has no keys",
      "below it",
    ],
    [
      "one day twice",
      { "storybank.yaml": "calendar:\n  slots:\n    tuesday:\n      type: A\n    tue:\n      type: B\n" },
      "has tuesday twice",
      "Keep one",
    ],
    [
      "a tab, with its line",
      { "storybank.yaml": "version: 1\ncalendar:\n\tstart: x\n" },
      "tab on line 3",
      "doctor again",
    ],
    [
      "an open bracket, with its line",
      { "storybank.yaml": "version: 1\ncalendar: [\n" },
      "can't be read on line 2",
      "doctor again",
    ],
    [
      "a post template",
      { "templates/posts/bad.md": "---\nname: bad\n---\n{% if %}\n" },
      'template "bad" can\'t be read',
      "templates/",
    ],
  ])("names %s", async (_, files, what, remedy) => {
    const found = (await troubles(createBank({ "stories/good.md": GOOD, ...files }))).find((each) =>
      each.what.includes(what),
    );
    expect(found?.remedy).toContain(remedy);
  });

  test("--fix sweeps what interrupted commands left, says what it did, and touches nothing else", async () => {
    const lock = JSON.stringify({ pid: 999_999_999, start: "1", host: hostname(), token: "dead" });
    const bank = createBank({
      "stories/good.md": GOOD,
      "stories/.storybank-999999999-1.tmp": "half a sto",
      "posts/.storybank-999999999-2.tmp": "",
      ".storybank/lock": lock,
      ".storybank/lock.dead": lock,
      "posts/p.md": "---\nstory: gone\n---\n",
    });
    expect(await troubles(bank)).toHaveLength(5);
    const { code, stdout } = await bank.run("doctor --fix");
    expect(code).toBe(1);
    expect(stdout).toContain("done  stories/.storybank-999999999-1.tmp is in .storybank/trash/stories/");
    expect(stdout).toContain("1 thing needs a look.");
    expect(bank.read(".storybank/trash/stories/.storybank-999999999-1.tmp")).toBe("half a sto");
    expect(bank.files().filter((file) => !file.includes("trash"))).toEqual([
      "posts/p.md",
      "stories/good.md",
      "storybank.yaml",
    ]);
    expect(bank.read("stories/good.md")).toBe(GOOD);
    expect((await bank.run("doctor --fix")).stdout).not.toContain("done");
  });

  test("--fix keeps what was typed, and every one of two leftovers of one name", async () => {
    const bank = createBank({
      ".storybank/recovered/.storybank-999999999-3.tmp": "typed by hand",
      "stories/.storybank-999999999-1.tmp": "second",
      ".storybank/trash/stories/.storybank-999999999-1.tmp": "first",
    });
    expect((await bank.run("doctor --fix")).code).toBe(0);
    const held = bank.files(".storybank").map((file) => bank.read(file));
    expect(held.sort()).toEqual(["first", "second", "typed by hand"]);
  });

  test("--fix removes a lock that can't be read, once it is old enough not to be being written", async () => {
    const bank = createBank({ ".storybank/lock": "" });
    utimesSync(join(bank.root, ".storybank/lock"), 1, 1);
    expect(await troubles(bank)).toMatchObject([{ what: ".storybank/lock is a lock that can't be read." }]);
    expect((await bank.run("doctor --fix")).stdout).toContain("done  .storybank/lock is gone");
    expect(bank.exists(".storybank/lock")).toBe(false);
  });

  test("a folder in the lock's place is named", async () => {
    const bank = createBank({ "stories/good.md": GOOD, ".storybank/lock/x": "" });
    const { code, stderr } = await bank.run("tag good x");
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/lock is no file, so the bank can't be locked\.\nRemove it\.\n$/),
    ]);
  });

  test("leaves alone what living processes hold", async () => {
    const bank = createBank({
      "stories/good.md": GOOD,
      [`stories/.storybank-${process.pid}-1.tmp`]: "being written",
      ".storybank/lock": JSON.stringify({ pid: process.pid, start: null, host: hostname(), token: "alive" }),
      ".storybank/lock.far": JSON.stringify({ pid: 1, start: "1", host: "another-machine", token: "far" }),
    });
    await bank.run("doctor --fix");
    expect(bank.files()).toEqual([
      ".storybank/lock",
      ".storybank/lock.far",
      `stories/.storybank-${process.pid}-1.tmp`,
      "stories/good.md",
      "storybank.yaml",
    ]);
  });
});

test.each([
  ["\uFEFFversion: 9", "of version 9", "update yours"],
  ["version: 2", "of version 2, and this storybank knows version 1", "update yours"],
  ["version: 0", "there is only version 1", "Write version: 1"],
  ['version: "one" # ?', "says version: one", "Write version: 1"],
])("a bank of another version is left alone by every command: %s", async (version, said, hint) => {
  const bank = createBank({ "storybank.yaml": `${version}\n`, "stories/good.md": GOOD });
  for (const command of ["list", "tag good x", "draft good", "doctor"]) {
    const { code, stdout, stderr } = await bank.run(command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
    expect(stderr).toContain(hint);
  }
  expect(bank.files()).toEqual(["stories/good.md", "storybank.yaml"]);
});

test("unknown keys of storybank.yaml are kept", async () => {
  const config = "version: 1\nmine: yes # own\ncalendar:\n  start: 2025-01-06\n";
  const bank = createBank({ "storybank.yaml": config, "stories/good.md": GOOD });
  await bank.run("week 1 --theme Beginnings");
  await bank.run("draft good");
  expect(bank.read("storybank.yaml")).toBe(config);
});

test("doctor names what is wrong and what to do", async () => {
  const bank = createBank({
    "storybank.yaml": "calender:\n  start: 2025-01-06\n",
    "posts/p.md": "---\nstory: gone\n---\n",
    "stories/.storybank-999999999-1.tmp": "x",
  });
  const { code, stdout } = await bank.run("doctor");
  expect(code).toBe(1);
  expect(stdout).toContain("unknown key calender.\n    Did you mean calendar?");
  expect(stdout).toContain("posts/p.md tells a story that is not there: gone.");
  expect(stdout).toContain("An interrupted write left");
  expect((await createSampleBank().run("doctor")).stdout).toContain("Nothing is wrong.");
});

test("doctor names skipped files and keys that are not what they ask for", async () => {
  const bank = createBank({
    "stories/a.md": "---\ntitle: A\nweek: soon\nday: caturday\n---\n",
    "stories/b.md": "---\ntitle: [\n---\n",
  });
  const { code, stdout } = await bank.run("doctor");
  expect(code).toBe(1);
  for (const what of ["stories/b.md is skipped", "week: soon, which is no week", "day: caturday, which is no day"])
    expect(stdout).toContain(what);
});
