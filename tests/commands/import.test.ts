import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { damage, POST_DOCUMENT, WEEK_DOCUMENT } from "../support/fixtures.ts";

interface Report {
  files: {
    file: string;
    kind: string;
    encoding: { from: string; repaired: number };
    week: number | null;
    created: string[];
    unchanged: string[];
    conflicts: string[];
    posts: string[];
  }[];
}

const IDS = ["the-cache-that-lied", "rollback-in-90-seconds", "the-quiet-promotion"];

describe("a week document", () => {
  test("becomes stories and a week, its encoding repaired", async () => {
    const bank = createBank({ "week-3.md": damage(WEEK_DOCUMENT, "macintosh") });
    const report = await bank.json<Report>("import week-3.md");
    expect(report.files[0]).toMatchObject({
      kind: "week",
      week: 3,
      created: IDS,
      unchanged: [],
      conflicts: [],
      posts: [],
    });
    expect(report.files[0]?.encoding.from).toBe("macintosh");
    expect(report.files[0]?.encoding.repaired).toBeGreaterThan(5);
    expect(bank.read("stories/the-cache-that-lied.md")).toMatch(
      /^---\ntitle: The Cache That Lied\nweek: 3\nday: tuesday\nseries: Architecture Debate\nhook: We paid \$90K for a 'free' cache — and thanked it.\nangle: lead with the money\nicon: "🔥"\n/,
    );
    expect(bank.read("stories/the-cache-that-lied.md")).toContain("---\n\nA rule inside a story stays.\n");
    expect(bank.read("weeks/week-03.md")).toMatch(
      /^---\nweek: 3\ntheme: Money and Machines\nextracted: February 2025\nsource: "?Notebooks/,
    );
    const [, rollback, quiet] =
      await bank.json<{ day: string | null; hook: string | null; series: string | null }[]>("list --week 3");
    expect(rollback).toMatchObject({
      day: "thursday",
      series: "Release Tutorial",
      hook: "Our rollback took 4 hours → 90 seconds.",
    });
    expect(quiet).toMatchObject({ day: null, hook: null, series: null });
  });

  test("comes back from export to the letter, and importing that changes nothing", async () => {
    const bank = createBank({ "week-3.md": WEEK_DOCUMENT });
    await bank.run("import week-3.md");
    const { stdout } = await bank.run("export --week 3");
    expect(stdout).toBe(WEEK_DOCUMENT);
    bank.write("again.md", stdout);
    expect((await bank.json<Report>("import again.md")).files[0]).toMatchObject({
      created: [],
      unchanged: IDS,
      conflicts: [],
    });
    const fresh = createBank({ "again.md": stdout });
    await fresh.run("import again.md");
    for (const id of IDS)
      expect(fresh.read(`stories/${id}.md`).replace("source: again.md", "source: week-3.md")).toBe(
        bank.read(`stories/${id}.md`),
      );
    expect(fresh.read("weeks/week-03.md")).toBe(bank.read("weeks/week-03.md"));
  });

  test("twice damaged and with CRLF it is the same document", async () => {
    const bank = createBank({
      "week-3.md": damage(damage(WEEK_DOCUMENT, "windows-1252"), "windows-1252").replaceAll("\n", "\r\n"),
    });
    expect((await bank.json<Report>("import week-3.md")).files[0]?.created).toEqual(IDS);
    expect((await bank.run("export --week 3")).stdout).toBe(WEEK_DOCUMENT);
  });

  test("a story that differs is a conflict, kept as it is, and only replaced when asked", async () => {
    const bank = createBank({ "week-3.md": WEEK_DOCUMENT });
    await bank.run("import week-3.md");
    await bank.run(["edit", "the-cache", "--set", "hook=My own words."]);
    const mine = bank.read("stories/the-cache-that-lied.md");
    const again = await bank.run("import week-3.md");
    expect(again.code).toBe(1);
    expect(again.stdout).toContain("the-cache-that-lied differs from the bank's in hook; the bank's was kept");
    expect(bank.read("stories/the-cache-that-lied.md")).toBe(mine);
    const replaced = await bank.json<Report>("import week-3.md --replace");
    expect(replaced.files[0]).toMatchObject({ created: ["the-cache-that-lied"], conflicts: [] });
    expect(bank.read("stories/the-cache-that-lied.md")).not.toBe(mine);
    expect(bank.read(".storybank/trash/stories/the-cache-that-lied.md")).toBe(mine);
  });

  test("tags and facts of one's own are no conflict", async () => {
    const bank = createBank({ "week-3.md": WEEK_DOCUMENT });
    await bank.run("import week-3.md");
    await bank.run("tag the-cache money");
    await bank.run(["edit", "the-cache", "--set", "facts.cause=a cache"]);
    expect((await bank.json<Report>("import week-3.md")).files[0]).toMatchObject({ unchanged: IDS, conflicts: [] });
  });

  test("--dry-run writes nothing", async () => {
    const bank = createBank({ "week-3.md": WEEK_DOCUMENT });
    const before = bank.files();
    const { stdout } = await bank.run("import week-3.md --dry-run");
    expect(stdout).toContain("+ the-cache-that-lied");
    expect(bank.files()).toEqual(before);
  });

  test("what can't be understood is named with its line, and the rest is imported", async () => {
    const text = "# Our stories\n\n## STORY 1: A\n**For**: Someday\n**Hook**:\n\n## STORY 2:\ntext\n";
    const bank = createBank({ "stories.md": text });
    const { stderr, code } = await bank.run("import stories.md");
    expect(code).toBe(0);
    expect(stderr).toContain("stories.md:1: no week number");
    expect(stderr).toContain('stories.md:4: no weekday in "**For**: Someday"');
    expect(stderr).toContain("stories.md:5: a hook line without a hook");
    expect(stderr).toContain("stories.md:7: a story without a title");
    expect(bank.files("stories")).toEqual(["stories/a.md", "stories/story-2.md"]);
  });
});

