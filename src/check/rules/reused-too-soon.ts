import { daysBetween, formatDate, parseDate } from "../../calendar/dates.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import { findWithinCooldown } from "../../post/cooldown.ts";
import type { PostHead } from "../../post/post.ts";
import type { Found, PostSubject, Rule } from "../rule.ts";

/** Another post told the same story, or opened with the same hook, too short a time before. */
export const reusedTooSoon: Rule<PostSubject> = {
  id: "reused-too-soon",
  level: "warning",
  about: "a story or hook told again too soon",
  find({ post, text, sameStory, sameHook, calendar }) {
    const date = parseDate(post.date ?? "");
    if (date === null) return [];
    const { platform } = post;
    const { cooldown } = calendar;
    const find = (others: readonly PostHead[]) =>
      findWithinCooldown(
        others.filter((other) => comesBefore(other, post)),
        { platform, date, cooldown },
      );
    const word = (what: "story" | "hook", earlier: NonNullable<ReturnType<typeof find>>): Found => ({
      line: keyLine(text, what),
      message: `The ${what} was used ${wordDays(daysBetween(earlier.date, date))}, on ${formatDate(earlier.date)} (${earlier.post.id}).`,
      remedy: `It rests for ${cooldown} weeks: take another, or post it later.`,
    });
    const [story, hook] = [find(sameStory), find(sameHook)];
    if (story !== null) return [word("story", story)];
    return hook === null ? [] : [word("hook", hook)];
  },
};

/** Of two posts the later one came too soon; of two of one day, the later by name. */
function comesBefore(other: PostHead, { date, id }: PostHead): boolean {
  return other.date === date ? other.id < id : (other.date ?? "") < (date ?? "");
}

function wordDays(days: number): string {
  if (days === 0) return "the same day";
  if (days < 14) return days === 1 ? "a day before" : `${days} days before`;
  return `${Math.round(days / 7)} weeks before`;
}
