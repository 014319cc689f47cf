import { foldLettersWithPlaces } from "../text/letters.ts";
import { findTerm } from "./match.ts";
import type { Term } from "./query.ts";
import { APART, type Searchable } from "./rank.ts";
import { plainSigns, readSearchable } from "./text.ts";

/** The line that shows best why a text was found. */
export interface BestLine {
  /** The file's line, from 1. */
  line: number;
  text: string;
}

/** A part of a line, and whether it is what was looked for. */
export interface MarkedText {
  text: string;
  isMatch: boolean;
}

/**
 * Chooses the line with most of the terms; of those that are equal the hook, then the first of the body, then
 * other lines of the front matter, the title last. `lineOf` gives the line of a key of the front matter.
 */
export function chooseLine(
  text: Searchable & { bodyLine: number },
  terms: readonly Term[],
  lineOf: (key: string) => number,
): BestLine {
  const lines = text.body.split("\n").map((each) => each.trim());
  const body = inLines(text.body, terms);
  const candidates = [
    ...(text.hook === null ? [] : [{ line: lineOf("hook"), text: text.hook, terms: countIn(text.hook, terms) }]),
    ...[...body].map(([index, found]) => ({
      line: text.bodyLine + index,
      text: lines[index] ?? "",
      terms: found,
    })),
    ...text.others.map((other) => ({ line: lineOf(other.key), text: other.text, terms: countIn(other.text, terms) })),
    { line: lineOf("tags"), text: text.tags.join(", "), terms: countIn(text.tags.join(APART), terms) },
    { line: lineOf("title"), text: text.title, terms: countIn(text.title, terms) },
  ];
  return candidates.filter((each) => each.text !== "").reduce((best, each) => (each.terms > best.terms ? each : best));
}

function countIn(text: string, terms: readonly Term[]): number {
  const plain = readSearchable(text);
  return terms.filter((term) => findTerm(plain, term).length > 0).length;
}

/** How many of the terms begin on each line of a body, in the order of the lines. */
function inLines(body: string, terms: readonly Term[]): Map<number, number> {
  const plain = readSearchable(body);
  const found = new Map<number, Set<Term>>();
  for (const term of terms) {
    let line = 0;
    let at = 0;
    for (const { start } of findTerm(plain, term)) {
      for (; at < start; at++) if (plain.charCodeAt(at) === 0x0a) line++;
      found.set(line, (found.get(line) ?? new Set()).add(term));
    }
  }
  return new Map([...found].sort(([a], [b]) => a - b).map(([line, { size }]) => [line, size]));
}

/**
 * Cuts a line to so many characters, between words, with … where something was cut off: its beginning where the first match is
 * in it, else what is around that match.
 */
export function cutAround(line: string, terms: readonly Term[], length: number): string {
  if (line.length <= length) return line;
  const first = placesOf(line, terms)[0] ?? { start: 0, end: 0 };
  if (first.end < length) return `${cutBehind(line, length - 1, first.end)}…`;
  const wanted = Math.min(first.start - Math.floor(length / 3), line.length - length + 1);
  const from = Math.min(first.start, line.indexOf(" ", wanted) + 1 || wanted);
  const rest = line.slice(from).replace(/^[\udc00-\udfff]/, "");
  if (rest.length < length) return `…${rest}`;
  return `…${cutBehind(rest, length - 2, first.end - from)}…`;
}

/** The beginning of a text, up to the last space that is not before what must be seen. */
function cutBehind(text: string, length: number, seen: number): string {
  const space = text.lastIndexOf(" ", length);
  return text.slice(0, space > seen ? space : length).replace(/[\ud800-\udbff]$/, "");
}

/** Takes a line apart into what was looked for and what is between. */
export function markMatches(line: string, terms: readonly Term[]): MarkedText[] {
  const parts: MarkedText[] = [];
  let at = 0;
  for (const { start, end } of placesOf(line, terms)) {
    if (start < at) continue;
    if (start > at) parts.push({ text: line.slice(at, start), isMatch: false });
    parts.push({ text: line.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < line.length) parts.push({ text: line.slice(at), isMatch: false });
  return parts;
}

/** Where the terms are in a line, first things first, the longer of two that begin alike. */
function placesOf(line: string, terms: readonly Term[]): { start: number; end: number }[] {
  const { folded, places } = foldLettersWithPlaces(line);
  const plain = plainSigns(folded);
  return terms
    .flatMap((term) => findTerm(plain, term))
    .map(({ start, end }) => ({ start: places[start] ?? 0, end: places[end] ?? line.length }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
