import { type DateText, dayOf, parseDate } from "../calendar/dates.ts";
import { weekOf } from "../calendar/weeks.ts";
import type { PostHead } from "./post.ts";

/** The post with the week and weekday that are shown and counted: of a published post those in which it was published. */
export function asShown<T extends PostHead>(post: T, start: DateText | null): T {
  const date = parseDate(post.published?.date ?? "");
  if (date === null) return post;
  return { ...post, day: dayOf(date), week: start === null ? post.week : (weekOf(start, date) ?? post.week) };
}
