import type { Sequence } from "./sequence.ts";
import { readSequence } from "./sequence.ts";
import type { Misreading } from "./tables.ts";

/** How sure it is that characters are damage: `sure`, `likely` (where the text shows other damage), or `no`. */
export type Likelihood = "sure" | "likely" | "no";

/**
 * Judges whether characters that could be a misread one really are. Text that merely contains such letters (`São
 * Paulo`, `√2`, `MANHÃ…`, `« café »`) must come through untouched, so what they would turn into has to make sense.
 */
export function judgeSequence(text: string, at: number, sequence: Sequence): Likelihood {
  const code = sequence.character.codePointAt(0) ?? 0;
  const before = text[at - 1] ?? "";
  const after = text[at + sequence.written.length] ?? "";
  if (HAS_C1.test(sequence.written) && kindOf(code) !== "none") return "sure";
  switch (kindOf(code)) {
    case "symbol":
      return isOrdinary(sequence, before, after) ? "likely" : "sure";
    case "latin":
      return sequence.encoding === "macintosh"
        ? judgeMacLatin(sequence, before, after)
        : isOrdinary(sequence, before, after)
          ? "likely"
          : "sure";
    case "greek":
      if (sequence.encoding === "macintosh" && !/\p{L}$/u.test(sequence.written)) return "sure";
      return runLength(text, at, sequence) >= 2 ? "sure" : "likely";
    case "script":
      return runLength(text, at, sequence) >= (sequence.encoding === "macintosh" ? 3 : 2) ? "sure" : "likely";
    case "middle":
      return code >= 0xa0 ? "sure" : "no";
    case "none":
      return "no";
  }
}

type Kind = "symbol" | "latin" | "greek" | "script" | "middle" | "none";

/** What people write: punctuation, signs, emoji, and letters of living scripts; no phonetic letters, nothing unassigned. */
function kindOf(code: number): Kind {
  const character = String.fromCodePoint(code);
  if (code >= 0xa0 && code <= 0x17f) return "latin";
  if ((code >= 0x80 && code < 0xa0) || MIDDLE.has(character)) return "middle";
  if ((code >= 0x218 && code <= 0x21b) || code === 0x192 || (code >= 0x1e00 && code <= 0x1eff)) return "latin";
  if (code >= 0x370 && code <= 0x3ff) return /\p{Assigned}/u.test(character) ? "greek" : "none";
  if (code >= 0x400 && code <= 0x45f) return "script";
  if ((code >= 0x5d0 && code <= 0x5ea) || (code >= 0x621 && code <= 0x652)) return "script";
  if (code >= 0x900 && code <= 0xe7f) return /\p{L}|\p{M}/u.test(character) ? "script" : "none";
  if (
    (code >= 0x2000 && code <= 0x2bff) ||
    code === 0xfe0f ||
    code === 0xfeff ||
    code === 0xfffd ||
    (code >= 0xfb00 && code <= 0xfb04)
  )
    return /\p{Assigned}/u.test(character) ? "symbol" : "none";
  if ((code >= 0x3000 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xff00 && code <= 0xffef))
    return /\p{Assigned}/u.test(character) ? "script" : "none";
  if (
    (code >= 0x1d400 && code <= 0x1d7ff) ||
    (code >= 0x1f000 && code <= 0x1faff) ||
    (code >= 0xe0020 && code <= 0xe007f)
  )
    return /\p{Assigned}/u.test(character) ? "symbol" : "none";
  return "none";
}

/** Signs nobody writes by themselves, but that are in the middle of text that was misread twice. */
const MIDDLE = new Set("ˆ˜ˇ˘˙˚˛˝\uF8FF");
const HAS_C1 = /[\x80-\x9f]/;
/** Punctuation that ends or follows a word in ordinary typography, French spacing and German quotes included. */
const TYPOGRAPHIC = /^[…’‘”“»«›‹–—•‚„\u00a0]+$/u;

/** Whether the characters could be meant as they are: a word's last letter and the punctuation behind it. */
function isOrdinary({ written, encoding }: Sequence, before: string, after: string): boolean {
  if (encoding === "macintosh" || !TYPOGRAPHIC.test(written.slice(1)) || /[\p{L}\p{N}]/u.test(after)) return false;
  const isUpper = /\p{Lu}/u.test(written[0] ?? "");
  return !(isUpper && /[\p{Ll}\p{N}]/u.test(before));
}

/** Letters and signs that follow ¬, √, ƒ and ≈ in formulas. */
const FORMULA = /[πΩ∞∑∏∫∂µ±≤≥≠∆◊ªØ]$/u;

/** Mac Roman turns é into √©: sure where no formula reads like that, or inside a word. */
function judgeMacLatin({ written, character }: Sequence, before: string, after: string): Likelihood {
  const lead = written[0] ?? "";
  if (!/[¬√ƒ≈∆»·]/u.test(lead)) return "no";
  const inWord = /\p{L}/u.test(before) || (lead === "·" && /\p{L}/u.test(after));
  if (lead === "»") return inWord && /\p{L}/u.test(character) ? "likely" : "no";
  if (lead === "·") return inWord ? "sure" : "likely";
  if (lead === "ƒ" && /\p{L}$/u.test(written) && !inWord) return "likely";
  return FORMULA.test(written) && !inWord ? "likely" : "sure";
}

/** How many misread characters of the same kind are around this one without a gap. */
function runLength(text: string, at: number, sequence: Sequence): number {
  const kind = kindOf(sequence.character.codePointAt(0) ?? 0);
  const size = sequence.written.length;
  let count = 1;
  for (let next = at + size; ; ) {
    const other = sameKind(text, next, sequence.encoding, kind);
    if (other === null) break;
    count++;
    next += other.written.length;
  }
  for (
    let previous = at - size;
    previous >= 0 && sameKind(text, previous, sequence.encoding, kind)?.written.length === size;
    previous -= size
  )
    count++;
  return count;
}

function sameKind(text: string, at: number, encoding: Misreading, kind: Kind): Sequence | null {
  const sequence = readSequence(text, at, encoding);
  return sequence !== null && kindOf(sequence.character.codePointAt(0) ?? 0) === kind ? sequence : null;
}
