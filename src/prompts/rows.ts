import { visible } from "../render/visible.ts";
import { widthOf } from "../render/width.ts";
import { graphemesOf } from "./answer.ts";

/** A row of the screen: which part of the text it shows. */
export interface Row {
  start: number;
  end: number;
}

const TAB = "    ";

/** A text as a row shows it: tabs as blanks, control characters escaped. */
export function showText(text: string): string {
  return visible(text).replaceAll("\t", TAB);
}

/** So many lines are remembered, far more than anybody pastes. */
const MOST_LINES = 20_000;

/**
 * Lays a text out in rows of at most so many columns and a blank, broken between words where it can be. Lines that it has
 * laid before are remembered: most of a long text stays as it is from key to key.
 */
export function createLayout(): (text: string, columns: number) => Row[] {
  const known = new Map<string, Row[]>();
  let width = 0;
  return (text, columns) => {
    if (columns !== width || known.size > MOST_LINES) known.clear();
    width = columns;
    let at = 0;
    return text.split("\n").flatMap((line) => {
      const laid = known.get(line) ?? layLine(line, columns);
      known.set(line, laid);
      const rows = laid.map(({ start, end }) => ({ start: start + at, end: end + at }));
      at += line.length + 1;
      return rows;
    });
  };
}

function layLine(line: string, columns: number): Row[] {
  const rows: Row[] = [];
  let start = 0;
  let at = 0;
  let width = 0;
  /** Behind the last blank of the row, and how wide the row is up to there. */
  let gap = { at: 0, width: 0 };
  for (const character of graphemesOf(line)) {
    const own = /^[ -~]$/.test(character) ? 1 : widthOf(showText(character));
    const room = character === " " ? columns + 1 : columns;
    if (width + own > room && at > start) {
      const cut = gap.at > start ? gap : { at, width };
      rows.push({ start, end: cut.at });
      width -= cut.width;
      start = cut.at;
      gap = { at: start, width: 0 };
    }
    at += character.length;
    width += own;
    if (/^[ \t]$/.test(character)) gap = { at, width };
  }
  return [...rows, { start, end: at }];
}

/** The row and the column of a place in the text. */
export function findPlace(text: string, rows: readonly Row[], at: number): { row: number; column: number } {
  const row = rows.findLastIndex(({ start }) => start <= at);
  return { row, column: widthOf(showText(text.slice(rows[row]?.start ?? 0, at))) };
}

/** The place so many rows further down (or up), near the same column. */
export function moveByRows(text: string, rows: readonly Row[], at: number, by: number): number {
  const { row, column } = findPlace(text, rows, at);
  const target = rows[row + by];
  if (target === undefined) return by < 0 ? 0 : text.length;
  const isBroken = rows[row + by + 1]?.start === target.end;
  let found = target.start;
  let width = 0;
  for (const character of graphemesOf(text.slice(target.start, target.end))) {
    width += widthOf(showText(character));
    if (width > column || (isBroken && found + character.length === target.end)) break;
    found += character.length;
  }
  return found;
}
