import type { Amount } from "../language/amount.ts";
import type { TimeMention } from "../language/find-times.ts";
import type { Following } from "./follow.ts";
import type { Passage } from "./passage.ts";
import { isRow, plainWords } from "./story-index.ts";

const DAY = 86_400;
const MONTH = 30.44;
const YEAR = 31_557_600;

interface Told {
  time: TimeMention;
  passage: Passage;
}

/** Follows a length of time from two times of the story: from 9.12 to 11.40, from April to August, from 2019 to 2023. */
export function followSpan(
  stated: Amount,
  passages: readonly Passage[],
  statement: Passage,
  isClose: (passage: Passage) => boolean,
): Following | null {
  if (stated.kind !== "duration") return null;
  const told = [statement, ...passages].flatMap((passage) =>
    [...passage.times, ...headerTimes(passage)].map((time): Told => ({ time, passage })),
  );
  const numbered = findNumbered(stated, passages);
  if (numbered !== undefined) return { because: numbered.text, passage: numbered };
  const isAgo = saysWhen(stated, statement);
  for (const [index, one] of told.entries()) {
    const isNear = ({ passage }: Told): boolean => one.passage === statement || isClose(passage);
    for (const other of told.slice(index + 1)) {
      if (!isAgo && !mayMeasure(stated, one, other, isNear)) continue;
      const days = daysOver(one, other) ?? daysBetween(one.time, other.time);
      if (days !== null && lasts(stated, days))
        return { because: `${one.time.text} to ${other.time.text}`, passage: one.passage, isSpan: true };
    }
  }
  return null;
}

/** "five days before", "three weeks later": from whatever day the one speaks of. */
function saysWhen({ unit, next }: Amount, { tokens }: Passage): boolean {
  if (!/^(?:days|weeks|months)$/.test(unit ?? "")) return false;
  return tokens.slice(next, next + 3).some(({ key }) => /^(?:later|earlier|before)$/.test(key));
}

/** "Nine days in" for "On day nine". */
function findNumbered({ unit, text }: Amount, passages: readonly Passage[]): Passage | undefined {
  const [number = ""] = plainWords(text).split(" ");
  const day = ` ${(unit ?? "").replace(/s$/, "")} ${number} `;
  return passages.find((passage) => ` ${plainWords(passage.text)} `.includes(day));
}

/** What the columns of a row are named: "July 2022 to June 2023". */
function headerTimes(passage: Passage): readonly TimeMention[] {
  return isRow(passage) ? (passage.label?.times ?? []) : [];
}

/** Whether a length may be that between two times: months and years from anywhere, days with one of the two nearby, others with both. */
function mayMeasure({ unit, value }: Amount, one: Told, other: Told, isNear: (told: Told) => boolean): boolean {
  if (one.passage === other.passage || (unit === "years" && value > 1.5 * YEAR)) return true;
  if (unit === "months") return true;
  const isByTwo = unit === "days" || Math.abs(one.passage.index - other.passage.index) <= FEW_SENTENCES;
  return isByTwo ? isNear(one) || isNear(other) : isNear(one) && isNear(other);
}

/** A number of days, and how many they may be off. */
interface Stretch {
  days: number;
  off: number;
}

/** From one weekday to the next that is told, and from ten at night to six; null where the two are no such. */
function daysOver(one: Told, other: Told): Stretch | null {
  const gap = other.passage.index - one.passage.index;
  if (one.time.kind === "weekday" && other.time.kind === "weekday" && gap >= 0 && gap <= FEW_SENTENCES) {
    const days = (other.time.value - one.time.value + 7) % 7;
    return days === 0 ? null : { days, off: 0.02 };
  }
  if (one.time.kind !== "clock" || other.time.kind !== "clock" || gap !== 0) return null;
  const between = one.passage.tokens.slice(one.time.next, other.time.first).map(({ key }) => key);
  const isStretch = between.length <= 2 && between.some((key) => /^(?:to|until|–|-)$/.test(key));
  const days = (other.time.value - one.time.value + 1440) / 1440;
  return isStretch && other.time.value < one.time.value ? { days, off: 0.5 / 1440 } : null;
}

const FEW_SENTENCES = 5;

/** How many days lie between two times; null where they can't be compared. */
function daysBetween(a: TimeMention, b: TimeMention): Stretch | null {
  if (a.kind === "clock" && b.kind === "clock") return { days: Math.abs(a.value - b.value) / 1440, off: 0.5 / 1440 };
  return a.kind === "year" || b.kind === "year" ? betweenYears(a, b) : betweenDates(a, b);
}

function betweenYears(a: TimeMention, b: TimeMention): Stretch | null {
  if (a.year === null || b.year === null || a.year === b.year) return null;
  return { days: Math.abs(a.year - b.year) * 365.25, off: 200 };
}

function betweenDates(a: TimeMention, b: TimeMention): Stretch | null {
  if (a.month === null || b.month === null) return null;
  const off = a.kind === "month" || b.kind === "month" ? 20 : 1.6;
  // Without a year, "November to March" ends in the next one.
  const years = a.year === null || b.year === null ? null : b.year - a.year;
  const days = ((years ?? 0) * 12 + b.month - a.month) * MONTH + (dayOf(b) - dayOf(a));
  return { days: years === null && days < 0 ? days + 365.25 : Math.abs(days), off };
}

/** The day of a month; the middle of one that is named alone. */
function dayOf({ kind, day }: TimeMention): number {
  return kind === "month" ? 15 : (day ?? 15);
}

/** How many days a length in such a unit may be out. */
const GRAINS: Readonly<Record<string, number>> = { years: 190, months: 16, weeks: 4, days: 1 };

function lasts({ value, unit, hedge }: Amount, { days, off }: Stretch): boolean {
  const stated = value / DAY;
  if (/^(?:seconds|minutes|hours)$/.test(unit ?? "") ? off > 0.01 : off < 0.01) return false;
  if (off > 2 && /^(?:days|weeks)$/.test(unit ?? "")) return false;
  const slack = Math.max(off, GRAINS[unit ?? ""] ?? 0);
  if (hedge === "over") return stated <= days + off && stated >= days * 0.63;
  if (hedge === "under") return stated >= days - off && stated <= days * 1.5;
  return Math.abs(stated - days) <= (hedge === "about" ? Math.max(slack, days * 0.12) : slack);
}
