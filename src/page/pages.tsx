import type { ReadableBank } from "../bank/readable-bank.ts";
import { currentWeek } from "../calendar/weeks.ts";
import { listNames } from "../jobs/names.ts";
import { loadPostView } from "../jobs/post-view.ts";
import { openStats } from "../jobs/stats.ts";
import { loadStoryView } from "../jobs/story-view.ts";
import { listWaiting, type Waiting } from "../jobs/waiting.ts";
import { loadWeekBoard } from "../jobs/week.ts";
import { asShown } from "../post/as-shown.ts";
import { foldOf } from "../post/fold.ts";
import { byMoment } from "../post/moment.ts";
import { isEnough, plotPosts, type StatKey, type StatRow } from "../post/stats.ts";
import { findUses } from "../post/uses.ts";
import { sortStories } from "../story/filter.ts";
import { type Place, toDocument } from "./page-layout.tsx";
import { NamesPage } from "./views/names.tsx";
import { PostPage } from "./views/post.tsx";
import { StoryPage } from "./views/story.tsx";
import { PostsPage, StoriesPage } from "./views/tables.tsx";
import { WeekPage } from "./views/week.tsx";

/** What pages are made from: a bank as it is now. */
export interface PageSource {
  bank: ReadableBank;
  /** `YYYY-MM-DD` */
  today: string;
  place: Omit<Place, "skipped">;
  /** The files that were skipped while reading; filled as the bank is read. */
  skipped: Place["skipped"];
}

/** What waits for a decision; pages that are given away say nothing of it. */
function waitingIn(bank: ReadableBank, { isLive }: Pick<Place, "isLive">): Waiting[] {
  return isLive ? listWaiting(bank) : [];
}

/** Each page as a document; null where there is nothing of that name. */
export const PAGES = {
  async home(source: PageSource): Promise<string | null> {
    const { calendar } = await source.bank.config();
    return PAGES.week(source, currentWeek(calendar.start, source.today));
  },

  async week({ bank, today, place, skipped }: PageSource, week: number): Promise<string | null> {
    const board = await loadWeekBoard(bank, week, today);
    const waiting = waitingIn(bank, place);
    return toDocument(<WeekPage board={board} waiting={waiting} today={today} skipped={skipped} {...place} />);
  },

  async stories({ bank, place, skipped }: PageSource): Promise<string> {
    const stories = sortStories(await bank.stories());
    const uses = findUses(await bank.posts());
    return toDocument(<StoriesPage stories={stories} uses={uses} skipped={skipped} {...place} />);
  },

  async story({ bank, place, skipped }: PageSource, id: string): Promise<string | null> {
    const view = await loadStoryView(bank, id);
    if (view === null) return null;
    const { author, fold } = await bank.config();
    return toDocument(<StoryPage view={view} author={author} fold={foldOf(fold)} skipped={skipped} {...place} />);
  },

  async posts({ bank, place, skipped }: PageSource): Promise<string> {
    const { start } = (await bank.config()).calendar;
    const posts = (await bank.posts()).map((post) => asShown(post, start)).toSorted((a, b) => byMoment(b, a));
    return toDocument(<PostsPage posts={posts} skipped={skipped} {...place} />);
  },

  async post({ bank, place, skipped }: PageSource, id: string): Promise<string | null> {
    const view = await loadPostView(bank, id);
    if (view === null) return null;
    const { author } = await bank.config();
    const waiting = waitingIn(bank, place).filter(({ file }) => file === view.post.path);
    return toDocument(<PostPage view={view} waiting={waiting} author={author} skipped={skipped} {...place} />);
  },

  async names({ bank, place, skipped }: PageSource): Promise<string> {
    return toDocument(<NamesPage names={await listNames(bank)} skipped={skipped} {...place} />);
  },

  async stats({ bank, place, skipped }: PageSource): Promise<string> {
    const posts = await bank.posts();
    const summarise = await openStats(bank, posts);
    const byEngagement = (by: StatKey): StatRow[] =>
      summarise(by).toSorted((a, b) => Number(isEnough(b)) - Number(isEnough(a)));
    const groups = [
      { title: "series", rows: byEngagement("series") },
      { title: "hook angle", rows: byEngagement("angle") },
      { title: "day", rows: summarise("day") },
    ];
    // Drawing is slow to load, and no other page draws.
    const { StatsPage } = await import("./views/stats.tsx");
    return toDocument(<StatsPage view={{ plotted: plotPosts(posts), groups }} skipped={skipped} {...place} />);
  },
};
