import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";

const INBOX = `# Inbox

- 2024-12-30 the pager rang for a service that we had switched off four months before #ops #on-call
from a phone
* [ ] 2025-01-02 the build broke
- [x] done
~~struck~~
Jan 4: we lost the deal
- 2024-11-01 the oldest, noted late
`;

test("seeds are listed by age, with their dates, weekdays and ages", async () => {
  const bank = createBank({ "inbox.md": INBOX });
  expect(await bank.run("seeds")).toEqual({
    code: 0,
    stdout: `5  Fri 1 Nov 2024   65 days    the oldest, noted late
1  Mon 30 Dec 2024  6 days     the pager rang for a service that we had switched off four months before  #ops  #on-call
2  no date                     from a phone
3  Thu 2 Jan 2025   3 days     the build broke
4  Sat 4 Jan 2025   yesterday  we lost the deal
`,
    stderr: "Next: storybank add --seed 5   makes a story of it\n",
  });
});

test("on 60 columns nothing is cut", async () => {
  const bank = createBank({ "inbox.md": INBOX });
  const { stdout } = await bank.run("seeds", { columns: 60 });
  expect(stdout.split("\n").filter((line) => stringWidth(line) > 60)).toEqual([]);
  expect(stdout).toContain(`1  Mon 30 Dec 2024  6 days
   the pager rang for a service that we had switched off
   four months before  #ops  #on-call
`);
});

test("their JSON", async () => {
  const bank = createBank({ "inbox.md": INBOX });
  expect((await bank.json<unknown[]>("seeds")).slice(1, 3)).toEqual([
    {
      number: 1,
      date: "2024-12-30",
      age: 6,
      text: "the pager rang for a service that we had switched off four months before",
      tags: ["ops", "on-call"],
      line: 3,
    },
    { number: 2, date: null, age: null, text: "from a phone", tags: [], line: 4 },
  ]);
  expect(await createBank().json("seeds")).toEqual([]);
});

test("without any it says how to note one", async () => {
  expect(await createBank().run("seeds")).toEqual({
    code: 0,
    stdout: "",
    stderr: 'No seed waits in inbox.md. Note one: storybank seed "what happened"\n',
  });
});

describe("--done", () => {
  test("strikes through what no story is to be made of", async () => {
    const bank = createBank({ "inbox.md": INBOX });
    expect(await bank.run("seeds --done 3 1")).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^Struck through: the build broke\nStruck through: the pager rang/),
    });
    expect(bank.read("inbox.md")).toBe(
      INBOX.replace(/- (2024-12-30.*)/, "- ~~$1~~").replace(/\* \[ \] (.*)/, "* [x] ~~$1~~"),
    );
    expect((await bank.json<{ text: string }[]>("seeds")).map(({ text }) => text)).toEqual([
      "the oldest, noted late",
      "from a phone",
      "we lost the deal",
    ]);
  });

  test.each(["0", "6", "x", "-1"])("%s is no seed, and nothing is struck", async (number) => {
    const bank = createBank({ "inbox.md": INBOX });
    expect(await bank.run(["seeds", `--done=1`, `--done=${number}`])).toEqual({
      code: 2,
      stdout: "",
      stderr: `storybank: There is no seed ${number}.\nThey are 1 to 5; see: storybank seeds\n`,
    });
    expect(bank.read("inbox.md")).toBe(INBOX);
  });
});

describe("week", () => {
  const SEED = "- 2025-01-02 the pager rang for a service we had switched off\n";

  test("reminds of seeds where a slot is empty", async () => {
    const bank = createSampleBank();
    bank.write("inbox.md", `${SEED}later\n`);
    const { stdout } = await bank.run("week 3", { columns: 60, today: "2025-01-05" });
    expect(stdout).toContain(`  2 seeds wait while 5 slots are empty: storybank seeds
  The oldest of Thu 2 Jan 2025: the pager rang for a service
  we had switched off
`);
  });

  test("proposes the oldest for the first empty slot, where nothing else is to be done", async () => {
    const bank = createBank({
      "storybank.yaml": "version: 1\ncalendar:\n  start: 2025-01-06\n  slots:\n    tuesday:\n      series: Debate\n",
      "inbox.md": SEED,
    });
    expect((await bank.run("week 1")).stdout).toContain(
      "  1 seed of Thu 2 Jan 2025 waits while a slot is empty: storybank seeds\n  the pager rang for a service we had switched off\n",
    );
    expect((await bank.run("week 1")).stdout).toContain(
      "Next: storybank add --seed 1 --week 1 --day tuesday   makes a story of the oldest seed\n",
    );
    expect((await bank.run("add --seed 1 --week 1 --day tuesday")).code).toBe(0);
    expect((await bank.run("week 1")).stdout).not.toContain("seed");
  });

  test("is silent without seeds, without room, and of a week that is over", async () => {
    const bank = createSampleBank();
    expect((await bank.run("week 3")).stdout).not.toContain("seed");
    bank.write("inbox.md", SEED);
    expect((await bank.run("week 1")).stdout).not.toContain("seed");
    expect((await bank.run("week 3", { today: "2025-03-01" })).stdout).not.toContain("seed");
    expect((await bank.run("week 3")).stdout).toContain("seed");
  });
});

test("completion offers the numbers of seeds with their words", async () => {
  const bank = createBank({ "inbox.md": "one thing\nanother\n" });
  expect((await bank.run(["__complete", "fish", "add", "--seed", ""])).stdout).toBe("1\tone thing\n2\tanother\n");
  expect((await bank.run(["__complete", "fish", "seeds", "--done", ""])).stdout).toBe("1\tone thing\n2\tanother\n");
});
