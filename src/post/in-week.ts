import type { Calendar } from "../calendar/calendar.ts";
import { type DateText, parseDate } from "../calendar/dates.ts";
import { DAYS, type Day } from "../calendar/days.ts";
import { dateInWeek, weekOf } from "../calendar/weeks.ts";
import type { PostHead } from "./post.ts";

/** A post is of the week it says, and of that in which its date lies: there it takes up the slot. */
export function isOfWeek(post: PostHead, week: number, calendar: Calendar): boolean {
  return post.week === week || takesPlaceIn(post, week, calendar);
}

/** Whether a post is published in a week: by its date, or where it has none, by the week it says. */
export function takesPlaceIn(post: PostHead, week: number, calendar: Calendar): boolean {
  const date = dateOf(post);
  return (date === null ? null : weekOfDate(date, calendar)) === week || (date === null && post.week === week);
}

function dateOf({ date }: PostHead): DateText | null {
  return date === null ? null : parseDate(date);
}

function weekOfDate(date: DateText, { start }: Calendar): number | null {
  return start === null ? null : weekOf(start, date);
}

/** The weekday on which a post stands: its date's in the week it takes place in, else the one it says. */
export function dayInWeek(post: PostHead, calendar: Calendar, week: number): Day | null {
  const { start } = calendar;
  return DAYS.find((day) => start !== null && dateInWeek(start, week, day) === post.date) ?? post.day;
}

/** The date of a post that lies in another week, or in none; null for one that lies in this, or has no date. */
export function findElsewhere(post: PostHead, calendar: Calendar, week: number): DateText | null {
  const date = dateOf(post);
  return date === null || weekOfDate(date, calendar) === week ? null : date;
}
