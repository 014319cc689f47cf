import { daysBetween, formatDate, parseDate } from "../../calendar/dates.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import type { PostHead } from "../../post/post.ts";
import { hookKey } from "../../post/uses.ts";
import type { Found, PostSubject, Rule } from "../rule.ts";

/** Weeks a story rests where `calendar.cooldown` says nothing. */
const DEFAULT_COOLDOWN = 12;

/** Another post told the same story, or opened with the same hook, too short a time before. */
export const reusedTooSoon: Rule<PostSubject> = {
  id: "reused-too-soon",
  level: "warning",
  about: "a story or hook told again too soon",
  find({ post, text, others, calendar }) {
    const date = parseDate(post.date ?? "");
    if (date === null) return [];
    const cooldown = calendar.cooldown ?? DEFAULT_COOLDOWN;
    const before = others.flatMap((other) => {
      const earlier = other.platform === post.platform ? parseDate(other.date ?? "") : null;
      const days = earlier === null ? -1 : daysBetween(earlier, date);
      const isBefore = days > 0 || (days === 0 && other.id < post.id);
      return earlier !== null && isBefore && days < cooldown * 7 ? [{ other, earlier, days }] : [];
    });
    const latest = (uses: (other: PostHead) => boolean) =>
      before.filter(({ other }) => uses(other)).toSorted((a, b) => a.days - b.days)[0];
    const story = latest((other) => post.story !== null && other.story === post.story);
    const hook = latest(
      (other) => post.hook !== null && other.hook !== null && hookKey(post.hook) === hookKey(other.hook),
    );
    const word = (what: string, key: string, { other, earlier, days }: NonNullable<typeof story>): Found => ({
      line: keyLine(text, key),
      message: `The ${what} was used ${wordDays(days)} before, on ${formatDate(earlier)} (${other.id}).`,
      remedy: `It rests for ${cooldown} weeks: take another, or post it later.`,
    });
    if (story !== undefined) return [word("story", "story", story)];
    return hook === undefined ? [] : [word("hook", "hook", hook)];
  },
};

function wordDays(days: number): string {
  if (days < 14) return days === 1 ? "a day" : `${days} days`;
  return `${Math.round(days / 7)} weeks`;
}
