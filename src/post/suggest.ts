import { type Calendar, EMPTY_SLOT } from "../calendar/calendar.ts";
import { formatDate, parseDate } from "../calendar/dates.ts";
import { type Day, dayName } from "../calendar/days.ts";
import { dateInWeek } from "../calendar/weeks.ts";
import { sortStories } from "../story/filter.ts";
import type { StoryHead } from "../story/story.ts";
import { compareTexts } from "../text/compare.ts";
import { fitsSlot } from "./choose.ts";
import { hasRested } from "./rest.ts";
import type { Uses } from "./uses.ts";

/** A story for an empty slot, and why it, in words that can follow a colon or stand alone. */
export interface Suggestion {
  story: StoryHead;
  why: string;
}

interface SuggestInput {
  week: number;
  stories: readonly StoryHead[];
  uses: Uses;
  calendar: Calendar;
}

/** The best story for an empty slot: one that no post tells and no week claims, of the slot's series before any other. */
export function suggestStory(
  { stories, uses, calendar, week }: SuggestInput,
  day: Day,
  taken: ReadonlySet<string>,
): Suggestion | null {
  const free = sortStories(stories).filter(
    (story) => !uses.has(story.id) && !taken.has(story.id) && (story.week === null || story.week < week),
  );
  const series = calendar.slots.get(day) ?? EMPTY_SLOT;
  const fitting = free.find((story) => fitsSlot(story, day, calendar));
  if (fitting !== undefined)
    return {
      story: fitting,
      why: fitting.series === null ? `it is for a ${dayName(day)}` : `unused, and of ${series.series ?? "this day"}`,
    };
  const any = free.find((story) => story.series === null && story.day === null);
  if (any !== undefined) return { story: any, why: "unused, and of no series yet" };
  return suggestRested({ stories, uses, calendar, week }, day, taken);
}

/** Where every story has a post: the one of the slot's series whose last is longest ago and which has had its rest by then. */
function suggestRested(
  { stories, uses, calendar, week }: SuggestInput,
  day: Day,
  taken: ReadonlySet<string>,
): Suggestion | null {
  const { start, cooldown } = calendar;
  if (start === null) return null;
  const date = dateInWeek(start, week, day);
  const rested = stories
    .filter((story) => !taken.has(story.id) && fitsSlot(story, day, calendar))
    .flatMap((story) => {
      const post = uses.get(story.id)?.at(-1);
      const last = parseDate(post?.date ?? "");
      return post !== undefined && last !== null && last <= date && hasRested(last, date, cooldown)
        ? [{ story, post, last }]
        : [];
    })
    .sort((a, b) => compareTexts(a.last, b.last))[0];
  if (rested === undefined) return null;
  const { story, post, last } = rested;
  const why = post.status === "published" ? "told longest ago, on" : "rested longest by then; its last post is for";
  return { story, why: `${why} ${formatDate(last)}` };
}
