import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import fs from "fs-extra";
import { describe, expect, test } from "vitest";
import { Cancelled } from "../../src/errors.ts";
import { createBank, type TestBank } from "../support/bank.ts";
import { DOCUMENTS, OTHER_NOTES, TELLING_NOTES } from "../support/vault.ts";

interface File {
  file: string;
  kind: string;
  why: string | null;
  created: string[];
  unchanged: string[];
  conflicts: string[];
  changed: Record<string, string>;
  posts: string[];
  links: string[];
}
const files = (report: unknown): File[] => (report as { files: File[] }).files;
const all = (made: readonly File[], key: "created" | "unchanged" | "conflicts" | "posts"): string[] =>
  made.flatMap((file) => file[key]).sort();

const NOTES: Record<string, string> = {
  ...TELLING_NOTES,
  ...DOCUMENTS,
  ...Object.fromEntries(Object.entries(OTHER_NOTES).map(([file, [text]]) => [file, text])),
};
const STORIES = [
  "der-server-unterm-tisch",
  "four-nights",
  "i-snapped-at-tomasz-in-the-review",
  "la-table-supprimee",
  "rollback-in-90-seconds",
  "the-audit-nobody-wanted",
  "the-cache-that-lied",
  "the-call-from-legal",
  "the-demo-without-a-network",
  "the-intern-who-read-the-logs",
  "the-migration",
  "the-pager-that-lied",
  "the-quiet-promotion",
];

function createVault(): TestBank {
  const bank = createBank();
  for (const [file, text] of Object.entries(NOTES)) bank.write(`vault/${file}`, text);
  bank.write("vault/whiteboard.jpg", "a picture");
  bank.write("vault/.obsidian/app.json", "{}");
  bank.write("vault/.trash/Old.md", "I was fired, and Dana was there.");
  return bank;
}

const asZip = (): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(NOTES).map(([file, text]) => [`My vault/${file}`, strToU8(text)])));

describe("a folder of notes of every kind", () => {
  test("comes in with one command, each story drafts, and again changes nothing", async () => {
    const bank = createVault();
    const made = files(await bank.json("import vault --yes"));
    expect(all(made, "created")).toEqual(STORIES);
    expect(all(made, "posts")).toEqual(["2025-01-19-the-empty-dashboard"]);
    expect(made.filter(({ kind }) => kind === "none").map(({ file }) => file)).toEqual([
      ...Object.keys(OTHER_NOTES)
        .map((file) => `vault/${file}`)
        .sort(),
      "vault",
    ]);
    for (const { why, kind } of made) expect(why === null).toBe(kind !== "none");
    for (const id of STORIES) expect([id, (await bank.run(["draft", id, "--dry-run"])).code]).toEqual([id, 0]);
    const before = bank.files().map((file) => [file, bank.read(file)]);
    const again = files(await bank.json("import vault --yes"));
    expect(all(again, "unchanged")).toEqual([...STORIES, "2025-01-19-the-empty-dashboard"].sort());
    expect([all(again, "created"), all(again, "conflicts")]).toEqual([[], []]);
    expect(bank.files().map((file) => [file, bank.read(file)])).toEqual(before);
  });

  test("is the same from a zip, also after the folder", async () => {
    const bank = createBank({ "vault.zip": asZip() });
    expect(all(files(await bank.json("import vault.zip --yes")), "created")).toEqual(STORIES);
    const other = createVault();
    other.write("vault.zip", asZip());
    await other.run("import vault --yes");
    const again = files(await other.json("import vault.zip --yes"));
    expect([all(again, "created"), all(again, "conflicts")]).toEqual([[], []]);
  });

  test("the report says file by file what it is and why, before a question, and nothing is written on a no", async () => {
    const bank = createVault();
    const before = bank.files();
    const said = await bank.run("import vault", { answers: [false] });
    expect(said.code).toBe(0);
    expect(said.stdout).toBe(`vault  26 files
  + Geschichten/der-server-unterm-tisch.md  story: told in the past, Jonas, 7 Uhr
  + Histoires/la-table-supprimée.md  story: 2 parts of a story, in the first person, 12 000 lignes
  + Journal/2024-03-12.md  story: 2 parts of a story, Tomasz
  + Journal/2024-04-02 The demo without a network.md  story: told in the past, Aisha, ten minutes
  + Notion/The migration 1f0c9b2e7d4a4c53a1b2c3d4e5f60718.md  story: told in the past, in the first person, 40 seconds; not fetched: The checklist.md, chart.png
  + Work/The pager that lied.md  story: told in the past, Dana, 3:12 am; not fetched: Dana Whitcombe, pager-screenshot.png, Monitoring and 1 more
  + Work/star-the-audit.md  story: 3 parts of a story, in the first person, 9 days
  + abt.md  story: 3 parts of a story, in the first person, 3 vendors
  + clipping.html  story: told in the past, in the first person, 4 minutes
  + memo.txt  story: told in the past, Mei, 90,000 times
  + sunday.md  finished post: it has a section for the post’s text
  + week-3.md  week document, week 3: 3 stories
  - ADR 12.md  left out: little in it says what was
  - Board.md  left out: it is a board of cards
  - Broken.md  left out: its front matter can't be read on line 2: Flow sequence in block collection must be sufficiently indented and end with a ]
  - Empty.md  left out: it is empty
  - Ideas.md  left out: it has no sentences to tell anything in
  - Meeting.md  left out: little in it says what was
  - Only a picture.md  left out: it has no words of its own
  - Principles.md  left out: little in it says what was
  - Recipes/Lasagna.md  left out: little in it says what was
  - Sketch.excalidraw.md  left out: it is a drawing
  - Templates/story.md  left out: it is a template
  - Weather.md  left out: nobody is in it, and no figure
  - Work/Work MOC.md  left out: it has no sentences to tell anything in
  - 1 other file (.jpg)  left out: no text that import reads
Nothing was written.
`);
    expect(bank.files()).toEqual(before);
    expect((await bank.run("import vault", { answers: [true] })).stdout).toContain(
      "Brought in 13 stories and 1 post.\n",
    );
  });

  test("--dry-run says the same and writes nothing; without a terminal nothing is written without --yes", async () => {
    const bank = createVault();
    const before = bank.files();
    const dry = await bank.run("import vault --dry-run");
    expect(dry.stdout).toContain("  + abt.md  story: 3 parts of a story");
    expect(dry.stdout).toContain("13 stories and 1 post would come in. Nothing was written;");
    expect(await bank.run("import vault")).toEqual({
      code: 2,
      stdout: dry.stdout.replace(/^13 stories.*\n/m, ""),
      stderr:
        "storybank: Nothing was written: 13 stories and 1 post would come in, and there is no terminal to ask on.\nTo bring them in: storybank import vault --yes\n",
    });
    expect((await bank.run("import vault --json")).code).toBe(2);
    expect(bank.files()).toEqual(before);
  });

  test("on a terminal of 60 columns no line is longer", async () => {
    const { stdout } = await createVault().run("import vault --dry-run", { columns: 60 });
    expect(stdout.split("\n").filter((line) => line.length > 60 && line.includes(" "))).toEqual([]);
    expect(stdout).toContain("  + abt.md\n    story: 3 parts of a story, in the first person, 3\n    vendors\n");
  });
});

