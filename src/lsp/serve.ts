import type { Readable, Writable } from "node:stream";
import { type Connection, createConnection, TextDocuments } from "vscode-languageserver";
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

/**
 * Serves an editor until it says that it is done, or goes; gives the exit code that the protocol asks for. What is open in the
 * editor goes before what is on disk, and nothing is ever written.
 */
export async function serveEditor(options: EditorOptions): Promise<number> {
  const { input, output, onBug } = options;
  return new Promise((resolve) => {
    let isShutDown = false;
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
    const close = serveConnection(connection, options);
    let isOver = false;
    const end = (code: number): void => {
      if (isOver) return;
      isOver = true;
      void close()
        .catch(onBug)
        .then(() => {
          connection.dispose();
          input.destroy();
          resolve(code);
        });
    };
    input.once("close", () => end(isShutDown ? 0 : 1));
    input.once("end", () => end(isShutDown ? 0 : 1));
    connection.listen();
  });
}

/** Keeps up with what the editor does, and answers it; gives what lets go of all of it. */
function serveConnection(connection: Connection, options: EditorOptions): () => Promise<void> {
  const { docsDir, onBug } = options;
  const documents = new TextDocuments(TextDocument);
  const refused = new Set<string>();
  const bankAround = (file: string): Bank | null => {
    try {
      return options.openBankAround(file);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // A bank of another version is said so once, and then left alone.
      if (!refused.has(error.message)) connection.window.showWarningMessage(`${error.message} ${error.hint ?? ""}`);
      refused.add(error.message);
      return null;
    }
  };
  const lookAgain = (bank: OpenBank, paths?: ReadonlySet<string>): void => {
    banks.changed(bank, paths);
    for (const opened of banks.filesOf(bank)) diagnostics.schedule(opened, 0);
  };
  const watch = (bank: OpenBank): (() => Promise<void>) => {
    const stop = watchBank(
      bank.root,
      (paths) => lookAgain(bank, paths),
      (reason) =>
        connection.window.showWarningMessage(
          `Changes on disk can't be followed (${reason}). Saving a file looks again.`,
        ),
    );
    stop.catch(onBug);
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
    if (banks.fileOf(document.uri) === null) return;
    banks.drop(document);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  documents.onDidSave(({ document }) => {
    const opened = banks.fileOf(document.uri);
    if (opened !== null) lookAgain(opened.bank, new Set([opened.file.path]));
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
