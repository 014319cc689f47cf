import { closeSync, ftruncateSync, openSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { runBinary } from "../support/binary.ts";

const GOOD = "---\ntitle: Good\n---\n";

describe("an edit changes its own line, and every other byte stays", () => {
  test.each<[string, string]>([
    ["a time", "---\ntime: 1:30\nTAGS\n---\nx\n"],
    ["a postal code", "---\nzip: 0123\nTAGS\n---\nx\n"],
    ["a version", "---\nver: 1.10\nTAGS\n---\nx\n"],
    ["a day that is none", "---\ncreated: 2024-02-31\nTAGS\n---\nx\n"],
    ["comments", "---\n# first\nTAGS # why\n# last\n---\nx\n"],
    ["key order and quotes", "---\nz: \"1\"\na: '2'\nTAGS\nb: 3\n---\nx\n"],
    ["a byte order mark", "\uFEFF---\nTAGS\n---\nx\n"],
    ["CRLF", "---\r\na: 1\r\nTAGS\r\n---\r\nx\r\n"],
    ["mixed line ends", "---\na: 1\r\nTAGS\nb: 2\r\n---\nx\r\ny\n"],
    ["no final newline", "---\nTAGS\n---\nx"],
    ["a space behind the fence", "--- \nTAGS\n--- \nx\n"],
    ["a body that opens like code", "---\nTAGS\n---\n---js\n{ run: 1 }\n---\n"],
    ["a body that opens like front matter", "---\nTAGS\n---\n---\nnot: front matter\n---\n"],
    ["poisoned keys", "---\n__proto__: {admin: yes}\nconstructor: x\nTAGS\n---\nx\n"],
    ["signs that look like others", "---\nmood: “grim” – ‘really’\u00a0…\nTAGS\n---\nNaïve 🔥 e\u0301\n"],
  ])("%s", async (_, text) => {
    const bank = createBank({ "stories/a.md": text.replace("TAGS", "tags: [one]") });
    expect(await bank.run("tag a two")).toMatchObject({ code: 0 });
    expect(bank.read("stories/a.md")).toBe(text.replace("TAGS", "tags: [one, two]"));
    const { ino } = statSync(join(bank.root, "stories/a.md"));
    await bank.run("tag a two");
    expect(statSync(join(bank.root, "stories/a.md")).ino).toBe(ino);
  });

  test.each([
    ["empty front matter", "---\n---\nx\n", "---\ntags: [two]\n---\nx\n"],
    ["front matter of a comment", "---\n# mine\n---\nx\n", "---\n# mine\ntags: [two]\n---\nx\n"],
    ["no front matter", "x\n", "---\ntags: [two]\n---\nx\n"],
    ["an empty file", "", "---\ntags: [two]\n---\n"],
  ])("%s gains a key", async (_, before, after) => {
    const bank = createBank({ "stories/a.md": before });
    expect(await bank.run("tag a two")).toMatchObject({ code: 0 });
    expect(bank.read("stories/a.md")).toBe(after);
  });
});

describe("what is made to hurt", () => {
  test("aliases in a circle, tabs, scalars: each is named within a second, and the rest is listed", async () => {
    const bank = createBank({
      "stories/good.md": GOOD,
      "stories/circle.md": "---\na: &a\n  b: *a\n---\n",
      "stories/tab.md": "---\na:\n\tb: 1\n---\n",
      "stories/scalar.md": "---\njust words\n---\n",
      "stories/deep.md": `---\na: ${"{b: ".repeat(20_000)}\n---\n`,
    });
    const start = Date.now();
    const { stdout, stderr } = await bank.run("list --format id");
    expect(Date.now() - start).toBeLessThan(1000);
    expect(stdout).toBe("good\n");
    for (const name of ["circle", "tab", "scalar", "deep"]) expect(stderr).toContain(`skipped stories/${name}.md`);
  });

  test("broken front matter is said twice when it is read twice", async () => {
    const bank = createBank({ "stories/bad.md": "---\na: [\n---\n" });
    const [first, second] = [await bank.run("list"), await bank.run("list")];
    expect(first.stderr).toContain("skipped stories/bad.md");
    expect(second).toEqual(first);
  });

  test("a hundred megabytes are skipped by their size", () => {
    const bank = createBank({ "stories/good.md": GOOD });
    const descriptor = openSync(join(bank.root, "stories/huge.md"), "w");
    ftruncateSync(descriptor, 100_000_000);
    closeSync(descriptor);
    const { stdout, stderr } = runBinary(bank.root, ["list", "--format", "id"], {
      NODE_OPTIONS: "--max-old-space-size=64",
    });
    expect(stdout).toBe("good\n");
    expect(stderr).toMatch(/skipped stories\/huge\.md: it is larger than 5 MB/);
  });

  test("keys and tags named like an object's own parts are plain words", async () => {
    const bank = createBank({
      "stories/a.md": "---\n__proto__: {isAdmin: yes}\ntags: [constructor, __proto__, toString]\n---\n",
      "stories/b.md": "---\ntags: [constructor]\nfacts:\n  __proto__: x\n  constructor: y\n---\n",
    });
    expect(await bank.json("tags")).toEqual([
      { tag: "constructor", stories: 2 },
      { tag: "__proto__", stories: 1 },
      { tag: "toString", stories: 1 },
    ]);
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
    expect((await bank.json<{ facts: object }>("show b")).facts).toMatchObject({ constructor: "y" });
  });
});

describe("titles and names", () => {
  test("names that some systems take for one get a number", async () => {
    const bank = createBank();
    for (const title of ["C", "C++", "C#", "Caf\u00e9", "Cafe\u0301", "Foo", "foo"])
      expect((await bank.run(["add", title, "--body", "x"])).code).toBe(0);
    expect(bank.files("stories").map((file) => file.slice("stories/".length))).toEqual([
      "c.md",
      "cafe-2.md",
      "cafe.md",
      "cpp.md",
      "csharp.md",
      "foo-2.md",
      "foo.md",
    ]);
  });

  test("a title keeps its three hundred characters, its file name does not", async () => {
    const bank = createBank();
    const title = `${"word ".repeat(60)}end`;
    await bank.run(["add", title, "--body", "x"]);
    const [file = ""] = bank.files("stories");
    expect(file.length).toBeLessThan(100);
    expect(await bank.json("list")).toMatchObject([{ title }]);
  });

  test.each([
    [["add", "-1 to hero", "--body", "x"], /Put -- in front/],
    [["add", "two\nlines", "--body", "x"], /line break/],
    [["add", " ", "--body", "x"], /The title is empty/],
    [["add", "-dash title", "--body", "x"], /Put -- in front/],
  ])("%j is refused with a hint", async (args, said) => {
    const bank = createBank();
    const { code, stderr } = await bank.run(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
    expect(bank.files()).toEqual(["storybank.yaml"]);
  });

  test("behind -- a title may begin with a dash", async () => {
    const bank = createBank();
    await bank.run(["add", "--body", "x", "--", "-1 to hero"]);
    expect(await bank.json("list")).toMatchObject([{ title: "-1 to hero" }]);
  });
});

test("dates are plain days, whatever the clock does", async () => {
  const bank = createBank({
    "storybank.yaml": "version: 1\ncalendar:\n  start: 2024-12-30\n  timezone: Europe/Berlin\n",
    "stories/a.md": "---\ntitle: A\nweek: 1\nday: monday\nhook: It broke.\n---\nIt happened.\n",
    "stories/b.md": "---\ntitle: B\nweek: 13\nday: sunday\nhook: It broke.\n---\nIt happened.\n",
  });
  expect((await bank.run("list --week 2025-W01 --format id", { today: "2024-12-30" })).stdout).toBe("a\n");
  for (const zone of ["America/New_York", "Pacific/Kiritimati", "Europe/Berlin"]) {
    const run = (day: string, ...args: string[]): string =>
      runBinary(bank.root, args, { TZ: zone, STORYBANK_TODAY: day }).stdout;
    expect(run("2024-12-30", "draft", "a", "--dry-run", "--json")).toContain('"date": "2024-12-30"');
    // The last Sunday of March has 23 hours in Berlin.
    expect(run("2025-03-30", "draft", "b", "--dry-run", "--json")).toContain('"date": "2025-03-30"');
  }
});

test.each([
  ["Europe/Berlin", "2025-01-12T22:59:00Z", "2025-01-12"],
  ["Europe/Berlin", "2025-01-12T23:01:00Z", "2025-01-13"],
  ["America/New_York", "2025-01-13T04:59:00Z", "2025-01-12"],
  ["Pacific/Kiritimati", "2025-01-12T10:01:00Z", "2025-01-13"],
  ["Europe/Berlin", "2025-03-30T01:00:00Z", "2025-03-30"],
  ["Europe/Berlin", "2024-12-30T22:59:00Z", "2024-12-30"],
])("in %s at %s it is %s", (zone, moment, day) => {
  const bank = createBank();
  const clock = join(import.meta.dirname, "..", "support", "clock.cjs");
  const env = { TZ: zone, CLOCK: moment, STORYBANK_TODAY: "", NODE_OPTIONS: `--require=${clock}` };
  expect(runBinary(bank.root, ["add", "A", "--body", "x"], env).code).toBe(0);
  expect(bank.read("stories/a.md")).toContain(`created: ${day}`);
});
