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
 * Builds a phrasebook. A phrase is written as its words in lower case with single spaces; a word that ends in `*` stands for
 * every word that begins so. Where two entries are the same, the first one counts.
 */
export function createPhrasebook<Meaning>(entries: Iterable<readonly [string, Meaning]>): Phrasebook<Meaning> {
  const byFirst = new Map<string, Phrase<Meaning>[]>();
  const byLast = new Map<string, Phrase<Meaning>[]>();
  const single = new Map<string, Meaning>();
  const stems = new Map<string, [stem: string, meaning: Meaning][]>();
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
  const byStem = (key: string): Meaning | undefined =>
    stems.size === 0 ? undefined : stems.get(key.slice(0, STEM))?.find(([stem]) => key.startsWith(stem))?.[1];
  const at: Phrasebook<Meaning>["at"] = (tokens, index) => {
    const key = tokens[index]?.key ?? "";
    const found = longest(byFirst.get(key) ?? byFirst.get(ownerOf(key)), (words) => matches(tokens, index, words));
    if (found !== null) return found;
    const meaning = byStem(key);
    return meaning === undefined ? null : { meaning, length: 1 };
  };
  return {
    at,
    endingAt: (tokens, index) =>
      longest(byLast.get(tokens[index]?.key ?? ""), (words) => matches(tokens, index - words.length + 1, words)),
    find(tokens) {
      for (const index of tokens.keys()) {
        const found = at(tokens, index);
        if (found !== null) return { ...found, index };
      }
      return null;
    },
    get: (key) => single.get(key) ?? byStem(key),
  };
}

/** So many letters of a stem are its key. */
const STEM = 3;

function addTo<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}

function longest<Meaning>(
  phrases: readonly Phrase<Meaning>[] | undefined,
  fits: (words: readonly string[]) => boolean,
): Match<Meaning> | null {
  let found: Match<Meaning> | null = null;
  for (const { words, meaning } of phrases ?? [])
    if (words.length > (found?.length ?? 0) && fits(words)) found = { meaning, length: words.length };
  return found;
}

function matches(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  return from >= 0 && words.every((word, offset) => isWord(tokens[from + offset]?.key ?? "", word));
}

function isWord(key: string, word: string): boolean {
  return key === word || (key.startsWith(word) && ownerOf(key) === word);
}

/** "last week's prices" speaks of last week. */
function ownerOf(key: string): string {
  return key.endsWith("'s") ? key.slice(0, -2) : key;
}
