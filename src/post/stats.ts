import { type DateText, parseDate } from "../calendar/dates.ts";
import { DAYS, dayName } from "../calendar/days.ts";
import type { PostHead } from "./post.ts";
import { engagementOf, latestResults, type Metric } from "./results.ts";
import { judgeTarget, readTarget, type Target } from "./targets.ts";

export const STAT_KEYS = ["post", "series", "hook", "angle", "day", "week"] as const;
export type StatKey = (typeof STAT_KEYS)[number];

/** Fewer posts than this allow no conclusion. */
export const ENOUGH_POSTS = 5;

/** What the posts of a group have brought: medians over those that have the figure. */
export interface StatRow {
  key: string;
  /** How many posts have results. */
  posts: number;
  /** Medians; null where no post has the figure. */
  impressions: number | null;
  reactions: number | null;
  comments: number | null;
  /** The median of each post's engagement, as a fraction. */
  engagement: number | null;
  /** The engagement that was aimed at, where the posts agree on it. */
  target: Target | null;
  judgement: "below" | "met" | "above" | null;
  /** The posts that have an engagement, by date. */
  course: readonly { title: string; date: string | null; engagement: number }[];
}

/**
 * Sums up posts by a key: weeks and days in their order, other groups with the highest engagement first. Posts without results
 * are left out.
 */
export function summariseResults(
  posts: readonly PostHead[],
  by: StatKey,
  angleOf: (hookTemplate: string) => string | null,
): StatRow[] {
  const groups = new Map<string, PostHead[]>();
  for (const post of posts.filter(({ snapshots }) => snapshots.length > 0)) {
    const key = keyOf(post, by, angleOf);
    groups.set(key, [...(groups.get(key) ?? []), post]);
  }
  return [...groups]
    .map(([key, group]) => ({ row: summarise(key, group), place: placeOf(group[0], by) }))
    .sort(
      (a, b) =>
        a.place - b.place || (b.row.engagement ?? -1) - (a.row.engagement ?? -1) || (a.row.key < b.row.key ? -1 : 1),
    )
    .map(({ row }) => row);
}

/** Where a post's group stands in time, those without a time last; all others stand at the same place. */
function placeOf(post: PostHead | undefined, by: StatKey): number {
  if (by === "week") return post?.week ?? Number.MAX_SAFE_INTEGER;
  if (by === "day") return post?.day == null ? DAYS.length : DAYS.indexOf(post.day);
  return 0;
}

/** Whether a median of the group means anything. */
export function isEnough({ course }: StatRow): boolean {
  return course.length >= ENOUGH_POSTS;
}

/** A post on the line of time: what it brought, and what was hoped for. */
export interface PlottedPost {
  post: PostHead;
  date: DateText;
  /** As a fraction. */
  engagement: number;
  target: Target | null;
}

/** The posts that have a date and an engagement, by date. */
export function plotPosts(posts: readonly PostHead[]): PlottedPost[] {
  return posts
    .flatMap((post): PlottedPost[] => {
      const date = post.date === null ? null : parseDate(post.date);
      const engagement = engagementOf(latestResults(post.snapshots));
      return date === null || engagement === null ? [] : [{ post, date, engagement, target: sharedTarget([post]) }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function keyOf(post: PostHead, by: StatKey, angleOf: (hookTemplate: string) => string | null): string {
  const hook = post.hookTemplate ?? "none";
  const keys: Record<StatKey, string> = {
    post: post.id,
    series: post.series ?? "none",
    hook,
    angle: angleOf(hook) ?? (hook === "own" ? "the story's own line" : "none"),
    day: post.day === null ? "none" : dayName(post.day),
    week: post.week === null ? "none" : `week ${post.week}`,
  };
  return keys[by];
}

function summarise(key: string, posts: readonly PostHead[]): StatRow {
  const ordered = posts.toSorted((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
  const of = (measure: Measure): number | null => medianOf(posts, measure)?.median ?? null;
  const course = ordered.flatMap(({ title, date, snapshots }) => {
    const reached = engagementOf(latestResults(snapshots));
    return reached === null ? [] : [{ title, date, engagement: reached }];
  });
  const engagement = of("engagement");
  const target = sharedTarget(posts);
  return {
    key,
    posts: posts.length,
    impressions: of("impressions"),
    reactions: of("reactions"),
    comments: of("comments"),
    engagement,
    target,
    judgement: target === null || engagement === null ? null : judgeTarget(target, engagement * 100),
    course,
  };
}

/** What a median can be taken of. */
export type Measure = Metric | "engagement";

/** The median of a measure over the posts that have it, and how many those are; null where none has. */
export function medianOf(posts: readonly PostHead[], measure: Measure): { median: number; posts: number } | null {
  const values = posts.flatMap(({ snapshots }) => {
    const results = latestResults(snapshots);
    return (measure === "engagement" ? engagementOf(results) : results.get(measure)) ?? [];
  });
  const middle = median(values);
  return middle === null ? null : { median: middle, posts: values.length };
}

function sharedTarget(posts: readonly PostHead[]): Target | null {
  const written = new Set(posts.flatMap((post) => post.targets.get("engagement") ?? []));
  const [only] = written;
  return only === undefined || written.size > 1 ? null : readTarget("engagement", only);
}

/** The middle value, or the mean of the two in the middle; null of none. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [high, low] = [sorted[middle], sorted[middle - 1]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}
