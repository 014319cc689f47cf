import { DUTCH } from "./dutch.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { ITALIAN } from "./italian.ts";
import type { Lexicon } from "./lexicon.ts";
import { createPhrasebook, type Phrasebook } from "./phrasebook.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { SPANISH } from "./spanish.ts";

/** The lexicons, English first: where two languages spell different things alike, the first one counts. */
export const LEXICONS: readonly Lexicon[] = [ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, ITALIAN, DUTCH];

/**
 * The words of all languages by what they mean. Texts mix languages, so everything is looked up in all of them; each category is
 * put together when it is first asked for.
 */
export const DICTIONARY = {
  numbers: book(({ numbers }) => Object.entries(numbers)),
  scales: book(({ scales }) => Object.entries(scales)),
  fractions: book(({ fractions }) => Object.entries(fractions)),
  multiples: book(({ multiples }) => Object.entries(multiples)),
  seasons: book(({ seasons }) => Object.entries(seasons)),
  feasts: book(({ feasts }) => Object.entries(feasts)),
  timeUnits: book(({ timeUnits }) => byMeaning(timeUnits)),
  currencies: book(({ currencies }) => byMeaning(currencies)),
  months: book(({ months }) => byPlace(months, 1)),
  weekdays: book(({ weekdays }) => byPlace(weekdays, 0)),
  hedges: book(({ hedges }) => byMeaning(hedges)),
  ages: book(({ ages }) => Object.entries(ages)),
  vagueNumbers: book(({ vagueNumbers }) => Object.entries(vagueNumbers)),
  direction: book(({ direction }) => byMeaning(direction)),
  scope: book(({ scope }) => byMeaning(scope)),
  scopeBounds: book(({ scopeBounds }) => Object.entries(scopeBounds)),
  partsOfDay: book(({ partsOfDay }) => Object.entries(partsOfDay)),
  shareWords: book(({ shareWords }) => Object.entries(shareWords)),
  beats: book(({ beats }) => byMeaning(beats)),
  tellings: book(({ tellings }) => byMeaning(tellings)),
  endings: book(({ endings }) => byMeaning(endings)),
  metadata: book(({ metadata }) => byMeaning(metadata)),
  metrics: book(({ metrics }) => byMeaning(metrics)),
  published: book(({ published }) => byMeaning(published)),
  bounds: book(({ bounds }) => byMeaning(bounds)),
  signs: book(({ signs }) => byMeaning(signs)),
  stances: book(({ stances }) => byMeaning(stances)),
  sentenceStarts: book(({ sentenceStarts }) => byMeaning(sentenceStarts)),
  spellings: book(({ spellings }) => spellings.map((word) => [word.toLowerCase(), word] as const)),
  singulars: book(({ singulars }) => Object.entries(singulars)),
} as const;

/** A category that is a plain list of words and phrases. */
export type WordList = {
  [Category in keyof Lexicon]: Lexicon[Category] extends readonly string[] ? Category : never;
}[keyof Lexicon];

/** The words and phrases of a list in all languages. */
export function listed(category: WordList): Phrasebook<true> {
  const known = lists.get(category);
  if (known !== undefined) return known;
  const made = book((lexicon) => lexicon[category].map((word) => [word, true] as const));
  lists.set(category, made);
  return made;
}

/** Whether a word is of a list, in any language. */
export function isListed(category: WordList, key: string): boolean {
  return listed(category).get(key) === true;
}

/** The same as they are written in the lexicons. */
export function wordsOf(category: WordList): string[] {
  return LEXICONS.flatMap((lexicon) => lexicon[category]);
}

const lists = new Map<WordList, Phrasebook<true>>();

function book<Meaning>(entriesOf: (lexicon: Lexicon) => readonly (readonly [string, Meaning])[]): Phrasebook<Meaning> {
  return createPhrasebook(() => LEXICONS.flatMap(entriesOf));
}

function byMeaning<Meaning extends string>(
  phrases: Partial<Record<Meaning, readonly string[]>>,
): (readonly [string, Meaning])[] {
  return (Object.entries(phrases) as [Meaning, readonly string[]][]).flatMap(([meaning, words]) =>
    words.map((word) => [word, meaning] as const),
  );
}

function byPlace(names: readonly (readonly string[])[], first: number): (readonly [string, number])[] {
  return names.flatMap((words, index) => words.map((word) => [word, index + first] as const));
}

/** Months whose names other words share, unless they have a capital. */
export const ENGLISH_MONTHS: ReadonlySet<string> = new Set(ENGLISH.months.flat());
