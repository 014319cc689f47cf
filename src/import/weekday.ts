import { DAYS, type Day } from "../calendar/days.ts";
import { findDocumentWeekday } from "../language/document.ts";

/** Finds the first weekday a text names, with the letters it is written in. */
export function findWeekday(text: string): { day: Day; written: string; at: number } | null {
  const found = findDocumentWeekday(text);
  const day = found === null ? undefined : DAYS[found.order];
  return found === null || day === undefined ? null : { day, written: found.written, at: found.at };
}
