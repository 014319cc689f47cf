import type { Calendar } from "../calendar/calendar.ts";
import { isOfSeries } from "./choose.ts";
import type { PostHead } from "./post.ts";

/** What tells which series a post without one of its own is of. */
export interface SeriesClues {
  /** The series of each story, by its id. */
  ofStory: ReadonlyMap<string, string | null>;
  calendar: Pick<Calendar, "slots">;
}

/** The series of a post: its own, else its story's, else that of its weekday's slot; an imported post has none of its own. */
export function findSeries(
  { series, story, day }: Pick<PostHead, "series" | "story" | "day">,
  { ofStory, calendar }: SeriesClues,
): string | null {
  return series ?? ofStory.get(story ?? "") ?? (day === null ? undefined : calendar.slots.get(day))?.series ?? null;
}

export function seriesClues(
  stories: readonly { id: string; series: string | null }[],
  calendar: Pick<Calendar, "slots">,
): SeriesClues {
  return { ofStory: new Map(stories.map(({ id, series }) => [id, series])), calendar };
}

/** The posts of a series, whether it is said in more or fewer words. */
export function postsOfSeries(posts: readonly PostHead[], series: string | null, clues: SeriesClues): PostHead[] {
  if (series === null) return [];
  return posts.filter((post) => {
    const own = findSeries(post, clues);
    return own !== null && isOfSeries({ series: own }, { series });
  });
}
