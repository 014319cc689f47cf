import { isCalendarWord } from "../language/calendar-word.ts";
import { DICTIONARY, listed } from "../language/dictionary.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { findTimes } from "../language/find-times.ts";
import { lex } from "../language/lex.ts";
import type { TextFigure } from "../language/quantity.ts";
import { findQuotations, isSaid } from "../language/quotation.ts";
import type { Token } from "../language/token.ts";
import { isTotal } from "../language/total.ts";

/** What a sentence or bullet brings to a post. */
export interface Traits {
  /** Somebody is quoted at length. */
  isQuotation: boolean;
  /** It is nothing but a quotation, so that somebody else has to say whose. */
  isOnlyQuotation: boolean;
  /** The author owns up to something. */
  isAdmission: boolean;
  isDissent: boolean;
  isSetback: boolean;
  isCaveat: boolean;
  /** It introduces a company or a job. */
  isBackground: boolean;
  /** It tells of a change from one figure to another, or of a sum. */
  isChange: boolean;
  isTotal: boolean;
  hasClock: boolean;
  figures: readonly TextFigure[];
  /** It says nothing without the sentence before it. */
  points: boolean;
  /** It speaks of a person who is named in front of it: "She was polite." */
  isOfSomebody: boolean;
  /** All that it points to is that person: "She was polite to me." */
  pointsToPerson: boolean;
  /** It is what somebody says who is named in front of it: "…," she said. */
  isReply: boolean;
  /** It is no whole sentence, which only the opening of a part may be. */
  isFragment: boolean;
  /** It is short and a whole sentence, with nothing in it that points: "Nothing paged." */
  isStatement: boolean;
  /** The author speaks of themselves: I, we. */
  isFirstPerson: boolean;
}

/** A sentence of fewer letters without a verb is part of the one before it: "One tab." */
const SHORTEST_WHOLE = 90;
/** One of fewer letters answers the one before it: "I did not." */
const SHORTEST_ALONE = 20;

/** A sentence of so few letters with a pronoun in it has what that stands for in front: "I filed it unread." */
const SHORT_WITH_OBJECT = 60;

/** "Yield: 96 / 94", as the two columns of a table are set side by side. */
const COMPARED = /: \S*\d.* \/ .*\d/;

/** Reads what a sentence or bullet brings to a post off its words. */
export function readTraits(text: string): Traits {
  const tokens = lex(text);
  const figures = findTextFigures(text);
  const quotations = findQuotations(text).filter(isSaid);
  const has = (list: Parameters<typeof listed>[0]): boolean => listed(list).find(tokens) !== null;
  const isFirstPerson = tokens.some(({ key }) => listed("firstPerson").get(key) === true);
  const isSingular = tokens.some(({ key }) => listed("firstSingular").get(key) === true);
  const outside = withoutQuotations(text, findQuotations(text));
  const isReply = outside.length < text.length && speaksAlone(lex(outside).filter(({ kind }) => kind === "word"));
  return {
    isQuotation: quotations.length > 0,
    isOnlyQuotation: quotations.length > 0 && !/\p{L}/u.test(outside),
    isAdmission: isSingular && quotations.length === 0 && has("faults"),
    isDissent: has("dissent"),
    isSetback: has("setbacks"),
    isCaveat: has("caveats"),
    isBackground: listed("background").find(tokens.slice(0, 6)) !== null || (figures.length === 0 && has("background")),
    isChange: figures.some(({ kind }) => kind === "change") || COMPARED.test(text),
    isTotal: isTotal(text, null),
    hasClock: figures.some(({ kind }) => kind === "clock"),
    figures,
    points: points(text, tokens) || isReply,
    isOfSomebody: speaksOfSomebody(tokens.filter(({ kind }) => kind === "word")) || isReply,
    pointsToPerson: !isReply && pointsToPerson(text, tokens),
    isReply,
    isFragment: isFragment(text, tokens),
    isStatement: isStatement(text, tokens),
    isFirstPerson,
  };
}

/** Whether a sentence goes back to the one before it for nothing but a person. */
function pointsToPerson(text: string, tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === "word");
  const [first] = words;
  if (first === undefined || !speaksOfSomebody(words) || isBrief(text) || isFragment(text, tokens)) return false;
  const opensSo = listed("personPronouns").get(first.key) === true;
  const others = words.filter(({ key }) => listed("personPronouns").get(key) !== true);
  return (opensSo || listed("pointing").at(words, 0) === null) && !speaksOfSomething(others, text);
}

function withoutQuotations(text: string, quotations: readonly { start: number; end: number }[]): string {
  return quotations.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** Whether a sentence leans on the one before it, by its first words or by what it is about. */
function points(text: string, tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === "word");
  const opens = tokens[0]?.kind === "quote" ? [] : words.slice(0, 4);
  if (
    opens.length > 0 &&
    listed("pointing").at(opens, 0) !== null &&
    !isCleft(words) &&
    listed("nearTimes").at(words, 0) === null
  )
    return true;
  if (isBrief(text) && !words.every(({ key }) => isCalendarWord(key))) return true;
  if (speaksOfSomebody(words) || isElliptic(words)) return true;
  return speaksOfSomething(words, text);
}

