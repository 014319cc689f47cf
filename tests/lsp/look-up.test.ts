import { describe, expect, test } from "vitest";
import type { DocumentSymbol, FoldingRange, Hover, InlayHint } from "vscode-languageserver-protocol/node";
import { PROJECT } from "../support/bank.ts";
import { CAPABLE, startEditor } from "../support/editor.ts";
import { createPagerBank, POST, POST_TEXT, STORY, STORY_TEXT } from "../support/editor-bank.ts";

const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

describe("hover", () => {
  test.each([
    [
      "a wrong figure",
      "$2.6M",
      ["**$2.6M**: the story does not say it. The story says $800K.", "> the-pager, line 13: "],
    ],
    ["a right one", "$800K", ["**$800K**: the story says it.", "> the-pager, line 13: Overtime: $800K"]],
    ["one that follows", "95%", ["it follows from the story. Follows from the change from 40 to 2.", "line 18: "]],
    ["a sentence", "Alerts went", ["It follows from the story.", "line 18: Alerts: 40 → 2 a night"]],
    ["a question", "What wakes", ["It claims nothing about the story."]],
    ["a name", "Maria", ["**Maria Raman**: ", "Priya Raman", "line 22"]],
    ["a quotation", "promise to nobody", ['otherwise. The story says "An alert is a promise', "> the-pager, line 21"]],
    ["the hook in the text", "Our pager", ["The story says it.", "**The hook has 75 of 100**", "- 20 of 20: a figure"]],
    ["the hook of the front matter", "Two nights", ["**The hook has ", "10: "]],
    [
      "the story",
      "the-pager",
      ["**The Pager** (the-pager)", "> Our pager rang 40 times in one night.", "engineers at Acme"],
    ],
  ])("on %s of a post", async (_, words, says) => {
    const said = 'Priya Raman said: "An alert is a promise to somebody."\n';
    const editor = await startEditor(createPagerBank({ [STORY]: STORY_TEXT + said }));
    editor.open(
      POST,
      POST_TEXT.replace("status: draft", "status: draft\nhook: Two nights without sleep.").replace(
        "What wakes you?",
        'Maria Raman said: "An alert is a promise to nobody at all."\n\nWhat wakes you?',
      ),
    );
    const hover = await editor.hover(POST, words);
    for (const part of says) expect(hover).toContain(part);
  });

  test("on a figure of a story it shows the posts that tell it", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(STORY);
    expect(await editor.hover(STORY, "$800K")).toBe("**$800K** is told in:\n\n- 2025-01-07-the-pager: $800K");
    expect(await editor.hover(STORY, "40 → 2")).toBe("**40** is told in:\n\n- 2025-01-07-the-pager: 95%");
    expect(await editor.hover(STORY, "$1.6M")).toBe("**$1.6M**: no post tells it.");
    expect(await editor.hover(STORY, "Our pager rang")).toContain("**The hook has 75 of 100**");
    expect(await editor.hover(STORY, "The Lesson")).toBeNull();
  });

  test("a story that is open is shown as it is written just now", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    editor.open(STORY);
    editor.replace(STORY, "Overtime: $800K", "Overtime of all: $800K");
    expect(await editor.hover(POST, "$800K")).toContain("Overtime of all: $800K");
  });

  test("marks in a story are text, codes are escaped, and an editor without markdown gets none", async () => {
    const bank = createPagerBank({ [STORY]: STORY_TEXT.replace("Overtime:", "Overtime <b>[x](y)</b> \u202e `z`:") });
    const editor = await startEditor(bank);
    editor.open(POST);
    expect(await editor.hover(POST, "$800K")).toMatch(/line 13: Overtime (?:\\<b\\>)?\\?\[?x.*\\u\{202e\}/);
    const plain = await startEditor(bank, { capabilities: { ...CAPABLE, textDocument: {} } });
    plain.open(POST);
    const hover = await plain.ask<Hover>("hover", POST, { position: plain.at(POST, "95%") });
    expect(hover.contents).toEqual({
      kind: "plaintext",
      value:
        "95%: it follows from the story. Follows from the change from 40 to 2.\n\n  the-pager, line 18: Alerts: 40 → 2 a night",
    });
  });
});

