import { isAbsolute, join } from "node:path";
import { type Location, type Range, TextDocumentEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FileEdit } from "../jobs/editor/file-edit.ts";
import type { FilePlace } from "../jobs/editor/open-file.ts";
import { type OpenBank, uriOfPath } from "./open-banks.ts";

/** Turns a stretch of a document into lines and characters, these in UTF-16 units. */
export function rangeIn(document: TextDocument, { start, end }: { start: number; end: number }): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The address of a file of a bank, as the editor has it where it is open. */
export function uriOf(bank: OpenBank, path: string): string {
  return bank.uris.get(path) ?? uriOfPath(isAbsolute(path) ? path : join(bank.root, path));
}

/** Where a stretch of a file is; of a built-in template only its beginning is known. */
export function locationOf(bank: OpenBank, place: FilePlace): Location {
  const uri = uriOf(bank, place.path);
  return { uri, range: placeRange(bank, place) };
}

function placeRange(bank: OpenBank, { path, start, end }: FilePlace): Range {
  const text = isAbsolute(path) ? "" : (bank.live.read(path) ?? "");
  // Editors show a file without its byte order mark.
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const document = TextDocument.create("", "markdown", 0, text.slice(mark));
  return rangeIn(document, { start: start - mark, end: end - mark });
}

export interface EditOptions {
  /** The version of an open document; null where it is not open. */
  versionOf(uri: string): number | null;
  /** The editor takes edits of named versions, and renames of files. */
  takesVersions: boolean;
}

/** Turns edits of files into what an editor applies; those of open files are only good for the version that they were made for. */
export function workspaceEdit(
  bank: OpenBank,
  edits: readonly FileEdit[],
  { versionOf, takesVersions }: EditOptions,
): WorkspaceEdit {
  const byUri = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const uri = uriOf(bank, edit.path);
    byUri.set(uri, [...(byUri.get(uri) ?? []), { range: placeRange(bank, edit), newText: edit.text }]);
  }
  if (!takesVersions) return { changes: Object.fromEntries(byUri) };
  return {
    documentChanges: [...byUri].map(([uri, own]) => TextDocumentEdit.create({ uri, version: versionOf(uri) }, own)),
  };
}
