import { type DateMatch, findDates } from "./date.ts";
import { DICTIONARY, ENGLISH_MONTHS } from "./dictionary.ts";
import { clockAt } from "./find-clock.ts";
import { isYear } from "./name-numbers.ts";
import { mayOpenNumber } from "./number.ts";
import { isGlued, type Token } from "./token.ts";

type TimeKind = "date" | "month" | "year" | "weekday" | "season" | "clock" | "feast";

/** A point in time that a text names. */
export interface TimeMention {
  kind: TimeKind;
  /** Of a month its number, of a weekday its index from Monday (0), of a clock time its minutes, else as it is. */
  value: number;
  year: number | null;
  month: number | null;
  day: number | null;
  /** "6.15" may be a quarter past six of either half of the day. */
  isHalfOpen: boolean;
  first: number;
  next: number;
  text: string;
  start: number;
  end: number;
}

/** A point in time as it is read at a token, up to the index behind it. */
type ReadTime = Pick<TimeMention, "kind" | "value" | "next"> &
  Partial<Pick<TimeMention, "year" | "month" | "day" | "isHalfOpen">>;

/** Finds the dates, months, years, weekdays, seasons and clock times of a text. */
export function findTimes(text: string, tokens: readonly Token[]): TimeMention[] {
  const found: TimeMention[] = [];
  const dates = new Map(findDates(text, tokens).map((date) => [date.first, date]));
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || !mayName(token)) continue;
    const whole = readDate(dates.get(index)) ?? readHours(text, tokens, index);
    const time = whole ?? readName(tokens, index, token);
    if (time === null) continue;
    found.push(mention(text, tokens, index, time));
    if (whole !== null) index = whole.next - 1;
  }
  return found;
}

function mention(text: string, tokens: readonly Token[], first: number, time: ReadTime): TimeMention {
  const { kind, value, next, year = null, month = null, day = null, isHalfOpen = false } = time;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  return { kind, value, year, month, day, isHalfOpen, first, next, text: text.slice(start, end), start, end };
}

function readDate(date: DateMatch | undefined): ReadTime | null {
  if (date === undefined || date.month === null) return null;
  const { year, month, day, last } = date;
  return { kind: day === null ? "month" : "date", value: day ?? month, next: last + 1, year, month, day };
}

function readHours(text: string, tokens: readonly Token[], index: number): ReadTime | null {
  const clock = clockAt(text, tokens, index);
  return clock === null ? null : { kind: "clock", ...clock };
}

/** Whether a time may begin with a token: most words begin none. */
function mayName(token: Token): boolean {
  if (token.kind !== "word") return token.kind === "number";
  return (
    /^\p{Lu}/u.test(token.text) ||
    mayOpenNumber(token) ||
    CLOCK_WORDS.has(token.key) ||
    DICTIONARY.months.get(token.key) !== undefined ||
    DICTIONARY.seasons.get(token.key.replace(/'s$/, "")) !== undefined
  );
}

const CLOCK_WORDS: ReadonlySet<string> = new Set(["a", "quarter", "half", "noon", "midday", "midnight"]);

/** The word a time may be named with. */
interface NameWord {
  token: Token;
  /** Without the "'s" of "Thursday's". */
  key: string;
  isCapital: boolean;
}

/** What a word alone names, or with the one behind it. */
function readName(tokens: readonly Token[], index: number, token: Token): ReadTime | null {
  const word: NameWord = { token, key: token.key.replace(/'s$/, ""), isCapital: /^\p{Lu}/u.test(token.text) };
  return (
    readWeekday(tokens, index, word) ??
    readMonthName(tokens, index, word) ??
    readFeast(index, word) ??
    readSeason(tokens, index, word) ??
    readYear(tokens, index, word) ??
    readDay(tokens, index, word)
  );
}

function readWeekday(tokens: readonly Token[], index: number, { key, isCapital }: NameWord): ReadTime | null {
  if (!isCapital) return null;
  const value =
    DICTIONARY.weekdays.get(key) ?? (/s$/.test(key) ? DICTIONARY.weekdays.get(key.slice(0, -1)) : undefined);
  if (value === undefined) return null;
  const isDayBehind =
    /^\d{1,2}$/.test(tokens[index + 1]?.text ?? "") && /^(?:and|,|to|or|–|-)$/.test(tokens[index + 2]?.key ?? "");
  return { kind: "weekday", value, next: index + (isDayBehind ? 2 : 1) };
}

function readMonthName(tokens: readonly Token[], index: number, { key, isCapital }: NameWord): ReadTime | null {
  const month = DICTIONARY.months.get(key);
  if (month === undefined || !isCapital || !ENGLISH_MONTHS.has(key) || key.length <= 2) return null;
  return isVerb(key, tokens, index) ? null : { kind: "month", value: month, next: index + 1, month };
}

function readFeast(index: number, { key, isCapital }: NameWord): ReadTime | null {
  const feast = isCapital ? DICTIONARY.feasts.get(key) : undefined;
  if (feast === undefined) return null;
  const [month, day] = feast;
  return { kind: "feast", value: day, next: index + 1, month, day };
}

/** "fall" and "spring to" are what something does. */
function readSeason(tokens: readonly Token[], index: number, { key }: NameWord): ReadTime | null {
  const value = DICTIONARY.seasons.get(key);
  if (value === undefined || key === "fall") return null;
  if (key === "spring" && /^(?:to|for)$/.test(tokens[index + 1]?.key ?? "")) return null;
  return { kind: "season", value, next: index + 1 };
}

function readYear(tokens: readonly Token[], index: number, { token }: NameWord): ReadTime | null {
  if (token.kind !== "number" || !isYear(tokens, index)) return null;
  const year = Number(token.text);
  return { kind: "year", value: year, next: isSpan(tokens, index, year) ? index + 3 : index + 1, year };
}

/** "2022–23", "2022/23". */
function isSpan(tokens: readonly Token[], index: number, year: number): boolean {
  const [mark, last] = [tokens[index + 1]?.text ?? "", tokens[index + 2]?.text ?? ""];
  return /^[–/-]$/.test(mark) && /^\d\d$/.test(last) && Number(last) === (year + 1) % 100;
}

/** "the 6th". */
function readDay(tokens: readonly Token[], index: number, { token }: NameWord): ReadTime | null {
  const behind = tokens[index + 1];
  if (tokens[index - 1]?.key !== "the" || !/^\d{1,2}$/.test(token.text) || !isGlued(token, behind)) return null;
  if (!/^(?:st|nd|rd|th)$/.test(behind?.key ?? "")) return null;
  const day = Number(token.text);
  // "the 95th percentile"
  return day > 31 ? null : { kind: "date", value: day, next: index + 2, day };
}

/** "May I", "March on": at the start of a sentence these are verbs unless a preposition stands in front. */
function isVerb(key: string, tokens: readonly Token[], index: number): boolean {
  if (key !== "may" && key !== "march") return false;
  const before = tokens[index - 1];
  // "May: 17."
  if (tokens[index + 1]?.text === ":") return false;
  return before === undefined || /^[.!?:]$/.test(before.text);
}
