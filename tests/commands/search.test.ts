import { describe, expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";

const story = (head: string, body = ""): string => `---\n${head}\n---\n\n${body}\n`;

const BANK = {
  "stories/outage.md": story(
    "title: The Kafka Outage\nweek: 1\nday: tuesday\nhook: At 3 AM the queue stood still.\ntags: [scaling, incident-response]",
    "**The Setup:**\nOur architecture was one queue.\n\nThe database migration\nran for 6 hours.",
  ),
  "stories/hiring.md": story(
    "title: Hiring Ten People\nweek: 2\nday: friday\nhook: Nobody asked me why.\ntags: [career]\nfacts:\n  lesson: Ask twice",
    "We hired a Kafka expert. Kafka was not our problem; kafka never is.",
  ),
  "stories/cafe.md": story(
    "title: Der Weg zum Café",
    "Die Straße nach Łódź. Naïve – und 𝐛𝐨𝐥𝐝. 障害が起きた。Don’t *over* react.",
  ),
  "posts/2025-01-07-outage.md": story(
    "title: The Kafka Outage\nstory: outage\nweek: 1\nday: tuesday\nstatus: published\nhashtags: [IncidentResponse]",
    "## Final Optimized Post\n\nAt 3 AM the queue stood still.",
  ),
};

const ids = async (bank: ReturnType<typeof createBank>, ...words: string[]): Promise<string[]> =>
  (await bank.json<{ id: string }[]>(["search", ...words])).map(({ id }) => id);

describe("search", () => {
  test("shows title, id and the best line with its number, stories and posts together", async () => {
    expect(await createBank(BANK).run("search queue")).toEqual({
      code: 0,
      stderr: "",
      stdout: [
        "story  The Kafka Outage  outage",
        "    5  At 3 AM the queue stood still.",
        "post   The Kafka Outage  2025-01-07-outage",
        "   12  At 3 AM the queue stood still.",
        "",
      ].join("\n"),
    });
  });

  test("--json is kind, id, title, score, line and snippet", async () => {
    const [first] = await createBank(BANK).json<object[]>("search migration");
    expect(first).toEqual({
      kind: "story",
      id: "outage",
      title: "The Kafka Outage",
      score: expect.any(Number),
      line: 12,
      snippet: "The database migration",
    });
  });

  test.each([
    ["all words are needed", ["kafka", "expert"], ["hiring"]],
    ["a word's beginning is enough", ["archi"], ["outage"]],
    ["but not its end", ["tecture"], []],
    ["case does not matter", ["KAFKA", "migrATION"], ["outage"]],
    ["nor do accents, on either side", ["cafe"], ["cafe"]],
    ["nor do they in what is typed", ["Kàfka", "migration"], ["outage"]],
    ["letters that are spelled out", ["strasse", "lodz"], ["cafe"]],
    ["letters that only look bold", ["bold"], ["cafe"]],
    ["scripts without spaces", ["起きた"], ["cafe"]],
    ["typographic quotes", ["don't"], ["cafe"]],
    ["a phrase in quotes", ['"database migration"'], ["outage"]],
    ["a phrase from which the shell took the quotes, over a line's end", ["migration ran"], ["outage"]],
    ["a phrase over markdown's marks", ["don't over react"], ["cafe"]],
    ["no phrase where words stand apart", ["migration hours"], []],
    ["without a word", ["kafka", "-expert", "kind:story"], ["outage"]],
    ["without a phrase", ["kafka", '-"kafka never"', "kind:story"], ["outage"]],
    ["a word without, that begins like an option", ["kafka", "-hired", "kind:story"], ["outage"]],
    ["tag:", ["tag:scaling"], ["outage"]],
    ["tag: finds hashtags, however they are joined", ["tag:incident-response"], ["outage", "2025-01-07-outage"]],
    ["-tag:", ["kafka", "-tag:career", "kind:story"], ["outage"]],
    ["two tags must both be there", ["tag:scaling", "tag:career"], []],
    ["week: and day:", ["week:2", "day:FRI"], ["hiring"]],
    ["any of two weeks", ["week:1", "week:2", "kind:story"], ["hiring", "outage"]],
    ["week:this", ["week:this", "kind:story"], ["outage"]],
    ["status: of stories and posts", ["status:published"], ["outage", "2025-01-07-outage"]],
    ["status:unused", ["status:unused", "kafka"], ["hiring"]],
    ["a filter that does not fit the words", ["kafka", "week:9"], []],
    ["facts", ["twice"], ["hiring"]],
    ["no other key of the front matter", ["title"], []],
    ["nothing is a pattern", ["k.fka"], []],
    ["nor is this", ["(kafka"], []],
    ["digits", ["3"], ["outage", "2025-01-07-outage"]],
  ])("%s: %j", async (_, words, expected) => {
    const bank = createBank(BANK);
    const found = await bank.json<{ id: string }[]>(["search", ...words], { today: "2025-01-08" });
    expect(found.map(({ id }) => id)).toEqual(expected);
  });

  test.each<[string, Record<string, string>, string]>([
    ["a title that is the file's name", { "stories/outage-2024.md": "It happened.\n" }, "outage"],
    ["escapes in quoted front matter", { "stories/a.md": '---\ntitle: "Caf\\xE9 closed"\n---\n' }, "cafe"],
    ["a word right behind an emoji", { "stories/a.md": "🔥outage happened\n" }, "outage"],
    ["an emoji", { "stories/a.md": "It was 🔥hot\n" }, "🔥"],
  ])("finds %s", async (_, files, word) => {
    expect(await ids(createBank(files), word)).toHaveLength(1);
  });

  test("leaves out the notes on a post", async () => {
    const bank = createBank({
      "posts/p.md":
        "---\ntitle: P\n---\n\n## Final Optimized Post\n\nIt broke.\n\n## Content Strategy Notes\n\nThe invoice comes next.\n",
    });
    expect(await ids(bank, "invoice")).toEqual([]);
    expect(await bank.json("search broke")).toMatchObject([{ line: 7, snippet: "It broke." }]);
  });

  test("shows the title where there is nothing else to show", async () => {
    const bank = createBank({ "stories/a.md": "---\ntitle: Bare\n---\n" });
    expect(await bank.json("search kind:story")).toMatchObject([{ line: 2, snippet: "Bare" }]);
    expect((await bank.run("search kind:story")).stdout).toBe("story  Bare  a\n");
  });

  test("a title counts more than a hook, a hook more than the body, a whole word more than a beginning", async () => {
    const bank = createBank({
      "stories/a-body.md": story("title: One", "The cache was cold."),
      "stories/b-begin.md": story("title: Two", "The caches were cold."),
      "stories/c-hook.md": story("title: Three\nhook: The cache was cold.", "It was."),
      "stories/d-title.md": story("title: The Cache", "It was."),
    });
    expect(await ids(bank, "cache")).toEqual(["d-title", "c-hook", "a-body", "b-begin"]);
  });

  test("a rare word counts more than a common one", async () => {
    const common = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`stories/s${n}.md`, story(`title: S${n}`, "A deploy.")]),
    );
    const bank = createBank({
      ...common,
      "stories/x.md": story("title: X", "Deploy, deploy. One rollback."),
      "stories/y.md": story("title: Y", "A deploy. A rollback, a rollback."),
    });
    expect(await ids(bank, "deploy", "rollback")).toEqual(["y", "x"]);
  });

  test("highlights what was looked for, and cuts long lines around it", async () => {
    const bank = createBank({
      "stories/long.md": story(
        "title: Long",
        `${"Nothing here. ".repeat(20)}Then the Café closed. ${"And more. ".repeat(20)}`,
      ),
    });
    const { stdout } = await bank.run("search cafe", { columns: 60 });
    const line = stdout.split("\n")[1] ?? "";
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line).toMatch(/^ {4}5 {2}….* the Café closed.*…$/);
  });

  test("begins a line at its beginning where the match is in it", async () => {
    const bank = createBank({
      "stories/a.md": story("title: A", `At 3 AM the cache ${"was as cold as ever ".repeat(9)}`),
    });
    expect((await bank.run("search cache", { columns: 60 })).stdout).toMatch(/\n {4}5 {2}At 3 AM the cache was.*…\n$/);
  });

  test("shows twenty and says how many more there are; --limit and --json give others", async () => {
    const bank = createBank(
      Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`stories/s${n}.md`, story(`title: Outage ${n}`)])),
    );
    const { stdout, stderr } = await bank.run("search outage");
    expect(stdout.trim().split("\n")).toHaveLength(20);
    expect(stderr).toBe("10 more; see them with --limit 30\n");
    expect(await ids(bank, "outage")).toHaveLength(30);
    expect(await ids(bank, "outage", "--limit", "3")).toHaveLength(3);
    expect((await bank.run("search outage --format id --limit 1")).stdout).toMatch(/^s\d+\n$/);
  });

  test.each([
    [["zebra"], 'No story or post says "zebra". A word\'s beginning is enough: try fewer letters.\n'],
    [["kafka", "straße"], "No story or post has all of these words. Leave one out.\n"],
    [["hours ran"], "No story or post says that in a row. Without the quotes, the words may stand anywhere.\n"],
    [["tag:nope"], "No story or post matches. Tags are matched whole; see them with: storybank tags\n"],
    [["tags:scaling"], "Nothing matches. There is no filter tags:, there are tag:, week:, day:, status:, kind:.\n"],
    [["week:9"], "No story or post matches.\n"],
  ])("finding nothing is no error: %j", async (words, stderr) => {
    expect(await createBank(BANK).run(["search", ...words])).toEqual({ code: 0, stdout: "", stderr });
  });

  test("an empty bank says how to begin", async () => {
    expect((await createBank().run("search x")).stderr).toBe(
      "The bank has no stories yet. Add one with: storybank add\n",
    );
  });

  test.each([
    [["day:noday"], "Days are monday to sunday"],
    [["status:done"], "Choose one of: unused, drafted, published, draft, ready, scheduled."],
    [["kind:week"], "Choose one of: story, post."],
    [["week:x"], "week"],
    [["tag:"], "Write it as tag:VALUE"],
    [[""], "Give a word"],
    [["x", "--bogus"], "See: storybank search --help"],
    [["x", "--limit", "many"], "Give a whole number."],
  ])("wrong use is said in one line and a hint: %j", async (words, hint) => {
    const { code, stdout, stderr } = await createBank(BANK).run(["search", ...words]);
    expect({ code, stdout, lines: stderr.trim().split("\n").length }).toEqual({ code: 2, stdout: "", lines: 2 });
    expect(stderr).toContain(hint);
  });

  test("names what it could not read, and searches the rest", async () => {
    const bank = createBank({ ...BANK, "stories/bad.md": Uint8Array.from([0x6b, 0xff, 0xfe, 0x61]) });
    const { stdout, stderr } = await bank.run("search migration");
    expect(stderr).toBe("storybank: skipped stories/bad.md: it is not UTF-8; save it as UTF-8\n");
    expect(stdout).toContain("The database migration");
  });

  test("shows control codes, and never sends them", async () => {
    const bank = createBank({ "stories/evil.md": story('title: "Evil"', "An outage \u001b[31mred\u202e.") });
    expect((await bank.run("search outage")).stdout).toContain("An outage \\u{1b}[31mred\\u{202e}.");
  });

  test("on the sample bank", async () => {
    expect(await ids(createSampleBank(), "monolith")).toContain("the-monolith-invoice");
  });
});
