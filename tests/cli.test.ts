import fc from "fast-check";
import { expect, test } from "vitest";
import { createBank } from "./support/bank.ts";

test.each([
  ["nosuch", "Unknown command 'nosuch'.\nSee: storybank --help\n"],
  ["lst", "Unknown command 'lst'.\nDid you mean one of list, ls, lsp?\n"],
  ["help nosuch", "There is no such command.\nSee: storybank --help\n"],
  ["show", "No story or post was named.\nGive its id or title; see: storybank list, storybank posts\n"],
  ["draft --dya tue", "Unknown option '--dya'.\nDid you mean --day?\n"],
  ["completion powershell", 'There is no completion for "powershell".\nThere is one for bash, zsh, fish.\n'],
  ["list --tag", "Option '-t, --tag <tag>' argument missing.\nSee: storybank list --help\n"],
])("%s says what is wrong and what to do", async (command, message) => {
  expect(await createBank().run(command)).toEqual({ code: 2, stdout: "", stderr: `storybank: ${message}` });
});

test("an error keeps its code and its hint, whatever its arguments begin with", async () => {
  const bank = createBank({ stories: "a file in the folder's place" });
  const { code, stderr } = await bank.run(["add", "T", "--body", "- one two"]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("Move it away")]);
  expect(await createBank().run("search --limit -1 x")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Give a whole number."),
  });
});

test.each([
  [["list", "-day of the fire"], '"ay of the fire" is no day.'],
  [["list", "-next to nothing"], `--limit can't be "ext to nothing".`],
  [["list", "-we met"], 'There is no week "e met".'],
  [["edit", "outage", "-so it was"], `--set can't be "o it was".`],
])(
  "%j: a word that begins with a dash is taken for an option's value, and the hint says how to write it",
  async (args, said) => {
    expect(await createBank({ "stories/outage.md": "Text.\n" }).run(args)).toEqual({
      code: 2,
      stdout: "",
      stderr: `storybank: ${said}\nPut -- in front of text that begins with a dash.\n`,
    });
  },
);

test("a value that an option can't take has the option's hint, where no dash is in the way", async () => {
  const { stderr } = await createBank().run(["list", "--day", "ay of the fire", "-n", "1"]);
  expect(stderr).toBe('storybank: "ay of the fire" is no day.\nDays are monday to sunday, or mon to sun.\n');
});

test("no words at all show the help", async () => {
  const { code, stdout } = await createBank().run([]);
  expect({ code, first: stdout.split("\n")[0] }).toEqual({ code: 0, first: "Usage: storybank [options] [command]" });
});

test("any command line ends with 0, 1 or 2 and never as a bug", async () => {
  const word = fc.oneof(
    fc.constantFrom(
      "list",
      "show",
      "tag",
      "tags",
      "rename",
      "draft",
      "hooks",
      "add",
      "rm",
      "restore",
      "mv",
      "open",
      "import",
      "export",
      "posts",
      "doctor",
      "edit",
      "help",
      "completion",
    ),
    fc.constantFrom(
      "--week",
      "--day",
      "--json",
      "--hook",
      "--tag",
      "--set",
      "--fact",
      "--",
      "-",
      "--dry-run",
      "--from",
      "--format",
      "-r",
      "--bank",
    ),
    fc.constantFrom(
      "1",
      "tuesday",
      "a",
      "x=y",
      "facts.a=b",
      "week=2",
      "../../etc/passwd",
      "stories/a.md",
      ".",
      "",
      "🔥",
      "__proto__",
      "constructor",
    ),
    fc.string({ maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (argv) => {
      const bank = createBank({ "stories/a.md": "---\ntitle: A\n---\nIt happened.\n" });
      const { code, stderr } = await bank.run(argv.filter((each) => each !== "--bank"));
      expect([0, 1, 2], stderr).toContain(code);
      if (code === 2) expect(stderr).toMatch(/^storybank: /m);
    }),
    { numRuns: 400 },
  );
});