describe("what comes of a note", () => {
  test("front matter is kept key by key, marks go, tags and links are said", async () => {
    const bank = createVault();
    const made = files(await bank.json("import vault --yes"));
    expect(bank.read("stories/the-pager-that-lied.md").replace(/imported: .*/, "imported: x")).toBe(`---
title: The pager that lied
aliases: [pager, the night of the pager]
cssclass: wide
rating: 4
up: "[[Work MOC]]"
tags: [ops, work/oncall, oncall]
created: 2025-01-05
source: Work/The pager that lied.md
imported: x
---

The pager rang at 3:12 am for a service we had switched off. I drove to the office with Dana, and we looked for it for 46 hours.

**What nobody had told us**

The alert came from a copy of the old monitor that still ran under a desk.

We pulled the plug, and the silence was worth $12,000 a year.
`);
    expect(made.find(({ file }) => file.includes("pager"))?.links).toEqual([
      "Dana Whitcombe",
      "pager-screenshot.png",
      "Monitoring",
      "Work MOC",
    ]);
    expect(bank.read("stories/the-migration.md").replace(/imported: .*/, "imported: x")).toBe(`---
title: The migration
status: Done
tags: [databases, weekend]
created: 2024-03-12
source: Notion/The migration 1f0c9b2e7d4a4c53a1b2c3d4e5f60718.md
imported: x
---

We moved 2 TB over a weekend and forgot one index. On Monday every query took 40 seconds, and the shop lost $18,000 before lunch.

💡 Rosa had written the index into the checklist. I had crossed it out.

See the checklist and chart.
`);
  });

  test("a note's own source stays, and it is known again by it", async () => {
    const bank = createBank({
      "clip.md": "---\nsource: https://example.com/a\n---\n\nWe lost 40 servers. Dana cried, and I was there.\n",
    });
    await bank.run("import clip.md");
    expect(bank.read("stories/clip.md")).toContain("\nsource: https://example.com/a\n");
    bank.write("clip.md", `${bank.read("clip.md")}\nThen we slept.\n`);
    expect(files(await bank.json("import clip.md"))[0]).toMatchObject({ conflicts: ["clip"], created: [] });
  });

  test("two notes of one name in two folders are two stories, again and again", async () => {
    const text = (who: string): string => `${who} rang me at night. I was asleep, and we lost 3 hours.\n`;
    const bank = createBank({ "notes/a/Call.md": text("Dana"), "notes/b/Call.md": text("Mei") });
    expect(all(files(await bank.json("import notes --yes")), "created")).toEqual(["call", "call-2"]);
    bank.write("notes/b/Call.md", text("Rosa"));
    const again = files(await bank.json("import notes --yes"));
    expect([all(again, "unchanged"), all(again, "conflicts")]).toEqual([["call"], ["call-2"]]);
  });
});

