import type { Value } from "../front-matter/values.ts";
import { readText } from "../story/schema.ts";
import { compareTexts } from "../text/compare.ts";

/** A day and perhaps a time of it, as they are written; absent values are null. */
export interface Moment {
  /** `YYYY-MM-DD` */
  date: string | null;
  /** `HH:MM` */
  time: string | null;
}

/** Reads `2025-01-07`, `2025-01-07 09:00` and `2025-01-07T09:00`; null for anything else. */
export function readMoment(value: Value | undefined): Moment | null {
  const [, date, time] = MOMENT.exec(readText(value) ?? "") ?? [];
  return date === undefined ? null : { date, time: time?.padStart(5, "0") ?? null };
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2})?.*)?$/;

/**
 * The moment of a post that is shown, counted and exported: when it was published, else when it is planned. The planned
 * time stands for an unknown one on the planned day only.
 */
export function shownMoment(planned: Moment, published: Moment | null): Moment {
  if (published === null) return planned;
  return { date: published.date, time: published.time ?? (published.date === planned.date ? planned.time : null) };
}

/** Orders posts by the moment that counts, those without a date first. */
export function byMoment(a: Moment, b: Moment): number {
  return compareTexts(sortKey(a), sortKey(b));
}

/** The same for a list of posts: those without a date last. */
export function byMomentDatelessLast(a: Moment, b: Moment): number {
  return Number(a.date === null) - Number(b.date === null) || byMoment(a, b);
}

function sortKey({ date, time }: Moment): string {
  return `${date ?? ""} ${time?.padStart(5, "0") ?? ""}`;
}
