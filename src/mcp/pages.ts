import { stringify } from "yaml";
import { UserError } from "../errors.ts";
import { visible } from "../render/visible.ts";
import type { AnswerValue } from "./tool.ts";

/** No answer has more characters, neither as text nor as a value. */
export const LONGEST_ANSWER = 20_000;

/** What the numbers of the pages take at most, and the key of the sentence about them. */
const PAGING = 100;
/** The longest text of a key that is on one page, and of an entry of a list. */
const LONGEST_TEXT = 500;
const LONGEST_ENTRY = 1000;
/** The longest piece of a text that goes on over pages. */
const LONGEST_PIECE = 2000;

/** Writes a value as text: YAML, in which a text of several lines stays readable, and can't be taken for what is around it. */
export function toText(value: unknown): string {
  return stringify(value, {
    lineWidth: 0,
    blockQuote: "literal",
    // What can't be a block is on one line: parted, its spaces would not read back.
    doubleQuotedMinMultiLineLength: LONGEST_ANSWER * 10,
    aliasDuplicateObjects: false,
  });
}

/** Where an answer is part of more, how much of the room is its own, and what is said where it goes on. */
export interface PageOptions {
  room?: number;
  more?: string;
}

/**
 * A page of an answer, so that neither its text nor its value is too long: what is not `paged` is on every page, shortened where it is
 * long; the rest follows in its order. Control characters are escaped.
 *
 * @throws UserError for a page that is not there.
 */
export function toPage(
  answer: AnswerValue,
  paged: readonly string[],
  page: number,
  { room = LONGEST_ANSWER, more = `Call again with page ${page + 1}.` }: PageOptions = {},
): AnswerValue {
  const shown = clean(answer) as Record<string, unknown>;
  const head = Object.fromEntries(
    Object.entries(shown).flatMap(([key, value]) => (paged.includes(key) ? [] : [[key, shorten(value, LONGEST_TEXT)]])),
  );
  const rest = paged.filter((key) => key in shown);
  const pages = fillPages(
    rest.flatMap((key) => piecesOf(key, shown[key])),
    room - PAGING - more.length - lengthOf(head) - lengthOf(Object.fromEntries(rest.map((key) => [key, []]))),
  );
  const own = pages[page - 1];
  if (own === undefined)
    throw new UserError(`There is no page ${page}.`, { hint: `The last is page ${pages.length}.` });
  const joined = Object.fromEntries(rest.flatMap((key) => joinPieces(key, shown[key], own, page)));
  const turn = pages.length === 1 ? {} : { page, pages: pages.length };
  const next = page < pages.length ? { more } : {};
  return { ...head, ...joined, ...turn, ...next };
}

/** A part of a key's value: an entry of a list, or a stretch of a text. */
interface Piece {
  key: string;
  value: unknown;
  length: number;
}

function piecesOf(key: string, value: unknown): Piece[] {
  const values = typeof value === "string" ? splitText(value) : toEntries(value);
  return values.map((each) => ({ key, value: each, length: lengthOf({ [key]: [each] }) }));
}

/** A map is a list of its pairs, so that a page may end between two. */
function toEntries(value: unknown): unknown[] {
  return Array.isArray(value) ? value.map((entry) => shortenEntry(entry)) : [shortenEntry(value)];
}

function shortenEntry(entry: unknown): unknown {
  const short = shorten(entry, LONGEST_ENTRY);
  return lengthOf(short) > LONGEST_ANSWER / 2 ? shorten(entry, LONGEST_TEXT / 5) : short;
}

/** Pieces of a text that end with a line, or in a long line between two characters. */
function splitText(text: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const line of text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
    if (piece.length + line.length > LONGEST_PIECE && piece !== "") {
      pieces.push(piece);
      piece = "";
    }
    piece += line;
    while (piece.length > LONGEST_PIECE) {
      const cut = endOfCharacter(piece, LONGEST_PIECE);
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
    }
  }
  return piece === "" ? pieces : [...pieces, piece];
}

/** A pair of surrogates is not parted. */
function endOfCharacter(text: string, at: number): number {
  const isPair = /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
  return isPair ? at - 1 : at;
}

function fillPages(pieces: readonly Piece[], room: number): Piece[][] {
  const pages: Piece[][] = [[]];
  let left = room;
  for (const piece of pieces) {
    if (piece.length > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(piece);
    left -= piece.length;
  }
  return pages;
}

/** A key's part of a page. A list without entries is on the first page, to say that there are none. */
function joinPieces(key: string, whole: unknown, page: readonly Piece[], number: number): [string, unknown][] {
  const own = page.filter((piece) => piece.key === key).map(({ value }) => value);
  if (own.length === 0) return number === 1 && Array.isArray(whole) && whole.length === 0 ? [[key, []]] : [];
  return [[key, typeof whole === "string" ? own.join("") : own]];
}

/** The length of a value as text or as JSON, whichever is more. */
function lengthOf(value: unknown): number {
  return Math.max(toText(value).length, JSON.stringify(value).length);
}

/** Escapes what nobody sees, writes maps as objects, and leaves out what is absent. */
function clean(value: unknown): unknown {
  if (typeof value === "string") return visible(value.replaceAll("\r\n", "\n"));
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([key, item]) => (item === null || item === undefined ? [] : [[clean(key), clean(item)]])),
  );
}

/** Cuts every text of a value to a length, and every list to what fits into four of them. */
function shorten(value: unknown, longest: number): unknown {
  if (typeof value === "string") {
    if (value.length <= longest) return value;
    return `${value.slice(0, endOfCharacter(value, longest))} … (${value.length - longest} more characters)`;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => shorten(item, longest));
    let room = longest * 4;
    const kept = items.filter((item) => {
      room -= JSON.stringify(item).length;
      return room >= 0;
    });
    return kept.length === items.length ? items : [...kept, `… ${items.length - kept.length} more`];
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.slice(0, longest), shorten(item, longest)]),
  );
}
