import type { Bank } from "../bank/bank.ts";
import { addDays, type DateText, dayOf, formatDate, parseDate } from "../calendar/dates.ts";
import { parseTime } from "../calendar/times.ts";
import type { Finding } from "../check/finding.ts";
import { UserError } from "../errors.ts";
import type { Changes } from "../front-matter/edit.ts";
import type { FrontMatter } from "../front-matter/values.ts";
import { isOfSeries } from "../post/choose.ts";
import { type FreeSlot, findFreeSlot } from "../post/free-slot.ts";
import { findPlatform } from "../post/platforms.ts";
import type { PostHead, STATUSES } from "../post/post.ts";
import { fallenMetrics, type Snapshot, writeSnapshot } from "../post/results.ts";
import { isReady, type Review } from "../post/review.ts";
import { readText, readTextList } from "../story/schema.ts";
import { compareTexts } from "../text/compare.ts";
import { type Check, openCheck } from "./check.ts";
import { readReview, refuseUnapproved } from "./post-review.ts";

export interface Mark {
  status: (typeof STATUSES)[number];
  /** When it goes out, or went out. */
  at: { date: DateText; time: string | null } | null;
  /** Puts it on the next free slot. */
  nextSlot: boolean;
  url: string | null;
  /** Marks a post as ready whatever `check` finds. */
  force: boolean;
}

export interface MarkedPost {
  changed: boolean;
  /** What keeps it from being ready; nothing was changed then. */
  errors: readonly Finding[];
  /** What `check` says of it in its new state; nothing of a published post. */
  findings: readonly Finding[];
  /** How far it is with the second person that the bank asks for, published or not; null where it asks for none. */
  review: Review | null;
}

/**
 * Moves a post along, or back. A post that `check` finds errors in does not become ready, unless by force; where
 * the bank asks for a second person's approval, nothing makes it ready or scheduled without.
 *
 * @throws UserError for a day of publishing that is still to come, without that approval, and where no slot is free.
 */
export async function markPost(bank: Bank, head: PostHead, mark: Mark, today: DateText): Promise<MarkedPost> {
  refuseToCome(mark, today);
  const check = mark.status === "published" ? null : await openCheck(bank, await bank.posts());
  if (mark.status === "ready" && !mark.force) {
    const errors = (await findIn(bank, head, check)).filter(({ level }) => level === "error");
    if (errors.length > 0) return { changed: false, errors, findings: [], review: null };
  }
  if (isReady(mark)) await refuseUnapproved(bank, head, mark.status);
  const slot = mark.nextSlot ? await chooseFreeSlot(bank, head, today) : null;
  const changed = await bank.change(head.path, (data) => changesOf(data, mark, slot, today));
  const review = await readReview(await bank.config(), await bank.wholePost(head));
  return { changed, errors: [], findings: await findIn(bank, head, check), review };
}

async function findIn(bank: Bank, head: PostHead, check: Check | null): Promise<Finding[]> {
  if (check === null) return [];
  return check.post({ post: await bank.wholePost(head), text: bank.read(head.path) ?? "" });
}

function refuseToCome({ status, at }: Mark, today: DateText): void {
  if (status !== "published" || at === null || at.date <= today) return;
  throw new UserError(`--at is ${formatDate(at.date)}, which is still to come.`, {
    hint: "What goes out then is scheduled: use scheduled instead of published.",
  });
}

/** The first free slot from tomorrow on that takes the post's series, else the first of any: today's time may be past. */
async function chooseFreeSlot(bank: Bank, head: PostHead, today: DateText): Promise<FreeSlot> {
  const { calendar } = await bank.config();
  const others = (await bank.posts()).filter(({ path }) => path !== head.path);
  const wanted = { from: addDays(today, 1), platform: head.platform };
  const found =
    findFreeSlot(calendar, others, { ...wanted, fits: (_, slot) => isOfSeries(head, slot) }) ??
    findFreeSlot(calendar, others, { ...wanted, fits: () => true });
  if (found === null)
    throw new UserError(`The calendar has no slots for ${findPlatform(head.platform)?.title ?? head.platform}.`, {
      hint: "Give calendar.slots in storybank.yaml some, or say when with --at.",
    });
  return found;
}

function changesOf(data: FrontMatter, { status, at, url }: Mark, slot: FreeSlot | null, today: DateText): Changes {
  const changes = new Map<string, string | undefined>([["status", status]]);
  if (url !== null) changes.set("url", url);
  if (status === "published") {
    const moment = at === null ? null : [at.date, at.time].filter((part) => part !== null).join(" ");
    return changes.set("published", moment ?? readText(data.get("published")) ?? today);
  }
  if (data.has("published")) changes.set("published", undefined);
  const date = slot?.date ?? at?.date;
  // The day goes with the date, where the post says one.
  if (slot !== null || (date !== undefined && data.has("day")))
    changes.set("day", slot?.day ?? dayOf(date as DateText));
  const time = slot?.slot.time ?? at?.time ?? null;
  if (date !== undefined) changes.set("date", date);
  if (time !== null) changes.set("time", time);
  return changes;
}

/** Adds an address that a post is known by: as its `url`, or beside it, since LinkedIn gives a post several. */
export async function addLink(bank: Bank, head: PostHead, link: string): Promise<boolean> {
  return bank.change(head.path, (data) => {
    const url = readText(data.get("url"));
    const urls = readTextList(data.get("urls"));
    if (url === link || urls.includes(link)) return new Map();
    return url === null ? new Map([["url", link]]) : new Map([["urls", [...urls, link]]]);
  });
}

/** Adds a snapshot to a post's results; what is there stays. `sure` is asked when a count is lower than it was. */
export async function recordResults(
  bank: Bank,
  head: PostHead,
  snapshot: Snapshot,
  sure: (fallen: ReturnType<typeof fallenMetrics>) => Promise<boolean>,
): Promise<boolean> {
  const fallen = fallenMetrics(head.snapshots, snapshot);
  if (fallen.length > 0 && !(await sure(fallen))) return false;
  return addSnapshots(bank, head, [snapshot]);
}

/** Reads the day on which results were read off. Throws a UserError for one that is still to come. */
export function parseCountedDay(written: string, today: DateText): DateText {
  const { date } = parseMoment(written);
  if (date > today)
    throw new UserError(`--at is ${formatDate(date)}, which is still to come.`, {
      hint: "Results are recorded once they are there.",
    });
  return date;
}

/** Adds the snapshots that a post does not have yet. Returns whether there were any. */
export async function addSnapshots(bank: Bank, head: PostHead, snapshots: readonly Snapshot[]): Promise<boolean> {
  return bank.change(head.path, (data) => {
    const known = readTextList(data.get("results"));
    const added = snapshots.map(writeSnapshot).filter((line) => !known.includes(line));
    return added.length === 0 ? new Map() : new Map([["results", [...known, ...new Set(added)].toSorted(byDay)]]);
  });
}

function byDay(a: string, b: string): number {
  return compareTexts(a.slice(0, 10), b.slice(0, 10));
}

/** Reads when a post goes out: `2025-01-07`, `2025-01-07 09:00` or with a T between. */
export function parseMoment(written: string): { date: DateText; time: string | null } {
  const [, day = "", time] = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}:\d{2})(?::\d{2})?)?$/.exec(written.trim()) ?? [];
  const date = parseDate(day);
  const at = time === undefined ? null : parseTime(time);
  if (date === null || (time !== undefined && at === null))
    throw new UserError(`--at can't be "${written}".`, { hint: 'Write it as 2025-01-07 or "2025-01-07 09:00".' });
  return { date, time: at };
}
