import { DICTIONARY, listed, type WordList } from "./dictionary.ts";
import type { MetaName, MetricName } from "./document-lexicon.ts";
import { keyOf, lex } from "./lex.ts";
import type { Phrasebook } from "./phrasebook.ts";

/** What the label of a metadata line means; null for any other words. */
export function metaName(label: string): MetaName | null {
  return meaningOf(DICTIONARY.metadata, label);
}

/** The weekday a text names first, from 0 for Monday, with the letters it is written in. */
export function findDocumentWeekday(text: string): { order: number; written: string; at: number } | null {
  // Underlines are marks of emphasis here, not letters.
  const tokens = lex(text.replaceAll("_", " "));
  const found = DICTIONARY.weekdays.find(tokens);
  if (found === null) return null;
  const [first, last] = [tokens[found.index], tokens[found.index + found.length - 1]];
  if (first === undefined || last === undefined) return null;
  const written = text.slice(first.start, last.end).replace(/['’]s$/i, "");
  return { order: found.meaning, written, at: first.start };
}

/** The number of the week a text names first, as it is written, and where it stands. */
export function findWeekNumber(text: string): { digits: string; start: number; end: number } | null {
  for (const match of text.matchAll(/(?<!\p{L})(\p{L}+?)\s*(?:n[or]\.?|#)?\s*0*(\d{1,3})(?!\d)/giu)) {
    const [all, word = "", digits = ""] = match;
    const end = match.index + all.length;
    if (listed("weekTitles").get(keyOf(word)) === true) return { digits, start: end - digits.length, end };
  }
  return null;
}

/** What a target's label is about; where it names several, the first of all metrics. */
export function metricOf(label: string): MetricName | null {
  const tokens = lex(label);
  const named = tokens.flatMap((_, index) => DICTIONARY.metrics.at(tokens, index)?.meaning ?? []);
  return METRICS.find((metric) => named.includes(metric)) ?? null;
}

/** The rate of engagement is made of the others, and so it is named beside them. */
const METRICS: readonly MetricName[] = [
  "engagement",
  "impressions",
  "reactions",
  "comments",
  "shares",
  "saves",
  "inquiries",
];

/** Whether any of a list's words stands in a text. */
export function speaksOf(category: WordList, text: string): boolean {
  return listed(category).find(lex(text)) !== null;
}

/** What a whole text means; null where it has other words, too. */
function meaningOf<Meaning>(book: Phrasebook<Meaning>, text: string): Meaning | null {
  const tokens = lex(text);
  const found = book.at(tokens, 0);
  return found?.length === tokens.length ? found.meaning : null;
}
