import { DICTIONARY, listed } from "../../language/dictionary.ts";
import { findTextFigures } from "../../language/find-figures.ts";
import { FIRST_NAMES } from "../../language/known-names.ts";
import { lex } from "../../language/lex.ts";
import { findNames } from "../../language/names.ts";
import type { Token } from "../../language/token.ts";
import { findBeats, readStoryLines } from "../../story/beats.ts";
import type { Line } from "../../text/line.ts";
import { splitSentences } from "../../text/sentences.ts";

/** What speaks for a text that it tells a story. */
export interface NoteTelling {
  /** Its sentences, and how many of them say what was; each counts up to {@link MOST_SENTENCES}. */
  sentences: number;
  past: number;
  /** Who is in it: a name, else, where nobody tells it of themselves, a person's noun or pronoun. */
  person: string | null;
  /** Somebody tells it of themselves. */
  isFirstPerson: boolean;
  /** A figure as it is written. */
  figure: string | null;
  /** How many different parts of a story its labels name. */
  parts: number;
}

/** So many sentences tell enough of a text; the rest of a long one is not looked at. */
const MOST_SENTENCES = 60;
/** What is shorter and does not end as a sentence is an item of a list, or a name. */
const FEWEST_WORDS = 3;

/** Reads what a note's markdown tells. */
export function readTelling(body: string): NoteTelling {
  const lines = readStoryLines({ body, bodyLine: 1 });
  const told: Told = { sentences: 0, past: 0, isFirstPerson: false, noun: null, figure: null };
  for (const line of lines) {
    if (line.kind === "label" || line.kind === "code" || told.sentences >= MOST_SENTENCES) continue;
    for (const sentence of splitSentences(line.text)) countSentence(sentence, line, told);
  }
  const roles = new Set(findBeats(lines, { body, bodyLine: 1 }).map(({ role }) => role));
  roles.delete("detail");
  const { sentences, past, isFirstPerson, noun, figure } = told;
  return {
    sentences,
    past,
    person: nameIn(lines) ?? (isFirstPerson ? null : noun),
    isFirstPerson,
    figure,
    parts: roles.size,
  };
}

interface Told {
  sentences: number;
  past: number;
  isFirstPerson: boolean;
  noun: string | null;
  figure: string | null;
}

function countSentence(sentence: string, { kind }: Line, told: Told): void {
  const tokens = lex(sentence);
  const words = tokens.filter((token) => token.kind === "word");
  // A bullet of a few words is a thing to do or to buy.
  const isItem = kind === "bullet" || kind === "row";
  const fewest = isItem ? FEWEST_WORDS * 2 : FEWEST_WORDS;
  if (words.length < fewest && (isItem || words.length < 2 || !/[.!?]["”’)]*$/.test(sentence))) return;
  told.sentences++;
  if (saysPast(tokens)) told.past++;
  for (const { key, text } of words) {
    if (listed("firstPerson").get(key) === true) told.isFirstPerson = true;
    else if (listed("personPronouns").get(key) === true || listed("people").get(key.replace(/s$/, "")) === true)
      told.noun ??= text;
  }
  told.figure ??= findTextFigures(sentence).find(({ kind: of, unit }) => of !== "count" || unit !== null)?.text ?? null;
}

function saysPast(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ key, kind }, index) =>
      kind === "word" &&
      (isRegularPast(key) || listed("pastForms").get(key) === true || listed("pastSigns").at(tokens, index) !== null),
  );
}

/** "failed", "agreed", but not "need" and "hundred". */
function isRegularPast(key: string): boolean {
  return /(?:\w[^e]|gre)ed$/.test(key) && DICTIONARY.scales.get(key) === undefined;
}

/** The first person whom a text names; only lines with a known first name are looked at, since names cost most. */
function nameIn(lines: readonly Line[]): string | null {
  const named = lines.filter(
    ({ kind, text }) => kind !== "label" && kind !== "code" && lex(text).some(({ key }) => FIRST_NAMES.has(key)),
  );
  const found = findNames(named.slice(0, MOST_NAMED).map(({ text }) => text)).flat();
  return found.find(({ kind }) => kind === "person")?.text ?? null;
}

const MOST_NAMED = 8;

/** Why a text is no story; null for one. */
export type Untold = "no-prose" | "no-past" | "nobody";

/** A story is told in sentences, at least a part of which say what was, and somebody or a figure is in it. */
export function whyUntold({ sentences, past, person, isFirstPerson, figure, parts }: NoteTelling): Untold | null {
  const isLabelled = parts >= 2;
  if (sentences < (isLabelled ? 1 : 2)) return "no-prose";
  if (past < (isLabelled ? 1 : 2) || past < sentences / (isLabelled ? 8 : 4)) return "no-past";
  return person === null && !isFirstPerson && figure === null ? "nobody" : null;
}
