import { refusedValue, UserError } from "../errors.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, type DateText, dayOf, daysBetween, formatDate, isoWeekStart, LAST_DATE } from "./dates.ts";
import { DAYS, type Day } from "./days.ts";

/** The first day of a week of the programme: week n starts on `start` + 7(n − 1) days. Throws a UserError beyond the year 9999. */
export function weekStart(start: DateText, week: number): DateText {
  if (7 * week > daysBetween(start, LAST_DATE) + 1)
    throw new UserError(`Week ${week} would end after the year 9999.`, {
      hint: `Week 1 starts on ${formatDate(start)}: name an earlier week, or move calendar.start in storybank.yaml.`,
    });
  return addDays(start, 7 * (week - 1));
}

/** The week of the programme a date falls in; null before the programme starts. */
export function weekOf(start: DateText, date: DateText): number | null {
  const days = daysBetween(start, date);
  return days < 0 ? null : Math.floor(days / 7) + 1;
}

/** The week of the programme that is shown where none is named: today's, else the first. */
export function currentWeek(start: DateText | null, today: DateText): number {
  return start === null ? 1 : (weekOf(start, today) ?? 1);
}

/** Whether the last day of a week is past; never where the programme has no start. */
export function isWeekOver({ start }: Pick<Calendar, "start">, week: number, today: DateText): boolean {
  return start !== null && addDays(weekStart(start, week), 6) < today;
}

/** The date of a weekday in a week of the programme. */
export function dateInWeek(start: DateText, week: number, day: Day): DateText {
  const first = weekStart(start, week);
  return addDays(first, (DAYS.indexOf(day) - DAYS.indexOf(dayOf(first)) + 7) % 7);
}

/**
 * Reads a week as it is written on the command line: `1`, `this`, `next` or an ISO week such as `2026-W47`.
 *
 * @throws UserError for anything else, and where the calendar's start is needed and missing.
 */
export function resolveWeek(text: string, start: DateText | null, today: DateText): number {
  const written = text.trim().toLowerCase();
  if (/^\d{1,4}$/.test(written) && Number(written) >= 1) return Number(written);
  const iso = /^(\d{4})-?w(\d{1,2})$/.exec(written);
  const monday = iso === null ? null : isoWeekStart(Number(iso[1]), Number(iso[2]));
  if ((iso !== null && monday === null) || (iso === null && written !== "this" && written !== "next")) {
    throw refusedValue(text, `There is no week "${text}".`, "Weeks are written 1, this, next or 2026-W47.");
  }
  if (start === null) {
    throw refusedValue(
      text,
      `The calendar has no start, so "${text}" can't be counted.`,
      "Set calendar.start in storybank.yaml to the first Monday of week 1, or name the week by its number.",
    );
  }
  const date = monday ?? (written === "next" ? addDays(today, 7) : today);
  const week = weekOf(start, date);
  if (week === null) {
    throw refusedValue(
      text,
      `"${text}" is before week 1, which starts on ${start}.`,
      "Name the week by its number, or move calendar.start in storybank.yaml.",
    );
  }
  return week;
}
