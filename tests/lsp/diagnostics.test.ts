import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { DiagnosticSeverity } from "vscode-languageserver-protocol/node";
import { startEditor, type TestEditor } from "../support/editor.ts";
import { createPagerBank, POST, POST_TEXT, STORY, STORY_TEXT } from "../support/editor-bank.ts";

/** What is found in a file: the rule, and the words that are underlined. */
async function seen(editor: TestEditor, path: string): Promise<[rule: unknown, words: string][]> {
  return (await editor.found(path)).map(({ code, range }) => [code, editor.words(path, range)]);
}

/** What comes in the end may be late on a machine with much to do. */
const WITHIN = { timeout: 20_000 };

describe("findings while a post is written", () => {
  test("a wrong figure is underlined, as an error of its rule, with the rule's page", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    const found = await editor.found(POST);
    expect((await seen(editor, POST))[0]).toEqual(["figure-not-in-story", "$2.6M"]);
    expect(found[0]).toMatchObject({
      severity: DiagnosticSeverity.Error,
      source: "storybank",
      message: expect.stringContaining("\nSay the story's figure, or add this one to the story."),
      codeDescription: { href: expect.stringMatching(/^file:.*\/docs\/rules\/figure-not-in-story\.md$/) },
    });
    expect(found.map(({ severity }) => severity)).toEqual([
      DiagnosticSeverity.Error,
      DiagnosticSeverity.Warning,
      DiagnosticSeverity.Information,
    ]);
  });

  test("what counts is the text in the editor: typing makes a finding come and go, and the disk keeps its text", async () => {
    const bank = createPagerBank();
    const editor = await startEditor(bank);
    editor.open(POST, POST_TEXT.replace("**$2.6M**", "$2.4M"));
    expect(await seen(editor, POST)).not.toContainEqual(["figure-not-in-story", "$2.6M"]);
    editor.replace(POST, "$2.4M", "$2.6M");
    expect(await seen(editor, POST)).toContainEqual(["figure-not-in-story", "$2.6M"]);
    editor.replace(POST, "$2.6M", "$2,400,000");
    expect((await seen(editor, POST)).map(([rule]) => rule)).not.toContain("figure-not-in-story");
    expect(bank.read(POST)).toBe(POST_TEXT);
  });

  test.each([
    ["emoji", "👩‍🚒🚨 It cost us $2.6M 🎉 in all."],
    ["letters made of two", "Cafe\u0301 Zoe\u0308: it cost us $2.6M."],
    ["tabs", "\tIt cost us\t$2.6M."],
    ["letters beyond the first plane", "𝐖𝐞 paid 𝐟𝐨𝐫 it: $2.6M."],
    ["a list and bold words", "- **Total**: it cost us $2.6M"],
  ])("the range is exact behind %s, in lines of either kind", async (_, line) => {
    const editor = await startEditor(createPagerBank());
    for (const [name, end] of [
      ["posts/unix.md", "\n"],
      ["posts/windows.md", "\r\n"],
    ] as const) {
      editor.open(name, POST_TEXT.replace(/^😴.*$/m, line).replaceAll("\n", end));
      expect(await seen(editor, name)).toContainEqual(["figure-not-in-story", "$2.6M"]);
    }
  });

  test.each(["\n", "\r\n"])(
    "a figure changed in the story's own sentence is underlined, and so is a private name, in lines that end with %j",
    async (end) => {
      const editor = await startEditor(createPagerBank());
      const text = POST_TEXT.replace("rang 40 times", "rang 50 times").replace(/^😴.*$/m, "😴 At **Acme** we slept.");
      editor.open(POST, text.replaceAll("\n", end));
      expect(await seen(editor, POST)).toEqual(
        expect.arrayContaining([
          ["figure-not-in-story", "50 times"],
          ["private-name", "**Acme**"],
        ]),
      );
    },
  );

  test("a story that changes updates its open posts", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    editor.open(STORY);
    expect((await seen(editor, POST))[0]).toEqual(["figure-not-in-story", "$2.6M"]);
    editor.replace(STORY, "$2.4M", "$2.6M");
    await expect
      .poll(async () => (await editor.found(POST)).map(({ code }) => code), WITHIN)
      .not.toContain("figure-not-in-story");
  });

  test("a story that changes on disk does so, too, and so do the settings", async () => {
    const bank = createPagerBank();
    const editor = await startEditor(bank);
    editor.open(POST);
    expect((await seen(editor, POST))[0]).toEqual(["figure-not-in-story", "$2.6M"]);
    bank.write(STORY, STORY_TEXT.replace("$2.4M", "$2.6M"));
    await expect
      .poll(async () => (await editor.found(POST)).map(({ code }) => code), WITHIN)
      .not.toContain("figure-not-in-story");
    bank.write("storybank.yaml", "version: 1\ncheck:\n  markdown-left: error\n");
    await expect
      .poll(async () => (await editor.found(POST)).find(({ code }) => code === "markdown-left")?.severity, WITHIN)
      .toBe(DiagnosticSeverity.Error);
    bank.write("storybank.yaml", "version: 1\ncheck:\n  no-such: off\n");
    await expect
      .poll(async () => (await editor.found(POST)).map(({ message }) => message), WITHIN)
      .toEqual([expect.stringContaining('check: in storybank.yaml: There is no rule "no-such".')]);
  });

  test("another post that appears on disk is noticed", async () => {
    const bank = createPagerBank();
    const editor = await startEditor(bank);
    editor.open(POST);
    expect((await seen(editor, POST)).map(([rule]) => rule)).not.toContain("slot-taken");
    bank.write("posts/2025-01-07-other.md", POST_TEXT);
    await expect.poll(async () => (await editor.found(POST)).map(({ code }) => code), WITHIN).toContain("slot-taken");
  });

  test("a text is looked at once nobody types any more, and not at every letter", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    await editor.found(POST);
    for (const letter of "Nobody slept.") editor.replace(POST, "What wakes", `${letter}What wakes`);
    await editor.found(POST);
    // Once the folder is followed, every text is looked at again, which may be in the middle of a word.
    const typed = editor.published.map(({ version }) => version ?? 0).filter((version) => version > 1);
    expect(typed.length).toBeLessThanOrEqual(2);
    expect(typed.at(-1)).toBe(14);
  });

  test("a story that is closed unsaved counts as it is on disk again", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(STORY, STORY_TEXT.replace("$2.4M", "$2.6M"));
    editor.open(POST);
    expect((await seen(editor, POST)).map(([rule]) => rule)).not.toContain("figure-not-in-story");
    editor.close(STORY);
    await expect.poll(() => seen(editor, POST), WITHIN).toContainEqual(["figure-not-in-story", "$2.6M"]);
  });

  test("a new post that is not on disk yet is looked at; one that is closed shows nothing any more", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open("posts/new.md", POST_TEXT);
    expect(await seen(editor, "posts/new.md")).toContainEqual(["figure-not-in-story", "$2.6M"]);
    editor.close("posts/new.md");
    await expect.poll(() => editor.found("posts/new.md"), WITHIN).toEqual([]);
  });
});

