import { describe, expect, test } from "vitest";
import type { CompletionItem, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { CAPABLE, startEditor, type TestEditor } from "../support/editor.ts";
import { createPagerBank, POST, POST_TEXT, STORY, STORY_TEXT } from "../support/editor-bank.ts";

/** What is offered where a `|` stands in a text, and what the text becomes with the item of a label. */
async function complete(editor: TestEditor, path: string, written: string, label?: string, trigger?: string) {
  const text = written.replace("|", "");
  editor.open(path, text);
  const document = TextDocument.create("", "", 0, text);
  const context = trigger === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger };
  const items = await editor.ask<CompletionItem[]>("completion", path, {
    position: document.positionAt(written.indexOf("|")),
    context,
  });
  const edit = items.find((item) => item.label === label)?.textEdit;
  const after = edit !== undefined && "range" in edit ? TextDocument.applyEdits(document, [edit]) : null;
  return { labels: items.map((item) => item.label), details: items.map(({ detail }) => detail), after };
}

describe("completion", () => {
  const post = (line: string): string => POST_TEXT.replace("status: draft", line);

  test.each([
    ["a status", POST, post("status: |draft"), "ready", post("status: ready")],
    ["a story", POST, POST_TEXT.replace("the-pager", "the|-p"), "the-pager", POST_TEXT],
    ["a platform", POST, POST_TEXT.replace("linkedin", "b|"), "bluesky", POST_TEXT.replace("linkedin", "bluesky")],
    ["a template", POST, POST_TEXT.replace("debate", "|"), "chronicle", POST_TEXT.replace("debate", "chronicle")],
    ["a hook template", POST, post("hook-template: |"), "price-tag", post("hook-template: price-tag")],
    ["a day", STORY, STORY_TEXT.replace("tuesday", "w|"), "wednesday", STORY_TEXT.replace("tuesday", "wednesday")],
    ["a tag in brackets", "stories/y.md", "---\ntags: [a, o|]\n---\n", "on-call", "---\ntags: [a, on-call]\n---\n"],
    ["a tag of a list", "stories/x.md", "---\ntags:\n  - o|\n---\n", "on-call", "---\ntags:\n  - on-call\n---\n"],
    ["a story of a week", "weeks/w.md", "---\nstories: [|]\n---\n", "the-pager", "---\nstories: [the-pager]\n---\n"],
    ["a key of a post", POST, post("hash|"), "hashtags", post("hashtags:")],
    [
      "a key of a story",
      STORY,
      STORY_TEXT.replace("tags:", "ic|\ntags:"),
      "icon",
      STORY_TEXT.replace("tags:", "icon:\ntags:"),
    ],
    ["a rule", POST, post("check:\n  no-|"), "no-question", post("check:\n  no-question:")],
    ["its level", POST, post("check:\n  no-question: |"), "off", post("check:\n  no-question: off")],
    ["a setting", "storybank.yaml", "cal|", "calendar", "calendar:"],
    [
      "a day of the slots",
      "storybank.yaml",
      "calendar:\n  slots:\n    f|",
      "friday",
      "calendar:\n  slots:\n    friday:",
    ],
    [
      "a key of a slot",
      "storybank.yaml",
      "calendar:\n  slots:\n    friday:\n      ti|",
      "time",
      "calendar:\n  slots:\n    friday:\n      time:",
    ],
    [
      "a hook of a slot",
      "storybank.yaml",
      "calendar:\n  slots:\n    fri:\n      hook: |",
      "own",
      "calendar:\n  slots:\n    fri:\n      hook: own",
    ],
    ["a figure", POST, POST_TEXT.replace("$2.6M", "$2|.6M"), "$2.4M", POST_TEXT.replace("$2.6M", "$2.4M")],
  ])("%s", async (_, path, written, label, after) => {
    const editor = await startEditor(createPagerBank());
    expect((await complete(editor, path, written, label)).after).toBe(after);
  });

  test("figures come with their line of the story, once each", async () => {
    const editor = await startEditor(createPagerBank());
    const { labels, details } = await complete(editor, POST, POST_TEXT.replace("Alerts went", "|"));
    expect(labels).toEqual(["Three years", "12 engineers", "40 times", "$800K", "$1.6M", "$2.4M", "40 → 2"]);
    expect(details[3]).toBe("line 13 of the story: Overtime");
  });

  test("keys that a file has are not offered again; notes, comments and the space between words offer nothing", async () => {
    const editor = await startEditor(createPagerBank());
    expect((await complete(editor, POST, post("|"))).labels).not.toContain("story");
    expect((await complete(editor, POST, POST_TEXT.replace("Comments: 20", "Comments: |"))).labels).toEqual([]);
    expect((await complete(editor, POST, post("status: x # |"))).labels).toEqual([]);
    expect((await complete(editor, POST, POST_TEXT.replace("went", "|"), undefined, " ")).labels).toEqual([]);
  });
});

