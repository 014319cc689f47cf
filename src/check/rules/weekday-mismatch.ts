import { dayOf, formatDate, nextDay, parseDate } from "../../calendar/dates.ts";
import { dayName } from "../../calendar/days.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import type { PostSubject, Rule } from "../rule.ts";

/** The post's date is another weekday than its day says. */
export const weekdayMismatch: Rule<PostSubject> = {
  id: "weekday-mismatch",
  level: "error",
  about: "a date that is not that weekday",
  find({ post, text }) {
    const date = parseDate(post.planned.date ?? "");
    if (date === null || post.day === null || dayOf(date) === post.day) return [];
    return [
      {
        line: keyLine(text, "date"),
        message: `The post is for a ${dayName(post.day)}, but ${date} is a ${dayName(dayOf(date))}.`,
        remedy: `The next ${dayName(post.day)} is ${formatDate(nextDay(date, post.day))}; set date or day.`,
      },
    ];
  },
};
