import type { Beat } from "../beats.ts";
import type { Block, Bullet } from "../blocks.ts";
import { wordRow } from "../rows.ts";
import { findTextFigures } from "./pairs.ts";
import { NUMBER_WORDS } from "./words.ts";

/** A number of a text with the words around it. */
export interface PlacedNumber {
  text: string;
  value: number;
  start: number;
  end: number;
  /** The two words on either side, inside its sentence. */
  context: string;
}

/** Where a story has a number, and between which words. */
interface StoryNumber extends PlacedNumber {
  /** The line of text it stands in, and the file's line. */
  within: string;
  line: number;
}

/** The numbers of a story by the words around them. */
export type Alignment = ReadonlyMap<string, readonly StoryNumber[]>;

const TOKEN = /\d+(?:[.,:'’]\d+)*|[\p{L}_][\p{L}\p{N}_'’]*|[%$€£]/gu;
/** Words in front of a number that counts parts of the text itself. */
const COUNTS_PARTS =
  /^(?:lesson|rule|tip|part|step|phase|point|no|nr|number|week|day|story|chapter|stage|level|round|teil|schritt)s?$/i;

/**
 * Finds the numbers of a line with the words around them. List marks, ordinals, years and the numbers of lessons and phases
 * are left out, as are numbers with too little around them to know the place again.
 */
export function placeNumbers(line: string): PlacedNumber[] {
  const tokens = [...line.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  return tokens.flatMap(({ text, start, end }, index) => {
    const value = /^\d/.test(text)
      ? Number(text.replace(/[,'’](?=\d{3}(?!\d))/g, "").replace(/[,:]/, "."))
      : (NUMBER_WORDS.get(text.toLowerCase()) ?? 0);
    // "One" and "zero" are how sentences are made.
    if (value === 0 || (value === 1 && !/^\d/.test(text))) return [];
    if (/^\d+$/.test(text) && /^\s*$/.test(line.slice(0, start)) && /^[.)]\s/.test(line.slice(end))) return [];
    if (/^(?:19|20)\d{2}$/.test(text) || /^(?:st|nd|rd|th)\b/.test(line.slice(end)) || line[start - 1] === "#")
      return [];
    const before = neighbours(line, tokens, index, -1);
    const after = neighbours(line, tokens, index, 1);
    if (COUNTS_PARTS.test(before[0] ?? "")) return [];
    const words = [...before, ...after].filter((word) => /[\p{L}]/u.test(word)).length;
    const isWholeLine = before.length < 2 && after.length < 2;
    if (words < 2 && !(isWholeLine && words === 1)) return [];
    return [{ text, value, start, end, context: `${before.join(" ")}|${after.join(" ")}`.toLowerCase() }];
  });
}

/** Up to two words before or behind a token, as far as its sentence goes. */
function neighbours(
  line: string,
  tokens: readonly { text: string; start: number; end: number }[],
  index: number,
  step: 1 | -1,
): string[] {
  const found: string[] = [];
  for (let at = index; found.length < 2; at += step) {
    const [here, next] = [tokens[at], tokens[at + step]];
    if (here === undefined || next === undefined) break;
    const gap = step === 1 ? line.slice(here.end, next.start) : line.slice(next.end, here.start);
    if (/[.!?…]["”’)]*\s|\n/.test(gap)) break;
    found.push(next.text);
  }
  return found;
}

/** Places all numbers of a story, in its text, its tables as a post tells them, and its code. */
export function alignNumbers(beats: readonly Beat[]): Alignment {
  const places = new Map<string, StoryNumber[]>();
  const add = (text: string, line: number): void => {
    for (const [index, within] of text.split("\n").entries())
      for (const number of placeNumbers(within)) {
        const known = places.get(number.context);
        const placed = { ...number, within, line: line + index };
        if (known === undefined) places.set(number.context, [placed]);
        else known.push(placed);
      }
  };
  for (const beat of beats) {
    if (beat.title !== null) add(beat.title, beat.line);
    for (const block of beat.blocks) addBlock(block, add);
  }
  return places;
}

function addBlock(block: Block, add: (text: string, line: number) => void): void {
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

function addBullet(bullet: Bullet, add: (text: string, line: number) => void): void {
  add(bullet.text.text, bullet.line);
  for (const child of bullet.children) addBlock(child, add);
}

/** What the story says where a text says another number between the same words; null where it says the same, or nothing. */
export function findDisagreement(number: PlacedNumber, alignment: Alignment): { text: string; line: number } | null {
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