describe("how files are written", () => {
  test.each([
    ["a day that is none", STORY, STORY_TEXT.replace("day: tuesday", "day: someday"), "unknown-day", "day: someday"],
    ["a week that is none", STORY, STORY_TEXT.replace("week: 1", "week: one"), "bad-date", "week: one"],
    ["a status that is none", POST, POST_TEXT.replace("status: draft", "status: done"), "doctor", "status: done"],
    [
      "a story that is not there",
      POST,
      POST_TEXT.replace("story: the-pager", "story: gone"),
      "figure-not-in-story",
      "story: gone",
    ],
    ["a key twice", POST, POST_TEXT.replace("status: draft", "week: 2"), "unreadable", "week: 2"],
    ["a fence that is not closed", POST, "---\ntitle: The Pager\n", "unreadable", "---"],
    [
      "a rule that is none",
      POST,
      POST_TEXT.replace("status: draft", "check:\n  nonsense: off"),
      "unknown-rule",
      "check:",
    ],
    [
      "a story that a week lists",
      "weeks/week-01.md",
      "---\nweek: 1\nstories: [the-pager, gone]\n---\n",
      "doctor",
      "gone",
    ],
    ["a week without a number", "weeks/later.md", "---\ntheme: Sleep\n---\n", "doctor", "---"],
    ["an unknown setting", "storybank.yaml", "version: 1\nplattform: x\n", "doctor", "plattform: x"],
    [
      "an unknown key of a slot",
      "storybank.yaml",
      "calendar:\n  slots:\n    tue:\n      tiem: '9:00'\n",
      "doctor",
      "tiem: '9:00'",
    ],
    [
      "a time of a slot",
      "storybank.yaml",
      "calendar:\n  slots:\n    tue:\n      time: noonish\n",
      "doctor",
      "time: noonish",
    ],
    [
      "a template of a slot",
      "storybank.yaml",
      "calendar:\n  slots:\n    tue:\n      template: gone\n",
      "doctor",
      "template: gone",
    ],
    ["a start that is no date", "storybank.yaml", "calendar:\n  start: soon\n", "doctor", "start: soon"],
    ["a start that is no Monday", "storybank.yaml", "calendar:\n  start: 2025-01-07\n", "doctor", "start: 2025-01-07"],
    ["a platform that is none", "storybank.yaml", "platform: paper\n", "doctor", "platform: paper"],
    ["a rule of the settings", "storybank.yaml", "check:\n  nonsense: off\n", "doctor", "nonsense: off"],
    ["settings that are no YAML", "storybank.yaml", "version: 1\nprivate: [\n", "unreadable", "private: ["],
  ])("%s is found where it stands", async (_, path, text, rule, words) => {
    const editor = await startEditor(createPagerBank());
    editor.open(path, text);
    expect(await seen(editor, path)).toContainEqual([rule, words]);
    for (const { codeDescription } of await editor.found(path))
      expect(existsSync(fileURLToPath(codeDescription?.href ?? ""))).toBe(true);
  });

  test("what a rule says of a line is not said twice", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST, POST_TEXT.replace("platform: linkedin", "platform: paper"));
    const lines = (await editor.found(POST)).filter(({ range }) => range.start.line === 6);
    expect(lines.map(({ code }) => code)).toEqual(["unknown-platform"]);
  });

  test("settings that are being mended show their posts what keeps them from being checked", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    await editor.found(POST);
    editor.open("storybank.yaml");
    await editor.found("storybank.yaml");
    editor.replace("storybank.yaml", "2025-01-06", "soon");
    await expect
      .poll(async () => (await editor.found(POST)).map(({ message }) => message), WITHIN)
      .toEqual([
        'calendar.start in storybank.yaml is "soon", which is no date.\nWrite it as YYYY-MM-DD, such as 2025-01-06.',
      ]);
  });
});
