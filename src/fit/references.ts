import { DICTIONARY, listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { stemOf } from "../language/stem.ts";
import type { Token } from "../language/token.ts";
import { createNameReader } from "./names-in.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";

/** Something that is spoken of as if it were known; one of `sources` has to be told, in front of it where a part speaks of it. */
export interface Reference {
  /** What speaks of it; null for the hook, whose promises are kept anywhere. */
  part: Part | null;
  word: string;
  sources: readonly Part[];
  /** How much a reader misses it. */
  weight: number;
}

const WEIGHTS = {
  introduction: 40,
  person: 40,
  promise: 20,
  thing: 35,
  comparison: 22,
  pointed: 18,
  count: 25,
  figure: 20,
  name: 27,
  again: 30,
  later: 30,
  echo: 18,
  barely: 9,
} as const;

/** What opens a sentence stands among so many words; what it counts from, among so many parts in front. */
const OPENING = 5;
const NEAR = 3;

type Source = [word: string, sources: readonly Part[] | undefined, weight: number];

type FirstMention = "new" | "bare" | "known";

/**
 * Finds what each part goes back to: "the letter" to "a letter", "the 14" to "14 ideas", "the other two" to the sentence before it, a
 * name to where it stood first, "she" to somebody; and what the hook promises.
 */
export function findBackReferences({ parts, needs, traits }: StoryOutline, hook: string): Reference[] {
  const namesIn = createNameReader(parts.map(({ text }) => text));
  const first = new Map<string, FirstMention>();
  const mentions = new Map<string, Part[]>();
  const counts = new Map<string, Part[]>();
  const findPerson = (at: number): Part | undefined =>
    parts.slice(0, at).findLast(({ text }) => namesIn(text).length > 0);
  const found = parts.flatMap((part, at): Reference[] => {
    const said = readWords(part.text, namesIn);
    const previous = parts.slice(Math.max(0, at - 1), at);
    const isLater = listed("laterOpenings").find(said.words.slice(0, OPENING)) !== null;
    const goesBack = (list: "backReferences" | "echoes" | "again"): boolean => listed(list).find(said.words) !== null;
    const before = said.names.length === 0 ? previous : said.names.flatMap((name) => mentions.get(name) ?? []);
    const own: Source[] = [
      ["", goesBack("backReferences") ? previous : [], WEIGHTS.comparison],
      ["", goesBack("echoes") ? previous : [], WEIGHTS.echo],
      ["", isLater ? parts.slice(Math.max(0, at - NEAR), at) : [], WEIGHTS.later],
      ["", traits.get(part)?.isOfSomebody === true ? [findPerson(at)].filter(isPart) : [], WEIGHTS.person],
      ...said.nouns.map(({ stem, isPointed, isDefinite }): Source => {
        const mention = first.get(stem);
        if (isPointed && mention === undefined) return ["", previous, WEIGHTS.pointed];
        if (!isDefinite || mention === undefined || mention === "known") return [stem, [], 0];
        return [stem, mentions.get(stem), mention === "new" ? WEIGHTS.thing : WEIGHTS.barely];
      }),
      ...said.knownCounts.map((count): Source => ["", counts.get(count), WEIGHTS.count]),
      ...[...said.counts].filter(isRare).map((count): Source => ["", counts.get(count)?.slice(0, 1), WEIGHTS.figure]),
      ...said.names.map((name): Source => [name, mentions.get(name), WEIGHTS.name]),
      ["", goesBack("again") ? before : [], WEIGHTS.again],
      ...(needs.get(part) ?? [])
        .filter((need) => parts.indexOf(need) < at - 1)
        .map((need): Source => ["", [need], WEIGHTS.introduction]),
    ];
    remember(part, said, first, mentions, counts);
    return own.flatMap(([word, sources = [], weight]) =>
      sources.length === 0 ? [] : [{ part, word, sources: [...sources], weight }],
    );
  });
  return [...found, ...findPromises(hook, mentions)];
}

/** What a part speaks of. */
interface Said {
  words: readonly Token[];
  names: readonly string[];
  nouns: readonly Noun[];
  counts: ReadonlySet<string>;
  /** Those that are spoken of as known. */
  knownCounts: readonly string[];
}

interface Noun {
  stem: string;
  isDefinite: boolean;
  isPointed: boolean;
}

function readWords(text: string, namesIn: (text: string) => string[]): Said {
  const tokens = lex(text);
  const words = tokens.filter(({ kind }) => kind === "word");
  return {
    words,
    names: namesIn(text),
    nouns: nounsIn(words),
    counts: countsIn(tokens),
    knownCounts: knownCountsIn(tokens),
  };
}

/** Keeps what a part speaks of, and whether as new, for the parts behind it. */
function remember(
  part: Part,
  { words, names, nouns, counts: own }: Said,
  first: Map<string, FirstMention>,
  mentions: Map<string, Part[]>,
  counts: Map<string, Part[]>,
): void {
  const stems = new Set(words.map(({ key }) => stemOf(key)));
  for (const { stem, isDefinite } of nouns) if (!first.has(stem)) first.set(stem, isDefinite ? "known" : "new");
  for (const stem of stems) if (!first.has(stem)) first.set(stem, "bare");
  for (const word of new Set([...stems, ...names])) mentions.set(word, [...(mentions.get(word) ?? []), part]);
  for (const count of own) counts.set(count, [...(counts.get(count) ?? []), part]);
}

/** 143 is the same 143 when it comes again; "six" may be six of anything, and 2023 says when. */
function isRare(count: string): boolean {
  const value = Number.parseInt(count, 10);
  return value >= 100 && !(value >= 1900 && value < 2100);
}

function isPart(part: Part | undefined): part is Part {
  return part !== undefined;
}

/** What a hook speaks of, and the story tells more of: "the letter", "a spreadsheet", "59 acronyms". */
function findPromises(hook: string, mentions: ReadonlyMap<string, readonly Part[]>): Reference[] {
  const tokens = lex(hook);
  const counted = tokens.flatMap(({ kind, key }, index) => {
    const noun = tokens[index + 1];
    const isCount = kind === "number" || DICTIONARY.numbers.get(key) !== undefined;
    return isCount && noun?.kind === "word" && isTelling(noun) && DICTIONARY.timeUnits.get(noun.key) === undefined
      ? [stemOf(noun.key)]
      : [];
  });
  const nouns = nounsIn(tokens.filter(({ kind }) => kind === "word"))
    .map(({ stem }) => stem)
    .filter(
      (stem) => DICTIONARY.timeUnits.get(stem) === undefined && DICTIONARY.timeUnits.get(`${stem}s`) === undefined,
    );
  return [...new Set([...nouns, ...counted])].flatMap((stem) => {
    const sources = mentions.get(stem) ?? [];
    return sources.length === 0
      ? []
      : [{ part: null, word: stem, sources: sources.slice(0, 1), weight: WEIGHTS.promise }];
  });
}

/** The nouns behind an article, "the" or "a"; one word of description may stand between. */
function nounsIn(words: readonly Token[]): Noun[] {
  return words.flatMap(({ key }, index) => {
    const isDefinite = listed("definite").get(key) === true;
    if (!isDefinite && listed("indefinite").get(key) !== true) return [];
    const noun = words[index + 1];
    if (noun === undefined || !isTelling(noun) || isActing(noun)) return [];
    const next = words[index + 2];
    // "that sentence" of a story that has no sentence before is what was just said.
    const isPointed = isDefinite && listed("articles").get(key) !== true;
    const own = [{ stem: stemOf(noun.key), isDefinite, isPointed }];
    // What is described may be the second word: "a storage bucket" is "the bucket" later.
    return isDefinite || next === undefined || !isTelling(next) || isActing(next)
      ? own
      : [...own, { stem: stemOf(next.key), isDefinite, isPointed }];
  });
}

/** "the letter that ended it": a verb behind what looks like an article. */
function isActing({ key }: Token): boolean {
  return /ed$/.test(key) || listed("verbs").get(key) === true;
}

function isTelling({ key }: Token): boolean {
  return key.length >= 4 && listed("common").get(key) !== true;
}

/** "the 14", "those 11 weeks", "all six": numbers that are spoken of as known. */
function knownCountsIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ key }, index) => {
    const isKnown = listed("definite").get(key) === true || DICTIONARY.scope.get(key) === "all";
    const count = isKnown ? countAt(tokens, index + 1) : null;
    return count === null || /^[01]\b/.test(count) ? [] : [count];
  });
}

function countsIn(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.flatMap((_, index) => countAt(tokens, index) ?? []));
}

/** The number at a token; one of weeks or days is another than one of people. */
function countAt(tokens: readonly Token[], index: number): string | null {
  const token = tokens[index];
  const count = token === undefined ? null : countOf(token);
  if (count === null) return null;
  return DICTIONARY.timeUnits.get(tokens[index + 1]?.key ?? "") === undefined ? `${count}` : `${count} of time`;
}

function countOf({ kind, key }: Token): number | null {
  if (kind === "number") return Number.isInteger(Number(key)) ? Number(key) : null;
  return DICTIONARY.numbers.get(key) ?? null;
}