describe("code actions", () => {
  const take = async (editor: TestEditor, path: string, words: string, title: string): Promise<void> => {
    const actions = await editor.actions(path, words);
    const action = actions.find((each) => each.title.startsWith(title));
    expect(action, actions.map((each) => each.title).join("\n")).toBeDefined();
    editor.apply(action?.edit);
  };
  const rules = async (editor: TestEditor, path: string) => (await editor.found(path)).map(({ code }) => code);

  test("writing what the story says, the nearest figure first", async () => {
    const bank = createPagerBank();
    const editor = await startEditor(bank);
    editor.open(POST);
    const [first, second] = await editor.actions(POST, "$2.6M");
    expect([first?.title, first?.isPreferred]).toEqual(["Write “$2.4M” for “$2.6M”", true]);
    expect([second?.title, second?.isPreferred]).toEqual(["Write “$800K” for “$2.6M”", undefined]);
    expect(first?.diagnostics?.[0]).toEqual((await editor.found(POST))[0]);
    editor.apply(first?.edit);
    expect(editor.text(POST)).toBe(POST_TEXT.replace("$2.6M", "$2.4M"));
    expect(await rules(editor, POST)).not.toContain("figure-not-in-story");
    expect(bank.read(POST)).toBe(POST_TEXT);
  });

  test("confirming, and going on to the reason where the editor can", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    const actions = await editor.actions(POST, "$2.6M");
    const action = actions.find(({ title }) => title.endsWith("and say why"));
    editor.apply(action?.edit);
    expect(editor.text(POST)).toContain(
      'confirmed:\n  - {words: "$2.6M", sentence: "It cost us $2.6M, and nobody slept.", because: ""}\n',
    );
    expect(await rules(editor, POST)).not.toContain("figure-not-in-story");
    const { command = "", arguments: given = [] } = action?.command ?? {};
    await editor.connection.sendRequest("workspace/executeCommand", { command, arguments: given });
    const [shown] = editor.shown;
    const at = shown?.selection?.start ?? { line: 0, character: 0 };
    const around = { start: { ...at, character: at.character - 10 }, end: { ...at, character: at.character + 2 } };
    expect(editor.words(POST, around)).toBe('because: ""}');
  });

  test("confirming without a reason; the story's own words are not to be confirmed", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    await take(editor, POST, "$2.6M", "Confirm “$2.6M”");
    expect(await rules(editor, POST)).not.toContain("figure-not-in-story");
    expect((await editor.actions(POST, "95%")).map(({ title }) => title)).toEqual([]);
  });

  test("adding to the story, whether it is open or not", async () => {
    const bank = createPagerBank();
    const editor = await startEditor(bank);
    editor.open(POST);
    await take(editor, POST, "$2.6M", "Add “It cost us $2.6M, and nobody slept.” to the story The Pager");
    expect(bank.read(STORY)).toBe(`${STORY_TEXT}\n**Added from a post:**\n- It cost us $2.6M, and nobody slept.\n`);
    await expect.poll(() => rules(editor, POST), { timeout: 20_000 }).not.toContain("figure-not-in-story");
    const other = createPagerBank();
    const second = await startEditor(other);
    second.open(POST);
    second.open(STORY);
    await take(second, POST, "$2.6M", "Add “It cost");
    expect(second.text(STORY)).toContain("- It cost us $2.6M");
    expect(other.read(STORY)).toBe(STORY_TEXT);
  });

  test("turning a rule off in this post, or story", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    await take(editor, POST, "$2.6M", "Turn markdown-left off in this post");
    expect(editor.text(POST)).toContain("check:\n  markdown-left: off\n---");
    expect(await rules(editor, POST)).not.toContain("markdown-left");
    editor.open(STORY, STORY_TEXT.replace(/\*\*The Lesson[\s\S]*/, ""));
    await take(editor, STORY, "---\n\n**The Setup", "Turn missing-lesson off in this story");
    expect(await rules(editor, STORY)).toEqual([]);
  });

  test("a private name: its alias; and names are decided on from where they stand", async () => {
    const bank = createPagerBank();
    const editor = await startEditor(bank);
    const named = POST_TEXT.replace("What wakes you?", "Acme slept. Then Ada Lovelace of Globex Corp called me.");
    editor.open(POST, named);
    await take(editor, POST, "Acme", "Write “");
    expect(editor.text(POST)).toContain("retailer slept.");
    editor.replace(POST, editor.text(POST).includes("A retailer") ? "A retailer" : "a retailer", "Acme");
    await take(editor, POST, "Acme", "Let posts name Acme");
    expect(bank.read("storybank.yaml")).toMatch(/public:\n? *.*Acme/);
    await take(editor, POST, "Ada Lovelace", "Keep Ada Lovelace out of posts");
    expect(bank.read("storybank.yaml")).toMatch(/private:\n.*Ada Lovelace/s);
  });

  test("an editor that asks for other kinds of actions gets none", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    const range = { start: editor.at(POST, "$2.6M"), end: editor.at(POST, "$2.6M") };
    const ask = (only: string[]) =>
      editor.ask<unknown[]>("codeAction", POST, { range, context: { diagnostics: [], only } });
    expect(await ask(["source.organizeImports"])).toEqual([]);
    expect(await ask(["quickfix"])).not.toEqual([]);
  });

  test("an editor that knows no versions gets plain changes", async () => {
    const editor = await startEditor(createPagerBank(), { capabilities: {} });
    editor.open(POST);
    const [first] = await editor.actions(POST, "$2.6M");
    expect(Object.keys(first?.edit?.changes ?? {})).toEqual([editor.uri(POST)]);
  });
});

