import { decodeDocument } from "../encoding/decode.ts";
import { isShares } from "../import/linkedin/shares.ts";
import { type Judgement, judgeNote } from "../import/notes/judge-note.ts";
import { readNoteName } from "../import/notes/note-name.ts";
import { fileEnding, fileKind, LARGEST_TEXT, signedKind } from "./file-kind.ts";
import type { Incoming, LeftFile } from "./incoming.ts";
import { openZip } from "./open-zip.ts";

/** A file that was read, and what it is. */
export interface JudgedFile {
  incoming: Incoming;
  encoding: { from: string; repaired: number };
  wasNotUtf8: boolean;
  what:
    | Exclude<Judgement, { kind: "none" | "week" | "post" }>
    | { kind: "week" | "post"; text: string }
    | { kind: "export"; bytes: Uint8Array }
    | { kind: "none"; why: LeftFile };
}

/** Reads a file that may come in, and judges what it is; `as` decides of notes. */
export async function readIncoming(incoming: Incoming, as: "story" | "post" | undefined): Promise<JudgedFile> {
  const bytes = incoming.read();
  const judged = { incoming, encoding: { from: "utf-8", repaired: 0 }, wasNotUtf8: false };
  const leave = (why: LeftFile): JudgedFile => ({ ...judged, what: { kind: "none", why } });
  if (!(bytes instanceof Uint8Array)) return leave(bytes);
  const signed = signedKind(bytes);
  const { file, isNamed } = incoming;
  if (signed === "zip") return readPacked(incoming, bytes, as);
  if (signed !== null) return leave({ code: signed as "pdf" });
  if (/\.(?:xlsx|zip)$/i.test(file)) return { ...judged, what: { kind: "export", bytes } };
  if (fileKind(file) === "word") return leave({ code: "broken-word" });
  const isTable = fileEnding(file) === "csv";
  if (isTable && isNamed) return { ...judged, what: { kind: "export", bytes } };
  if (bytes.length > LARGEST_TEXT) return leave({ code: "too-large", megabytes: LARGEST_TEXT / 1e6 });
  if (bytes[0] !== 0xff && bytes[0] !== 0xfe && bytes.includes(0)) return leave({ code: "no-text" });
  const { text, from, repaired, wasNotUtf8 } = decodeDocument(bytes);
  const decoded = { ...judged, encoding: { from, repaired }, wasNotUtf8 };
  if (isTable)
    return { ...decoded, what: isShares(text) ? { kind: "export", bytes } : { kind: "none", why: { code: "table" } } };
  const markdown = await asMarkdown(text, file);
  if (markdown === null) return { ...decoded, what: { kind: "none", why: { code: "broken-html" } } };
  return { ...decoded, what: await judge(markdown.text, markdown.name, as) };
}

async function judge(text: string, name: string, as: "story" | "post" | undefined): Promise<JudgedFile["what"]> {
  const judgement = await judgeNote(text, name, as);
  return judgement.kind === "week" || judgement.kind === "post" ? { kind: judgement.kind, text } : judgement;
}

/** Markdown as it is, and HTML made markdown, under the name of the page where the file has none; null for HTML beyond reading. */
async function asMarkdown(text: string, file: string): Promise<{ text: string; name: string } | null> {
  const isPage = /^html?$/.test(fileEnding(file));
  if (!isPage && !/^\s*(?:<|Version:)/.test(text)) return { text, name: file };
  const { htmlToMarkdown, isHtml, isTooDeep } = await import("../import/html.ts");
  if (!isPage && !isHtml(text)) return { text, name: file };
  if (isTooDeep(text)) return null;
  const { title, markdown } = htmlToMarkdown(text);
  const isKept = title === null || readNoteName(file).notionId !== null;
  return { text: markdown, name: isKept ? file : `${title.replaceAll("/", " ")}.html` };
}

/** Word documents are zips, as workbooks and LinkedIn's archives are. */
async function readPacked(
  incoming: Incoming,
  bytes: Uint8Array,
  as: "story" | "post" | undefined,
): Promise<JudgedFile> {
  const judged = { incoming, encoding: { from: "utf-8", repaired: 0 }, wasNotUtf8: false };
  const zip = openZip(bytes);
  const names = new Set(zip?.entries.map(({ name }) => name));
  if (names.has("content.xml")) return { ...judged, what: { kind: "none", why: { code: "open-document" } } };
  if (zip !== null && names.has("word/document.xml")) {
    const { readWord } = await import("./read-word.ts");
    const markdown = await readWord(zip);
    if (markdown === null) return { ...judged, what: { kind: "none", why: { code: "broken-word" } } };
    return { ...judged, what: await judge(markdown, incoming.file, as) };
  }
  if (fileKind(incoming.file) === "word") return { ...judged, what: { kind: "none", why: { code: "broken-word" } } };
  if (incoming.isNamed) return { ...judged, what: { kind: "export", bytes } };
  return { ...judged, what: { kind: "none", why: { code: fileKind(incoming.file) === "note" ? "no-text" : "zip" } } };
}
