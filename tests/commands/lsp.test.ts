import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fs from "fs-extra";
import { expect, onTestFinished, test } from "vitest";
import { createProtocolConnection } from "vscode-languageserver-protocol/node";
import { BIN, ENV } from "../support/binary.ts";
import { CAPABLE, connectEditor, startEditor } from "../support/editor.ts";
import { createPagerBank, POST, POST_TEXT } from "../support/editor-bank.ts";

test("on a terminal it says that editors start it", async () => {
  expect(await createPagerBank().run("lsp", { answers: [] })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "storybank: lsp is for editors, which start it themselves.\nTell yours to run: storybank lsp   as docs/editors.md shows.\n",
  });
});

test("it ends with 0 when the editor says so, with 1 when it goes without a word, and has written nothing", async () => {
  const bank = createPagerBank();
  const before = bank.files();
  const editor = await startEditor(bank);
  editor.open(POST);
  await editor.found(POST);
  await editor.shutDown();
  expect(await editor.over).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(bank.files()).toEqual(before);
  const { Readable, PassThrough } = await import("node:stream");
  const gone = await bank.run("lsp", { stdio: { input: Readable.from([]), output: new PassThrough() } });
  expect(gone).toEqual({ code: 1, stdout: "", stderr: "" });
});

test("the built program, as a process of its own", async () => {
  const bank = createPagerBank();
  const child = spawn(process.execPath, [BIN, "lsp", "--stdio"], { cwd: tmpdir(), env: ENV });
  onTestFinished(() => void child.kill());
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const over = new Promise<{ code: number; stdout: string; stderr: string }>((resolve) =>
    child.on("exit", (code) => resolve({ code: code ?? -1, stdout: "", stderr })),
  );
  const editor = await connectEditor(createProtocolConnection(child.stdout, child.stdin), bank, over, CAPABLE);
  editor.open(POST);
  const [first] = await editor.found(POST);
  expect(first === undefined ? "" : editor.words(POST, first.range)).toBe("$2.6M");
  const [write] = await editor.actions(POST, "$2.6M");
  editor.apply(write?.edit);
  expect((await editor.found(POST)).map(({ code }) => code)).not.toContain("figure-not-in-story");
  await editor.shutDown();
  expect(await editor.over).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("a file outside a bank, or that no command reads, gets nothing and no error", async () => {
  const bank = createPagerBank({
    "templates/posts/mine.md": POST_TEXT,
    "notes.md": POST_TEXT,
    "posts/.draft.md": POST_TEXT,
  });
  const editor = await startEditor(bank);
  const folder = fs.mkdtempSync(join(tmpdir(), "storybank-none-"));
  onTestFinished(() => fs.removeSync(folder));
  const outside = pathToFileURL(join(folder, "post.md")).href;
  const uris = [
    outside,
    "untitled:Untitled-1",
    editor.uri("templates/posts/mine.md"),
    editor.uri("notes.md"),
    editor.uri("posts/.draft.md"),
  ];
  for (const uri of uris) {
    const textDocument = { uri, languageId: "markdown", version: 1, text: POST_TEXT };
    await editor.connection.sendNotification("textDocument/didOpen", { textDocument });
    const ask = (method: string, more: object = {}): Promise<unknown> =>
      editor.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...more });
    const position = { line: 14, character: 42 };
    const range = { start: position, end: position };
    expect(await ask("hover", { position })).toBeNull();
    expect(await ask("definition", { position })).toBeNull();
    expect(await ask("references", { position, context: { includeDeclaration: true } })).toEqual([]);
    expect(await ask("documentSymbol")).toEqual([]);
    expect(await ask("foldingRange")).toEqual([]);
    expect(await ask("inlayHint", { range })).toEqual([]);
    expect(await ask("completion", { position })).toEqual([]);
    expect(await ask("codeAction", { range, context: { diagnostics: [] } })).toEqual([]);
    expect(await ask("prepareRename", { position })).toBeNull();
    expect(await ask("rename", { position, newName: "x" })).toBeNull();
  }
  editor.open(POST);
  await editor.found(POST);
  expect(editor.told).toEqual([]);
  await editor.shutDown();
  expect((await editor.over).stderr).toBe("");
});

test("a bank of another version is said so once, and left alone", async () => {
  const editor = await startEditor(createPagerBank({ "storybank.yaml": "version: 7\n" }));
  editor.open(POST);
  editor.open("stories/the-pager.md");
  expect(await editor.hover(POST, "$2.6M")).toBeNull();
  expect(editor.told).toEqual([
    "This bank is of version 7, and this storybank knows version 1. A newer storybank made it; update yours.",
  ]);
});

test("several banks at once, the nearest one for each file", async () => {
  const bank = createPagerBank({
    "inner/storybank.yaml": "version: 1\ncheck:\n  figure-not-in-story: warning\n",
    "inner/stories/the-pager.md": createPagerBank().read("stories/the-pager.md"),
    "inner/posts/p.md": POST_TEXT,
  });
  const editor = await startEditor(bank);
  editor.open(POST);
  editor.open("inner/posts/p.md");
  const severity = async (path: string) =>
    (await editor.found(path)).find(({ code }) => code === "figure-not-in-story")?.severity;
  expect([await severity(POST), await severity("inner/posts/p.md")]).toEqual([1, 2]);
});
