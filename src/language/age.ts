import { DICTIONARY, LEXICONS, listed, wordsOf } from "./dictionary.ts";
import { lex } from "./lex.ts";
import type { TimeUnit } from "./lexicon.ts";
import { readNumber } from "./number.ts";
import { isGlued, isNext, type Token } from "./token.ts";
import { createWordSieve } from "./word-sieve.ts";

/** How long ago something is said to have happened. */
export interface Age {
  text: string;
  days: number;
  start: number;
  end: number;
}

const DAYS: Readonly<Record<TimeUnit, number>> = {
  milliseconds: 0,
  seconds: 0,
  minutes: 0,
  hours: 0,
  days: 1,
  weeks: 7,
  months: 30.4,
  quarters: 91,
  years: 365,
  fortnights: 14,
  decades: 3652,
  centuries: 36_525,
};

/** Finds what a text says of how long ago it was: "last week", "three years ago", "vor drei Jahren". */
export function findAges(text: string): Age[] {
  if (!mayHoldAge(text)) return [];
  const tokens = lex(text);
  return tokens.flatMap((_, index) => {
    const found = spokenAge(tokens, index) ?? countedAge(text, tokens, index) ?? agoInFront(text, tokens, index);
    if (found === null) return [];
    const [start, end] = [tokens[index]?.start ?? 0, tokens[found.next - 1]?.end ?? 0];
    return [{ text: text.slice(start, end), days: found.days, start, end }];
  });
}

/** Every age has one of these words; in some languages with an accent, to which a sieve always says yes. */
const mayHoldAge = createWordSieve(() =>
  [...LEXICONS.flatMap(({ ages }) => Object.keys(ages)), ...wordsOf("ago"), ...wordsOf("agoInFront")].map(
    (phrase) => /^[a-z]*/.exec(phrase)?.[0] ?? "",
  ),
);

interface Found {
  days: number;
  next: number;
}

/** "yesterday", "last week" */
function spokenAge(tokens: readonly Token[], index: number): Found | null {
  const found = DICTIONARY.ages.at(tokens, index);
  return found === null ? null : { days: found.meaning, next: index + found.length };
}

/** "three years ago", "a couple of weeks ago" */
function countedAge(text: string, tokens: readonly Token[], index: number): Found | null {
  // "half a year ago" and "2.5-3 years ago" say less than their last number.
  const before = tokens[index - 1];
  if (before?.key === "half" || (isGlued(before, tokens[index]) && /^[,.-]$/.test(before?.text ?? ""))) return null;
  const number = countAt(text, tokens, index);
  if (number === null) return null;
  const at = tokens[number.next]?.text === "+" ? number.next + 1 : number.next;
  const unit = DICTIONARY.timeUnits.get(tokens[at]?.key ?? "");
  if (unit === undefined || !isNext(tokens[at], tokens[at + 1])) return null;
  if (listed("ago").get(tokens[at + 1]?.key ?? "") !== true) return null;
  return DAYS[unit] === 0 ? null : { days: number.value * DAYS[unit], next: at + 2 };
}

/** "vor drei Jahren" */
function agoInFront(text: string, tokens: readonly Token[], index: number): Found | null {
  if (listed("agoInFront").get(tokens[index]?.key ?? "") !== true) return null;
  const number = countAt(text, tokens, index + 1);
  const unit = DICTIONARY.timeUnits.get(tokens[number?.next ?? -1]?.key ?? "");
  if (number === null || unit === undefined || DAYS[unit] === 0) return null;
  return { days: number.value * DAYS[unit], next: number.next + 1 };
}

function countAt(text: string, tokens: readonly Token[], index: number): { value: number; next: number } | null {
  const vague = DICTIONARY.vagueNumbers.at(tokens, index);
  return vague === null ? readNumber(text, tokens, index) : { value: vague.meaning, next: index + vague.length };
}

/** Whether two ages can be of the same day, as people round them: a year and 14 months, a week and 10 days. */
export function sameAge(a: Age, b: Age): boolean {
  const [less, more] = a.days < b.days ? [a.days, b.days] : [b.days, a.days];
  return more - less <= 3 || (less > 0 && more / less <= 1.4);
}
