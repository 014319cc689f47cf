import { type DateText, dayOf, daysBetween, formatDate, parseDate } from "../calendar/dates.ts";
import { dayOrder } from "../calendar/days.ts";
import type { PostHead } from "./post.ts";

type Dated = { post: PostHead; date: DateText };

/** The posts right before and after a date, as they are named in notes: among all, in its week, and in its series. */
export function findNeighbours(
  posts: readonly PostHead[],
  series: readonly PostHead[],
  date: DateText,
): Record<`${"previous" | "next"}${"" | "InWeek" | "InSeries"}`, string | null> {
  const dated = posts
    .flatMap((post): Dated[] => {
      const at = parseDate(post.date ?? "");
      return at === null ? [] : [{ post, date: at }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const before = dated.filter((each) => each.date < date).reverse();
  const after = dated.filter((each) => each.date > date);
  const weekday = dayOrder(dayOf(date));
  const inWeek = (each: Dated): boolean => {
    const days = daysBetween(date, each.date) + weekday;
    return days >= 0 && days < 7;
  };
  const inSeries = ({ post }: Dated): boolean => series.includes(post);
  return {
    previous: word(before[0]),
    next: word(after[0]),
    previousInWeek: word(before.slice(0, 1).find(inWeek)),
    nextInWeek: word(after.slice(0, 1).find(inWeek)),
    previousInSeries: word(before.find(inSeries)),
    nextInSeries: word(after.find(inSeries)),
  };
}

function word(found: Dated | undefined): string | null {
  return found === undefined ? null : `${found.post.title}, ${formatDate(found.date)}`;
}