describe("other shapes of week documents", () => {
  const shape = (heading: string, meta: string, level = "##"): string =>
    `# Week 12 – Shipping\n\n${level} ${heading}\n${meta}\n\nIt began in May.\n`;
  test.each([
    ["STORY 1: A Title", '**For**: Friday Career Talk\n**Hook**: "One line."', "friday", "Career Talk", "One line."],
    ["Story 1 – A Title", "For: Fri, Career Talk\nHook: One line.", "friday", "Career Talk", "One line."],
    [
      "**STORY 1 — A Title**",
      "- **For:** Friday (Career Talk)\n- **Hook:** “One line.”",
      "friday",
      "Career Talk",
      "One line.",
    ],
    [
      "🚀 **Story 1. A Title**",
      "*For*: Friday: Career Talk\n*Hook*: «One line.»",
      "friday",
      "Career Talk",
      "One line.",
    ],
    [
      "STORY #1: A Title",
      "**Day**: Friday\n**Series**: Career Talk\n**Hook**: **One line.**",
      "friday",
      "Career Talk",
      "One line.",
    ],
    [
      "Geschichte 1: A Title",
      "**Für**: Freitag Career Talk\n**Aufhänger**: „One line.“",
      "friday",
      "Career Talk",
      "One line.",
    ],
    [
      "STORY 1: A Title",
      '\n**For**: Friday Career Talk\n\n**Hook**:\n> "One line."',
      "friday",
      "Career Talk",
      "One line.",
    ],
    [
      "Geschichte 1: A Title",
      '**Für**: Freitag Career Talk\n**Aufhänger**: „One line."',
      "friday",
      "Career Talk",
      "One line.",
    ],
    ["STORY 1: A Title", "", null, null, null],
  ])("%s with %j", async (heading, meta, day, series, hook) => {
    for (const level of ["##", "###", "#"]) {
      const text = shape(heading, meta, level);
      const bank = createBank({ "doc.md": text });
      const { stderr } = await bank.run("import doc.md");
      expect(stderr).toBe("");
      expect(await bank.json("list")).toMatchObject([{ id: "a-title", title: "A Title", week: 12, day, series, hook }]);
      expect((await bank.run("export --week 12")).stdout).toBe(text);
    }
  });

  test("a hook over two lines stays two lines", async () => {
    const text = '# Week 2: X\n\n## STORY 1: A\n**Hook**: "First.\nSecond."\n\nText.\n';
    const bank = createBank({ "doc.md": text });
    await bank.run("import doc.md");
    expect(await bank.json("list")).toMatchObject([{ hook: "First.\nSecond." }]);
    expect((await bank.run("export --week 2")).stdout).toBe(text);
  });

  test("stories that stand in another order than their days come back in theirs", async () => {
    const text =
      "# Week 4: X\n\n## STORY 1: Late\n**For**: Sunday\n\nA.\n\n---\n\n## STORY 2: Early\n**For**: Monday\n\nB.\n";
    const bank = createBank({ "doc.md": text });
    await bank.run("import doc.md");
    expect((await bank.run("export --week 4")).stdout).toBe(text);
  });

  test("two stories of one title both come in, and are known again", async () => {
    const text = "# Week 4: X\n\n## STORY 1: Same\n\nA.\n\n---\n\n## STORY 2: Same\n\nB.\n";
    const bank = createBank({ "doc.md": text });
    expect((await bank.json<Report>("import doc.md")).files[0]?.created).toEqual(["same", "same-2"]);
    expect((await bank.json<Report>("import doc.md")).files[0]).toMatchObject({
      created: [],
      unchanged: ["same", "same-2"],
    });
  });
});

