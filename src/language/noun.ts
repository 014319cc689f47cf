import { listed } from "./dictionary.ts";
import { keyOf } from "./lex.ts";
import { isGlued, type Token } from "./token.ts";

/** A counted noun, and the index behind its last token. */
export interface NounMatch {
  noun: string;
  next: number;
}

/** A noun is looked for among so many words behind its number. */
const MOST_WORDS = 5;

/** The noun counted at a token (`EC2 instances running …` → `EC2 instances`); null where there is none. */
export function countedNoun(text: string, tokens: readonly Token[], index: number): NounMatch | null {
  let at = index;
  let from: number | null = null;
  for (let count = 0; count < MOST_WORDS; count++) {
    const word = compoundAt(text, tokens, at);
    if (word === null || (word.isSingle && listed("grammar").get(word.key) === true)) return null;
    if (listed("fillers").get(word.key) !== true) from ??= word.start;
    if (isPlural(word.key)) return { noun: text.slice(from ?? word.start, word.end), next: word.next };
    at = word.next;
  }
  return null;
}

/**
 * The noun of which a "1" counts one, as countedNoun gives it: `bug` in "1 bug left". Nothing tells a singular by its form, so it is the
 * word behind the number, or the second where a sentence has to end or go on with grammar behind that: "1 support ticket".
 */
export function singleNoun(text: string, tokens: readonly Token[], index: number): NounMatch | null {
  let at = index;
  while (listed("fillers").get(tokens[at]?.key ?? "") === true) at++;
  const first = compoundAt(text, tokens, at);
  if (first === null || !mayBeNoun(text, first)) return null;
  const second = compoundAt(text, tokens, first.next);
  const isPair = second !== null && mayBeNoun(text, second) && endsPhrase(tokens[second.next]);
  const { end, next } = isPair ? second : first;
  return { noun: text.slice(first.start, end), next };
}

/** A word in small letters that is none of grammar or time; with a capital it has to be known. */
function mayBeNoun(text: string, { key, start, end }: Compound): boolean {
  if (listed("capitalNouns").get(key) === true) return true;
  if (!/^\p{Ll}{3}/u.test(text.slice(start, end)) || !/\p{L}$/u.test(key)) return false;
  return NO_NOUNS.every((list) => listed(list).get(key) !== true) && !/.(?:ed|ly)$/.test(key);
}

const NO_NOUNS = [
  ...(["grammar", "adjectives", "pastForms", "pastSigns", "setbacks", "comparatives"] as const),
  ...(["negation", "timeWords", "adverbials"] as const),
];

function endsPhrase(token: Token | undefined): boolean {
  return token === undefined || token.kind === "punctuation" || listed("grammar").get(token.key) === true;
}

interface Compound {
  key: string;
  isSingle: boolean;
  start: number;
  end: number;
  next: number;
}

function compoundAt(text: string, tokens: readonly Token[], at: number): Compound | null {
  const next = compoundEnd(tokens, at);
  const [first, last] = [tokens[at], tokens[next - 1]];
  if (next === at || first === undefined || last === undefined) return null;
  const isSingle = next === at + 1;
  const key = isSingle ? first.key : keyOf(text.slice(first.start, last.end));
  return { key, isSingle, start: first.start, end: last.end, next };
}

/** The index behind a word and what hyphens, slashes and ampersands join to it: "platform-specific", "R&D". */
function compoundEnd(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.kind !== "word") return index;
  let next = index + 1;
  while (JOINERS.has(tokens[next]?.text ?? "") && isGlued(tokens[next - 1], tokens[next])) {
    const behind = tokens[next + 1];
    if (!isGlued(tokens[next], behind) || (behind?.kind !== "word" && behind?.kind !== "number")) break;
    next += 2;
  }
  return next;
}

const JOINERS = new Set(["-", "/", "&", ".", "'", "’"]);

export function isPlural(key: string): boolean {
  if (listed("plurals").get(key) === true) return true;
  return key.length > 3 && key.endsWith("s") && !/(?:ss|us|is|'s)$/.test(key) && listed("noPlurals").get(key) !== true;
}

/** The plural of a noun that a hyphen joins to its number: "30-developer" counts developers. */
export function pluralOf(word: string): string {
  if (/s$/.test(word)) return word;
  if (/person$/i.test(word)) return word.replace(/person$/i, "people");
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