describe("definition and references", () => {
  test.each([
    ["$800K", `${STORY}:13`],
    ["95%", `${STORY}:18`],
    ["Our pager", `${STORY}:5`],
    ["the-pager", `${STORY}:1`],
    ["debate", `file://${PROJECT}/templates/posts/debate.md:1`],
    ["tuesday", null],
  ])("of %s in a post", async (words, place) => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    expect(await editor.definition(POST, words)).toBe(place);
  });

  test("a story that is named out of the bank is not looked at", async () => {
    const bank = createPagerBank({ "outside.md": STORY_TEXT });
    const editor = await startEditor(bank);
    editor.open(POST, POST_TEXT.replace("the-pager", "../outside"));
    expect(await editor.definition(POST, "../outside")).toBeNull();
    expect(await editor.hover(POST, "../outside")).toBeNull();
  });

  test("while the settings can't be read, nothing is shown and nothing pops up", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    editor.open("storybank.yaml", "fold: many\n");
    expect(await editor.hover(POST, "$2.6M")).toBeNull();
    expect(await editor.ask("inlayHint", POST, { range: EVERYTHING })).toEqual([]);
    expect(await editor.actions(POST, "$2.6M")).toEqual([]);
  });

  test("the bank's own template goes before the built-in one, in posts and in slots", async () => {
    const bank = createPagerBank({ "templates/posts/mine.md": "---\nname: debate\n---\n{{ hook }}\n" });
    const editor = await startEditor(bank);
    editor.open(POST);
    editor.open("storybank.yaml");
    expect(await editor.definition(POST, "debate")).toBe("templates/posts/mine.md:1");
    expect(await editor.definition("storybank.yaml", "debate")).toBe("templates/posts/mine.md:1");
  });

  test("a week leads to its stories", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open("weeks/week-01.md");
    expect(await editor.definition("weeks/week-01.md", "the-pager")).toBe(`${STORY}:1`);
    expect(await editor.hover("weeks/week-01.md", "the-pager")).toContain("**The Pager**");
    expect(await editor.references("weeks/week-01.md", "the-pager")).toEqual([`${POST}:3`, "weeks/week-01.md:4"]);
  });

  test("references are a story's posts and weeks, a figure's places, and a tag's stories", async () => {
    const other = STORY_TEXT.replace("The Pager", "The Rota").replace("on-call,", "On-Call,");
    const editor = await startEditor(createPagerBank({ "stories/the-rota.md": other }));
    editor.open(STORY);
    editor.open(POST);
    expect(await editor.references(STORY, "The Pager")).toEqual([`${POST}:3`, "weeks/week-01.md:4"]);
    expect(await editor.references(POST, "the-pager")).toEqual([`${POST}:3`, "weeks/week-01.md:4"]);
    expect(await editor.references(STORY, "40 → 2")).toEqual([`${POST}:17`]);
    expect(await editor.references(POST, "$800K")).toEqual([`${POST}:15`]);
    expect(await editor.references(STORY, "on-call")).toEqual([`${STORY}:6`, "stories/the-rota.md:6"]);
  });
});

describe("the shape of a file", () => {
  const outline = (symbols: readonly DocumentSymbol[]): unknown[] =>
    symbols.map(({ name, children = [] }) => (children.length === 0 ? name : [name, outline(children)]));

  test.each([
    [STORY, ["The Setup", "The Bill", "The Outcome", "The Lesson"]],
    [
      POST,
      [
        [
          "Final Optimized Post",
          [
            "Our pager rang 40 times in one night.",
            "😴 Overtime alone was $800K.",
            "It cost us $2.6M, and nobody slept.",
            "Alerts went down by 95%.",
            "What wakes you?",
          ],
        ],
        ["Content Strategy Notes", ["Targets"]],
      ],
    ],
    ["weeks/week-01.md", ["What to say"]],
    [
      "storybank.yaml",
      ["version", ["calendar", ["start", ["slots", [["tuesday", ["template"]]]]]], ["private", ["Acme"]]],
    ],
  ])("the symbols of %s", async (path, shape) => {
    const editor = await startEditor(createPagerBank());
    editor.open(path);
    const symbols = await editor.ask<DocumentSymbol[]>("documentSymbol", path);
    expect(outline(symbols)).toEqual(shape);
    // An editor refuses a symbol whose name is not within it.
    for (const { range, selectionRange } of symbols) {
      expect(selectionRange.start.line).toBeGreaterThanOrEqual(range.start.line);
      expect(selectionRange.end.line).toBeLessThanOrEqual(range.end.line);
    }
  });

  test("the length, the limit and the fold stand in the text", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    const hints = await editor.ask<InlayHint[]>("inlayHint", POST, { range: EVERYTHING });
    expect(hints.map(({ position, label }) => [position.line + 1, position.character, label])).toEqual([
      [15, 68, "⋯ more (phone and desktop)"],
      [19, 15, "146 of 3,000 characters"],
    ]);
    const long = "Nobody slept that night, and nobody knew why it rang. ".repeat(60).trim();
    editor.open("posts/long.md", POST_TEXT.replace("Alerts went down by 95%.", long));
    const [phone, limit, length] = await editor.ask<InlayHint[]>("inlayHint", "posts/long.md", { range: EVERYTHING });
    expect([phone?.label, limit?.label, length?.label]).toEqual([
      "⋯ more (phone and desktop)",
      "⇤ the limit of 3,000",
      "3,361 of 3,000 characters",
    ]);
    expect(limit?.position.line).toBe(16);
    editor.open(
      "posts/thread.md",
      POST_TEXT.replace("linkedin", "x").replace("Alerts went down by 95%.", long.slice(0, 300)),
    );
    const thread = await editor.ask<InlayHint[]>("inlayHint", "posts/thread.md", { range: EVERYTHING });
    expect(thread.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^\d+ \+ \d+ of 280 weighted characters$/),
    ]);
  });

  test("notes fold as comments, front matter and sections as regions", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    const folds = await editor.ask<FoldingRange[]>("foldingRange", POST);
    expect(folds.map(({ startLine, endLine, kind }) => [startLine + 1, endLine + 1, kind])).toEqual([
      [1, 10, "region"],
      [11, 19, "region"],
      [21, 24, "comment"],
      [23, 24, "region"],
    ]);
  });
});