describe("a finished post", () => {
  test("becomes a post with its figures read, and keeps every line", async () => {
    const bank = createBank({ "post.md": damage(POST_DOCUMENT, "windows-1252") });
    const report = await bank.json<Report>("import post.md");
    const id = "2025-01-19-the-empty-dashboard";
    expect(report.files[0]).toMatchObject({ kind: "post", week: 2, posts: [id] });
    expect(await bank.json("posts")).toMatchObject([
      {
        id,
        day: "sunday",
        date: "2025-01-19",
        time: "18:00",
        week: 2,
        platform: "linkedin",
        status: "draft",
        title: "The Empty Dashboard",
      },
    ]);
    const file = bank.read(`posts/${id}.md`);
    expect(file).toContain('time: "?18:00"?'.replaceAll('"?', file.includes('"18:00"') ? '"' : ""));
    expect(file).toContain("targets:\n  engagement: 6-8%\n  comments: 15-25\n  saves: High\n");
    expect(file).toContain("hashtags: [Monitoring, Leadership]");
    expect(file).toContain("**Mood**: rueful");
    for (const line of POST_DOCUMENT.slice(POST_DOCUMENT.indexOf("## Final")).split("\n"))
      expect(file.split("\n")).toContain(line);
    expect((await bank.json<Report>("import post.md")).files[0]).toMatchObject({
      posts: [],
      unchanged: [id],
      conflicts: [],
    });
  });
});

describe("what is no document", () => {
  test.each([
    [["import", "none.md"], /none\.md was not imported: there is no such file/],
    [["import", "stories"], /There is nothing to import in stories/],
    [["import", "plain.md"], /neither a week document nor a finished post/],
    [["import", "table.csv"], /a table, but not LinkedIn's/],
    [["import"], /missing required argument/i],
  ])("%j is refused in one sentence", async (argv, message) => {
    const bank = createBank({ "plain.md": "# Notes\n", "table.csv": "a,b\n", "stories/x.md": "x" });
    const { code, stderr, stdout } = await bank.run(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("among several files, the others are imported", async () => {
    const bank = createBank({ "plain.md": "# Notes\n", "week.md": WEEK_DOCUMENT });
    const { code, stdout, stderr } = await bank.run("import plain.md week.md");
    expect(code).toBe(1);
    expect(stderr).toContain("plain.md is neither");
    expect(stdout).toContain("+ the-cache-that-lied");
  });
});

describe("a long document", () => {
  const stories = (count: number): string =>
    Array.from(
      { length: count },
      (_, n) =>
        `## **STORY ${n + 1}: Outage Number ${n + 1}**\n**For**: Tuesday Post\n\n**The Setup:**\nServer ${n + 1} fell.\n`,
    ).join("\n---\n\n");

  test("has a story for each of its headings, beyond the 999th too", async () => {
    const bank = createBank({ "week-1.md": `# Week 1 Story Bank: Outages\n\n---\n\n${stories(1002)}` });
    const [file] = (await bank.json<Report>("import week-1.md")).files;
    expect(file?.created).toHaveLength(1002);
    expect(bank.read("stories/outage-number-1000.md")).not.toContain("Outage Number 1001");
    expect((await bank.json<Report>("import week-1.md")).files[0]?.unchanged).toHaveLength(1002);
  }, 60_000);
});

test("a week's file or a story's name that can't be read is a conflict, and the stories come in", async () => {
  const bank = createBank({
    "week-3.md": WEEK_DOCUMENT,
    "weeks/week-03.md": "---\na: [\n---\n",
    [`stories/${IDS[0]}.md`]: Uint8Array.from([0xff, 0x61]),
  });
  const report = await bank.json<Report>("import week-3.md");
  expect(report.files[0]?.created).toEqual([`${IDS[0]}-2`, IDS[1], IDS[2]]);
  expect(report.files[0]?.conflicts).toEqual(["weeks/week-03.md"]);
  expect(bank.read("weeks/week-03.md")).toBe("---\na: [\n---\n");
});
