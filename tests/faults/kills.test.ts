import { expect, test } from "vitest";
import { createBank, type TestBank } from "../support/bank.ts";
import { ended, startBinary } from "../support/binary.ts";
import { WEEK_DOCUMENT } from "../support/fixtures.ts";

/** `npm run fuzz` kills two thousand times; every test run a few. */
const KILLS = Number(process.env["KILLS"] ?? 60);

const STORY = "---\ntitle: A\nhook: It broke at 3 AM.\ntags: [one]\n---\n\n**The Setup:**\nIt happened to 12 of us.\n";

interface Victim {
  args: readonly string[];
  /** Fails where a file is neither what it was nor what the command makes of it. */
  judge(bank: TestBank, whole: TestBank): void;
}

/** The files of a bank that commands read; what a killed write leaves beside them begins with a dot. */
const visibleFiles = (bank: TestBank): string[] => bank.files().filter((file) => !/(?:^|\/)\./.test(file));

const createsWholeFiles: Victim["judge"] = (bank, whole) => {
  for (const file of visibleFiles(bank)) expect(bank.read(file)).toBe(whole.read(file));
};

const VICTIMS: readonly Victim[] = [
  {
    args: ["tag", "a", "two"],
    judge: (bank, whole) => expect([STORY, whole.read("stories/a.md")]).toContain(bank.read("stories/a.md")),
  },
  { args: ["add", "New", "--body", "It happened."], judge: createsWholeFiles },
  { args: ["draft", "a"], judge: createsWholeFiles },
  { args: ["import", "week-3.md"], judge: createsWholeFiles },
];

const newBank = (): TestBank => createBank({ "stories/a.md": STORY, "week-3.md": WEEK_DOCUMENT });

test(`${KILLS} kills at random moments lose nothing, and the next command goes on`, {
  timeout: 3_600_000,
}, async () => {
  const fates = { killed: 0, changed: 0 };
  for (const { args, judge } of VICTIMS) {
    const whole = newBank();
    const start = performance.now();
    expect((await ended(startBinary(whole.root, args))).code).toBe(0);
    const duration = performance.now() - start;
    const textOf = (bank: TestBank): string =>
      visibleFiles(bank)
        .map((file) => bank.read(file))
        .join();
    const before = textOf(newBank());
    for (let kill = 0; kill < KILLS / VICTIMS.length; kill++) {
      const bank = newBank();
      const child = startBinary(bank.root, args);
      const end = ended(child);
      setTimeout(() => child.kill("SIGKILL"), duration * (0.4 + 0.7 * Math.random()));
      if ((await end).signal === "SIGKILL") fates.killed++;
      judge(bank, whole);
      if (textOf(bank) !== before) fates.changed++;
      // The rest can be made good by running the command again.
      expect([0, 2]).toContain((await bank.run([...args, ...(args[0] === "add" ? ["--json"] : [])])).code);
    }
  }
  expect(fates.killed).toBeGreaterThan(KILLS / 10);
  expect(fates.changed).toBeGreaterThan(0);
});
