import { addDays, type DateText, daysBetween, formatDate, parseDate } from "../../calendar/dates.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import type { Post, PostHead } from "../../post/post.ts";
import type { Found, PostSubject, Rule } from "../rule.ts";

/** Weeks a story rests where `calendar.cooldown` says nothing. */
const DEFAULT_COOLDOWN = 12;

/** Another post told the same story, or opened with the same hook, too short a time before. */
export const reusedTooSoon: Rule<PostSubject> = {
  id: "reused-too-soon",
  level: "warning",
  about: "a story or hook told again too soon",
  find({ post, text, sameStory, sameHook, calendar }) {
    const date = parseDate(post.date ?? "");
    if (date === null) return [];
    const cooldown = calendar.cooldown ?? DEFAULT_COOLDOWN;
    const since = addDays(date, -7 * cooldown);
    const story = latestBefore(post, date, since, sameStory);
    const hook = latestBefore(post, date, since, sameHook);
    const word = (what: "story" | "hook", other: PostHead): Found => {
      const earlier = other.date ?? date;
      return {
        line: keyLine(text, what),
        message: `The ${what} was used ${wordDays(daysBetween(earlier, date))}, on ${formatDate(earlier)} (${other.id}).`,
        remedy: `It rests for ${cooldown} weeks: take another, or post it later.`,
      };
    };
    if (story !== null) return [word("story", story)];
    return hook === null ? [] : [word("hook", hook)];
  },
};

/** The last post for the same platform on or after a day, and before this one. */
function latestBefore(post: Post, date: DateText, since: DateText, others: readonly PostHead[]): PostHead | null {
  const before = others.filter(
    (other) =>
      other.platform === post.platform &&
      other.date !== null &&
      /^\d{4}-\d{2}-\d{2}$/.test(other.date) &&
      other.date >= since &&
      (other.date < date || (other.date === date && other.id < post.id)),
  );
  const latest = before.reduce<PostHead | null>(
    (best, other) => (best === null || (other.date ?? "") > (best.date ?? "") ? other : best),
    null,
  );
  return parseDate(latest?.date ?? "") === null ? null : latest;
}

function wordDays(days: number): string {
  if (days === 0) return "the same day";
  if (days < 14) return days === 1 ? "a day before" : `${days} days before`;
  return `${Math.round(days / 7)} weeks before`;
}
