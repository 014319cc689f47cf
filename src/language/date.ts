import { DICTIONARY, ENGLISH_MONTHS } from "./dictionary.ts";
import { parseDigits } from "./number.ts";
import { isGlued, type Token } from "./token.ts";

/** A date of a text, or as much of one as it says. */
export interface DateMatch {
  year: number | null;
  /** From 1. */
  month: number | null;
  day: number | null;
  /** The indexes of its first and last token. */
  first: number;
  last: number;
}

/** Finds the dates of a text: `2025-01-07`, `19.01.2025`, `1/19/2025`, "January 7, 2025", "7 January", "June 2022". */
export function findDates(text: string, tokens: readonly Token[]): DateMatch[] {
  const found: DateMatch[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const date = dateAt(text, tokens, index);
    if (date === null) continue;
    found.push(date);
    index = date.last;
  }
  return found;
}

function dateAt(text: string, tokens: readonly Token[], index: number): DateMatch | null {
  const token = tokens[index];
  if (token?.kind === "number") return isoDate(tokens, index) ?? numericDate(tokens, index) ?? dayMonth(tokens, index);
  return token?.kind === "word" ? monthDay(text, tokens, index) : null;
}

/** `2025-01-07`, `2025-01`, `2025-W03`. */
function isoDate(tokens: readonly Token[], index: number): DateMatch | null {
  const [year, dash, month, second, day] = tokens.slice(index, index + 5);
  if (!/^\d{4}$/.test(year?.text ?? "") || dash?.text !== "-" || !isGlued(year, dash) || !isGlued(dash, month))
    return null;
  if (/^w\d{1,2}$/.test(month?.key ?? ""))
    return { year: Number(year?.text), month: null, day: null, first: index, last: index + 2 };
  if (!/^\d{2}$/.test(month?.text ?? "")) return null;
  const hasDay =
    second?.text === "-" && isGlued(month, second) && isGlued(second, day) && /^\d{2}$/.test(day?.text ?? "");
  return {
    year: Number(year?.text),
    month: Number(month?.text),
    day: hasDay ? Number(day?.text) : null,
    first: index,
    last: index + (hasDay ? 4 : 2),
  };
}

/** `19.01.2025`, `1/19/2025`: the part over 12 is the day. */
function numericDate(tokens: readonly Token[], index: number): DateMatch | null {
  const own = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(tokens[index]?.text ?? "");
  if (own !== null) return ordered(Number(own[1]), Number(own[2]), Number(own[3]), index, index);
  const parts = tokens.slice(index, index + 5);
  const isSlashed =
    parts.length === 5 &&
    parts[1]?.text === "/" &&
    parts[3]?.text === "/" &&
    parts.every((part, at) => at === 0 || isGlued(parts[at - 1], part)) &&
    /^(?:\d{4}|\d{2})$/.test(parts[4]?.text ?? "");
  if (!isSlashed) return null;
  const [a, , b, , year] = parts.map((part) => Number(part.text));
  return ordered(b ?? 0, a ?? 0, year ?? 0, index, index + 4);
}

function ordered(day: number, month: number, year: number, first: number, last: number): DateMatch {
  const isSwapped = month > 12 && day <= 12;
  const full = year < 100 ? 2000 + year : year;
  return { year: full, month: isSwapped ? day : month, day: isSwapped ? month : day, first, last };
}

/** "8 June 2022", "8. Juni", "3rd of May". */
function dayMonth(tokens: readonly Token[], index: number): DateMatch | null {
  const day = dayOfMonth(tokens[index]);
  if (day === null) return null;
  let at = index + 1;
  if (/^(?:st|nd|rd|th|\.)$/.test(tokens[at]?.text ?? "") && isGlued(tokens[index], tokens[at])) at++;
  if (/^(?:of|de)$/.test(tokens[at]?.key ?? "")) at++;
  const month = monthAt(tokens, at);
  if (month === null || opensMonths(tokens, at)) return null;
  const point = tokens[at + 1]?.text === "." && isGlued(tokens[at], tokens[at + 1]) && yearAt(tokens, at + 2) !== null;
  return withYear({ month, day, first: index }, tokens, point ? at + 1 : at);
}

/** "14 April–June deals": so many of some months. */
function opensMonths(tokens: readonly Token[], at: number): boolean {
  return /^[-–]$/.test(tokens[at + 1]?.text ?? "") && monthAt(tokens, at + 2) !== null;
}

/** "June 8, 2022", "June 8th", "June 2022"; "May" alone is no date, since it may be a verb. */
function monthDay(text: string, tokens: readonly Token[], index: number): DateMatch | null {
  const at = tokens[index + 1]?.text === "." && isGlued(tokens[index], tokens[index + 1]) ? index + 2 : index + 1;
  const next = tokens[at];
  if (next?.kind !== "number" || !/\s/.test(text[next.start - 1] ?? "")) return null;
  const month = monthAt(tokens, index);
  if (month === null) return null;
  const year = yearAt(tokens, at);
  if (year !== null) return { year, month, day: null, first: index, last: at };
  const day = dayOfMonth(next);
  if (day === null) return null;
  const isOrdinal = /^(?:st|nd|rd|th)$/.test(tokens[at + 1]?.key ?? "") && isGlued(next, tokens[at + 1]);
  // "In January 14 of 19 people"
  if (!isOrdinal && tokens[at + 1]?.key === "of" && tokens[at + 2]?.kind === "number") return null;
  return withYear({ month, day, first: index }, tokens, isOrdinal ? at + 1 : at);
}

function withYear(date: Pick<DateMatch, "month" | "day" | "first">, tokens: readonly Token[], last: number): DateMatch {
  const at = tokens[last + 1]?.text === "," ? last + 2 : last + 1;
  const year = yearAt(tokens, at);
  return { ...date, year, last: year === null ? last : at };
}

function yearAt(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index];
  return token?.kind === "number" && /^(?:19|20)\d{2}$/.test(token.text) ? Number(token.text) : null;
}

function dayOfMonth(token: Token | undefined): number | null {
  if (token?.kind !== "number" || !/^\d{1,2}$/.test(token.text)) return null;
  const day = parseDigits(token.text) ?? 0;
  return day >= 1 && day <= 31 ? day : null;
}

/** English and German months have a capital; "march" and "may" are verbs. */
function monthAt(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index];
  if (token?.kind !== "word") return null;
  const month = DICTIONARY.months.get(token.key);
  if (month === undefined) return null;
  return /^\p{Lu}/u.test(token.text) || !ENGLISH_MONTHS.has(token.key) ? month : null;
}
