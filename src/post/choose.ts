import { type Calendar, EMPTY_SLOT, type Slot } from "../calendar/calendar.ts";
import { type DateText, dayOf, formatDate, nextDay } from "../calendar/dates.ts";
import { type Day, dayName } from "../calendar/days.ts";
import { dateInWeek } from "../calendar/weeks.ts";
import { EXIT, UserError } from "../errors.ts";
import { sortStories } from "../story/filter.ts";
import type { StoryHead } from "../story/story.ts";
import { foldCase } from "../text/letters.ts";
import { isOpen } from "./open-posts.ts";
import type { Uses } from "./uses.ts";

export interface Wishes {
  story?: StoryHead | undefined;
  /** Why this story, where it was not the person who named it; a clause that can follow "because". */
  why?: string | undefined;
  day?: Day | undefined;
  week?: number | undefined;
  date?: DateText | undefined;
}

/** What a draft is about, when it is for, and why. */
export interface Choice {
  story: StoryHead;
  day: Day;
  week: number | null;
  date: DateText;
  slot: Slot;
  /** Why this story and this date, each a clause that can follow "because". */
  reasons: readonly string[];
}

export interface Situation {
  stories: readonly StoryHead[];
  uses: Uses;
  calendar: Calendar;
  today: DateText;
}

/**
 * Chooses slot, story and date as the design's "From story to post" says.
 *
 * @throws UserError when no story fits.
 */
export function chooseStory(situation: Situation, wishes: Wishes): Choice {
  const { calendar, today } = situation;
  const { story, why } =
    wishes.story === undefined
      ? pickStory(situation, wishes)
      : { story: wishes.story, why: wishes.why ?? "you named it" };
  const wished = wishes.day ?? (wishes.date === undefined ? story.day : dayOf(wishes.date));
  const week = wishes.week ?? story.week;
  const inWeek = (day: Day): DateText | null =>
    week !== null && calendar.start !== null ? dateInWeek(calendar.start, week, day) : null;
  const planned = wished === null ? null : inWeek(wished);
  const soonest = wished === null ? notBefore(today, inWeek("monday")) : nextDay(today, wished);
  const date = wishes.date ?? (planned !== null && planned >= today ? planned : soonest);
  const day = wished ?? dayOf(date);
  const reasons = [why];
  if (wishes.date === undefined && planned !== null && planned < today)
    reasons.push(`${formatDate(planned)} is past, so it is for the next ${dayName(day)}`);
  return { story, day, week, date, slot: calendar.slots.get(day) ?? EMPTY_SLOT, reasons };
}

function notBefore(today: DateText, date: DateText | null): DateText {
  return date !== null && date > today ? date : today;
}

function pickStory(situation: Situation, wishes: Wishes): { story: StoryHead; why: string } {
  const { uses } = situation;
  const stories = sortStories(situation.stories);
  if (stories.length === 0)
    throw new UserError("The bank has no stories yet.", {
      hint: "Add one with: storybank add   or bring a document in with: storybank import FILE",
    });
  const isUnused = (story: StoryHead): boolean => !uses.has(story.id);
  const day = wishes.day ?? (wishes.date === undefined ? undefined : dayOf(wishes.date));
  const inPlace = stories.filter(
    (story) => (day === undefined || story.day === day) && (wishes.week === undefined || story.week === wishes.week),
  );
  const unused = inPlace.find(isUnused);
  if (unused !== undefined) return { story: unused, why: wordPlace(unused, wishes.week !== undefined) };
  if (wishes.week !== undefined && inPlace[0] !== undefined)
    return { story: inPlace[0], why: wordPlace(inPlace[0], true) };
  if (day === undefined && wishes.week !== undefined) throw noStory(day, wishes.week, inPlace, uses);
  const fitting = stories.filter(
    (story) => (day === undefined || fitsSlot(story, day, situation.calendar)) && !hasOpenPost(story, uses),
  );
  const spare = fitting.find(isUnused);
  if (spare !== undefined) return { story: spare, why: "no post tells it yet, and its series fits" };
  const rested = fitting.toSorted((a, b) => (lastUse(a, uses) < lastUse(b, uses) ? -1 : 1))[0];
  if (rested !== undefined) return { story: rested, why: wordLastUse(lastUse(rested, uses)) };
  throw noStory(day, wishes.week, inPlace, uses);
}

function wordPlace(story: StoryHead, isAsked: boolean): string {
  const place = [story.day === null ? null : dayName(story.day), story.week === null ? null : `week ${story.week}`]
    .filter((part) => part !== null)
    .join(" of ");
  if (place === "") return "no post tells it yet";
  return isAsked ? `it is the story for ${place}` : `it is the first for ${place} that no post tells yet`;
}

/** A story fits a slot whose series it belongs to; one without a series fits by its day. */
export function fitsSlot(story: StoryHead, day: Day, calendar: Calendar): boolean {
  const slot = calendar.slots.get(day) ?? EMPTY_SLOT;
  return slot.series !== null && story.series !== null ? isOfSeries(story, slot) : story.day === day;
}

/** Whether a slot takes what is of a series: its own, said in more or fewer words, or any where one of the two has none. */
export function isOfSeries({ series }: { series: string | null }, slot: Pick<Slot, "series">): boolean {
  if (series === null || slot.series === null) return true;
  const [one, other] = [foldCase(series), foldCase(slot.series)];
  return one.startsWith(other) || other.startsWith(one);
}

function hasOpenPost(story: StoryHead, uses: Uses): boolean {
  return uses.get(story.id)?.some(isOpen) ?? false;
}

function lastUse(story: StoryHead, uses: Uses): string {
  return uses.get(story.id)?.at(-1)?.date ?? "";
}

function wordLastUse(date: string): string {
  return date === "" ? "it was told, nobody knows when" : `it was told longest ago (${date})`;
}

function noStory(day: Day | undefined, week: number | undefined, inPlace: readonly StoryHead[], uses: Uses): UserError {
  const place = [day === undefined ? null : dayName(day), week === undefined ? null : `week ${week}`]
    .filter((part) => part !== null)
    .join(" of ");
  const told = inPlace.flatMap((story) => uses.get(story.id)?.at(-1) ?? []).at(-1);
  if (told !== undefined) {
    const again = isOpen(told)
      ? `Write it anew with: storybank draft ${told.story} --replace`
      : `Tell it again with: storybank draft ${told.story}`;
    return new UserError(`Every ${place} story has its post; the last is ${told.path}.`.replace("  ", " "), {
      hint: `${again}   or add a story with: storybank add`,
      // Nothing is left to be done, and nothing was wrong.
      code: EXIT.done,
    });
  }
  return new UserError(`There is no story for ${place === "" ? "a post" : place}.`, {
    hint: "See the stories with: storybank list   and draft one by its name: storybank draft STORY",
  });
}
