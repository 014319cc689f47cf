/** What a file's ending says of it, where import reads it or has something to say of it. */
export type FileKind =
  | "note"
  | "word"
  | "table"
  | "workbook"
  | "zip"
  | "old-word"
  | "rich-text"
  | "pdf"
  | "open-document"
  | "other";

const KINDS: Readonly<Record<string, FileKind>> = {
  md: "note",
  markdown: "note",
  mdown: "note",
  txt: "note",
  text: "note",
  html: "note",
  htm: "note",
  docx: "word",
  csv: "table",
  xlsx: "workbook",
  zip: "zip",
  doc: "old-word",
  rtf: "rich-text",
  pdf: "pdf",
  odt: "open-document",
};

export function fileKind(name: string): FileKind {
  return KINDS[fileEnding(name)] ?? "other";
}

/** A file name's ending in small letters, without its dot; empty where there is none. */
export function fileEnding(name: string): string {
  return /\.([^./\\]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** What the first bytes of a file say it is, whatever its name; null for what may be text. */
export function signedKind(bytes: Uint8Array): FileKind | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "zip";
  if (start.startsWith("\xd0\xcf\x11\xe0")) return "old-word";
  if (start.startsWith("{\\rtf")) return "rich-text";
  return start.startsWith("%PDF-") ? "pdf" : null;
}

/** The most bytes of a text, and of a Word document with its pictures. */
export const LARGEST_TEXT = 5_000_000;
export const LARGEST_WORD = 50_000_000;

export function largestOf(kind: FileKind): number {
  if (kind === "word") return LARGEST_WORD;
  return kind === "note" || kind === "other" ? LARGEST_TEXT : Number.POSITIVE_INFINITY;
}
