import { describe, expect, test } from "vitest";
import { createBank } from "../support/bank.ts";
import { wordDocument } from "../support/word.ts";

interface File {
  file: string;
  kind: string;
  why: string | null;
  created: string[];
  unchanged: string[];
  conflicts: string[];
  posts: string[];
  left: { title: string; why: string }[];
}
const files = (report: unknown): File[] => (report as { files: File[] }).files;

const PAGER = "The pager rang at 3:12 am, and I drove to the office with Dana. We looked for the fault for 46 hours.";
const INTERN =
  "On her third day Mei asked why the line stood in the log 90,000 times. Nobody had looked at it for a year.";

describe("a Word document", () => {
  test("of one story comes in under its title, its bold labels as parts", async () => {
    const bank = createBank({
      "night.docx": wordDocument([
        { style: "Title", text: "The pager that lied" },
        "**Situation:** We had 3 monitors and trusted all of them.",
        "**Action:** I pulled the plug under the desk, and Dana wrote it down.",
        "**Result:** The silence was worth $12,000 a year.",
      ]),
    });
    const result = await bank.run("import night.docx");
    expect(result).toEqual({
      code: 0,
      stdout:
        "  + night.docx  story: 3 parts of a story, Dana, 3 monitors\nBrought in 1 story.\n  + the-pager-that-lied\n  Next: storybank show the-pager-that-lied\n",
      stderr: "New name: Dana. May posts say it? See: storybank names\n",
    });
    expect(bank.read("stories/the-pager-that-lied.md")).toContain(
      "\n**Situation:** We had 3 monitors and trusted all of them.\n\n**Action:**",
    );
    expect((await bank.json<{ beats: { role: string }[] }>("show the-pager")).beats.map(({ role }) => role)).toEqual([
      "setup",
      "turn",
      "outcome",
    ]);
    expect((await bank.run("draft the-pager")).code).toBe(0);
  });

  test.each(["rule of Word", "rule of Google"] as const)("with a %s between its stories becomes many", async (rule) => {
    const bank = createBank({
      "all.docx": wordDocument([
        { style: "Heading 2", text: "The pager that lied" },
        PAGER,
        rule,
        { style: "Heading 2", text: "The intern who read the logs" },
        INTERN,
        rule,
        { style: "Heading 2", text: "Still to write" },
        "Call Rosa",
      ]),
    });
    const [file] = files(await bank.json("import all.docx --yes"));
    expect(file).toMatchObject({
      kind: "story",
      created: ["the-pager-that-lied", "the-intern-who-read-the-logs"],
      left: [{ title: "Still to write", why: "it has no sentences to tell anything in" }],
    });
    expect(bank.read("stories/the-pager-that-lied.md")).toMatch(/\n---\n\nThe pager rang.*46 hours\.\n$/s);
    expect(files(await bank.json("import all.docx --yes"))[0]).toMatchObject({ created: [], conflicts: [] });
    for (const id of file?.created ?? []) expect((await bank.run(`draft ${id}`)).code).toBe(0);
  });

  test("with headings of the first level, or that say Story 1, becomes many", async () => {
    const heads = (one: string, two: string, style: string): Uint8Array =>
      wordDocument([{ style, text: one }, PAGER, { style, text: two }, INTERN]);
    const bank = createBank({
      "first.docx": heads("The pager that lied", "The intern who read the logs", "Heading 1"),
      "numbered.docx": heads("Story 1: The other pager", "Story 2: The other intern", "Heading 3"),
    });
    const made = files(await bank.json("import first.docx numbered.docx"));
    expect(made.map(({ kind, created }) => [kind, created])).toEqual([
      ["story", ["the-pager-that-lied", "the-intern-who-read-the-logs"]],
      ["week", ["the-other-pager", "the-other-intern"]],
    ]);
  });

  test("whose sections make one story stays one", async () => {
    const bank = createBank({
      "long.docx": wordDocument([
        { style: "Heading 1", text: "The pager that lied" },
        { style: "Heading 2", text: "A night in March" },
        PAGER,
        { style: "Heading 2", text: "Under the desk" },
        "Dana found an old monitor that nobody had switched off. I had signed for it in 2019.",
      ]),
    });
    expect(files(await bank.json("import long.docx"))[0]).toMatchObject({ created: ["the-pager-that-lied"], left: [] });
  });
});

