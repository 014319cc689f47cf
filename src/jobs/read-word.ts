import { strFromU8, strToU8, zipSync } from "fflate";
import { htmlToMarkdown, isTooDeep } from "../import/html.ts";
import { isWordPart, markRules, wordToHtml } from "../import/word.ts";
import type { OpenZip } from "./open-zip.ts";

/** A longer part is no document that somebody wrote, but would keep the reader busy for minutes. */
const LARGEST_PART = 30_000_000;

/** Reads a Word document's text as markdown; null for one that is broken. Only its text's parts are unpacked, within limits. */
export async function readWord({ entries }: OpenZip): Promise<string | null> {
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries) {
    if (!isWordPart(entry.name) || entry.problem !== null) continue;
    const bytes = entry.size > LARGEST_PART ? null : entry.read();
    if (bytes === null) return null;
    parts[entry.name] = entry.name === "word/document.xml" ? strToU8(markRules(strFromU8(bytes))) : bytes;
  }
  const html = await wordToHtml(zipSync(parts, { level: 0 })).catch(() => null);
  return html === null || isTooDeep(html) ? null : htmlToMarkdown(html).markdown;
}
