import { listed } from "../language/dictionary.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { lex } from "../language/lex.ts";
import type { Beat } from "../story/beats.ts";
import type { Line } from "../text/line.ts";
import { splitSentences } from "../text/sentences.ts";
import { needsContext } from "./lesson.ts";
import { type FoundWords, findQuote } from "./sentence-facts.ts";

/** A quotation up to so many characters can be a hook by itself. */
const LONGEST_SAID = 90;

/** What somebody said, where it is short enough to open a post alone. */
export function findSaid(beats: readonly Beat[]): FoundWords | null {
  const quote = findQuote(beats);
  return quote !== null && quote.text.length <= LONGEST_SAID ? quote : null;
}

/** Lines of a series, as a hook shows them one below the other. */
const FEWEST_LINES = 3;
const LONGEST_LINE = 45;

/** "143 applications", "6 phone screens", "0 offers": the first short lines of a list or table that all open or end with a figure. */
export function findFigureLines(beats: readonly Beat[]): { lines: string[]; line: number } | null {
  for (const beat of beats.filter(({ role }) => role !== "lesson"))
    for (const list of listsOf(beat.lines)) {
      const told = list.slice(0, FEWEST_LINES);
      if (told.length === FEWEST_LINES && told.every(isShortFigure))
        return { lines: told.map(({ text }) => text.replace(/\.$/, "")), line: told[0]?.line ?? beat.line };
    }
  return null;
}

function listsOf(lines: readonly Line[]): Line[][] {
  const lists = new Map<unknown, Line[]>();
  for (const line of lines)
    if (line.kind === "bullet" && line.depth === 0) lists.set(line.list, [...(lists.get(line.list) ?? []), line]);
  return [...lists.values()];
}

function isShortFigure({ text }: Line): boolean {
  const figures = findTextFigures(text);
  const isAtEdge = figures.some(({ start, end }) => start === 0 || end >= text.replace(/\.$/, "").length);
  return text.length <= LONGEST_LINE && isAtEdge && splitSentences(text).length === 1;
}

/** Each of the two sentences of an admission has at most so many characters. */
const LONGEST_OF_PAIR = 60;
const SHORTEST_OF_PAIR = 8;

/** "She did her job. I didn't do mine.": what somebody did, and what the author did not. */
export function findAdmissionPair(beats: readonly Beat[]): FoundWords | null {
  for (const beat of beats.filter(({ role }) => role !== "lesson"))
    for (const line of beat.lines.filter(({ kind, depth }) => kind === "prose" && depth === 0)) {
      const sentences = splitSentences(line.text);
      const at = sentences.findIndex((sentence, index) => index > 0 && isPair(sentences[index - 1] ?? "", sentence));
      if (at > 0) return { text: `${sentences[at - 1]} ${sentences[at]}`, line: line.line };
    }
  return null;
}

function isPair(before: string, own: string): boolean {
  const fits = (text: string): boolean => text.length >= SHORTEST_OF_PAIR && text.length <= LONGEST_OF_PAIR;
  if (!fits(before) || !fits(own) || needsContext(before) || /["“]/.test(before + own)) return false;
  const tokens = lex(own);
  // "We have 390 of them." begins nothing.
  if (lex(before).some(({ key }) => key === "them" || key === "it")) return false;
  if (listed("verbs").find(lex(before)) === null) return false;
  return tokens[0]?.text === "I" && listed("negation").find(tokens) !== null && lex(before)[0]?.text !== "I";
}
