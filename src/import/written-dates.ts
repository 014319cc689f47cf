import { type DateText, parseDate } from "../calendar/dates.ts";
import { monthNamed } from "../language/month.ts";

/** Reads a date as documents write it: `January 19, 2025`, `19. Januar 2025`, `19.01.2025`, `1/19/2025`, `2025-01-19`. */
export function readWrittenDate(text: string): DateText | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso !== null) return parseDate(iso[0]);
  const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(text);
  if (dotted !== null) return toDate(dotted[3], dotted[2], dotted[1]);
  const slashed = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text);
  if (slashed !== null)
    return Number(slashed[1]) > 12
      ? toDate(slashed[3], slashed[2], slashed[1])
      : toDate(slashed[3], slashed[1], slashed[2]);
  const monthFirst = /\b(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(text);
  if (monthFirst !== null) return toDate(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th|er)?\.?\s+(?:de\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+)?(\d{4})\b/u.exec(text);
  return dayFirst === null ? null : toDate(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
}

/** Reads a time of day as `HH:MM`: `6:00 PM`, `18:00`, `6 pm`, `18 Uhr`, `18h30`. */
export function readWrittenTime(text: string): string | null {
  const match = /\b(\d{1,2})(?:[:.h](\d{2}))?\s?(?:([ap])\.?m\b|(uhr|h)\b)?/i.exec(text);
  if (match === null || (match[2] === undefined && match[3] === undefined && match[4] === undefined)) return null;
  const half = match[3]?.toLowerCase();
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === "p" ? 12 : 0);
  const minute = Number(match[2] ?? 0);
  return hour > 23 || minute > 59 ? null : `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function monthOf(name: string | undefined): string | undefined {
  return monthNamed(name ?? "")?.toString();
}

function toDate(year: string | undefined, month: string | undefined, day: string | undefined): DateText | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  return parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
