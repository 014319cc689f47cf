import type { Token } from "./token.ts";

/** Words and phrases with what they mean, looked up at a place among tokens. */
export interface Phrasebook<Meaning> {
  /** The longest phrase that begins at a token, and how many tokens it has; null where none does. */
  at(tokens: readonly Token[], index: number): Match<Meaning> | null;
  /** The longest phrase that ends with a token. */
  endingAt(tokens: readonly Token[], index: number): Match<Meaning> | null;
  /** The first phrase anywhere among the tokens. */
  find(tokens: readonly Token[]): (Match<Meaning> & { index: number }) | null;
  /** What a single word means. */
  get(key: string): Meaning | undefined;
}

interface Match<Meaning> {
  meaning: Meaning;
  length: number;
}

interface Phrase<Meaning> {
  words: readonly string[];
  meaning: Meaning;
}

/**
 * Makes a phrasebook of entries, which are asked for when something is first looked up. A phrase is written as its words in lower
 * case with single spaces; a word that ends in `*` stands for every word that begins so. Where two entries are the same, the first
 * one counts.
 */
export function createPhrasebook<Meaning>(entries: () => Iterable<readonly [string, Meaning]>): Phrasebook<Meaning> {
  let made: Index<Meaning> | undefined;
  const open = (): Index<Meaning> => {
    made ??= indexPhrases(entries());
    return made;
  };
  const at: Phrasebook<Meaning>["at"] = (tokens, index) => {
    const key = tokens[index]?.key ?? "";
    const { byFirst, stems } = open();
    const found = longest(byFirst.get(key) ?? byFirst.get(ownerOf(key)), tokens, index, false);
    if (found !== null || stems.size === 0) return found;
    const meaning = meaningOfStem(stems, key);
    return meaning === undefined ? null : { meaning, length: 1 };
  };
  return {
    at,
    endingAt: (tokens, index) => longest(open().byLast.get(tokens[index]?.key ?? ""), tokens, index, true),
    find(tokens) {
      for (const index of tokens.keys()) {
        const found = at(tokens, index);
        if (found !== null) return { ...found, index };
      }
      return null;
    },
    get(key) {
      const { single, stems } = open();
      const found = single.get(key);
      return found !== undefined || stems.size === 0 ? found : meaningOfStem(stems, key);
    },
  };
}

interface Index<Meaning> {
  /** Phrases by their first word, and by their last. */
  byFirst: ReadonlyMap<string, readonly Phrase<Meaning>[]>;
  byLast: ReadonlyMap<string, readonly Phrase<Meaning>[]>;
  single: ReadonlyMap<string, Meaning>;
  /** What stands for every word that begins so, by its first letters. */
  stems: ReadonlyMap<string, readonly Stem<Meaning>[]>;
}

type Stem<Meaning> = readonly [stem: string, meaning: Meaning];

function indexPhrases<Meaning>(entries: Iterable<readonly [string, Meaning]>): Index<Meaning> {
  const byFirst = new Map<string, Phrase<Meaning>[]>();
  const byLast = new Map<string, Phrase<Meaning>[]>();
  const single = new Map<string, Meaning>();
  const stems = new Map<string, Stem<Meaning>[]>();
  for (const [written, meaning] of entries) {
    const words = written.split(" ");
    const [first = "", last = ""] = [words[0], words.at(-1)];
    if (words.length === 1 && first.endsWith("*")) addTo(stems, first.slice(0, STEM), [first.slice(0, -1), meaning]);
    else {
      addTo(byFirst, first, { words, meaning });
      if (words.length === 1 && !single.has(first)) single.set(first, meaning);
      addTo(byLast, last, { words, meaning });
    }
  }
  return { byFirst, byLast, single, stems };
}

function meaningOfStem<Meaning>(stems: Index<Meaning>["stems"], key: string): Meaning | undefined {
  return stems.get(key.slice(0, STEM))?.find(([stem]) => key.startsWith(stem))?.[1];
}

/** So many letters of a stem are its key. */
const STEM = 3;

function addTo<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}

/** The longest phrase that begins at a token, or ends with it. */
function longest<Meaning>(
  phrases: readonly Phrase<Meaning>[] | undefined,
  tokens: readonly Token[],
  index: number,
  isEnd: boolean,
): Match<Meaning> | null {
  if (phrases === undefined) return null;
  let found: Match<Meaning> | null = null;
  for (const { words, meaning } of phrases) {
    if (words.length <= (found?.length ?? 0)) continue;
    if (matches(tokens, isEnd ? index - words.length + 1 : index, words)) found = { meaning, length: words.length };
  }
  return found;
}

function matches(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  if (from < 0) return false;
  for (let offset = 0; offset < words.length; offset++)
    if (!isWord(tokens[from + offset]?.key ?? "", words[offset] ?? "")) return false;
  return true;
}

function isWord(key: string, word: string): boolean {
  return key === word || (key.startsWith(word) && ownerOf(key) === word);
}

/** "last week's prices" speaks of last week. */
function ownerOf(key: string): string {
  return key.endsWith("'s") ? key.slice(0, -2) : key;
}
