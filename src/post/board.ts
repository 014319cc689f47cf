import type { Calendar, Slot } from "../calendar/calendar.ts";
import type { DateText } from "../calendar/dates.ts";
import { DAYS, type Day } from "../calendar/days.ts";
import { dateInWeek } from "../calendar/weeks.ts";
import type { StoryHead } from "../story/story.ts";
import { dayInWeek, findElsewhere, isOfWeek } from "./in-week.ts";
import { isOpen } from "./open-posts.ts";
import type { PostHead } from "./post.ts";
import { type Suggestion, suggestStory } from "./suggest.ts";
import type { Uses } from "./uses.ts";

/** What a weekday of a week holds: a post, a story that waits for its post, or a slot that nothing fills. */
export interface BoardRow {
  /** Null for a story or post of the week that has no day. */
  day: Day | null;
  /** Null where the calendar has no start. */
  date: DateText | null;
  /** The post's own date, where it lies in another week. */
  elsewhere: DateText | null;
  slot: Slot | null;
  story: StoryHead | null;
  post: PostHead | null;
  /** For an empty slot: the story that would fill it best, and why. */
  suggestion: Suggestion | null;
}

export interface BoardInput {
  week: number;
  stories: readonly StoryHead[];
  posts: readonly PostHead[];
  uses: Uses;
  calendar: Calendar;
}

const NO_DAY = { day: null, date: null, slot: null };
const EMPTY = { story: null, post: null, elsewhere: null, suggestion: null };

/** Lays a week out from Monday to Sunday; a day has a row for each post and each story, and one where its slot is empty. */
export function layOutWeek(input: BoardInput): BoardRow[] {
  const { week, stories, calendar } = input;
  const posts = findPostsOf(input);
  const told = new Set(posts.map(({ story }) => story));
  const waiting = stories.filter((story) => story.week === week && !told.has(story.id));
  const suggested = new Set<string>();
  const rowsOf = (day: Day | null, place: Pick<BoardRow, "day" | "date" | "slot">): BoardRow[] => [
    ...posts
      .filter((post) => dayInWeek(post, calendar, week) === day)
      .toSorted(byTime)
      .map((post) => ({
        ...EMPTY,
        ...place,
        story: stories.find(({ id }) => id === post.story) ?? null,
        post,
        elsewhere: place.date === null ? null : findElsewhere(post, calendar, week),
      })),
    ...waiting.filter((story) => story.day === day).map((story) => ({ ...EMPTY, ...place, story })),
  ];
  const days = DAYS.flatMap((day): BoardRow[] => {
    const date = calendar.start === null ? null : dateInWeek(calendar.start, week, day);
    const slot = calendar.slots.get(day) ?? null;
    const rows = rowsOf(day, { day, date, slot });
    if (rows.length > 0 || slot === null) return rows;
    const suggestion = suggestStory(input, day, suggested);
    if (suggestion !== null) suggested.add(suggestion.story.id);
    return [{ ...EMPTY, day, date, slot, suggestion }];
  });
  return [...days, ...rowsOf(null, NO_DAY)];
}

function byTime(a: PostHead, b: PostHead): number {
  return (a.time ?? "") < (b.time ?? "") ? -1 : 1;
}

/** The posts that are of a week, and those that are still to tell its stories in another. */
function findPostsOf({ week, stories, posts, calendar }: BoardInput): PostHead[] {
  const inWeek = posts.filter((post) => isOfWeek(post, week, calendar));
  const told = new Set(inWeek.map(({ story }) => story));
  const untold = new Set(stories.filter(({ id, week: own }) => own === week && !told.has(id)).map(({ id }) => id));
  return [...inWeek, ...posts.filter((post) => post.story !== null && untold.has(post.story) && isOpen(post))];
}

/** The time of a row: its post's, else its slot's; a post that was published at an unknown time has none. */
export function timeOfRow({ post, slot }: Pick<BoardRow, "post" | "slot">): string | null {
  return post?.time ?? (post?.published == null ? (slot?.time ?? null) : null);
}
