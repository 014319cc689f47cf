import { isListed, LEXICONS } from "./dictionary.ts";
import { FIRST_NAMES, TECHNOLOGY, WORDLIKE_NAMES } from "./known-names.ts";
import { lex } from "./lex.ts";
import type { Lexicon } from "./lexicon.ts";
import { kindOf, type NameKind } from "./name-kind.ts";
import { findRuns, isKnown, isOwner, isSentenceStart, ownKey, type Run } from "./name-runs.ts";
import { isNoName, isOpener, leadsPerson } from "./name-words.ts";
import type { Token } from "./token.ts";

/** A name as it stands in a text, without the ending of an owner. */
export interface FoundName {
  text: string;
  kind: NameKind;
  start: number;
  end: number;
}

/**
 * Finds the names of people, companies, places and products in the lines of a text. A capital says nothing at the start of a
 * sentence, in a headline, and in German: there a word has to be known, or named so elsewhere in the text.
 */
export function findNames(texts: readonly string[]): FoundName[][] {
  const lines = texts.map((text) => lex(text));
  const seen = readWords(lines);
  const found = lines.map((tokens, index) =>
    isHeadline(tokens)
      ? []
      : findRuns(tokens).flatMap((run) => {
          const words = namingWords(tokens, run, seen);
          return words === null ? [] : [nameOf(texts[index] ?? "", tokens, words)];
        }),
  );
  return withKinds(found, seen);
}

/** What the words of a whole text tell of each one. */
interface Seen {
  /** Words that stand somewhere in small letters. */
  small: ReadonlySet<string>;
  /** Words that have a capital inside a sentence. */
  inside: ReadonlySet<string>;
  /** It is of a language in which nouns have capitals. */
  hasLargeNouns: boolean;
}

function readWords(lines: readonly (readonly Token[])[]): Seen {
  const small = new Set<string>();
  const inside = new Set<string>();
  let [large, others] = [0, 0];
  for (const tokens of lines)
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== "word") continue;
      const tells = tellsCapitals(token.key);
      large += Number(tells === true);
      others += Number(tells === false);
      const isSmall = /^\p{Ll}/u.test(token.text);
      if (isSmall || !isSentenceStart(tokens, index)) (isSmall ? small : inside).add(ownKey(token));
    }
  return { small, inside, hasLargeNouns: large > others };
}

/** A word that tells the language of a text: whether that is one in which nouns have capitals; null where it tells nothing. */
function tellsCapitals(key: string): boolean | null {
  const isOf = ({ telltales }: Lexicon): boolean => telltales.includes(key);
  if (!isListed("telltales", key)) return null;
  return LEXICONS.filter(({ capitalizesNouns }) => capitalizesNouns).some(isOf);
}

/** Whether most words of a line have capitals, as those of English titles do; a sentence that ends has to be long to be one. */
function isHeadline(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind, key }) => kind === "word" && key.length > 3);
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text));
  const isSentence = /^[.!?]/.test(tokens.at(-1)?.text ?? "");
  return words.length >= (isSentence ? 9 : 4) && capitals.length / words.length > 0.7;
}

/** The words of a run that are a name; null where none are. */
function namingWords(tokens: readonly Token[], { words, isStart }: Run, seen: Seen): number[] | null {
  if (isKnown(wholeKey(tokens, words)) && words.length > 1) return [...words];
  const keyOf = (index: number | undefined): string => ownKey(tokens[index ?? -1]);
  const opened = isStart && words.length > 1 && isOpener(keyOf(words[0])) ? words.slice(1) : [...words];
  const led = withoutLeads(opened, keyOf);
  const named = led.slice(0, led.findLastIndex((index) => !TECHNOLOGY.has(keyOf(index))) + 1);
  if (led.length < opened.length) return named;
  if (isStart && named[0] === words[0] && isPlainStart(tokens, named, seen)) named.shift();
  while (named.length > 0 && !/^\p{Lu}/u.test(tokens[named[0] ?? -1]?.text ?? "")) named.shift();
  return isNaming(tokens, named, seen) ? named : null;
}

/** Without what stands in front of a name: titles, and words for people and companies. */
function withoutLeads(words: readonly number[], keyOf: (index: number | undefined) => string): readonly number[] {
  const isLead = (key: string): boolean => isListed("titles", key) || leadsPerson(key) || isListed("companyLeads", key);
  const first = words.findIndex((index, at) => at === words.length - 1 || !isLead(keyOf(index)));
  return words.slice(Math.max(0, first));
}

