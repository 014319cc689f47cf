import { type DateText, daysBetween, formatDate, parseDate } from "../calendar/dates.ts";
import type { PostHead } from "./post.ts";

/** Whether a story or hook of one day may be used again on another, before or after it: it rests for `cooldown` weeks. */
export function isPastCooldown(day: DateText, other: DateText, cooldown: number): boolean {
  return Math.abs(daysBetween(day, other)) >= 7 * cooldown;
}

/** The post for a platform that is nearest to a day and within the rest; null where there is none. */
export function findWithinCooldown(
  posts: readonly PostHead[],
  { platform, date, cooldown }: { platform: string; date: DateText; cooldown: number },
): { post: PostHead; date: DateText } | null {
  const near = posts
    .filter((post) => post.platform === platform)
    .flatMap((post) => {
      const other = parseDate(post.date ?? "");
      return other === null || isPastCooldown(date, other, cooldown) ? [] : [{ post, date: other }];
    })
    .sort((a, b) => Math.abs(daysBetween(a.date, date)) - Math.abs(daysBetween(b.date, date)));
  return near[0] ?? null;
}

/** What is true of a story by its post of a day: `was told on Tue 7 Jan 2025`, or `has a post for` it. */
export function wordTelling({ status }: Pick<PostHead, "status">, date: DateText): string {
  return `${status === "published" ? "was told on" : "has a post for"} ${formatDate(date)}`;
}
