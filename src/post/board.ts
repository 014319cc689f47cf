import { type Calendar, EMPTY_SLOT, type Slot } from "../calendar/calendar.ts";
import { type DateText, formatDate, parseDate } from "../calendar/dates.ts";
import { DAYS, type Day } from "../calendar/days.ts";
import { dateInWeek, weekOf } from "../calendar/weeks.ts";
import { sortStories } from "../story/filter.ts";
import type { StoryHead } from "../story/story.ts";
import { fitsSlot } from "./choose.ts";
import { isPastCooldown } from "./cooldown.ts";
import { isOpen } from "./open-posts.ts";
import type { PostHead } from "./post.ts";
import type { Uses } from "./uses.ts";

/** What a weekday of a week holds: a post, a story that waits for its post, or a slot that nothing fills. */
export interface BoardRow {
  /** Null for a story or post of the week that has no day. */
  day: Day | null;
  /** Null where the calendar has no start. */
  date: DateText | null;
  /** The post's own date, where it is in another week. */
  elsewhere: DateText | null;
  slot: Slot | null;
  story: StoryHead | null;
  post: PostHead | null;
  /** For an empty slot: the story that would fill it best, and why. */
  suggestion: { story: StoryHead; why: string } | null;
}

export interface BoardInput {
  week: number;
  stories: readonly StoryHead[];
  posts: readonly PostHead[];
  uses: Uses;
  calendar: Calendar;
}

/** Lays a week out from Monday to Sunday; a day has a row for each post and each story, and one where its slot is empty. */
export function layOutWeek(input: BoardInput): BoardRow[] {
  const { week, stories, calendar } = input;
  const inWeek = findPostsOf(input);
  const suggested = new Set<string>();
  const dayless = stories
    .filter((story) => story.week === week && story.day === null && !inWeek.some((post) => post.story === story.id))
    .map(
      (story): BoardRow => ({
        day: null,
        date: null,
        slot: null,
        story,
        post: null,
        elsewhere: null,
        suggestion: null,
      }),
    );
  const days = DAYS.flatMap((day): BoardRow[] => {
    const date = calendar.start === null ? null : dateInWeek(calendar.start, week, day);
    const slot = calendar.slots.get(day) ?? null;
    const place = { day, date, slot, elsewhere: null };
    const own = inWeek.filter((post) => dayInWeek(post, calendar, week) === day);
    const planned = own
      .toSorted((a, b) => ((a.time ?? "") < (b.time ?? "") ? -1 : 1))
      .map((post): BoardRow => {
        const story = stories.find((each) => each.id === post.story) ?? null;
        const own = dateOf(post);
        const elsewhere = own !== null && date !== null && weekOfDate(own, calendar) !== week ? own : null;
        return { ...place, story, post, elsewhere, suggestion: null };
      });
    const waiting = stories
      .filter((story) => story.week === week && story.day === day && !inWeek.some((post) => post.story === story.id))
      .map((story): BoardRow => ({ ...place, story, post: null, suggestion: null }));
    const rows = [...planned, ...waiting];
    if (rows.length > 0 || slot === null) return rows;
    const suggestion = suggestStory(input, day, suggested);
    if (suggestion !== null) suggested.add(suggestion.story.id);
    return [{ ...place, story: null, post: null, suggestion }];
  });
  const undated = inWeek
    .filter((post) => dayInWeek(post, calendar, week) === null)
    .map((post): BoardRow => {
      const story = stories.find((each) => each.id === post.story) ?? null;
      return { day: null, date: null, slot: null, story, post, elsewhere: null, suggestion: null };
    });
  return [...days, ...undated, ...dayless];
}

/** The posts that are of a week, and those that are still to tell its stories in another. */
function findPostsOf({ week, stories, posts, calendar }: BoardInput): PostHead[] {
  const inWeek = posts.filter((post) => isOfWeek(post, week, calendar));
  const withPost = new Set(inWeek.map(({ story }) => story));
  const withoutPost = new Set(
    stories.filter(({ id, week: own }) => own === week && !withPost.has(id)).map(({ id }) => id),
  );
  return [...inWeek, ...posts.filter((post) => post.story !== null && withoutPost.has(post.story) && isOpen(post))];
}

/** The time of a row: its post's, else its slot's; a post that was published at an unknown time has none. */
export function timeOfRow({ post, slot }: Pick<BoardRow, "post" | "slot">): string | null {
  return post?.time ?? (post?.published == null ? (slot?.time ?? null) : null);
}

/** A post is of the week it says, and of that in which its date is: there it takes up the slot. */
function isOfWeek(post: PostHead, week: number, calendar: Calendar): boolean {
  return post.week === week || takesPlaceIn(post, week, calendar);
}

/** Whether a post is published in a week: by its date, or where it has none, by the week it says. */
export function takesPlaceIn(post: PostHead, week: number, calendar: Calendar): boolean {
  const date = dateOf(post);
  return (date === null ? null : weekOfDate(date, calendar)) === week || (date === null && post.week === week);
}

function dateOf({ date }: PostHead): DateText | null {
  return date === null ? null : parseDate(date);
}

function weekOfDate(date: DateText, { start }: Calendar): number | null {
  return start === null ? null : weekOf(start, date);
}

/** The weekday of a post: its date's in the week it takes place in, else the one it says. */
function dayInWeek(post: PostHead, calendar: Calendar, week: number): Day | null {
  const { start } = calendar;
  if (start === null || !takesPlaceIn(post, week, calendar)) return post.day;
  return DAYS.find((day) => dateInWeek(start, week, day) === post.date) ?? post.day;
}

/** The best story for an empty slot: one that no post tells and no week claims, of the slot's series before any other. */
function suggestStory(
  { stories, uses, calendar, week }: Omit<BoardInput, "posts">,
  day: Day,
  taken: ReadonlySet<string>,
): BoardRow["suggestion"] {
  const free = sortStories(stories).filter(
    (story) => !uses.has(story.id) && !taken.has(story.id) && (story.week === null || story.week < week),
  );
  const series = calendar.slots.get(day) ?? EMPTY_SLOT;
  const fitting = free.find((story) => fitsSlot(story, day, calendar));
  if (fitting !== undefined)
    return {
      story: fitting,
      why: fitting.series === null ? `it is for a ${day}` : `unused, and of ${series.series ?? "this day"}`,
    };
  const any = free.find((story) => story.series === null && story.day === null);
  if (any !== undefined) return { story: any, why: "unused, and of no series yet" };
  return suggestRested({ stories, uses, calendar, week }, day, taken);
}

/** Where every story has a post: the one of the slot's series whose last is longest ago and which has had its rest by then. */
function suggestRested(
  { stories, uses, calendar, week }: Omit<BoardInput, "posts">,
  day: Day,
  taken: ReadonlySet<string>,
): BoardRow["suggestion"] {
  const { start, cooldown } = calendar;
  if (start === null) return null;
  const date = dateInWeek(start, week, day);
  const rested = stories
    .filter((story) => !taken.has(story.id) && fitsSlot(story, day, calendar))
    .flatMap((story) => {
      const post = uses.get(story.id)?.at(-1);
      const last = parseDate(post?.date ?? "");
      return post !== undefined && last !== null && last <= date && isPastCooldown(last, date, cooldown)
        ? [{ story, post, last }]
        : [];
    })
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0))[0];
  if (rested === undefined) return null;
  const { story, post, last } = rested;
  const why = post.status === "published" ? "told longest ago, on" : "rested longest by then; its last post is for";
  return { story, why: `${why} ${formatDate(last)}` };
}
