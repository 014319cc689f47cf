import { type Misreading, TABLES } from "./tables.ts";

/** A few characters that together are the UTF-8 of one character, read in the wrong encoding. */
export interface Sequence {
  encoding: Misreading;
  /** The characters as they stand in the text. */
  written: string;
  /** The character they were. */
  character: string;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads the misread character that starts at a place, if one does: a lead byte and its continuation bytes, valid UTF-8. */
export function readSequence(text: string, at: number, encoding: Misreading): Sequence | null {
  const table = TABLES[encoding];
  const lead = table.get(text[at] ?? "") ?? 0;
  const length = lengthOf(lead);
  if (length === 0) return lostLead(text, at, encoding);
  const bytes = [lead];
  for (let i = 1; i < length; i++) {
    const byte = table.get(text[at + i] ?? "") ?? 0;
    if (byte < 0x80 || byte > 0xbf) return encoding === "windows-1252" ? lostByte(text, at) : null;
    bytes.push(byte);
  }
  const character = decode(bytes);
  return character === null ? null : { encoding, written: text.slice(at, at + length), character };
}

/** How many bytes a lead byte of UTF-8 begins; 0 for a byte that is none. */
function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/**
 * Windows-1252 has no letter for 9D, 8F and 8D; programs drop them or put a replacement character. What is left of
 * ” (E2 80 9D), of the emoji mark (EF B8 8F) and of the emoji joiner (E2 80 8D) can still be told.
 */
function lostByte(text: string, at: number): Sequence | null {
  const front = text.slice(at, at + 2);
  const gap = text[at + 2] === "\uFFFD" ? "\uFFFD" : "";
  const next = text[at + 2 + gap.length] ?? "";
  if (next >= "\x80" && next !== "ð") return null;
  if (front === "â€")
    return { encoding: "windows-1252", written: front + gap, character: next === "ð" ? "\u200D" : "”" };
  return front === "ï¸" ? { encoding: "windows-1252", written: front + gap, character: "\uFE0F" } : null;
}

/** The Apple logo that Mac Roman puts in front of an emoji's other bytes is often lost; what follows can still be told. */
function lostLead(text: string, at: number, encoding: Misreading): Sequence | null {
  if (encoding !== "macintosh" || text[at] !== "ü") return null;
  const bytes = [0xf0, ...[...text.slice(at, at + 3)].map((letter) => TABLES.macintosh.get(letter) ?? 0)];
  const character = bytes.length === 4 ? decode(bytes) : null;
  return character !== null && /\p{Extended_Pictographic}/u.test(character)
    ? { encoding, written: text.slice(at, at + 3), character }
    : null;
}

function decode(bytes: readonly number[]): string | null {
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
