import { type Choice, chooseStory, type Wishes } from "../../src/post/choose.ts";
import { findUses } from "../../src/post/uses.ts";
import { calendarOf, postHead, storyHead } from "./heads.ts";

/** A small plan: week 1 begins on Monday 6 January 2025. */
export const CALENDAR = calendarOf({ tuesday: { series: "Bills" }, thursday: {} }, { start: "2025-01-06" });

export const STORIES = {
  cold: storyHead({ id: "cold", week: 2, day: "tuesday", series: "Bills" }),
  bold: storyHead({ id: "bold", week: 1, day: "tuesday", series: "Bills" }),
  dusk: storyHead({ id: "dusk", week: 1, day: "thursday" }),
  ally: storyHead({ id: "ally", series: "Bills" }),
  zany: storyHead({ id: "zany", series: "Bills: a year on" }),
  reef: storyHead({ id: "reef", series: "Diving" }),
  lone: storyHead({ id: "lone" }),
};
export type Name = keyof typeof STORIES;

/** `told`: when each story was published; `drafted`: what has an open post. */
export interface Bank {
  stories?: readonly Name[];
  told?: Partial<Record<Name, string>>;
  drafted?: readonly Name[];
  today?: string;
  start?: null;
}

/** What would be drafted of the plan, on Sunday 5 January 2025 where no day is given. */
export function choose(
  { stories, told = {}, drafted = [], today = "2025-01-05", start }: Bank,
  wishes: Wishes,
): Choice {
  const posts = [
    ...Object.entries(told).map(([story, date]) =>
      postHead({ id: `${date}-${story}`, story, date, status: "published" }),
    ),
    ...drafted.map((story) => postHead({ id: `draft-${story}`, story })),
  ];
  const calendar = start === null ? { ...CALENDAR, start } : CALENDAR;
  const all = (stories ?? (Object.keys(STORIES) as Name[])).map((name) => STORIES[name]);
  return chooseStory({ stories: all, uses: findUses(posts), calendar, today }, wishes);
}
