import { DICTIONARY } from "./dictionary.ts";

/** Whether a word is the name of a month or weekday, in whatever letters. */
export function isCalendarWord(word: string): boolean {
  const key = word.toLowerCase();
  return DICTIONARY.months.get(key) !== undefined || DICTIONARY.weekdays.get(key) !== undefined;
}
