import { type DateText, parseDate } from "../calendar/dates.ts";
import { type DateMatch, findDates } from "../language/date.ts";
import { DICTIONARY } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";

/** A date in front of a text, and where the text goes on behind it: at 0 where the date is a part of what is told. */
export interface LeadingDate {
  date: DateText;
  end: number;
}

/**
 * Reads the date that a line begins with, as hands and phones write it: `2025-01-05 10:33`, `[05.01.2025]`, `Sun, Jan 5: …`. Without
 * a year it is the last such day up to today. In "March 3 was the day" it belongs to the sentence.
 */
export function readLeadingDate(text: string, today: DateText): LeadingDate | null {
  const opening = /^[[(*_~]*/.exec(text)?.[0].length ?? 0;
  const found = isoAt(text.slice(opening)) ?? wordedAt(text.slice(opening), today);
  if (found === null) return null;
  const { date, isWorded, hasYear } = found;
  const end = opening + found.end;
  const stamp = STAMP.exec(text.slice(end)) ?? SPOKEN_STAMP.exec(text.slice(end));
  const timed = end + (stamp?.[0].length ?? 0);
  const mark = MARK.exec(text.slice(timed))?.[0] ?? "";
  const behind = timed + mark.length;
  if (mark.trim() !== "" || behind === text.length) return { date, end: behind };
  if (!isWorded) return /^\s/.test(mark) ? { date, end: behind } : null;
  return hasYear ? { date, end: 0 } : null;
}

/** A time of day right behind a date; behind a word ("at 10:33") only where a mark shows that it is none of the sentence's. */
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?m\b\.?)?(?:Z|[+-]\d{2}:?\d{2})?(?![\d:])`;
const STAMP = new RegExp(`^(?:T|,? +)${TIME}`, "i");
const SPOKEN_STAMP = new RegExp(String.raw`^,? +\p{L}{1,3} +${TIME}(?=\s*[\])*_]*\s*[:–—|-])`, "iu");
/** What parts a date from its text. */
const MARK = /^[\])*_]*\s*(?:[:–—|,]|-(?=\s))?[\])*_]*\s*/;

interface FoundDate {
  date: DateText;
  end: number;
  /** Whether its month is a word, so that a sentence may begin with it. */
  isWorded: boolean;
  hasYear: boolean;
}

function isoAt(text: string): FoundDate | null {
  const [all = "", year, , month, day] = /^(\d{4})([-/.])(\d{2})\2(\d{2})(?!\d)/.exec(text) ?? [];
  const date = parseDate(`${year}-${month}-${day}`);
  return date === null ? null : { date, end: all.length, isWorded: false, hasYear: true };
}

function wordedAt(text: string, today: DateText): FoundDate | null {
  const tokens = lex(text.slice(0, LONGEST));
  const weekday = DICTIONARY.weekdays.at(tokens, 0)?.length ?? 0;
  const behind = weekday > 0 && /^[.,]$/.test(tokens[weekday]?.text ?? "") ? weekday + 1 : weekday;
  const found = findDates(text, tokens).find(({ first }) => first === behind);
  const date = found === undefined ? null : toDate(found, today);
  if (found === undefined || date === null) return null;
  const isWorded = tokens.slice(found.first, found.last + 1).some(({ kind }) => kind === "word");
  return { date, end: tokens[found.last]?.end ?? 0, isWorded, hasYear: found.year !== null };
}

/** No date is longer. */
const LONGEST = 60;

function toDate({ year, month, day }: DateMatch, today: DateText): DateText | null {
  if (month === null || day === null) return null;
  const inYear = (each: number): DateText | null =>
    parseDate(`${each}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  if (year !== null) return inYear(year);
  const thisYear = Number(today.slice(0, 4));
  const date = inYear(thisYear);
  return date !== null && date <= today ? date : inYear(thisYear - 1);
}