/** "Our finance lead would not.", "She didn't.": what is denied stands in front. */
function isElliptic(words: readonly Token[]): boolean {
  const [last, before] = [words.at(-1), words.at(-2)];
  if (last === undefined || words.length > LONGEST_DENIAL) return false;
  return (
    listed("negation").at([last], 0) !== null && (last.key !== "not" || listed("verbs").get(before?.key ?? "") === true)
  );
}

/** In words. */
const LONGEST_DENIAL = 8;

/** "February 2022.", "Friday.", "May to August.", "12:19.": a time and nothing else. */
export function saysOnlyWhen(text: string): boolean {
  const tokens = lex(text);
  const clocks = findTimes(text, tokens).filter(({ kind }) => kind === "clock");
  const words = tokens.filter(
    ({ kind }, at) => kind === "word" && !clocks.some(({ first, next }) => at >= first && at < next),
  );
  const isWhen = clocks.length > 0 || words.some(({ key }) => isCalendarWord(key));
  return isWhen && words.every(({ key }) => isCalendarWord(key) || /^(?:to|at)$/.test(key));
}

/** So short that it answers what stands in front: "I did not." */
function isBrief(text: string): boolean {
  return text.length < SHORTEST_ALONE && findTextFigures(text).length === 0;
}

/** "It wasn't the walk that nearly got me" points to nothing. */
function isCleft(words: readonly Token[]): boolean {
  return (
    listed("cleftOpenings").at(words, 0) !== null &&
    words.slice(3).some(({ key }) => listed("relative").get(key) === true)
  );
}

/** "I filed it unread", "I had copied it from a template", "I'd got nothing to say to that": a thing that is named in front. */
function speaksOfSomething(words: readonly Token[], text: string): boolean {
  if (listed("definite").get(words.at(-1)?.key ?? "") === true) return true;
  const object = words.findIndex(({ key }) => listed("objectPronouns").get(key) === true);
  const isPerson = listed("personPronouns").get(words[object]?.key ?? "") === true;
  const before = words.slice(0, Math.max(0, object));
  if (before.some((word, index) => (isPerson ? isName(word, index) : isArticle(word)))) return false;
  return object >= 0 && (text.length <= SHORT_WITH_OBJECT || (object > 0 && object <= EARLY));
}

function isArticle({ key }: Token): boolean {
  return listed("definite").get(key) === true || listed("indefinite").get(key) === true;
}

/** A pronoun among so many words has nothing in its own sentence to stand for. */
const EARLY = 3;

/** "“I don't drink,” I said": whose words they are, by no name. */
function speaksAlone([first, ...others]: readonly Token[]): boolean {
  if (first === undefined || others.length !== 1) return false;
  return listed("firstSingular").get(first.key) === true || isPronoun(first.key);
}

/** "In December he found it": a person, and no name in front that it could be. */
function speaksOfSomebody(words: readonly Token[]): boolean {
  const pronoun = words.findIndex(({ key }) => listed("personPronouns").get(key) === true);
  return pronoun >= 0 && !words.slice(0, pronoun).some(isName);
}

/** A word with a capital that is no month, no weekday and no word that opens any sentence. */
function isName({ key, text }: Token, index: number): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(text) || isCalendarWord(key)) return false;
  if (DICTIONARY.numbers.get(key) !== undefined || DICTIONARY.scope.get(key) !== undefined) return false;
  return index > 0 || !opensAny(key);
}

/** Whether a word is one that opens any sentence: "The", "We", "But". */
export function opensAny(key: string): boolean {
  return OPENERS.some((list) => listed(list).get(key) === true);
}

const OPENERS = ["grammar", "common", "firstPerson", "leaning", "pointing"] as const;

function isStatement(text: string, tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === "word");
  const isPointing = listed("pointing").at(words, 0) !== null || words.some(({ key }) => isPronoun(key));
  return isBrief(text) && !isPointing && hasVerb(words);
}

function isPronoun(key: string): boolean {
  return listed("objectPronouns").get(key) === true || listed("personPronouns").get(key) === true;
}

function isFragment(text: string, tokens: readonly Token[]): boolean {
  return text.length < SHORTEST_WHOLE && !hasVerb(tokens.filter(({ kind }) => kind === "word"));
}

function hasVerb(words: readonly Token[]): boolean {
  return words.some(
    ({ key }) =>
      listed("verbs").get(key) === true ||
      (DICTIONARY.direction.get(key) !== undefined && !/^(?:after|before)$/.test(key)) ||
      /(?:ed|'ve|'d|'m)$/.test(key),
  );
}
