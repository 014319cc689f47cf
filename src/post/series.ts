import type { Calendar } from "../calendar/calendar.ts";
import { DAYS, type Day } from "../calendar/days.ts";
import { isOfSeries } from "./choose.ts";
import type { PostHead } from "./post.ts";

/** What tells which series a post without one of its own is of. */
export interface SeriesClues {
  /** The series of each story, by its id. */
  ofStory: ReadonlyMap<string, string | null>;
  ofDay: ReadonlyMap<Day, string>;
}

/** A weekday's series is that of its slot, else the only one that its stories are of. */
export function seriesClues(
  stories: readonly { id: string; day: Day | null; series: string | null }[],
  { slots }: Pick<Calendar, "slots">,
): SeriesClues {
  const ofDay = DAYS.flatMap((day): [Day, string][] => {
    const told = new Set(stories.flatMap((story) => (story.day === day ? (story.series ?? []) : [])));
    const series = slots.get(day)?.series ?? (told.size === 1 ? [...told][0] : undefined);
    return series === undefined ? [] : [[day, series]];
  });
  return { ofStory: new Map(stories.map(({ id, series }) => [id, series])), ofDay: new Map(ofDay) };
}

/** The series of a post: its own, else its story's, else that of its weekday; an imported post has none of its own. */
export function findSeries(
  { series, story, day }: Pick<PostHead, "series" | "story" | "day">,
  { ofStory, ofDay }: SeriesClues,
): string | null {
  return series ?? ofStory.get(story ?? "") ?? (day === null ? null : (ofDay.get(day) ?? null));
}

/** The posts of a series, whether it is said in more or fewer words. */
export function postsOfSeries(posts: readonly PostHead[], series: string | null, clues: SeriesClues): PostHead[] {
  if (series === null) return [];
  return posts.filter((post) => {
    const own = findSeries(post, clues);
    return own !== null && isOfSeries({ series: own }, { series });
  });
}
