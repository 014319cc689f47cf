import { DICTIONARY, isListed, listed } from "./dictionary.ts";
import { COMPANIES, PLACES, TECHNOLOGY } from "./known-names.ts";
import { isNoName } from "./name-words.ts";
import { isGlued, type Token } from "./token.ts";

/** Words with capitals that stand side by side. */
export interface Run {
  /** The indexes of its tokens. */
  words: number[];
  /** Whether its first word begins a sentence, where every word has a capital. */
  isStart: boolean;
}

/** Finds the runs of words with capitals that may be names: no languages, months, acronyms, nor words of grammar. */
export function findRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!mayName(tokens, index)) continue;
    const words = [index];
    while (!isOwner(tokens[index])) {
      const next = nextWord(tokens, index, words);
      if (next === null) break;
      words.push(...range(index + 1, next));
      index = next;
    }
    runs.push({ words, isStart: isSentenceStart(tokens, words[0] ?? 0) });
  }
  return runs;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}

/** The index of the next word of a name: right behind it, behind a hyphen, or behind "de", "van" or "&". */
function nextWord(tokens: readonly Token[], index: number, words: readonly number[]): number | null {
  const [last, next, beyond] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (last === undefined || next === undefined) return null;
  if (next.text === "-") return isGlued(last, next) && isGlued(next, beyond) && isCapital(beyond) ? index + 2 : null;
  if (next.start - last.end !== 1) return null;
  if (next.text === "&") return isCapital(beyond) ? index + 2 : null;
  if (mayName(tokens, index + 1) || (isListed("companyEnds", next.key) && isCapital(next))) return index + 1;
  return isJoint(tokens, next, words[0] ?? index) ? wordBehindJoint(tokens, index + 2) : null;
}

/** Whether a small word joins those of one name: "de", and "of" behind "University". */
function isJoint(tokens: readonly Token[], { key }: Token, first: number): boolean {
  return isListed("nameConnectors", key) || (key === "of" && isListed("ofHeads", tokens[first]?.key ?? ""));
}

/** The word behind "de", or behind "de la". */
function wordBehindJoint(tokens: readonly Token[], index: number): number | null {
  const end = isListed("nameConnectors", tokens[index]?.key ?? "") ? index + 1 : index;
  return isCapital(tokens[end]) && mayName(tokens, end) ? end : null;
}

/** Whether a word could be one of a name's. */
function mayName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || !isCapital(token) || /\d/.test(token.text)) return false;
  const key = ownKey(token);
  if (COMPANIES.has(key)) return true;
  if (isAcronym(token.text) || TECHNOLOGY.has(key) || isCalendar(key)) return false;
  return !isNoName(key) || isSentenceStart(tokens, index) || PLACES.has(`${key} ${ownKey(tokens[index + 1])}`);
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === "word" && /^\p{Lu}/u.test(token.text);
}

/** "API", "CEOs": capitals throughout. */
function isAcronym(text: string): boolean {
  return /^\p{Lu}{2,}(?:['’]?s)?$/u.test(text);
}

function isCalendar(key: string): boolean {
  const one = key.replace(/s$/, "");
  return [DICTIONARY.months, DICTIONARY.weekdays].some((book) => (book.get(key) ?? book.get(one)) !== undefined);
}

/** Whether a name stands there as the owner of something: nothing behind it is part of it. */
export function isOwner(token: Token | undefined): boolean {
  return token?.key.endsWith("'s") === true;
}

/** A word as the lists have it, without the ending of an owner. */
export function ownKey(token: Token | undefined): string {
  const key = token?.key ?? "";
  return key.endsWith("'s") ? key.slice(0, -2) : key;
}

/** Whether a word is the first of its sentence, quotation or bullet, so that its capital says nothing. */
export function isSentenceStart(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const { kind, text } = tokens[at] as Token;
    if (kind === "quote") return true;
    if (kind === "emoji" || text === "(" || text === "*") continue;
    if (text === "." && at > 0) return !isAbbreviation(tokens[at - 1]);
    return kind === "punctuation" && /^[.!?…:;•→|\-–—]/u.test(text) && !isHyphen(tokens, at);
  }
  return true;
}

function isHyphen(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.text === "-" && isGlued(tokens[index - 1], tokens[index]);
}

function isAbbreviation(token: Token | undefined): boolean {
  return isListed("titles", token?.key ?? "") || listed("abbreviations").get(token?.text ?? "") === true;
}

/** Whether the words of a run are a place or company that many know. */
export function isKnown(key: string): boolean {
  return PLACES.has(key) || COMPANIES.has(key);
}
