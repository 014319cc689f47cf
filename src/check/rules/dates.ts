import { parseDate } from "../../calendar/dates.ts";
import { parseDay } from "../../calendar/days.ts";
import { parseTime } from "../../calendar/times.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import type { FrontMatter } from "../../front-matter/values.ts";
import { readText, readWeek } from "../../story/schema.ts";
import type { Found, PostSubject, Rule, StorySubject } from "../rule.ts";

const UNKNOWN_DAY = { id: "unknown-day", level: "warning", about: "a day that is no weekday" } as const;
const BAD_DATE = { id: "bad-date", level: "warning", about: "a date, time or week that can't be" } as const;

export const storyDay: Rule<StorySubject> = {
  ...UNKNOWN_DAY,
  find: ({ reading, text }) => findUnknownDay(reading.story.data, text),
};
export const postDay: Rule<PostSubject> = { ...UNKNOWN_DAY, find: ({ post, text }) => findUnknownDay(post.data, text) };

export const storyDates: Rule<StorySubject> = {
  ...BAD_DATE,
  find: ({ reading, text }) => findBadDates(reading.story.data, text),
};
export const postDates: Rule<PostSubject> = { ...BAD_DATE, find: ({ post, text }) => findBadDates(post.data, text) };

function findUnknownDay(data: FrontMatter, text: string): Found[] {
  const day = readText(data.get("day"));
  if (day === null || parseDay(day) !== null) return [];
  return [
    {
      line: keyLine(text, "day"),
      message: `day is “${day}”, which is no weekday.`,
      remedy: "Write monday to sunday; until then it counts as none.",
    },
  ];
}

function findBadDates(data: FrontMatter, text: string): Found[] {
  const wrong = (key: string, isRight: (written: string) => boolean, remedy: string): Found[] => {
    const written = readText(data.get(key));
    if (written === null || isRight(written)) return [];
    return [{ line: keyLine(text, key), message: `${key} is “${written}”, which can't be.`, remedy }];
  };
  // A time may follow the day.
  const isDate = (written: string): boolean => parseDate(written.replace(/^(\S{10})[T ].*$/, "$1")) !== null;
  return [
    ...wrong("date", isDate, "Write a day that exists, as YYYY-MM-DD."),
    ...wrong("published", isDate, "Write when it was published, as YYYY-MM-DD or YYYY-MM-DD HH:MM."),
    ...wrong("created", isDate, "Write a day that exists, as YYYY-MM-DD."),
    ...wrong("time", (written) => parseTime(written) !== null, "Write it as HH:MM, such as 09:00."),
    ...wrong("week", (written) => readWeek(written) !== null, "Write a whole number from 1."),
  ];
}
