import { relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Bank } from "../bank/bank.ts";
import { type LiveBank, openLiveBank } from "../bank/live-bank.ts";
import type { Finding } from "../check/finding.ts";
import { type Examiner, openExaminer } from "../jobs/editor/examine-open.ts";
import { kindOfFile, type OpenFile } from "../jobs/editor/open-file.ts";

/** A bank of which files are open in the editor. */
export interface OpenBank {
  root: string;
  live: LiveBank;
  examiner: Examiner;
  /** The addresses of its open files, by their paths in the bank. */
  uris: Map<string, string>;
  stopWatching: () => Promise<void>;
}

/** A file of a bank that is open in the editor. */
export interface OpenedFile {
  bank: OpenBank;
  /** The document, which goes on changing, and the version that `file` is of. */
  document: TextDocument;
  version: number;
  file: OpenFile;
  findings(): Promise<Finding[]>;
}

export interface OpenBanks {
  /** The open file of an address; null for one that is not open, or of no bank. */
  fileOf(uri: string): OpenedFile | null;
  /** Takes a document's text as it is now, and says which file it is. */
  take(document: TextDocument): OpenedFile | null;
  /** Lets a document go; its bank, too, with its last one. */
  drop(document: TextDocument): void;
  /** The open files of a bank, as they are now. */
  filesOf(bank: OpenBank): OpenedFile[];
  /** Says that files have changed on disk; without paths, any may have. */
  changed(bank: OpenBank, paths?: ReadonlySet<string>): void;
  /** The bank with an open file that a path is in. */
  bankOf(path: string): OpenBank | null;
  close(): Promise<void>;
}

/** Keeps the banks around the files that are open; `watch` follows a bank's folder until what it gives is called. */
export function keepOpenBanks(
  openBankAround: (file: string) => Bank | null,
  watch: (bank: OpenBank) => () => Promise<void>,
): OpenBanks {
  const banks = new Map<string, OpenBank>();
  const opened = new Map<string, { bank: OpenBank; path: string; document: TextDocument; now: OpenedFile | null }>();
  const bankFor = (file: string): OpenBank | null => {
    const bank = openBankAround(file);
    if (bank === null) return null;
    const known = banks.get(bank.root);
    if (known !== undefined) return known;
    const live = openLiveBank(bank);
    const made: OpenBank = {
      root: bank.root,
      live,
      examiner: openExaminer(live),
      uris: new Map(),
      stopWatching: async () => {},
    };
    made.stopWatching = watch(made);
    banks.set(bank.root, made);
    return made;
  };
  const outdate = (bank: OpenBank): void => {
    for (const each of opened.values()) if (each.bank === bank) each.now = null;
  };
  const place = (document: TextDocument) => {
    const known = opened.get(document.uri);
    if (known !== undefined) {
      known.document = document;
      return known;
    }
    const file = pathOfUri(document.uri);
    const bank = file === null ? null : bankFor(file);
    if (file === null || bank === null) return null;
    const path = pathIn(bank.root, file);
    if (kindOfFile(path) === null) return null;
    bank.uris.set(path, document.uri);
    const entry = { bank, path, document, now: null };
    opened.set(document.uri, entry);
    return entry;
  };
  const self: OpenBanks = {
    fileOf(uri) {
      const entry = opened.get(uri);
      if (entry === undefined) return null;
      entry.now ??= openFile(entry);
      return entry.now;
    },
    take(document) {
      const entry = place(document);
      if (entry === null) return null;
      const { bank, path } = entry;
      bank.live.setText(path, document.getText());
      bank.examiner.forget(path);
      outdate(bank);
      return self.fileOf(document.uri);
    },
    drop({ uri }) {
      const entry = opened.get(uri);
      if (entry === undefined) return;
      const { bank, path } = entry;
      opened.delete(uri);
      bank.uris.delete(path);
      bank.live.setText(path, null);
      self.changed(bank, new Set([path]));
      if (bank.uris.size > 0) return;
      banks.delete(bank.root);
      void bank.stopWatching();
    },
    filesOf: (bank) => [...bank.uris.values()].flatMap((uri) => self.fileOf(uri) ?? []),
    changed(bank, paths) {
      bank.live.forget(paths);
      bank.examiner.forget();
      outdate(bank);
    },
    bankOf: (path) => [...banks.values()].find(({ root }) => !pathIn(root, path).startsWith("..")) ?? null,
    async close() {
      const all = [...banks.values()];
      banks.clear();
      opened.clear();
      await Promise.all(all.map(({ stopWatching }) => stopWatching()));
    },
  };
  return self;
}

function openFile({ bank, path, document }: { bank: OpenBank; path: string; document: TextDocument }): OpenedFile {
  const { kind, id } = kindOfFile(path) ?? { kind: "story" as const, id: path };
  const file: OpenFile = { kind, id, path, text: document.getText() };
  let findings: Promise<Finding[]> | null = null;
  return {
    bank,
    document,
    version: document.version,
    file,
    findings() {
      findings ??= bank.examiner.examine(file);
      return findings;
    },
  };
}

/** The path that an address means; null where it is of no file. */
export function pathOfUri(uri: string): string | null {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** A path from a bank's folder on, with forward slashes. */
export function pathIn(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}
