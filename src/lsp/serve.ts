import type { Readable, Writable } from "node:stream";
import {
  type Connection,
  createConnection,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
} from "vscode-languageserver";
import { createProtocolConnection } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Bank } from "../bank/bank.ts";
import { watchBank } from "../bank/watch.ts";
import { UserError } from "../errors.ts";
import { openDiagnostics } from "./diagnostics.ts";
import { handleRequests } from "./handle-requests.ts";
import { keepOpenBanks, type OpenBank, pathIn, pathOfUri } from "./open-banks.ts";

export interface EditorOptions {
  input: Readable;
  output: Writable;
  /** The bank that a file is in; null where there is none. Throws a UserError for one that can't be opened. */
  openBankAround(file: string): Bank | null;
  /** The folder with the program's own pages. */
  docsDir: string;
  today(): string;
  onBug(error: unknown): void;
}

export interface EditorServer {
  /** The exit code that the protocol asks for, once the editor says that it is done, or goes. */
  over: Promise<number>;
  /** The text of a file as the editor has told it; null where it is not open. */
  textOf(uri: string): string | null;
}

/** So long is waited for what was said right before the end, since each message is heard in its turn. */
const LAST_WORDS_MS = 100;

/** Serves an editor. What is open there goes before what is on disk, and nothing is ever written. */
export function serveEditor(options: EditorOptions): EditorServer {
  const { input, output, onBug } = options;
  let isShutDown = false;
  let end: (code: number) => void = () => {};
  const over = new Promise<number>((resolve) => {
    end = resolve;
  });
  const watchDog = {
    get shutdownReceived() {
      return isShutDown;
    },
    set shutdownReceived(value: boolean) {
      isShutDown = value;
    },
    initialize: () => {},
    exit: (code: number) => end(code),
  };
  const connection = createConnection((logger) => createProtocolConnection(input, output, logger), watchDog);
  const documents = new TextDocuments(TextDocument);
  const close = serveConnection(connection, documents, options);
  const leave = (): void => void setTimeout(() => end(isShutDown ? 0 : 1), LAST_WORDS_MS);
  for (const event of ["end", "close"]) input.once(event, leave);
  connection.listen();
  return {
    over: over.then(async (code) => {
      await close().catch(onBug);
      connection.dispose();
      input.destroy();
      return code;
    }),
    textOf: (uri) => documents.get(uri)?.getText() ?? null,
  };
}

/** Keeps up with what the editor does, and answers it; gives what lets go of all of it. */
function serveConnection(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  options: EditorOptions,
): () => Promise<void> {
  const { docsDir, onBug } = options;
  const warn = (message: string): void =>
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  const refused = new Set<string>();
  const bankAround = (file: string): Bank | null => {
    try {
      return options.openBankAround(file);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // A bank of another version is said so once, and then left alone.
      if (!refused.has(error.message)) warn([error.message, error.hint].filter(Boolean).join(" "));
      refused.add(error.message);
      return null;
    }
  };
  const lookAgain = (bank: OpenBank, paths?: ReadonlySet<string>): void => {
    banks.changed(bank, paths);
    for (const opened of banks.filesOf(bank)) diagnostics.schedule(opened, 0);
  };
  /** Banks whose changes on disk can't be followed. */
  const blind = new WeakSet<OpenBank>();
  const watch = (bank: OpenBank): (() => Promise<void>) => {
    const stop = watchBank(
      bank.root,
      (paths) => lookAgain(bank, paths),
      (reason) => {
        blind.add(bank);
        warn(`Changes on disk can't be followed (${reason}). Saving a file looks again.`);
      },
    );
    // What has changed before changes were followed is seen now.
    stop.then(() => lookAgain(bank)).catch(onBug);
    return async () => (await stop)();
  };
  const banks = keepOpenBanks(bankAround, watch);
  const diagnostics = openDiagnostics({
    banks,
    docsDir,
    onBug,
    publish: (uri, version, found) => connection.sendDiagnostics({ uri, version, diagnostics: found }),
  });
  documents.onDidChangeContent(({ document }) => {
    const isNew = banks.fileOf(document.uri) === null;
    const opened = banks.take(document);
    if (opened === null) return;
    diagnostics.schedule(opened, isNew ? 0 : undefined);
    // A story or the settings bear on the others; what a post says bears on itself.
    if (!isNew && opened.file.kind !== "post")
      for (const other of banks.filesOf(opened.bank)) if (other !== opened) diagnostics.schedule(other);
  });
  documents.onDidClose(({ document }) => {
    diagnostics.cancel(document.uri);
    const opened = banks.fileOf(document.uri);
    if (opened === null) return;
    banks.drop(document);
    // What was not saved counts no more.
    for (const other of banks.filesOf(opened.bank)) diagnostics.schedule(other, 0);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  documents.onDidSave(({ document }) => {
    const opened = banks.fileOf(document.uri);
    if (opened !== null) lookAgain(opened.bank, blind.has(opened.bank) ? undefined : new Set([opened.file.path]));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      const path = pathOfUri(uri);
      const bank = path === null ? null : banks.bankOf(path);
      if (path !== null && bank !== null) lookAgain(bank, new Set([pathIn(bank.root, path)]));
    }
  });
  handleRequests(connection, { banks, documents, docsDir, today: options.today, onBug });
  documents.listen(connection);
  return async () => {
    diagnostics.stop();
    await banks.close();
  };
}