describe("rename", () => {
  const rename = (editor: TestEditor, path: string, words: string, newName: string): Promise<WorkspaceEdit> =>
    editor.ask("rename", path, { position: editor.at(path, words), newName });

  test.each([
    ["story: of a post", POST, "the-pager"],
    ["a week's list", "weeks/week-01.md", "the-pager"],
    ["the story's title", STORY, "The Pager"],
  ])("a story from %s, with all that refers to it", async (_, path, words) => {
    const bank = createPagerBank({ "stories/sequel.md": "---\ntitle: Sequel\nsequel-of: the-pager\n---\n" });
    const editor = await startEditor(bank);
    editor.open(path);
    expect(await editor.ask("prepareRename", path, { position: editor.at(path, words) })).toMatchObject({
      placeholder: "the-pager",
    });
    const edit = await rename(editor, path, words, "The Beeper");
    expect(edit.documentChanges?.at(-1)).toEqual({
      kind: "rename",
      oldUri: editor.uri(STORY),
      newUri: editor.uri("stories/the-beeper.md"),
      options: { overwrite: false },
    });
    editor.apply(edit);
    const read = (file: string): string => (file === path ? editor.text(file) : bank.read(file));
    expect(read(POST)).toBe(POST_TEXT.replace("story: the-pager", "story: the-beeper"));
    expect(read("weeks/week-01.md")).toContain("stories: [the-beeper]");
    expect(read("stories/sequel.md")).toContain("sequel-of: the-beeper");
    expect(bank.read(STORY)).toBe(STORY_TEXT);
  });

  test("a file that the editor renames itself takes its references along", async () => {
    const editor = await startEditor(createPagerBank());
    editor.open(POST);
    const edit: WorkspaceEdit = await editor.connection.sendRequest("workspace/willRenameFiles", {
      files: [{ oldUri: editor.uri(STORY), newUri: editor.uri("stories/nights/beeper.md") }],
    });
    editor.apply(edit);
    expect(editor.text(POST)).toContain("story: nights/beeper\n");
  });

  test.each([
    ["a taken name", POST, "the-pager", "the-rota", CAPABLE, "There is a story the-rota already."],
    ["no name", POST, "the-pager", "..", CAPABLE, '".." can\'t be the name of a story.'],
    ["nothing to rename", POST, "Alerts", "x", CAPABLE, "There is no name of a story or post here."],
    ["an editor that renames no files", POST, "the-pager", "beeper", {}, "Use: storybank mv the-pager beeper"],
  ])("%s is refused in a sentence, and nothing changes", async (_, path, words, name, capabilities, says) => {
    const bank = createPagerBank({ "stories/the-rota.md": STORY_TEXT });
    const editor = await startEditor(bank, { capabilities });
    editor.open(path);
    await expect(rename(editor, path, words, name)).rejects.toThrow(says);
    expect(bank.read(POST)).toBe(POST_TEXT);
  });
});
