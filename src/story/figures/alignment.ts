import type { Beat } from "../beats.ts";
import type { Block, Bullet } from "../blocks.ts";
import { wordRow } from "../rows.ts";
import { findTextFigures } from "./pairs.ts";
import { hasNumberWord, NUMBER_WORDS, scaleOf } from "./words.ts";

/** A number of a text with the words around it. */
export interface PlacedNumber {
  text: string;
  value: number;
  start: number;
  end: number;
  /** All the other words of its sentence, in front of it and behind it. */
  context: string;
}

/** Where a story has a number, and between which words. */
interface StoryNumber extends PlacedNumber {
  /** The line of text it stands in, and the file's line; null for the hook. */
  within: string;
  line: number | null;
}

/** The numbers of a story by the words around them. */
export type Alignment = ReadonlyMap<string, readonly StoryNumber[]>;

const WORD = /\d+(?:[.,:'’]\d+)*|[\p{L}_][\p{L}\p{N}_'’]*/gu;
const SCALE = "(?:\\s?(?:K|k|M|bn|B)(?![\\p{L}\\p{N}])|[\\s-](?:thousand|million|billion)(?!\\p{L}))?";
const DIGITS = new RegExp(`(?<![\\p{L}\\p{N}_])\\d+(?:[.,:'’]\\d+)*${SCALE}`, "gu");
const SPELLED_OR_DIGITS = new RegExp(`(?<![\\p{L}\\p{N}_])(?:\\d+(?:[.,:'’]\\d+)*${SCALE}|\\p{L}+)`, "gu");
const LETTER = /\p{L}/u;
/** Words in front of a number that counts parts of the text itself. */
const COUNTS_PARTS =
  /^(?:lesson|rule|tip|part|step|phase|point|no|nr|number|week|day|story|chapter|stage|level|round|teil|schritt)s?$/i;

/**
 * Finds the numbers of a line with the words around them. List marks, ordinals, years and the numbers of lessons and phases
 * are left out, as are numbers with no word beside them.
 */
export function placeNumbers(line: string): PlacedNumber[] {
  const isSpelled = hasNumberWord(line);
  if (!isSpelled && !/\d/.test(line)) return [];
  return [...line.matchAll(isSpelled ? SPELLED_OR_DIGITS : DIGITS)].flatMap((match): PlacedNumber[] => {
    const [text] = match;
    const start = match.index;
    const end = start + text.length;
    const value = readValue(text);
    if (value === null || isNoFigure(line, text, start, end)) return [];
    const [from, to] = sentenceAround(line, start, end);
    const before = line.slice(from, start).match(WORD) ?? [];
    const after = line.slice(end, to).match(WORD) ?? [];
    if (COUNTS_PARTS.test(before.at(-1) ?? "")) return [];
    if (![...before, ...after].some((word) => LETTER.test(word))) return [];
    return [{ text, value, start, end, context: `${before.join(" ")}|${after.join(" ")}`.toLowerCase() }];
  });
}

function readValue(text: string): number | null {
  if (/^\d/.test(text)) {
    const [, digits = "", scale = ""] = /^([\d.,:'’]+?)[\s-]?([A-Za-z]*)$/.exec(text) ?? [];
    // Several points part thousands; a date has them elsewhere, and is no number.
    const plain = /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits) ? digits.replaceAll(".", "") : digits;
    const value = Number(plain.replace(/[,'’](?=\d{3}(?!\d))/g, "").replace(/[,:]/, "."));
    return Number.isNaN(value) ? null : value * (scaleOf(scale, true) ?? 1);
  }
  const value = NUMBER_WORDS.get(text.toLowerCase()) ?? 0;
  // "One" and "zero" are how sentences are made.
  return value > 1 ? value : null;
}

/** List marks, years, ordinals and issue numbers. */
function isNoFigure(line: string, text: string, start: number, end: number): boolean {
  const after = line.slice(end, end + 3);
  if (/^[.)]\s/.test(after) && line.slice(0, start).trim() === "") return true;
  return /^(?:19|20)\d{2}$/.test(text) || /^(?:st|nd|rd|th)\b/.test(after) || line[start - 1] === "#";
}

const SENTENCE_END = /[.!?…]["”’)]*\s/g;

/** Where the sentence around a place begins and ends. */
function sentenceAround(line: string, start: number, end: number): [from: number, to: number] {
  let from = 0;
  for (const match of line.matchAll(SENTENCE_END)) {
    const close = match.index + match[0].length;
    if (close <= start) from = close;
    else if (match.index >= end) return [from, match.index];
  }
  return [from, line.length];
}

type Add = (text: string, line: number | null) => void;

/** Places all numbers of a story, in its hook, its text, its tables as a post tells them, and its code. */
export function alignNumbers(beats: readonly Beat[], hook: string | null): Alignment {
  const places = new Map<string, StoryNumber[]>();
  const add: Add = (text, line) => {
    for (const [index, within] of text.split("\n").entries())
      for (const number of placeNumbers(within)) {
        const known = places.get(number.context);
        const placed = { ...number, within, line: line === null ? null : line + index };
        if (known === undefined) places.set(number.context, [placed]);
        else known.push(placed);
      }
  };
  if (hook !== null) add(hook, null);
  for (const beat of beats) {
    if (beat.title !== null) add(beat.title, beat.line);
    for (const block of beat.blocks) addBlock(block, add);
  }
  return places;
}

function addBlock(block: Block, add: Add): void {
  if (block.kind === "list") for (const bullet of block.bullets) addBullet(bullet, add);
  else if (block.kind === "code") add(block.text, block.line + 1);
  else if (block.kind !== "table") add(block.text, block.breaks[0]?.line ?? 1);
  else {
    const header = block.header.map((cell) => cell.text);
    for (const row of block.rows)
      add(
        wordRow(
          header,
          row.map((cell) => cell.text),
        ),
        row[0]?.breaks[0]?.line ?? block.line,
      );
  }
}

function addBullet(bullet: Bullet, add: Add): void {
  add(bullet.text.text, bullet.line);
  for (const child of bullet.children) addBlock(child, add);
}

/** What the story says where a text says another number between the same words; null where it says the same, or nothing. */
export function findDisagreement(
  number: PlacedNumber,
  alignment: Alignment,
): { text: string; line: number | null } | null {
  const places = alignment.get(number.context);
  const [first] = places ?? [];
  if (places === undefined || first === undefined || places.some(({ value }) => value === number.value)) return null;
  return { text: figureAt(first.within, first.start) ?? first.text, line: first.line };
}

/** The figure that a place in a text belongs to: `$2.4M` for its 2.4. */
export function figureAt(text: string, at: number): string | null {
  return (
    findTextFigures(text).find((figure) => figure.from === null && at >= figure.start && at < figure.end)?.text ?? null
  );
}
