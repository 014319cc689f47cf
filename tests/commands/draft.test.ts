import { describe, expect, test } from "vitest";
import { createBank, createSampleBank } from "../support/bank.ts";
import { OUTAGE } from "../support/fixtures.ts";

interface Drafted {
  id: string;
  path: string;
  story: string;
  week: number | null;
  day: string;
  date: string;
  template: string;
  hook: { template: string; text: string };
  characters: number;
  limit: number;
  leftOut: { role: string; title: string | null; characters: number }[];
  text: string;
}

describe("draft on the sample bank", () => {
  test.each([
    ["tuesday", "the-monolith-invoice", "2025-01-07", "debate"],
    ["wednesday", "thirty-developers-one-pipeline", "2025-01-08", "chronicle"],
    ["thursday", "five-settings-for-fastapi", "2025-01-09", "tutorial"],
    ["friday", "the-transfer-request", "2025-01-10", "career"],
    ["sunday", "the-question-in-the-review", "2025-01-12", "reflection"],
  ])("%s: a post that can be pasted", async (day, story, date, template) => {
    const bank = createSampleBank();
    const post = await bank.json<Drafted>(`draft --day ${day} --week 1`);
    expect(post).toMatchObject({
      id: `${date}-${story}`,
      story,
      week: 1,
      day,
      date,
      template,
      limit: 3000,
      leftOut: [],
    });
    expect(post.text.startsWith(post.hook.text)).toBe(true);
    expect(post.characters).toBe(post.text.length);
    expect(post.text).not.toMatch(/\*\*|^#+ |```|^\s*- |\n{3}/m);
    expect(post.text.split("\n").at(-3)).toMatch(/\?$/);
    const tags = post.text.split("\n").at(-1) ?? "";
    expect(tags).toMatch(/^(#\w+ ?){1,5}$/);
    const file = bank.read(post.path);
    expect(file).toContain(`## Final Optimized Post\n\n${post.text}\n\n## Content Strategy Notes\n\n### Story\n`);
    expect(await bank.json(`posts --story ${story}`)).toMatchObject([{ id: post.id, story, status: "draft", date }]);
    expect(await bank.json(`list --day ${day}`)).toMatchObject([{ status: "drafted", posts: [post.id] }]);
  });

  test("the notes trace every figure to the story's line", async () => {
    const bank = createSampleBank();
    const { path, story } = await bank.json<Drafted>("draft the-monolith --hook price-tag");
    const lines = bank.read(`stories/${story}.md`).split("\n");
    const notes = bank.read(path).split("### Figures and facts\n")[1]?.split("\n\n")[0] ?? "";
    expect(notes).toContain("- one shortcut in the rendering code (fact cause): from the story's facts");
    const traced = [...notes.matchAll(/^- (.+?)(?: \(.*\))?: line (\d+)$/gm)];
    expect(traced.length).toBeGreaterThan(8);
    for (const [, figure = "", line] of traced)
      for (const side of figure.split(" → ")) expect(lines[Number(line) - 1]).toContain(side);
  });

  test("without a day it takes the first story no post tells yet; a past date moves to the next such weekday", async () => {
    const bank = createSampleBank();
    const stdout = (await bank.run("draft", { today: "2026-11-22" })).stdout.replace(/\s+/g, " ");
    expect(stdout).toContain(
      "it is the first for Tuesday of week 1 that no post tells yet; Tue 7 Jan 2025 is past, so it is for the next Tuesday",
    );
    expect(stdout).toContain("for Tue 24 Nov 2026 on LinkedIn");
    expect(await bank.json("draft", { today: "2026-11-22" })).toMatchObject({ day: "wednesday", date: "2026-11-25" });
  });

  test("drafting the same thing gives the same bytes", async () => {
    const [one, two] = [createSampleBank(), createSampleBank()];
    for (const bank of [one, two]) await bank.run("draft --day friday --week 1");
    expect(one.read("posts/2025-01-10-the-transfer-request.md")).toBe(
      two.read("posts/2025-01-10-the-transfer-request.md"),
    );
  });

  test("a story with a post is not drafted again; --replace puts the old one into the trash", async () => {
    const bank = createSampleBank();
    await bank.run("draft --day tuesday --week 1");
    const before = bank.read("posts/2025-01-07-the-monolith-invoice.md");
    // Who names the story asks for what is there already; where only the day was named, nothing is left to be done.
    for (const [command, code] of [
      ["draft --day tuesday --week 1", 2],
      ["draft the-monolith --date 2025-03-04", 2],
      ["draft --day tuesday", 0],
    ] as const) {
      const again = await bank.run(command);
      expect(again).toMatchObject({ code, stdout: "" });
      expect(again.stderr).toContain("posts/2025-01-07-the-monolith-invoice.md");
      expect(again.stderr).toContain("--replace");
    }
    expect(bank.read("posts/2025-01-07-the-monolith-invoice.md")).toBe(before);
    expect(await bank.json("draft the-monolith --hook itemised --replace")).toMatchObject({
      hook: { template: "itemised", text: "$800K, then $1.2M, then $400K. $2.4M in all." },
    });
    expect(bank.read(".storybank/trash/posts/2025-01-07-the-monolith-invoice.md")).toBe(before);
  });

  test("--dry-run and hooks of one's own", async () => {
    const bank = createSampleBank();
    const before = bank.files();
    const { stdout } = await bank.run([
      "draft",
      "the-monolith",
      "--text",
      "My own words.",
      "--template",
      "reflection",
      "--time",
      "07:00",
      "--dry-run",
    ]);
    expect(stdout).toMatch(/^My own words\.\n/);
    expect(stdout).toContain("(not written: --dry-run)");
    expect(bank.files()).toEqual(before);
  });

  test.each([
    ["draft --day noday", /"noday" is no day/],
    ["draft --week 40", /no story for week 40/],
    ["draft nothing-like-it", /no story "nothing-like-it"/],
    ["draft the-monolith --hook luck", /no hook template "luck"/],
    ["draft the-monolith --template poem", /There are: career, chronicle, debate/],
    ["draft the-monolith --platform myspace", /no platform "myspace"/],
    ["draft the-monolith --date 2025-02-30", /--date can't be/],
    ["draft the-monolith --time 25:00", /--time can't be/],
    ["draft thirty --hook price-tag", /lacks what this story does not say: amount, cause/],
    ["draft thirty --fact cause", /--fact can't be "cause"/],
  ])("%s is refused, and nothing is written", async (command, message) => {
    const bank = createSampleBank();
    const before = bank.files();
    const { code, stdout, stderr } = await bank.run(command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(bank.files()).toEqual(before);
  });
});

describe("draft on other banks", () => {
  test("a bank without a calendar drafts from defaults, with the best hook the facts allow", async () => {
    const bank = createBank({ "storybank.yaml": "", "stories/outage.md": OUTAGE.replace(/^hook:.*\n/m, "") });
    const post = await bank.json<Drafted>("draft");
    expect(post).toMatchObject({ date: "2025-01-07", template: "story" });
    expect(post.hook.template).not.toBe("own");
    expect(post.text).toContain("Alerts per night: 40 → 2");
  });

  test("on a terminal a template's missing facts are asked for, and kept in the story if wished", async () => {
    const bank = createBank({ "stories/outage.md": OUTAGE });
    const { stdout } = await bank.run("draft outage --hook unexpected-teacher", { answers: ["our intern", true] });
    expect(stdout).toMatch(/^An alert is a promise to somebody's sleep\. I have that from our intern\./);
    expect(bank.read("stories/outage.md")).toBe(
      OUTAGE.replace("mood: grim\n", "mood: grim\nfacts:\n  teacher: our intern\n"),
    );
  });

  test("the bank's own templates win, and a broken one writes nothing", async () => {
    const bank = createBank({
      "stories/outage.md": OUTAGE,
      "templates/posts/story.md": "---\nname: story\n---\n{{ hook }}\n\n{{ lesson }}\n",
      "templates/hooks/mine.md": "---\nname: mine\nneeds: [lesson]\n---\nFirst: {{ lesson }}\n",
      "templates/hooks/typo.md": "---\nname: typo\nneeds: []\n---\n{{ leson }}\n",
      "templates/hooks/self.md": "---\nname: self\n---\n{% include 'self' %}\n",
      "templates/hooks/loop.md": "---\nname: loop\n---\n{% for i in (1..100000000) %}x{% endfor %}\n",
      "templates/hooks/read.md": "---\nname: read\n---\n{% render '../../storybank.yaml' %}\n",
    });
    expect((await bank.json<Drafted>("draft outage --hook mine --dry-run")).text).toBe(
      "First: An alert is a promise to somebody's sleep.\n\nAn alert is a promise to somebody's sleep. Keep it short.",
    );
    for (const name of ["typo", "self", "loop", "read"]) {
      const { code, stderr } = await bank.run(`draft outage --hook ${name}`);
      expect(code).toBe(2);
      expect(stderr).toContain(`The template "${name}" can't be used`);
    }
    expect(bank.exists("posts")).toBe(false);
  });

  test("a long story is cut by whole parts, keeps its strongest, and says what it left out", async () => {
    const filler = (word: string): string =>
      Array.from(
        { length: 14 },
        (_, i) => `Sentence ${word} number ${"abcdefghijklmnop"[i]} goes on for quite a while about nothing at all.`,
      ).join(" ");
    const body = `**The Setup:**\n${filler("setup")}\n\n**The Crisis:**\nIt cost $2.4M. ${filler("crisis")}\n\n**What We Changed:**\n- **Small services**: ${filler("turn")}\n- **Fewer meetings**: ${filler("turn")}\n\n**Results:**\n- **Speed**: 6 hours → 12 minutes\n\n**The Lesson:**\nMeasure twice before you cut. ${filler("lesson")}\n`;
    const bank = createBank({ "stories/long.md": `---\ntitle: Long\nhook: It was long.\n---\n${body}` });
    const post = await bank.json<Drafted>("draft long");
    expect(post.characters).toBeLessThanOrEqual(3000);
    expect(post.characters).toBeGreaterThan(2500);
    for (const kept of [
      "It cost $2.4M.",
      "Speed: 6 hours → 12 minutes",
      "Measure twice before you cut.",
      "• Small services\n• Fewer meetings",
    ])
      expect(post.text).toContain(kept);
    expect(post.leftOut.map(({ role }) => role)).toContain("turn");
    const sentences = new Set(body.match(/Sentence[^.]+\./g)?.map((sentence) => sentence.trim()));
    for (const paragraph of post.text.split("\n").filter((line) => line.startsWith("Sentence")))
      for (const sentence of paragraph.match(/Sentence[^.]+\./g) ?? []) expect(sentences).toContain(sentence);
    expect(bank.read(post.path)).toContain("### Left out\n- ");
  });

  test("tables, sub-lists, code and emphasis become plain lines", async () => {
    const body =
      "**The Fix:**\n- *One* thing:\n  - its only part\n- `Two`\n  - a\n  - b\n\n| Step | Before | After |\n| --- | --- | --- |\n| Failover | 90 s | 4 s |\n\n```py\n# Result: 85% faster\nPOOL = 20\n```\n\nSee [the docs](https://example.com/x).\n";
    const bank = createBank({ "stories/x.md": `---\ntitle: X\nhook: H.\nquestion: Why?\n---\n${body}` });
    expect((await bank.json<Drafted>("draft x")).text).toBe(
      "H.\n\nThe fix:\n• One thing: its only part\n• Two\n  • a\n  • b\n\nFailover: 90 s → 4 s\n\nResult: 85% faster\nPOOL = 20\n\nSee the docs (https://example.com/x).\n\nWhy?",
    );
  });
});

test("labels that are not English stay as they are written", async () => {
  const bank = createBank({ "stories/x.md": "---\ntitle: X\nhook: H.\n---\n**Die Neue Lösung:**\n- Ein Knopf\n" });
  expect((await bank.json<Drafted>("draft x")).text).toContain("Die Neue Lösung:\n• Ein Knopf");
});

describe("hooks", () => {
  test("templates are offered only where the story has what they need", async () => {
    const hooks =
      await createSampleBank().json<
        { template: string; text: string | null; missing: string[]; score: number | null }[]
      >("hooks the-monolith");
    expect(hooks[0]).toMatchObject({ template: "own", missing: [] });
    expect(hooks.find(({ template }) => template === "invoice")).toMatchObject({
      text: "$800K + $1.2M + $400K. The bill for one shortcut in the rendering code.",
    });
    expect(hooks.find(({ template }) => template === "unexpected-teacher")).toMatchObject({
      text: null,
      score: null,
      missing: ["teacher"],
    });
    const made = hooks.filter(({ missing }) => missing.length === 0).slice(1);
    expect(made.length).toBeGreaterThanOrEqual(6);
    expect(made.map(({ score }) => score)).toEqual(
      made.map(({ score }) => score).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
    );
  });

  test("there are at least twelve built-in templates over nine angles, each with guidance", async () => {
    const templates = await createBank().json<{ name: string; angle: string; guidance: string }[]>("hooks");
    expect(templates.length).toBeGreaterThanOrEqual(12);
    expect(new Set(templates.map(({ angle }) => angle))).toEqual(
      new Set([
        "money",
        "exact figures",
        "breaking point",
        "vulnerability",
        "unexpected teacher",
        "contrarian",
        "scene",
        "before and after",
        "lesson first",
      ]),
    );
    for (const { guidance } of templates) expect(guidance.length).toBeGreaterThan(20);
  });

  test("every hook of every sample story is a sentence somebody would say", async () => {
    const bank = createSampleBank();
    for (const { id } of await bank.json<{ id: string }[]>("list")) {
      for (const { text } of await bank.json<{ text: string | null }[]>(`hooks ${id}`)) {
        if (text !== null) expect(text).toMatch(/^(?:[\p{Lu}\p{N}$“]|\p{Ll}\p{Lu})/u);
        expect(text ?? "").not.toMatch(/\*\*|\{\{|undefined|\.\.|:\.| ,/);
      }
    }
  });
});
