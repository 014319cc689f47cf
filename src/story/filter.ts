import { type Day, dayOrder } from "../calendar/days.ts";
import { compareTexts } from "../text/compare.ts";
import { foldCase } from "../text/letters.ts";
import type { StoryHead } from "./story.ts";

export interface StoryFilter {
  week?: number | undefined;
  day?: Day | undefined;
  series?: string | undefined;
  /** A story must have all of them. */
  tags?: readonly string[] | undefined;
  /** Literal text in title, hook, series, tags or id; case and accents do not matter. */
  match?: string | undefined;
}

export function matchesFilter(story: StoryHead, filter: StoryFilter): boolean {
  if (filter.week !== undefined && story.week !== filter.week) return false;
  if (filter.day !== undefined && story.day !== filter.day) return false;
  if (filter.series !== undefined && !foldCase(story.series ?? "").startsWith(foldCase(filter.series))) return false;
  if (filter.tags?.some((tag) => !story.tags.some((own) => sameTag(own, tag)))) return false;
  if (filter.match === undefined) return true;
  const text = foldCase(filter.match);
  return [story.title, story.hook ?? "", story.series ?? "", story.id, ...story.tags].some((field) =>
    foldCase(field).includes(text),
  );
}

export const SORT_KEYS = ["week", "title", "id", "created"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Sorts stories; the default is by week, then by the day's place in the week, stories without either last. */
export function sortStories<T extends StoryHead>(stories: readonly T[], key: SortKey = "week"): T[] {
  if (key === "week")
    return stories.toSorted(
      (a, b) => (a.week ?? 1e9) - (b.week ?? 1e9) || dayOrder(a.day) - dayOrder(b.day) || compareTexts(a.id, b.id),
    );
  const fields: Record<typeof key, (story: T) => string> = {
    created: ({ created }) => created ?? "",
    title: ({ title }) => foldCase(title),
    id: ({ id }) => id,
  };
  const field = fields[key];
  return stories.toSorted((a, b) => compareTexts(field(a), field(b)) || compareTexts(a.id, b.id));
}

/** Tags are the same whatever their case and way of composing accents. */
export function sameTag(a: string, b: string): boolean {
  return tagKey(a) === tagKey(b);
}

export function tagKey(tag: string): string {
  return tag.normalize("NFC").toLowerCase();
}
