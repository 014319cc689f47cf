import type { TimeMention } from "../language/find-times.ts";
import type { Support } from "./evidence.ts";
import type { Following } from "./follow.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** What a time of a post follows from: a weekday from a date, a year from another and a length, a clock time from a rounding. */
export function followTime(
  time: TimeMention,
  statement: Passage,
  story: StoryIndex,
  evidence: readonly Support[],
): Following | null {
  if (time.kind === "weekday") return weekdayOf(time, story);
  if (time.kind === "year") return yearFrom(time, story);
  if (time.kind === "clock") return clockNear(time, statement, story);
  if (time.kind === "date") return dayBeside(time, statement, story) ?? monthFrom(time, story, evidence);
  if (time.kind === "month") return monthFrom(time, story, evidence);
  return null;
}

/** The weekday of a date of the Gregorian calendar, 0 for Monday (Sakamoto's method). */
export function weekdayAt(year: number, month: number, day: number): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (shifts[month - 1] ?? 0) + day + 6) % 7;
}

function weekdayOf(time: TimeMention, { passages }: StoryIndex): Following | null {
  const years = new Set(passages.flatMap(({ times }) => times.flatMap(({ year }) => (year === null ? [] : [year]))));
  for (const passage of passages)
    for (const { kind, month, day, year, text } of passage.times) {
      if (kind !== "date" || month === null || day === null) continue;
      const may = year === null ? years : new Set([year]);
      if ([...may].some((each) => weekdayAt(each, month, day) === time.value)) return { because: text, passage };
    }
  return null;
}

/** "Friday 7 June" where the story has Thursday 6 June: a date within a week of the story's, on its right weekday. */
function dayBeside({ month, day }: TimeMention, { times }: Passage, { passages }: StoryIndex): Following | null {
  const weekday = times.find(({ kind }) => kind === "weekday")?.value;
  if (weekday === undefined || month === null || day === null) return null;
  for (const passage of passages) {
    const told = passage.times.find(
      (each) => each.kind === "date" && each.month === month && Math.abs((each.day ?? 99) - day) <= 6,
    );
    const known = passage.times.find(({ kind }) => kind === "weekday")?.value;
    if (
      told?.day !== undefined &&
      told.day !== null &&
      known !== undefined &&
      (known + day - told.day + 14) % 7 === weekday
    )
      return { because: told.text, passage };
  }
  return null;
}

const YEAR = 31_557_600;

function yearFrom(time: TimeMention, { passages }: StoryIndex): Following | null {
  const lengths = passages.flatMap((passage) =>
    passage.amounts.flatMap((amount) =>
      amount.kind === "duration" && amount.value >= YEAR * 0.9 ? [{ amount, passage }] : [],
    ),
  );
  for (const passage of passages)
    for (const told of passage.times) {
      if (told.year === null || time.year === null) continue;
      const found = lengths.find(
        ({ amount }) => Math.abs(Math.abs((time.year ?? 0) - (told.year ?? 0)) - amount.value / YEAR) < 0.3,
      );
      if (found !== undefined) return { because: `${told.text} and ${found.amount.text}`, passage };
    }
  return null;
}

/** "before six", "around nine": a clock time that is hedged may be rounded by an hour. */
function clockNear(time: TimeMention, { tokens, times }: Passage, { passages }: StoryIndex): Following | null {
  const lead = tokens[time.first - 1]?.key ?? "";
  for (const passage of passages) {
    const stretch =
      times.filter(({ kind }) => kind === "clock").length > 1
        ? []
        : passage.times.filter(({ kind }) => kind === "clock");
    for (const [index, from] of stretch.entries()) {
      const to = stretch[index + 1];
      if (to !== undefined && to.first - from.next <= 3 && isBetween(time.value, from.value, to.value))
        return { because: `${from.text} to ${to.text}`, passage };
    }
  }
  for (const passage of passages)
    for (const told of passage.times) {
      if (told.kind !== "clock") continue;
      const off = (((told.value - time.value) % 720) + 720) % 720;
      const isNear =
        (/^(?:before|almost|nearly|by)$/.test(lead) && off >= 660) ||
        (/^(?:after|past|since)$/.test(lead) && off <= 60) ||
        (/^(?:about|around|towards)$/.test(lead) && (off <= 20 || off >= 700));
      if (isNear) return { because: told.text, passage };
    }
  return null;
}

/** Whether a time of the clock lies in a stretch, which may go past midnight. */
function isBetween(value: number, from: number, to: number): boolean {
  return from <= to ? value >= from && value <= to : value >= from || value <= to;
}

/** A month that so many days or weeks lead to, from a date. */
function monthFrom(time: TimeMention, { passages }: StoryIndex, evidence: readonly Support[]): Following | null {
  const close = new Set(evidence.slice(0, 4).flatMap(({ passage: { index } }) => [index - 1, index, index + 1]));
  if (time.year !== null && !passages.some(({ times }) => times.some(({ year }) => year === time.year))) return null;
  const lengths = passages.flatMap((passage) =>
    passage.amounts.flatMap((amount) =>
      amount.kind === "duration" && amount.value >= 6 * 86_400 && amount.value < YEAR * 1.5
        ? [{ amount, passage }]
        : [],
    ),
  );
  for (const passage of passages)
    for (const told of passage.times) {
      if (told.month === null || time.month === null || !close.has(passage.index)) continue;
      for (const { amount, passage: other } of lengths) {
        if (Math.abs(other.index - passage.index) > 2) continue;
        const day = told.kind === "date" ? (told.day ?? 15) : 15;
        const reached = (((told.month - 1 + (day - 1) / 30.4 + amount.value / 2_629_800) % 12) + 12) % 12;
        const isMonth = Math.floor(reached) + 1 === time.month;
        const isDay = time.day === null || Math.abs((reached % 1) * 30.4 + 1 - time.day) <= 3;
        if (isMonth && isDay) return { because: `${told.text} and ${amount.text}`, passage };
      }
    }
  return null;
}
