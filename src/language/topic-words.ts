import { DICTIONARY, listed, type WordList } from "./dictionary.ts";
import { isEnglish } from "./is-english.ts";
import { lex } from "./lex.ts";
import { stemOf } from "./stem.ts";
import type { Token } from "./token.ts";

/** A word, or two that stand side by side, by which a text may be found again. */
export interface TopicWord {
  /** The stems of its words with a space between. */
  key: string;
  /** As it is written first, in small letters, with a hyphen between two words. */
  form: string;
  times: number;
  /** Whether it mostly stands where nouns do, as far as the text's language tells. */
  isThing: boolean;
}

/** A shorter word rarely says what a text is about. */
const SHORTEST = 4;

/** What lines speak of: words that are no grammar, no verb and no time. */
export function findTopicWords(lines: readonly string[]): TopicWord[] {
  const found = new Map<string, CountedWord>();
  for (const tokens of lines.map(lex))
    for (const index of tokens.keys()) for (const topic of topicsAt(tokens, index)) count(found, topic);
  const needsPlace = isEnglish(lines.join("\n"));
  return [...found.values()].map(({ asNoun, ...word }) => ({
    ...word,
    isThing: !needsPlace || asNoun * 2 > word.times,
  }));
}

type CountedWord = Omit<TopicWord, "isThing"> & { asNoun: number };

interface Topic {
  tokens: readonly Token[];
  isNoun: boolean;
}

/** A word, and the pair that it makes with the one in front of it. */
function topicsAt(tokens: readonly Token[], index: number): Topic[] {
  const [before, token, behind] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!isTopic(token)) return [];
  const isNoun = !(isTopic(behind) && isBeside(token, behind)) && leadsToNoun(tokens, index);
  const pair = isTopic(before) && isBeside(before, token) ? [{ tokens: [before, token], isNoun }] : [];
  return [{ tokens: [token], isNoun }, ...pair];
}

function isBeside(a: Token, b: Token): boolean {
  return b.start - a.end === 1;
}

function count(found: Map<string, CountedWord>, { tokens, isNoun }: Topic): void {
  const key = tokens.map((token) => stemOf(token.key)).join(" ");
  const form = tokens.map((token) => token.key).join("-");
  const known = found.get(key) ?? { key, form, times: 0, asNoun: 0 };
  known.times++;
  if (isNoun) known.asNoun++;
  found.set(key, known);
}

/** What every text has, and what says when, how and that something is done. */
const NO_TOPICS: readonly WordList[] = [
  ...(["functionWords", "common", "grammar", "fillers", "adjectives", "adverbials", "connectives", "modals"] as const),
  ...([
    "verbs",
    "imperatives",
    "pastForms",
    "timeWords",
    "titleWords",
    "ownParts",
    "plurals",
    "noTopics",
    "personPronouns",
  ] as const),
];

function isTopic(token: Token | undefined): token is Token {
  if (token?.kind !== "word" || token.key.length < SHORTEST || !/^\p{L}[\p{L}\p{M}\p{N}]+$/u.test(token.key))
    return false;
  if (/(?:ed|ly)$/.test(token.key)) return false;
  return ![token.key, token.key.replace(/s$/, "")].some(isNoTopic);
}

function isNoTopic(key: string): boolean {
  const { timeUnits, numbers, scales, months, weekdays } = DICTIONARY;
  return (
    [timeUnits, numbers, scales, months, weekdays].some((book) => book.get(key) !== undefined) ||
    NO_TOPICS.some((list) => listed(list).get(key) === true)
  );
}

/** Whether a noun's phrase ends here: in front of its words stands an article, a preposition or a number. */
function leadsToNoun(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && index - at <= LONGEST_PHRASE && isTopic(tokens[at])) at--;
  const lead = tokens[at];
  if (lead === undefined) return false;
  return lead.kind === "number" || LEADS.some((list) => listed(list).get(lead.key) === true);
}

const LONGEST_PHRASE = 3;
const LEADS: readonly WordList[] = [
  "articles",
  "determiners",
  "possessives",
  "adjectives",
  "placePrepositions",
  "fillers",
];