describe("what changed since", () => {
  const NOTE = "# The night\n\nDana rang at night. I was asleep, and we lost 3 hours.\n";
  async function imported(): Promise<TestBank> {
    const bank = createBank({ "notes/night.md": NOTE });
    await bank.run("import notes --yes");
    return bank;
  }

  test("here only is no conflict: the note says nothing new", async () => {
    const bank = await imported();
    bank.write("stories/the-night.md", bank.read("stories/the-night.md").replace("3 hours", "4 hours"));
    expect(files(await bank.json("import notes --yes"))[0]).toMatchObject({ unchanged: ["the-night"], conflicts: [] });
  });

  test("there is a conflict, named, and never overwritten unasked", async () => {
    const bank = await imported();
    await bank.run("tag the-night ops");
    bank.write("notes/night.md", NOTE.replace("3 hours", "5 hours"));
    const before = bank.read("stories/the-night.md");
    const said = await bank.run("import notes --yes");
    expect(said).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("! the-night was changed there in text; the bank's was kept"),
    });
    expect(bank.read("stories/the-night.md")).toBe(before);
    expect((await bank.run("import notes --yes --replace")).code).toBe(0);
    expect(bank.read("stories/the-night.md")).toContain("5 hours");
    expect(bank.read(".storybank/trash/stories/the-night.md")).toBe(before);
  });

  test("there and here is said so, with the keys that differ", async () => {
    const bank = await imported();
    bank.write("notes/night.md", `---\nmood: tired\n---\n\n${NOTE.replace("3 hours", "5 hours")}`);
    bank.write("stories/the-night.md", bank.read("stories/the-night.md").replace("3 hours", "4 hours"));
    const [file] = files(await bank.json("import notes --yes"));
    expect(file).toMatchObject({ conflicts: ["the-night"], changed: { "the-night": "there and here" } });
    expect((await bank.run("import notes --yes")).stdout).toContain(
      "the-night was changed there and here in mood, text; the bank's was kept",
    );
  });

  test("a note that was renamed and moved is known by its words", async () => {
    const bank = await imported();
    fs.moveSync(join(bank.root, "notes/night.md"), join(bank.root, "notes/deep/dark.md"));
    expect(files(await bank.json("import notes --yes"))[0]).toMatchObject({ unchanged: ["the-night"], created: [] });
  });
});

test("the bank's own folders are passed over, and another bank's stories come in", async () => {
  const bank = createBank({
    "stories/mine.md": "---\ntitle: Mine\n---\n\nI lost 3 keys and found 2.\n",
    "inbox.md":
      "- 2025-01-03 The pager rang at night, and I drove in, and we lost 3 hours.\n- 2025-01-04 Mei laughed at my slides in front of everybody, and I was glad that she did.\n",
    "notes/hers.md": "I rang Dana at night. She was awake, and it took 3 minutes.\n",
    "other/storybank.yaml": "version: 1\n",
    "other/stories/theirs.md":
      "---\ntitle: Theirs\nweek: 4\nhook: We lost 40 servers.\n---\n\nWe lost 40 servers. Mei laughed.\n",
  });
  expect(all(files(await bank.json("import . --yes")), "created")).toEqual(["hers", "theirs"]);
  expect(await bank.json("show theirs")).toMatchObject({ week: 4, hook: "We lost 40 servers." });
  expect(await bank.run("import stories")).toMatchObject({ code: 2, stdout: "" });
});

describe("one note that is named", () => {
  const NOTE = { "night.md": "Dana rang at night. I was asleep, and we lost 3 hours.\n" };

  test("is shown and asked for on a terminal, and comes in at once with --yes", async () => {
    const bank = createBank(NOTE);
    expect(await bank.run("import night.md", { answers: [false] })).toEqual({
      code: 0,
      stdout: "  + night.md  story: told in the past, Dana, 3 hours\nNothing was written.\n",
      stderr: "",
    });
    expect(bank.exists("stories")).toBe(false);
    expect((await bank.run("import night.md --yes", { answers: [] })).stdout).toContain(
      "Brought in 1 story.\n  + night\n",
    );
  });

  test("Ctrl-C at the question writes nothing", async () => {
    const bank = createBank(NOTE);
    expect((await bank.run("import night.md", { answers: [new Cancelled()] })).code).toBe(130);
    expect(bank.files()).toEqual(["night.md", "storybank.yaml"]);
  });

  test("what came in without tags can have some at once, unless --yes says not to ask", async () => {
    const asked = createBank(NOTE);
    const { code, stdout } = await asked.run("import night.md", { answers: [true, new Cancelled()] });
    expect([code, stdout]).toEqual([130, expect.stringContaining("Brought in 1 story.")]);
    expect(asked.exists("stories/night.md")).toBe(true);
    const tagged = createBank({ "night.md": `---\ntags: [ops]\n---\n${NOTE["night.md"]}` });
    expect((await tagged.run("import night.md", { answers: [true] })).code).toBe(0);
  });

  test("a week document that is named asks nothing, on a terminal too", async () => {
    const bank = createBank({ "week-3.md": DOCUMENTS["week-3.md"] ?? "" });
    expect((await bank.run("import week-3.md", { answers: [] })).stdout).toContain("+ the-cache-that-lied");
  });
});