describe("HTML and pasted text", () => {
  const GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:400">The pager that lied</span></h1><p dir="ltr"><span style="font-weight:700">Situation:</span><span> We had 3 monitors.</span></p><p dir="ltr"><span>I drove in with Dana, and we looked for </span><a href="https://www.google.com/url?q=https://example.com/x&amp;sa=D"><span>the fault</span></a><span> for 46 hours.</span></p></b>`;

  test("what Google Docs copies comes in from standard input, its words bold only where they were", async () => {
    const bank = createBank();
    expect((await bank.run("import -", { stdin: GOOGLE })).code).toBe(0);
    expect(bank.read("stories/the-pager-that-lied.md")).toMatch(
      /\n\n\*\*Situation:\*\* We had 3 monitors\.\n\nI drove in with Dana, and we looked for \[the fault\]\(https:\/\/example\.com\/x\) for 46 hours\.\n$/,
    );
    expect((await bank.run("import -", { stdin: GOOGLE })).stdout).toContain("1 unchanged");
  });

  test("what Windows puts in front of a copy is left out", async () => {
    const bank = createBank();
    const stdin = `Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000300\r\n<html><body><!--StartFragment--><h2>A night</h2><p>${PAGER}</p><!--EndFragment--></body></html>`;
    await bank.run("import -", { stdin });
    expect(bank.read("stories/a-night.md")).toContain(`\n---\n\n${PAGER}\n`);
  });

  test("a page of Notion's keeps its properties, and a table its rows", async () => {
    const bank = createBank({
      "The pager 1f0c9b2e7d4a4c53a1b2c3d4e5f60718.html": `<html><head><title>The pager</title></head><body><article><header><h1 class="page-title">The pager</h1><table class="properties"><tbody><tr class="property-row"><th><span>Tags</span></th><td>ops</td></tr><tr class="property-row"><th>Mood</th><td>tired</td></tr></tbody></table></header><div class="page-body"><p>${PAGER}</p><table><thead><tr><th>Day</th><th>Pages</th></tr></thead><tbody><tr><td>Mon</td><td>30</td></tr></tbody></table></div></article></body></html>`,
    });
    const [name = ""] = bank.files().filter((file) => file.endsWith(".html"));
    await bank.run(["import", name]);
    const story = bank.read("stories/the-pager.md");
    expect(story).toContain("mood: tired\ntags: [ops]\n");
    expect(story).toContain("| Day | Pages |\n| --- | --- |\n| Mon | 30 |\n");
  });

  test("markdown from standard input, and a text file by its first line", async () => {
    const bank = createBank({ "memo.txt": `The intern who read the logs\n\n${INTERN}\n` });
    await bank.run("import -", { stdin: `# The pager that lied\n\n${PAGER}\n` });
    await bank.run("import memo.txt");
    expect(bank.files("stories")).toEqual([
      "stories/the-intern-who-read-the-logs.md",
      "stories/the-pager-that-lied.md",
    ]);
    expect(bank.read("stories/the-intern-who-read-the-logs.md")).toMatch(/\n---\n\nOn her third day/);
  });
});

test("--as decides: a note that tells nothing becomes a story, or a post", async () => {
  const bank = createBank({
    "principles.md": "# How I write\n\nA post opens on a figure. A reader wants one thing.\n",
  });
  expect(await bank.run("import principles.md")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("tells no story: little in it says what was.\n"),
  });
  expect(files(await bank.json("import principles.md --as story"))[0]).toMatchObject({ created: ["how-i-write"] });
  expect(files(await bank.json("import principles.md --as post"))[0]).toMatchObject({
    kind: "post",
    posts: ["how-i-write"],
  });
  expect((await bank.run("render how-i-write")).stdout).toBe("A post opens on a figure. A reader wants one thing.\n");
});
