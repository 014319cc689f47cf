import { type Calendar, EMPTY_CALENDAR, EMPTY_SLOT, type Slot } from "../../src/calendar/calendar.ts";
import type { Day } from "../../src/calendar/days.ts";
import { type PostHead, readPostHead } from "../../src/post/post.ts";
import { readStoryHead } from "../../src/story/schema.ts";
import type { StoryHead } from "../../src/story/story.ts";

/** The head of a story as its file would say it: `{ id: "outage", week: 3, day: "monday" }`. */
export function storyHead({ id, ...data }: { id: string; [key: string]: string | number }): StoryHead {
  return readStoryHead(id, `stories/${id}.md`, toFrontMatter(data));
}

/** The head of a post, the same way; `results` is a line of them. */
export function postHead({ id, ...data }: { id: string; [key: string]: string | number }): PostHead {
  return readPostHead(id, `posts/${id}.md`, toFrontMatter(data));
}

/** A calendar of these slots; the rest is as the settings have it where they say nothing. */
export function calendarOf(slots: Partial<Record<Day, Partial<Slot>>>, rest: Partial<Calendar> = {}): Calendar {
  const days = Object.entries(slots) as [Day, Partial<Slot>][];
  return { ...EMPTY_CALENDAR, ...rest, slots: new Map(days.map(([day, slot]) => [day, { ...EMPTY_SLOT, ...slot }])) };
}

function toFrontMatter(data: Readonly<Record<string, string | number>>): Map<string, string> {
  return new Map(Object.entries(data).map(([key, value]) => [key, String(value)]));
}
