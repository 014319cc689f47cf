import type { Bank } from "../bank/bank.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { type DateText, dayOf, parseDate } from "../calendar/dates.ts";
import { parseTime } from "../calendar/times.ts";
import { toUtc } from "../calendar/utc.ts";
import { UserError } from "../errors.ts";
import { publishPost } from "../fit/publish.ts";
import { asShown } from "../post/as-shown.ts";
import { byMomentDatelessLast } from "../post/moment.ts";
import { findPlatform } from "../post/platforms.ts";
import type { Post, PostHead } from "../post/post.ts";
import type { PublishedRow, Publisher } from "../post/publishers.ts";
import { findPublished } from "../post/sections.ts";
import { openCheck } from "./check.ts";

/** Why a post is not in the file. */
export type LeftOutReason =
  | { code: "no-date" | "no-time" | "no-text" | "no-channel" | "too-long" }
  | { code: "thread"; parts: number }
  | { code: "past"; date: DateText }
  | { code: "too-many"; most: number };

/** What of a post does not go with its text, or should be looked at first. */
interface PublisherNotice {
  id: string;
  images: readonly string[];
  hasFirstComment: boolean;
  /** How many errors `check` finds. */
  errors: number;
}

export interface PublisherFile {
  header: readonly string[] | null;
  rows: readonly (readonly string[])[];
  leftOut: readonly { id: string; reason: LeftOutReason }[];
  notices: readonly PublisherNotice[];
  /** How many posts are ready or scheduled, on whatever platform. */
  open: number;
}

interface PublisherWishes {
  week?: number | undefined;
  platform?: string | undefined;
  today: DateText;
}

/**
 * Collects the posts that are ready or scheduled for a publisher, the soonest first. Nothing of the bank is changed.
 *
 * @throws UserError where the posts are for several channels and the publisher takes one, or where it wants UTC and the calendar
 * has no time zone.
 */
export async function collectForPublisher(
  bank: Bank,
  publisher: Publisher,
  { week, platform, today }: PublisherWishes,
): Promise<PublisherFile> {
  const { calendar } = await bank.config();
  if (publisher.needsUtc) refuseWithoutZone(publisher, calendar);
  const posts = await bank.posts();
  const open = posts.filter(({ status }) => status === "ready" || status === "scheduled");
  const wanted = open
    .map((post) => asShown(post, calendar.start))
    .filter((post) => (week === undefined || post.week === week) && (platform ?? post.platform) === post.platform)
    .sort(byMomentDatelessLast);
  if (publisher.isForOneChannel) refuseSeveral(publisher, wanted);
  const check = await openCheck(bank, posts);
  const rows: string[][] = [];
  const leftOut: { id: string; reason: LeftOutReason }[] = [];
  const notices: PublisherNotice[] = [];
  for (const head of wanted) {
    const post = await bank.wholePost(head);
    const made = await makeRow(post, calendar, today);
    const isFull = publisher.most !== null && rows.length >= publisher.most;
    if ("code" in made || isFull) {
      const reason = "code" in made ? made : { code: "too-many" as const, most: publisher.most ?? 0 };
      leftOut.push({ id: post.id, reason });
      continue;
    }
    rows.push(publisher.cellsOf(made));
    const found = await check.post({ post, text: bank.read(post.path) ?? "" });
    const errors = found.filter(({ level }) => level === "error").length;
    const notice = { id: post.id, images: made.images, hasFirstComment: hasFirstComment(post), errors };
    if (notice.images.length > 0 || notice.hasFirstComment || errors > 0) notices.push(notice);
  }
  return { header: publisher.header, rows, leftOut, notices, open: open.length };
}

function refuseWithoutZone({ title }: Publisher, { timezone }: Calendar): void {
  if (timezone === null)
    throw new UserError(`${title} takes times in UTC, and storybank.yaml has no time zone.`, {
      hint: "Write under calendar, in storybank.yaml:   timezone: Europe/Berlin",
    });
  if (toUtc("2025-01-06", "12:00", timezone) === null)
    throw new UserError(`calendar.timezone in storybank.yaml is "${timezone}", which is no time zone.`, {
      hint: "Write it as Europe/Berlin.",
    });
}

function refuseSeveral({ name, title }: Publisher, posts: readonly PostHead[]): void {
  const platforms = [...new Set(posts.map(({ platform }) => platform))];
  const [first = ""] = platforms;
  if (platforms.length > 1)
    throw new UserError(`${title} takes one channel a file, and the posts are for ${platforms.join(", ")}.`, {
      hint: `Choose one: storybank export --for ${name} --platform ${first}`,
    });
}

/** A post's text and moment; why not, where it has not both. */
async function makeRow(
  post: Post,
  calendar: Calendar,
  today: DateText,
): Promise<(PublishedRow & { images: readonly string[] }) | LeftOutReason> {
  const platform = findPlatform(post.platform);
  if (platform === undefined || platform.form !== "plain") return { code: "no-channel" };
  const date = parseDate(post.date ?? "");
  if (date === null) return { code: "no-date" };
  if (date < today) return { code: "past", date };
  const time = parseTime(post.time ?? calendar.slots.get(dayOf(date))?.time ?? "");
  if (time === null) return { code: "no-time" };
  const { parts, excess, tooLong, images } = await publishPost(post, platform);
  const [text = ""] = parts;
  if (parts.length > 1) return { code: "thread", parts: parts.length };
  if (text.trim() === "") return { code: "no-text" };
  if (excess !== null || tooLong.length > 0) return { code: "too-long" };
  const utc = calendar.timezone === null ? "" : (toUtc(date, time, calendar.timezone) ?? "");
  return { text, platform, date, time, utc, images };
}

/** A comment that is to follow stands in the front matter, or under its label in the notes. */
function hasFirstComment(post: Post): boolean {
  const notes = post.body.replace(findPublished(post).markdown, "");
  return post.data.has("first-comment") || /^[\s>*_#-]*first comment\b/im.test(notes);
}
