import type { Bank } from "../bank/bank.ts";
import { addDays, type DateText, dayOf, daysBetween, LAST_DATE, parseDate } from "../calendar/dates.ts";
import { parseTime } from "../calendar/times.ts";
import { weekOf, weekStart } from "../calendar/weeks.ts";
import { asShown } from "../post/as-shown.ts";
import type { PostHead } from "../post/post.ts";
import { compareTexts } from "../text/compare.ts";

/** A post's or a slot's place in a calendar. */
export interface CalendarEvent {
  /** The same for the same post or slot at every export. */
  uid: string;
  title: string;
  description: string;
  date: DateText;
  /** `HH:MM`; null for the whole day. */
  time: string | null;
  url: string | null;
  isPublished: boolean;
}

/** How many weeks of empty slots are exported beyond the last post. */
const WEEKS_AHEAD = 8;

/** Posts with their dates, and the slots that no post fills, from today until some weeks after the last post. */
export async function collectEvents(bank: Bank, today: DateText, week: number | undefined): Promise<CalendarEvent[]> {
  const { calendar } = await bank.config();
  const posts = (await bank.posts())
    .map((post) => asShown(post, calendar.start))
    .filter((post) => parseDate(post.date ?? "") !== null && (week === undefined || post.week === week));
  const events = posts.map(postEvent);
  const taken = new Set(posts.map(({ date }) => date));
  const { start } = calendar;
  if (start === null) return events.sort(byTime);
  const last = posts.reduce((latest, { date }) => ((date ?? "") > latest ? (date ?? "") : latest), today);
  const soonest = today > start ? today : start;
  const from = week === undefined ? soonest : weekStart(start, week);
  const most = week === undefined ? daysBetween(from, last > from ? last : from) + 7 * WEEKS_AHEAD : 6;
  for (let ahead = 0; ahead <= Math.min(most, daysBetween(from, LAST_DATE)); ahead++) {
    const date = addDays(from, ahead);
    const slot = calendar.slots.get(dayOf(date));
    if (slot === undefined || taken.has(date)) continue;
    events.push({
      uid: `slot-${date}@storybank`,
      title: `${slot.series ?? slot.type ?? "Post"} (no post yet)`,
      description: `Week ${weekOf(start, date)}: storybank draft --day ${dayOf(date)} --week ${weekOf(start, date)}`,
      date,
      time: parseTime(slot.time ?? ""),
      url: null,
      isPublished: false,
    });
  }
  return events.sort(byTime);
}

function postEvent(post: PostHead): CalendarEvent {
  return {
    uid: `${post.id}@storybank`,
    title: post.title,
    description: [post.series, post.platform, post.status].filter((part) => part !== null).join(", "),
    date: post.date ?? "",
    time: parseTime(post.time ?? ""),
    url: post.url,
    isPublished: post.status === "published",
  };
}

function byTime(a: CalendarEvent, b: CalendarEvent): number {
  return compareTexts(`${a.date} ${a.time ?? ""} ${a.uid}`, `${b.date} ${b.time ?? ""} ${b.uid}`);
}