/** Whether words with capitals are a name, and not a word of grammar, a job, or a noun. */
function isNaming(tokens: readonly Token[], words: readonly number[], seen: Seen): boolean {
  const [first, last] = [ownKey(tokens[words[0] ?? -1]), ownKey(tokens[words.at(-1) ?? -1])];
  if (words.length === 0 || isNoName(first) || isListed("titles", first)) return false;
  const isSingle = words.length === 1;
  if (isSingle && (first.length === 1 || leadsPerson(first) || isListed("companyEnds", first))) return false;
  // "Engineering Manager" is what somebody does.
  if (!isSingle && isListed("jobs", last)) return false;
  const needsMore = seen.hasLargeNouns || (isSingle && seen.small.has(first));
  return !needsMore || isTold(tokens, words);
}

/** Whether the first word of a sentence has its capital only for that. */
function isPlainStart(tokens: readonly Token[], words: readonly number[], seen: Seen): boolean {
  const key = ownKey(tokens[words[0] ?? -1]);
  if (isOpener(key)) return true;
  if (seen.inside.has(key)) return false;
  if (seen.small.has(key)) return true;
  const whole = wholeKey(tokens, words);
  if (words.length === 1) return WORDLIKE_NAMES.has(key) || !(FIRST_NAMES.has(key) || isKnown(whole));
  if (FIRST_NAMES.has(key) || isKnown(whole) || isListed("companyEnds", ownKey(tokens[words.at(-1) ?? -1])))
    return false;
  const isActing = isListed("personVerbs", tokens[(words.at(-1) ?? -1) + 1]?.key ?? "");
  return !isActing || /(?:ly|ing|ed)$/.test(key);
}

/** Whether the words alone tell that they name something, whatever their capitals. */
function isTold(tokens: readonly Token[], words: readonly number[]): boolean {
  const keys = words.map((index) => ownKey(tokens[index]));
  const [first = "", last = ""] = [keys[0], keys.at(-1)];
  if (isKnown(wholeKey(tokens, words)) || (keys.length > 1 && isListed("companyEnds", last))) return true;
  const from = words[0] ?? 0;
  const lead = tokens[from - 1]?.text === "." ? tokens[from - 2] : tokens[from - 1];
  if (isListed("titles", lead?.key ?? "")) return true;
  return FIRST_NAMES.has(first) && (keys.length > 1 || !WORDLIKE_NAMES.has(first));
}

function wholeKey(tokens: readonly Token[], words: readonly number[]): string {
  return words
    .map((index) => ownKey(tokens[index]))
    .join(" ")
    .replaceAll(" - ", "-");
}

function nameOf(text: string, tokens: readonly Token[], words: readonly number[]): FoundName {
  const start = tokens[words[0] ?? 0]?.start ?? 0;
  const last = tokens[words.at(-1) ?? 0];
  const end = (last?.end ?? start) - (isOwner(last) ? 2 : 0);
  return { text: text.slice(start, end), kind: kindOf(tokens, words), start, end };
}

/** A name is of one kind throughout a text: the one that is told most often. Parts of a longer name are of its kind. */
function withKinds(found: readonly FoundName[][], { small }: Seen): FoundName[][] {
  const votes = new Map<string, Map<NameKind, number>>();
  for (const { text, kind } of found.flat()) {
    const own = votes.get(text) ?? new Map<NameKind, number>();
    if (kind !== "other") own.set(kind, (own.get(kind) ?? 0) + 1);
    votes.set(text, own);
  }
  // "Tamsin Okoro", and then "Tamsin": companies are rarely called by half their name, and that half is then a word.
  const isFullName = (text: string): boolean => {
    const [first = "", last = "", ...others] = text.split(" ");
    return others.length === 0 && last !== "" && votes.has(first) && !small.has(last.toLowerCase());
  };
  const kindOfName = (text: string, own: ReadonlyMap<NameKind, number>): NameKind => {
    const kind = mostVoted(own);
    return kind === "other" && isFullName(text) ? "person" : kind;
  };
  const kinds = new Map([...votes].map(([text, own]) => [text, kindOfName(text, own)]));
  const longer = [...kinds].filter(([text, kind]) => text.includes(" ") && kind !== "other" && kind !== "place");
  const kindIn = (text: string): NameKind =>
    longer.find(([name]) => name !== text && name.split(" ").includes(text))?.[1] ?? kinds.get(text) ?? "other";
  return found.map((names) => names.map((name) => ({ ...name, kind: kindIn(name.text) })));
}

function mostVoted(votes: ReadonlyMap<NameKind, number>): NameKind {
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "other";
}
