import type { Sequence } from "./sequence.ts";
import { readSequence } from "./sequence.ts";
import type { Misreading } from "./tables.ts";

/** How sure it is that characters are damage: `sure`, `likely` (where the text shows other damage), or `no`. */
export type Verdict = "sure" | "likely" | "no";

/**
 * Judges whether characters that could be a misread one really are. Text that merely contains such letters (`São
 * Paulo`, `√2`, `MANHÃ…`, `« café »`) must come through untouched, so what they would turn into has to make sense.
 */
export function judge(text: string, at: number, sequence: Sequence): Verdict {
  const code = sequence.character.codePointAt(0) ?? 0;
  const before = text[at - 1] ?? "";
  const after = text[at + sequence.written.length] ?? "";
  if (HAS_C1.test(sequence.written) && kindOf(code) !== "none") return "sure";
  const isMac = sequence.encoding === "macintosh";
  switch (kindOf(code)) {
    case "symbol":
      return judgeSign(sequence, before, after);
    case "latin":
      return (isMac ? judgeMacLatin : judgeSign)(sequence, before, after);
    case "greek":
      return isMac && !/\p{L}$/u.test(sequence.written) ? "sure" : sureInRow(text, at, sequence, 2);
    case "script":
      return sureInRow(text, at, sequence, isMac ? 3 : 2);
    case "middle":
      return code >= 0xa0 ? "sure" : "no";
    case "none":
      return "no";
  }
}

function judgeSign(sequence: Sequence, before: string, after: string): Verdict {
  return isOrdinary(sequence, before, after) ? "likely" : "sure";
}

/** One character may be meant as it stands; so many in a row are not. */
function sureInRow(text: string, at: number, sequence: Sequence, count: number): Verdict {
  return runLength(text, at, sequence) >= count ? "sure" : "likely";
}

const ASSIGNED = /\p{Assigned}/u;

type Kind = "symbol" | "latin" | "greek" | "script" | "middle" | "none";

/** What people write: punctuation, signs, emoji, and letters of living scripts; no phonetic letters, nothing unassigned. */
const KINDS: readonly (readonly [from: number, to: number, kind: Kind, must?: RegExp])[] = [
  [0xa0, 0x17f, "latin"],
  [0x80, 0x9f, "middle"],
  [0x218, 0x21b, "latin"],
  [0x192, 0x192, "latin"],
  [0x1e00, 0x1eff, "latin"],
  [0x370, 0x3ff, "greek", ASSIGNED],
  [0x400, 0x45f, "script"],
  [0x5d0, 0x5ea, "script"],
  [0x621, 0x652, "script"],
  [0x900, 0xe7f, "script", /\p{L}|\p{M}/u],
  [0x2000, 0x2bff, "symbol", ASSIGNED],
  [0xfe0f, 0xfe0f, "symbol"],
  [0xfeff, 0xfeff, "symbol"],
  [0xfffd, 0xfffd, "symbol"],
  [0xfb00, 0xfb04, "symbol"],
  [0x3000, 0x9fff, "script", ASSIGNED],
  [0xac00, 0xd7a3, "script", ASSIGNED],
  [0xff00, 0xffef, "script", ASSIGNED],
  [0x1d400, 0x1d7ff, "symbol", ASSIGNED],
  [0x1f000, 0x1faff, "symbol", ASSIGNED],
  [0xe0020, 0xe007f, "symbol", ASSIGNED],
];

function kindOf(code: number): Kind {
  const character = String.fromCodePoint(code);
  if (MIDDLE.has(character)) return "middle";
  const found = KINDS.find(([from, to]) => code >= from && code <= to);
  if (found === undefined) return "none";
  const [, , kind, must] = found;
  return must === undefined || must.test(character) ? kind : "none";
}

/** Signs nobody writes by themselves, but that stand in the middle of text that was misread twice. */
const MIDDLE = new Set("ˆ˜ˇ˘˙˚˛˝\uF8FF");
const HAS_C1 = /[\x80-\x9f]/;
/** Punctuation that ends or follows a word in ordinary typography, French spacing and German quotes included. */
const TYPOGRAPHIC = /^[…’‘”“»«›‹–—•‚„\u00a0]+$/u;

/** Whether the characters could be meant as they stand: a word's last letter and the punctuation behind it. */
function isOrdinary({ written, encoding }: Sequence, before: string, after: string): boolean {
  if (encoding === "macintosh" || !TYPOGRAPHIC.test(written.slice(1)) || /[\p{L}\p{N}]/u.test(after)) return false;
  const isUpper = /\p{Lu}/u.test(written[0] ?? "");
  return !(isUpper && /[\p{Ll}\p{N}]/u.test(before));
}

/** Letters and signs that follow ¬, √, ƒ and ≈ in formulas. */
const FORMULA = /[πΩ∞∑∏∫∂µ±≤≥≠∆◊ªØ]$/u;

/** Mac Roman turns é into √©: sure where no formula reads like that, or inside a word. */
function judgeMacLatin({ written, character }: Sequence, before: string, after: string): Verdict {
  const lead = written[0] ?? "";
  if (!/[¬√ƒ≈∆»·]/u.test(lead)) return "no";
  const inWord = /\p{L}/u.test(before) || (lead === "·" && /\p{L}/u.test(after));
  if (lead === "»") return inWord && /\p{L}/u.test(character) ? "likely" : "no";
  if (lead === "·") return inWord ? "sure" : "likely";
  if (lead === "ƒ" && /\p{L}$/u.test(written) && !inWord) return "likely";
  return FORMULA.test(written) && !inWord ? "likely" : "sure";
}

/** How many misread characters of the same kind stand around this one without a gap. */
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
