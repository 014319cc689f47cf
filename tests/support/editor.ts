import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type Location,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TestBank } from "./bank.ts";

/** What a full-grown editor says that it can do. */
export const CAPABLE: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["rename"] } },
  textDocument: { hover: { contentFormat: ["markdown", "plaintext"] } },
  window: { showDocument: { support: true } },
};

/** An editor of a test: it keeps its own texts, and tells the server of them as the protocol has it. */
export interface TestEditor {
  connection: ProtocolConnection;
  /** The address of a file of the bank. */
  uri(path: string): string;
  /** Opens a file with what is on disk, or another text. */
  open(path: string, text?: string): void;
  close(path: string): void;
  /** Replaces a stretch of an open text, given by its words or its place. */
  replace(path: string, words: string | { start: number; end: number }, text: string): void;
  text(path: string): string;
  /** Waits for what is found in the text as it is now. */
  found(path: string): Promise<Diagnostic[]>;
  /** Waits for what is published of a file next, whatever its text. */
  next(path: string): Promise<Diagnostic[]>;
  /** The words that a range of an open text is of. */
  words(path: string, range: Range): string;
  /** The place of words in an open text, and so many characters in. */
  at(path: string, words: string, more?: number): Position;
  ask<T>(method: string, path: string, params?: object): Promise<T>;
  hover(path: string, words: string): Promise<string | null>;
  /** The definition of words, as the file and line (from 1) it is in. */
  definition(path: string, words: string): Promise<string | null>;
  references(path: string, words: string): Promise<string[]>;
  actions(path: string, words: string): Promise<CodeAction[]>;
  /** Applies an edit to the texts that are open, and to the files that are not. */
  apply(edit: WorkspaceEdit | undefined): void;
  shutDown(): Promise<void>;
  /** The exit code of the server, once it is over. */
  over: Promise<{ code: number; stdout: string; stderr: string }>;
  /** What was published, in its order. */
  published: PublishDiagnosticsParams[];
  /** What the server has told: messages to show, and log lines. */
  told: string[];
  /** Where the server asked to go on. */
  shown: { uri: string; selection?: Range }[];
}

/** Starts `storybank lsp` in this process for a bank, with an editor at its other end. */
export async function startEditor(
  bank: TestBank,
  { capabilities = CAPABLE, today }: { capabilities?: ClientCapabilities; today?: string } = {},
): Promise<TestEditor> {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  const over = bank.run("lsp --stdio", {
    stdio: { input: toServer, output: toEditor },
    ...(today === undefined ? {} : { today }),
  });
  const connection = createProtocolConnection(toEditor, toServer);
  const editor = await connectEditor(connection, bank, over, capabilities);
  onTestFinished(async () => {
    await editor.shutDown();
    connection.dispose();
  });
  return editor;
}

/** An editor at one end of a connection to a server. */
export async function connectEditor(
  connection: ProtocolConnection,
  bank: TestBank,
  over: TestEditor["over"],
  capabilities: ClientCapabilities,
): Promise<TestEditor> {
  const documents = new Map<string, TextDocument>();
  const published = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Set<() => void>();
  let isShutDown = false;
  const [told, shown]: [string[], TestEditor["shown"]] = [[], []];
  const history: PublishDiagnosticsParams[] = [];
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    history.push(params);
    published.set(params.uri, params);
    for (const wake of waiting) wake();
  });
  connection.onNotification("window/showMessage", ({ message }: { message: string }) => void told.push(message));
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void told.push(message));
  connection.onRequest("window/showDocument", (params: TestEditor["shown"][number]) => {
    shown.push(params);
    return { success: true };
  });
  connection.listen();
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities });
  await connection.sendNotification("initialized", {});
  const uri = (path: string): string => pathToFileURL(`${bank.root}/${path}`).href;
  const document = (path: string): TextDocument => {
    const found = documents.get(path);
    if (found === undefined) throw new Error(`${path} is not open`);
    return found;
  };
  const change = (path: string, changes: TextDocumentContentChangeEvent[]): void => {
    const before = document(path);
    const version = before.version + 1;
    published.delete(uri(path));
    documents.set(path, TextDocument.update(before, changes, version));
    void connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: uri(path), version },
      contentChanges: changes,
    });
  };
  const stretch = (path: string, words: string | { start: number; end: number }): Range => {
    const text = document(path).getText();
    const start = typeof words === "string" ? text.indexOf(words) : words.start;
    if (start < 0) throw new Error(`${path} does not say ${String(words)}`);
    const end = typeof words === "string" ? start + words.length : words.end;
    return { start: document(path).positionAt(start), end: document(path).positionAt(end) };
  };
  const editor: TestEditor = {
    connection,
    over,
    told,
    shown,
    published: history,
    uri,
    open(path, text = bank.read(path)) {
      const opened = TextDocument.create(uri(path), "markdown", 1, text);
      documents.set(path, opened);
      void connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: opened.uri, languageId: "markdown", version: 1, text },
      });
    },
    close(path) {
      documents.delete(path);
      published.delete(uri(path));
      void connection.sendNotification("textDocument/didClose", { textDocument: { uri: uri(path) } });
    },
    replace: (path, words, text) => change(path, [{ range: stretch(path, words), text }]),
    text: (path) => document(path).getText(),
    async found(path) {
      for (;;) {
        const last = published.get(uri(path));
        if (last !== undefined && (last.version ?? 0) === (documents.get(path)?.version ?? last.version ?? 0))
          return last.diagnostics;
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
    next: (path) =>
      new Promise((resolve) => {
        const before = published.get(uri(path));
        const wake = (): void => {
          const last = published.get(uri(path));
          if (last === undefined || last === before) return;
          waiting.delete(wake);
          resolve(last.diagnostics);
        };
        waiting.add(wake);
      }),
    words: (path, range) => document(path).getText(range),
    at: (path, words, more = 1) => {
      const { start } = stretch(path, words);
      return document(path).positionAt(document(path).offsetAt(start) + more);
    },
    ask: (method, path, params = {}) =>
      connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: uri(path) }, ...params }),
    async hover(path, words) {
      const hover = await editor.ask<Hover | null>("hover", path, { position: editor.at(path, words) });
      return hover === null ? null : (hover.contents as { value: string }).value;
    },
    async definition(path, words) {
      const found = await editor.ask<Location | null>("definition", path, { position: editor.at(path, words) });
      return found === null ? null : placeOf(found);
    },
    async references(path, words) {
      const position = editor.at(path, words);
      const found = await editor.ask<Location[]>("references", path, {
        position,
        context: { includeDeclaration: true },
      });
      return found.map(placeOf);
    },
    actions: (path, words) =>
      editor.ask("codeAction", path, { range: stretch(path, words), context: { diagnostics: [] } }),
    apply(edit) {
      for (const changed of edit?.documentChanges ?? []) {
        if (!("edits" in changed)) continue;
        const path = changed.textDocument.uri.slice(uri("").length);
        const changes = changed.edits.map((each) => {
          if (!("newText" in each)) throw new Error("no plain edit");
          return { range: each.range, text: each.newText };
        });
        if (documents.has(path)) change(path, changes);
        else {
          const before = TextDocument.create("", "", 0, bank.read(path));
          bank.write(path, TextDocument.update(before, changes, 1).getText());
        }
      }
    },
    async shutDown() {
      if (isShutDown) return;
      isShutDown = true;
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await over;
    },
  };
  const placeOf = ({ uri: target, range }: Location): string =>
    `${decodeURIComponent(target).replace(decodeURIComponent(uri("")), "")}:${range.start.line + 1}`;
  return editor;
}
