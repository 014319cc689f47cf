import { Temporal } from "temporal-polyfill";
import { UserError } from "../errors.ts";
import { DAYS, type Day } from "./days.ts";

/** A plain date as `YYYY-MM-DD`. No time zone is ever involved, so no time zone can move a day. */
export type DateText = string;

/** Reads `YYYY-MM-DD`; null when there is no such day (`2024-02-31`). */
export function parseDate(text: string): DateText | null {
  const written = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return null;
  if (EVERY_MONTH.test(written)) return written;
  try {
    return plainDate(written).toString();
  } catch {
    return null;
  }
}

/** The days that every month of every year has; only the others need a calendar. */
const EVERY_MONTH = /-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** The date of a text known to be one; Temporal's own reader of texts costs a tenth of a start. */
function plainDate(date: DateText): Temporal.PlainDate {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return new Temporal.PlainDate(year, month, day);
}

/** The last day there is: a year has four digits, so that dates can be compared as texts. */
export const LAST_DATE = "9999-12-31";

/** Throws a UserError for a day that no four digits of a year can name. */
function dateText(date: Temporal.PlainDate): DateText {
  if (date.year < 0 || date.year > 9999)
    throw new UserError(`There is no calendar for the year ${date.year}.`, { hint: "It ends with the year 9999." });
  return date.toString();
}

export function dayOf(date: DateText): Day {
  return DAYS[plainDate(date).dayOfWeek - 1] ?? "monday";
}

export function addDays(date: DateText, days: number): DateText {
  return dateText(plainDate(date).add({ days }));
}

/** The number of days from one date to another; negative when the other is earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return plainDate(from).until(plainDate(to), { largestUnit: "days" }).days;
}

/** The first date on or after `from` that falls on the weekday. */
export function nextDay(from: DateText, day: Day): DateText {
  const date = plainDate(from);
  return dateText(date.add({ days: (DAYS.indexOf(day) - (date.dayOfWeek - 1) + 7) % 7 }));
}

/** The Monday of an ISO 8601 week such as `2026-W47`; null when the year has no such week. */
export function isoWeekStart(year: number, week: number): DateText | null {
  const january4 = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = january4.subtract({ days: january4.dayOfWeek - 1 }).add({ days: 7 * (week - 1) });
  return week >= 1 && monday.weekOfYear === week && monday.yearOfWeek === year ? monday.toString() : null;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SHORT_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `2025-01-07` → `Tue 7 Jan 2025`. */
export function formatDate(date: DateText): string {
  const { dayOfWeek, day, month, year } = plainDate(date);
  return `${SHORT_DAYS[dayOfWeek - 1]} ${day} ${MONTHS[month - 1]} ${year}`;
}
