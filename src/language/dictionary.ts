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
  get numbers() {
    return book("numbers", ({ numbers }) => Object.entries(numbers));
  },
  get scales() {
    return book("scales", ({ scales }) => Object.entries(scales));
  },
  get fractions() {
    return book("fractions", ({ fractions }) => Object.entries(fractions));
  },
  get multiples() {
    return book("multiples", ({ multiples }) => Object.entries(multiples));
  },
  get timeUnits() {
    return book("timeUnits", ({ timeUnits }) => byMeaning(timeUnits));
  },
  get currencies() {
    return book("currencies", ({ currencies }) => byMeaning(currencies));
  },
  get months() {
    return book("months", ({ months }) => byPlace(months, 1));
  },
  get weekdays() {
    return book("weekdays", ({ weekdays }) => byPlace(weekdays, 0));
  },
  get hedges() {
    return book("hedges", ({ hedges }) => byMeaning(hedges));
  },
  get ages() {
    return book("ages", ({ ages }) => Object.entries(ages));
  },
  get vagueNumbers() {
    return book("vagueNumbers", ({ vagueNumbers }) => Object.entries(vagueNumbers));
  },
  get direction() {
    return book("direction", ({ direction }) => byMeaning(direction));
  },
  get scope() {
    return book("scope", ({ scope }) => byMeaning(scope));
  },
  get scopeBounds() {
    return book("scopeBounds", ({ scopeBounds }) => Object.entries(scopeBounds));
  },
  get shareWords() {
    return book("shareWords", ({ shareWords }) => Object.entries(shareWords));
  },
  get beats() {
    return book("beats", ({ beats }) => byMeaning(beats));
  },
  get tellings() {
    return book("tellings", ({ tellings }) => byMeaning(tellings));
  },
  get endings() {
    return book("endings", ({ endings }) => byMeaning(endings));
  },
  get metadata() {
    return book("metadata", ({ metadata }) => byMeaning(metadata));
  },
  get metrics() {
    return book("metrics", ({ metrics }) => byMeaning(metrics));
  },
  get published() {
    return book("published", ({ published }) => byMeaning(published));
  },
  get bounds() {
    return book("bounds", ({ bounds }) => byMeaning(bounds));
  },
  get sentenceStarts() {
    return book("sentenceStarts", ({ sentenceStarts }) => byMeaning(sentenceStarts));
  },
  get spellings() {
    return book("spellings", ({ spellings }) => spellings.map((word) => [word.toLowerCase(), word] as const));
  },
  get singulars() {
    return book("singulars", ({ singulars }) => Object.entries(singulars));
  },
} as const;

/** A category that is a plain list of words and phrases. */
export type WordList = {
  [Category in keyof Lexicon]: Lexicon[Category] extends readonly string[] ? Category : never;
}[keyof Lexicon];

/** The words and phrases of a list in all languages. */
export function listed(category: WordList): Phrasebook<true> {
  const known = built.get(category);
  if (known !== undefined) return known as Phrasebook<true>;
  return book(category, (lexicon) => lexicon[category].map((word) => [word, true] as const));
}

/** The same as they are written in the lexicons. */
export function wordsOf(category: WordList): string[] {
  return LEXICONS.flatMap((lexicon) => lexicon[category]);
}

const built = new Map<string, Phrasebook<unknown>>();

function book<Meaning>(
  name: string,
  entriesOf: (lexicon: Lexicon) => readonly (readonly [string, Meaning])[],
): Phrasebook<Meaning> {
  const known = built.get(name);
  if (known !== undefined) return known as Phrasebook<Meaning>;
  const made = createPhrasebook(LEXICONS.flatMap(entriesOf));
  built.set(name, made);
  return made;
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
