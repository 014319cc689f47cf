import type { TimeMention } from "../language/find-times.ts";
import type { Support } from "./evidence.ts";
import type { Following, Stated } from "./follow.ts";
import type { Passage } from "./passage.ts";
import { isRow, type StoryIndex } from "./story-index.ts";

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
  if (time.kind === "date")
    return dayBeside(time, statement, story) ?? dayUnder(time, story) ?? monthFrom(time, story, evidence);
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

/** "19 March" where the story has "Tue 19: …" under "March 2024". */
function dayUnder({ month, day, year }: TimeMention, { passages }: StoryIndex): Following | null {
  const passage = passages.find(({ label, tokens }) => {
    const isOfMonth = label?.times.some((told) => told.month === month && (year === null || told.year === year));
    return isOfMonth === true && tokens.slice(0, DAY_AT).some(({ text }) => text === `${day}`);
  });
  return passage === undefined ? null : { because: `${day} under ${passage.label?.text ?? ""}`, passage };
}

/** In tokens: a day opens its line, behind its weekday. */
const DAY_AT = 3;

const YEAR = 31_557_600;

function yearFrom(time: TimeMention, { passages }: StoryIndex): Following | null {
  const lengths = lengthsIn(passages, YEAR * 0.9, Number.POSITIVE_INFINITY);
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

/** The lengths of time that passages tell, from a least one in seconds to below a longest. */
function lengthsIn(passages: readonly Passage[], least: number, below: number): Stated[] {
  return passages.flatMap((passage) =>
    passage.amounts
      .filter(({ kind, value }) => kind === "duration" && value >= least && value < below)
      .map((amount) => ({ amount, passage })),
  );
}

const isClock = ({ kind }: TimeMention): boolean => kind === "clock";

function clockNear(time: TimeMention, statement: Passage, story: StoryIndex): Following | null {
  const isStretch = statement.times.filter(isClock).length > 1;
  return (
    (isStretch ? null : clockWithin(time, story)) ?? clockOfRow(time, story) ?? clockRounded(time, statement, story)
  );
}

/** "until eight" where a row of opening hours has "1–8". */
function clockOfRow({ value }: TimeMention, { passages }: StoryIndex): Following | null {
  const hour = (value / 60) % 12 || 12;
  const passage = passages.find(
    (each) => isRow(each) && [...each.text.matchAll(OPEN_HOURS)].some(([, from, to]) => [from, to].includes(`${hour}`)),
  );
  return passage === undefined ? null : { because: passage.text, passage };
}

const OPEN_HOURS = /(?<!\d)(\d{1,2})[–-](\d{1,2})(?!\d)/g;

/** "at ten" where the story tells of a stretch from 9.12 to 11.40. */
function clockWithin({ value }: TimeMention, { passages }: StoryIndex): Following | null {
  for (const passage of passages) {
    const clocks = passage.times.filter(isClock);
    for (const [index, from] of clocks.entries()) {
      const to = clocks[index + 1];
      if (to !== undefined && to.first - from.next <= 3 && isBetween(value, from.value, to.value))
        return { because: `${from.text} to ${to.text}`, passage };
    }
  }
  return null;
}

/** How many minutes a clock time of the story may be behind one that is hedged, around the half of a day. */
const ROUNDED: readonly { lead: RegExp; mayBe(off: number): boolean }[] = [
  { lead: /^(?:before|almost|nearly|by)$/, mayBe: (off) => off >= 660 },
  { lead: /^(?:after|past|since)$/, mayBe: (off) => off <= 60 },
  { lead: /^(?:about|around|towards)$/, mayBe: (off) => off <= 20 || off >= 700 },
];

/** "before six", "around nine": a clock time that is hedged may be rounded by an hour. */
function clockRounded(time: TimeMention, { tokens }: Passage, { passages }: StoryIndex): Following | null {
  const rounded = ROUNDED.find(({ lead }) => lead.test(tokens[time.first - 1]?.key ?? ""));
  if (rounded === undefined) return null;
  for (const passage of passages) {
    const told = passage.times.find(
      (each) => isClock(each) && rounded.mayBe((((each.value - time.value) % 720) + 720) % 720),
    );
    if (told !== undefined) return { because: told.text, passage };
  }
  return null;
}

/** Whether a time of the clock lies in a stretch, which may go past midnight. */
function isBetween(value: number, from: number, to: number): boolean {
  return from <= to ? value >= from && value <= to : value >= from || value <= to;
}

/** A month that so many days or weeks lead to, from a date. */
function monthFrom(time: TimeMention, { passages }: StoryIndex, evidence: readonly Support[]): Following | null {
  if (time.year !== null && !passages.some(({ times }) => times.some(({ year }) => year === time.year))) return null;
  const close = new Set(evidence.slice(0, 4).flatMap(({ passage: { index } }) => [index - 1, index, index + 1]));
  const lengths = lengthsIn(passages, 6 * 86_400, YEAR * 1.5);
  for (const passage of passages.filter(({ index }) => close.has(index))) {
    const near = lengths.filter((length) => Math.abs(length.passage.index - passage.index) <= 2);
    for (const told of passage.times) {
      const found = near.find(({ amount }) => leadsTo(told, amount.value, time));
      if (found !== undefined) return { because: `${told.text} and ${found.amount.text}`, passage };
    }
  }
  return null;
}

/** Whether so many seconds behind a time it is the month that another names, and about its day. */
function leadsTo(from: TimeMention, seconds: number, to: TimeMention): boolean {
  if (from.month === null || to.month === null) return false;
  const day = from.kind === "date" ? (from.day ?? 15) : 15;
  const reached = (((from.month - 1 + (day - 1) / 30.4 + seconds / 2_629_800) % 12) + 12) % 12;
  if (Math.floor(reached) + 1 !== to.month) return false;
  return to.day === null || Math.abs((reached % 1) * 30.4 + 1 - to.day) <= 3;
}
