import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/commands.ts";
import { widthOf } from "../../src/render/width.ts";
import { createSampleBank, type TestBank } from "../support/bank.ts";

const POST = "2025-01-19-the-midnight-deployment";
const WIDTHS = [40, 60, 80];

/** What is looked at every day. */
const LOOKS = [
  "list",
  "list --week 1",
  "week 1",
  "week 2",
  "week 3",
  "show the-monolith-invoice",
  "show five-settings-for-fastapi",
  "search developers",
  "hooks",
  "hooks the-monolith-invoice",
  "hooks the-monolith-invoice --why",
  "draft --day tuesday --dry-run",
  "draft the-transfer-request --dry-run",
  "check",
  "posts",
  "tags",
  "doctor",
  `record ${POST}`,
  "stats",
  "stats --by post",
  "stats --by week",
  "stats --by day",
];

/** What goes wrong, and the hints with it. */
const ERRORS = [
  "nosuch",
  "show",
  "draft --dya tue",
  "show nothing-of-this-name",
  "show the",
  "list --day someday",
  "list --sort size",
  "list --week 99x",
  "edit the-monolith-invoice",
  "edit the-monolith-invoice --set colour=red",
  "tag the-monolith-invoice",
  "tags rename nosuch other",
  "rm the-monolith-invoice",
  "restore nothing",
  "draft the-monolith-invoice --hook nosuch",
  "draft the-monolith-invoice --template nosuch",
  "draft --date 2025-13-01",
  "import nothing.md",
  "export",
  "export --ics --csv",
  `mark ${POST} nosuch`,
  `mark ${POST} published --url nowhere`,
  `record ${POST} --impressions many`,
  "stats --since yesterday",
  "completion powershell",
  "search --nosuch x",
  "search zebra",
  "add",
];

/** A bank with results, and a post that is wrong. */
async function createWorkedBank(): Promise<TestBank> {
  const bank = createSampleBank();
  await bank.run("week 1 --fill");
  await bank.run("mark 2025-01-07-the-monolith-invoice published --force");
  await bank.run("record 2025-01-07-the-monolith-invoice --impressions 2000 --reactions 90 --at 2025-01-04");
  await bank.run("record 2025-01-07-the-monolith-invoice --impressions 4000 --reactions 180 --comments 22 --reposts 5");
  await bank.run(`record ${POST} --impressions 6000 --reactions 300 --comments 31`);
  const path = "posts/2025-01-08-thirty-developers-one-pipeline.md";
  bank.write(path, bank.read(path).replace(/\d+ minutes/, "99 minutes"));
  return bank;
}

/** Lines that are too wide, but for a command to copy, an address, and a word that is longer than the screen. */
function tooWide(text: string, columns: number): string[] {
  return text
    .split("\n")
    .filter((line) => widthOf(line) > columns)
    .filter((line) => !/^\s*storybank /.test(line) && line.trim().includes(" "));
}

/** The words without the punctuation around them. */
const wordsOf = (text: string): string[] => text.split(/\s+/).flatMap((word) => word.replace(/^…|[,.;:]+$/g, "") || []);

/** Words of the narrow screen that the wide one does not have; a cut is told by its … */
function broken(narrow: string, whole: string): string[] {
  const known = new Set(wordsOf(whole));
  return wordsOf(narrow).filter((word) => {
    if (known.has(word) || word.startsWith("weeks/") || /^[─┄█░▁-▇]+$/.test(word)) return false;
    const cut = word.endsWith("…") ? word.slice(0, -1) : null;
    // Cuts are made between words; only a word that is wider than its column, which has eight or more, is cut itself.
    return cut === null || !(known.has(cut) || (cut.length >= 7 && [...known].some((each) => each.startsWith(cut))));
  });
}

describe.each(WIDTHS)("at %d columns", (columns) => {
  test("no line of what is looked at every day is too wide, or breaks a word", async () => {
    const bank = await createWorkedBank();
    for (const command of LOOKS) {
      const narrow = await bank.run(command, { columns });
      const whole = await bank.run(command);
      const [text, all] = [narrow.stdout + narrow.stderr, whole.stdout + whole.stderr];
      expect({ command, wide: tooWide(text, columns) }).toEqual({ command, wide: [] });
      expect({ command, broken: broken(text, all) }).toEqual({ command, broken: [] });
    }
  });

  test("nor does the help of any command", async () => {
    const bank = createSampleBank();
    const commands = COMMANDS.flatMap(({ name, isHidden }) => (isHidden === true ? [] : [`${name} --help`]));
    for (const command of ["--help", "tags rename --help", ...commands]) {
      const { stdout } = await bank.run(command, { columns });
      const { stdout: whole } = await bank.run(command);
      expect({ command, wide: tooWide(stdout, columns) }).toEqual({ command, wide: [] });
      expect({ command, broken: broken(stdout, whole) }).toEqual({ command, broken: [] });
    }
  });

  test("nor does any error with its hint", async () => {
    const bank = await createWorkedBank();
    for (const command of ERRORS) {
      const { code, stderr } = await bank.run(command, { columns });
      const { stderr: whole } = await bank.run(command);
      expect([command, code]).not.toEqual([command, 70]);
      expect([command, stderr]).not.toEqual([command, ""]);
      expect({ command, wide: tooWide(stderr, columns) }).toEqual({ command, wide: [] });
      expect({ command, broken: broken(stderr, whole) }).toEqual({ command, broken: [] });
    }
  });
});

test("what is piped is neither cut nor broken, however long it is", async () => {
  const long = `A Story With a Title of ${"very many ".repeat(20)}words`;
  const bank = createSampleBank();
  bank.write(
    "stories/long.md",
    `---\ntitle: ${long}\nweek: 1\nday: tuesday\ntags: [${"tag-that-is-long, ".repeat(8)}end]\n---\n${long}, and it happened.\n`,
  );
  bank.write(
    "weeks/week-01.md",
    `---\nweek: 1\n---\n${Array.from({ length: 20 }, (_, index) => `- Hint ${index}, ${long}`).join("\n")}\n`,
  );
  for (const command of ["list", "week 1", "search happened", "show long"]) {
    const { stdout } = await bank.run(command);
    expect([command, stdout]).toEqual([command, expect.stringContaining(long)]);
    expect([command, stdout.includes("…")]).toEqual([command, false]);
  }
  expect((await bank.run("week 1")).stdout).toContain("Hint 19,");
  expect((await bank.run("week 1", { columns: 80 })).stdout).toContain("… weeks/week-01.md");
});
