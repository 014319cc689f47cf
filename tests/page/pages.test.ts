import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createBank, createSampleBank, type TestBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";
import { HOSTILE, HOSTILE_POST } from "../support/fixtures-hostile.ts";
import { ask, serve } from "../support/page.ts";

/** A page's text as somebody reads it. */
function textOf(html: string): string {
  return html
    .replace(/^[\s\S]*?<main[^>]*>|<\/main>[\s\S]*$/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}

async function look(
  bank: TestBank,
  target: string,
  today?: string,
): Promise<{ status: number; body: string; text: string }> {
  const { port, troubles } = await serve(bank, today === undefined ? {} : { today });
  const { status, body } = await ask(port, { target });
  expect(troubles).toEqual([]);
  return { status, body, text: textOf(body) };
}

describe("the week", () => {
  test("shows seven days with slot, story and what to do, and the weeks beside it", async () => {
    const { text } = await look(createSampleBank(), "/week/1");
    for (const day of [
      "Monday 6 Jan",
      "Tuesday 7 Jan",
      "Wednesday 8 Jan",
      "Thursday 9 Jan",
      "Friday 10 Jan",
      "Saturday 11 Jan",
      "Sunday 12 Jan",
    ])
      expect(text).toContain(day);
    expect(text).toContain("Mon 6 Jan 2025 to Sun 12 Jan 2025");
    expect(text).toContain("The Monolith Invoice no post yet storybank draft the-monolith-invoice --week 1");
    expect(text).toContain("week 2 → 0 stories, 1 post, 1 published");
  });

  test("shows each post with its status, its length and its findings", async () => {
    const bank = createSampleBank();
    await bank.run("week 1 --fill");
    const path = "posts/2025-01-07-the-monolith-invoice.md";
    bank.write(path, bank.read(path).replace("late: $1.2M", "late: $1.5M"));
    const { text, body } = await look(bank, "/week/1");
    expect(text).toContain("The Monolith Invoice draft 09:00 1 error 1,230 / 3,000");
    expect(body).toContain('href="/posts/2025-01-07-the-monolith-invoice#L34"');
  });

  test("says what would fill a gap", async () => {
    const { text } = await look(createSampleBank(), "/week/2");
    expect(text).toContain("gap Could take Thirty Developers, One Pipeline : unused, and of Scaling Chronicles.");
    expect(text).toContain("storybank draft thirty-developers-one-pipeline --day wednesday --week 2");
  });

  test("the root is this week, and the first before the programme begins", async () => {
    const bank = createSampleBank();
    expect((await look(bank, "/", "2025-01-15")).text).toContain("Week 2");
    expect((await look(bank, "/", "2024-01-15")).text).toContain("Week 1");
    expect((await look(bank, "/", "2025-01-08")).text).toContain("Wednesday 8 Jan today");
  });

  test("a bank with nothing in it says so", async () => {
    const bank = createBank({ "storybank.yaml": "version: 1\n" });
    expect((await look(bank, "/")).text).toContain(
      "Nothing is planned, and the calendar has no slots. storybank add --week 1",
    );
    expect((await look(bank, "/stories")).text).toContain("The bank has no stories yet.");
    expect((await look(bank, "/posts")).text).toContain("There are no posts yet.");
    expect((await look(bank, "/stats")).text).toContain("No post has results yet.");
  });
});

describe("a post", () => {
  test("links each figure to the story's line that states it", async () => {
    const bank = createSampleBank();
    await bank.run("draft --day tuesday");
    const { body, text } = await look(bank, "/posts/2025-01-07-the-monolith-invoice");
    expect(body).toMatch(
      /<a class="figure" href="\/stories\/the-monolith-invoice#L24" data-tip="line 24: A release 2 months late: \$1\.2M we never earned">\$1\.2M<\/a>/,
    );
    expect(text).toContain("$800K line 23: 3 months of rework: $800K in salaries");
  });

  test("shows a text over the limit whole, with where the limit falls and what to leave out, and parts that can't be cut", async () => {
    const told = (times: number) => "One more sentence that says something. ".repeat(times);
    const long = `---\ntitle: Long\nplatform: linkedin\n---\nIt rang.\n\n## Then\n\n${told(30)}\n\n## Now\n\n${told(50)}\n\nhttps://example.com/${"x".repeat(600)}\n`;
    const { body, text } = await look(createBank({ "posts/long.md": long }), "/posts/long");
    expect(text).toContain("The post is 763 over LinkedIn's 3,000 characters: it has 3,763 It fits without:");
    expect(text).toContain("“Then One more sentence that …” (line 7, 1175 characters)");
    expect(body.match(/data-copy="It rang\.\n\nNow\n\nOne more/g)).toHaveLength(1);
    expect(text.match(/the limit/g)).toHaveLength(1);
    expect(body.match(/<span class="[^"]*"><span class="limit-mark"/g)).toHaveLength(1);
    expect(text).not.toContain("Left out");
    expect(text).toContain("Longer than Bluesky takes: a word or address that can’t be cut.");
    expect(text).toContain("1 error line 5");
  });

  test("an empty post, one without a story and one whose story is gone say so", async () => {
    const bank = createBank({
      "posts/empty.md": "---\ntitle: Empty\n---\n",
      "posts/lost.md": "---\ntitle: Lost\nstory: gone\n---\nIt cost $3M.\n",
    });
    expect((await look(bank, "/posts/empty")).text).toContain("There is no text to paste.");
    expect((await look(bank, "/posts/lost")).text).toContain("its story, gone , is not there");
  });
});

describe("what comes next", () => {
  test("a post is moved along, a drafted story is drafted anew with care, a week is filled", async () => {
    const bank = createSampleBank();
    expect((await look(bank, "/week/1")).text).toContain("5 stories have no post yet. storybank week 1 --fill");
    expect((await look(bank, "/stories/the-monolith-invoice")).text).not.toContain("--replace");
    await bank.run("draft --day tuesday");
    expect((await look(bank, "/posts/2025-01-07-the-monolith-invoice")).text).toContain(
      "Next: storybank mark 2025-01-07-the-monolith-invoice ready",
    );
    const { text } = await look(bank, "/stories/the-monolith-invoice");
    expect(text).toContain("with --replace, it goes to the trash");
    expect(text).toContain("storybank draft the-monolith-invoice --hook price-tag --replace");
    const { stderr } = await bank.run("draft the-monolith-invoice --hook price-tag");
    expect(stderr).toContain("storybank draft the-monolith-invoice --hook price-tag --replace");
  });

  test("a card of the hook lab does not say twice what the hook says", async () => {
    const { text } = await look(createSampleBank(), "/stories/the-monolith-invoice");
    expect(text).not.toContain("mobile game. Three years ago I worked on a mobile game.");
  });

  test("a post of a week without day and date stands below the days", async () => {
    const bank = createBank({ "posts/loose.md": "---\ntitle: Loose\nweek: 1\n---\nText.\n" });
    expect((await look(bank, "/week/1")).text).toContain("Without a day Loose draft");
    expect((await bank.run("week 1")).stdout).toMatch(/no day\s+Loose\s+draft/);
  });
});

describe("a story", () => {
  test("shows its beats, its figures, its posts and its hooks", async () => {
    const bank = createSampleBank();
    await bank.run("draft --day tuesday");
    const { text, body } = await look(bank, "/stories/the-monolith-invoice");
    expect(text).toContain("crisis The Bill:");
    expect(text).toContain("$1.2M A release 2 months late money 24");
    expect(body).toContain('<a href="/posts/2025-01-07-the-monolith-invoice">');
    expect(text).toContain(
      "$2.4M. That is what one shortcut in the rendering code cost us. Three years ago I worked on a mobile game.",
    );
    expect(text).toContain("storybank draft the-monolith-invoice --hook price-tag");
    expect(text).toMatch(/Not on offer, for want of a fact: \d/);
  });

  test("stories in folders, and with names that an address has to escape, are found", async () => {
    const bank = createBank({ "stories/2025/a #1 100% é.md": OUTAGE });
    const { body } = await look(bank, "/stories");
    const href = /href="(\/stories\/[^"]+)"/.exec(body)?.[1] ?? "";
    expect(href).toBe("/stories/2025/a%20%231%20100%25%20%C3%A9");
    expect((await look(bank, href)).text).toContain("The Night the Pager Won");
  });

  test("commands quote what a shell would read otherwise", async () => {
    const bank = createBank({ "stories/a; touch it's.md": OUTAGE });
    const { text } = await look(bank, "/stories/a%3B%20touch%20it's");
    expect(text).toContain("storybank draft 'a; touch it'\\''s' --hook own");
  });
});

describe("results", () => {
  const post = (number: number, series: string): string =>
    `---\ntitle: P${number}\nseries: ${series}\nday: tuesday\ndate: 2025-02-${String(number).padStart(2, "0")}\nstatus: published\ntargets:\n  engagement: 4-6%\nresults:\n  - 2025-03-01 impressions=1000 reactions=${30 + number}\n---\nText.\n`;

  test("groups with enough posts are bars with their sample size, the others dots", async () => {
    const posts = Array.from({ length: 8 }, (_, index) => [
      `posts/p${index + 1}.md`,
      post(index + 1, index < 6 ? "Many" : "Few"),
    ]);
    const { body, text } = await look(createBank(Object.fromEntries(posts)), "/stats");
    const bySeries = body.slice(body.indexOf("By series"), body.indexOf("By hook angle"));
    // Every chart is drawn twice, wide and narrow.
    expect(bySeries.match(/<rect /g)).toHaveLength(2 * 1);
    expect(bySeries.match(/<circle /g)).toHaveLength(2 * 2);
    expect(bySeries.match(/<title>P8, Sat 8 Feb 2025: 3\.8%<\/title>/g)).toHaveLength(2);
    expect(bySeries).toContain("n = 6");
    expect(bySeries).toContain("n = 2");
    expect(text).toContain("Many 6 median 3.4% 4-6% below median 1,000");
    expect(text).toContain("Few 2 3.7%, 3.8% 4-6%");
    const overTime = body.slice(0, body.indexOf("By series"));
    expect(overTime.match(/<circle /g)).toHaveLength(2 * 8);
    expect(overTime.match(/fill="var\(--band\)"/g)).toHaveLength(2 * 1);
  });

  test("results without a date are summed up, and nothing divides by nothing", async () => {
    const bank = createBank({
      "posts/a.md": post(1, "A")
        .replace(/date: .*\n/, "")
        .replace(/reactions=\d+/, "reactions=0"),
    });
    const { body, text } = await look(bank, "/stats");
    expect(text).toContain("A 1 0.0% 4-6%");
    expect(body).not.toMatch(/NaN|Engagement over time|No post has results/);
    expect((await look(createBank({ "posts/a.md": post(1, "A").replace("4-6%", "200+") }), "/stats")).body).not.toMatch(
      /NaN|>200</,
    );
  });

  test("a target that no post has reached is in the picture", async () => {
    const { body } = await look(createBank({ "posts/a.md": post(1, "A").replace("4-6%", "8%") }), "/stats");
    const band =
      /<rect [^>]*fill="var\(--band\)"[^>]*>|<g [^>]*fill="var\(--band\)"[^>]*><rect [^>]*>/.exec(body)?.[0] ?? "";
    expect(Number(/\sy="(-?[\d.]+)"/.exec(band)?.[1])).toBeGreaterThanOrEqual(0);
  });

  test("posts with targets of their own have a band each", async () => {
    const bank = createBank({ "posts/a.md": post(1, "A"), "posts/b.md": post(2, "B").replace("4-6%", "6-8%") });
    const { body } = await look(bank, "/stats");
    expect(body.slice(0, body.indexOf("By series"))).toMatch(/stroke="var\(--band\)"/);
  });
});

describe("what is wrong", () => {
  test("hostile texts stay texts, on every page", async () => {
    const bank = createBank({ "stories/hostile.md": HOSTILE, "posts/hostile.md": HOSTILE_POST });
    const { port, troubles } = await serve(bank);
    for (const target of ["/week/1", "/stories", "/stories/hostile", "/posts", "/posts/hostile", "/stats"]) {
      const { status, body } = await ask(port, { target });
      expect([target, status]).toEqual([target, 200]);
      expect(body.match(/<script/g)).toEqual(["<script"]);
      expect(body).not.toMatch(/<(?:img|iframe|style)|href="javascript:/i);
      expect(body.replace(/="[^"]*"/g, "")).not.toMatch(/<[^>]*\son\w+/i);
    }
    expect(troubles).toEqual([]);
  });

  test("files that can't be read are named, and the rest is shown", async () => {
    const bank = createBank({ "stories/good.md": OUTAGE, "stories/bad<b>.md": new Uint8Array([0x2d, 0x00]) });
    const { status, text } = await look(bank, "/stories");
    expect(status).toBe(200);
    expect(text).toContain("One file is skipped, since it can’t be read safely stories/bad<b>.md : it holds NUL bytes");
    expect(text).toContain("The Night the Pager Won");
  });

  test("settings that can't be read say so, and heal without a restart", async () => {
    const bank = createBank({ "storybank.yaml": "version: 1\ncalendar: [\n" });
    const { port, troubles } = await serve(bank);
    const broken = await ask(port);
    expect(broken.status).toBe(500);
    expect(textOf(broken.body)).toMatch(/storybank\.yaml can't be read.*Mend that line/);
    bank.write("storybank.yaml", "version: 1\n");
    expect((await ask(port)).status).toBe(200);
    expect(troubles).toEqual([]);
  });

  test("a post or story that can't be read says why, and what is too long is not shown", async () => {
    const bank = createBank({
      "posts/twice.md": "---\ntitle: A\nstatus: draft\nstatus: ready\n---\nText.\n",
      "posts/long.md": `---\ntitle: Long\n---\n${"x".repeat(10_001)}\n`,
      "stories/long.md": `---\ntitle: Long\n---\n${"Some words.\n".repeat(30_000)}`,
    });
    const twice = await look(bank, "/posts/twice");
    expect(twice.status).toBe(500);
    expect(twice.text).toMatch(/posts\/twice\.md: .*twice on line \d.* Mend the file in your editor/);
    for (const target of ["/posts/long", "/stories/long"]) {
      const { status, text } = await look(bank, target);
      expect([target, status]).toEqual([target, 500]);
      expect(text).toMatch(
        /long\.md has more than 300000 characters, or a line of more than 10000, so it is not shown\./,
      );
    }
  });

  test("a text that is nested too deeply is not shown, and no bug; the export says so on its page", async () => {
    const bank = createBank({ "stories/deep.md": `---\ntitle: Deep\n---\n${">".repeat(9000)} Text.\n` });
    const { status, text } = await look(bank, "/stories/deep");
    expect(status).toBe(500);
    expect(text).toContain("nested too deeply to be shown");
    expect((await bank.run("export --html site")).code).toBe(0);
    expect(bank.read("site/stories/deep.html")).toContain("nested too deeply to be shown");
  });

  test("a bank of another version, or without its settings, is not shown", async () => {
    const bank = createSampleBank();
    const { port } = await serve(bank);
    const settings = bank.read("storybank.yaml");
    bank.write("storybank.yaml", settings.replace("version: 1", "version: 7"));
    expect(textOf((await ask(port, { target: "/stories" })).body)).toContain(
      "This bank is of version 7, and this storybank knows version 1.",
    );
    rmSync(join(bank.root, "storybank.yaml"));
    expect(textOf((await ask(port, { target: "/stories" })).body)).toContain(
      "is not a story bank: it holds no storybank.yaml.",
    );
  });

  test("what is not there says so", async () => {
    const { status, text } = await look(createSampleBank(), "/stories/nobody");
    expect(status).toBe(404);
    expect(text).toContain("There is no story “nobody”. It may have been renamed or moved.");
  });
});
