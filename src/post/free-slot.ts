import { type Calendar, EMPTY_SLOT, type Slot } from "../calendar/calendar.ts";
import { addDays, type DateText, dayOf, parseDate } from "../calendar/dates.ts";
import type { Day } from "../calendar/days.ts";
import type { Moment } from "./moment.ts";
import type { PostHead } from "./post.ts";

type Placed = Moment & Pick<PostHead, "platform" | "published">;

/** The day, time and platform of a post as one text, where a slot's time stands for one that was not given; null without a date. */
export function placeOf({ date, time, platform, published }: Placed, { slots }: Calendar): string | null {
  const known = parseDate(date ?? "");
  if (known === null) return null;
  const at = time ?? (published === null ? (slots.get(dayOf(known)) ?? EMPTY_SLOT).time : null);
  return `${known} ${at?.padStart(5, "0") ?? ""} ${platform}`;
}

export interface FreeSlot {
  date: DateText;
  day: Day;
  slot: Slot;
}

/** The first slot from a day on that fits, and on whose day no post is for the platform; null where the calendar has none. */
export function findFreeSlot(
  { slots }: Calendar,
  posts: readonly PostHead[],
  wanted: { from: DateText; platform: string; fits(day: Day, slot: Slot): boolean },
): FreeSlot | null {
  const taken = new Set(posts.filter(({ platform }) => platform === wanted.platform).map(({ date }) => date));
  // More weeks than posts: one of them has room.
  for (let ahead = 0; ahead < 7 * (taken.size + 1); ahead++) {
    const date = addDays(wanted.from, ahead);
    const day = dayOf(date);
    const slot = slots.get(day);
    const isFor = slot !== undefined && (slot.platform === null || slot.platform === wanted.platform);
    if (isFor && !taken.has(date) && wanted.fits(day, slot)) return { date, day, slot };
  }
  return null;
}
