import type { Bank } from "../bank/bank.ts";
import type { Config } from "../bank/config.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { addDays, type DateText, parseDate } from "../calendar/dates.ts";
import { type Week, weekPath } from "../calendar/week.ts";
import { isWeekOver, weekOf, weekStart } from "../calendar/weeks.ts";
import { type Finding, LEVELS } from "../check/finding.ts";
import { UserError } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import { writeDocument } from "../front-matter/write.ts";
import { type BoardRow, layOutWeek } from "../post/board.ts";
import { findWithinCooldown } from "../post/cooldown.ts";
import { loadCounter } from "../post/counting.ts";
import { takesPlaceIn } from "../post/in-week.ts";
import { findPlatform, type Platform } from "../post/platforms.ts";
import type { PostHead } from "../post/post.ts";
import { isReady, type Review } from "../post/review.ts";
import { findPublished } from "../post/sections.ts";
import { tellApart } from "../post/tell-apart.ts";
import { findUses } from "../post/uses.ts";
import type { StoryHead } from "../story/story.ts";
import { printLines, readPlainLines } from "../text/plain.ts";
import { openCheck } from "./check.ts";
import { loadReview } from "./post-review.ts";

/** A row of the board, with what there is to know of its post. */
export interface WeekRow extends BoardRow {
  platform: Platform | null;
  characters: number | null;
  findings: readonly Finding[];
  /** How far it is with the second person that the bank asks for; null where it asks for none, and for a post that is out. */
  review: Review | null;
  /** What tells its post from another with its title and date; null where there is none. */
  apart: string | null;
  /** Whether its story, which has no post here, has one so near that it is not drafted for this day. */
  rests: boolean;
}

/** A week as its file and the calendar have it. */
export interface GuidedWeek {
  week: number;
  /** Monday to Sunday; null where the calendar has no start. */
  dates: { from: DateText; to: DateText } | null;
  theme: string | null;
  guidance: string;
}

export interface WeekBoard extends GuidedWeek {
  /** Whether its last day is past. */
  isOver: boolean;
  /** Whether only what one person has written is shown. */
  isPart: boolean;
  rows: readonly WeekRow[];
  /** How many posts and stories the weeks beside it have. */
  before: WeekSummary | null;
  after: WeekSummary;
  /** Every week that has a story, a post or a theme, in order. */
  known: readonly number[];
}

export interface WeekSummary {
  week: number;
  theme: string | null;
  posts: number;
  published: number;
  stories: number;
}

export async function loadWeek(bank: ReadableBank, week: number): Promise<GuidedWeek> {
  const file = (await bank.weeks()).find((each) => each.week === week);
  const text = file === undefined ? null : bank.read(file.path);
  return {
    week,
    dates: datesOf((await bank.config()).calendar, week),
    theme: file?.theme ?? null,
    guidance: text === null ? "" : (await readDocument(text)).body.trim(),
  };
}

/** Lays out a week of the bank, or what of it is by somebody, and checks and measures its posts. */
export async function loadWeekBoard(
  bank: ReadableBank,
  week: number,
  today: DateText,
  isTheirs: IsTheirs = null,
): Promise<WeekBoard> {
  const [config, stories, posts, weeks] = [
    await bank.config(),
    await bank.stories(),
    await bank.posts(),
    await bank.weeks(),
  ];
  const { calendar } = config;
  const board = layOutWeek({ week, stories, posts, uses: findUses(posts), calendar });
  const rows = isTheirs === null ? board : board.filter((row) => isRowOf(row, isTheirs));
  const check = await openCheck(bank, posts);
  const apart = tellApart(rows.flatMap(({ post }) => post ?? []));
  const measured: WeekRow[] = [];
  for (const row of rows)
    measured.push({
      ...row,
      ...(await measurePost(bank, row.post, config, check)),
      apart: apart.get(row.post?.id ?? "") ?? null,
      rests: isResting(row, posts, config),
    });
  const summarise = (number: number): WeekSummary => {
    const own = posts.filter((post) => takesPlaceIn(post, number, calendar) && isTheirs?.(post) !== false);
    return {
      week: number,
      theme: weeks.find((each) => each.week === number)?.theme ?? null,
      posts: own.length,
      published: own.filter((post) => post.status === "published").length,
      stories: stories.filter((story) => story.week === number && isTheirs?.(story) !== false).length,
    };
  };
  return {
    ...(await loadWeek(bank, week)),
    isOver: isWeekOver(calendar, week, today),
    isPart: isTheirs !== null,
    rows: measured,
    before: week > 1 ? summarise(week - 1) : null,
    after: summarise(week + 1),
    known: weeksOf(calendar, stories, posts, weeks),
  };
}

/** Whether somebody has written a story or post; null where it may be anybody. */
export type IsTheirs = ((item: { author: string | null }) => boolean) | null;

/** A row is its post's author's, else its story's; a gap is nobody's. */
export function isRowOf({ post, story }: Pick<BoardRow, "post" | "story">, isTheirs: NonNullable<IsTheirs>): boolean {
  const item = post ?? story;
  return item !== null && isTheirs(item);
}

/** Every week that has a story, a post or a file of its own, in order. */
export function weeksOf(
  { start }: Calendar,
  stories: readonly StoryHead[],
  posts: readonly PostHead[],
  weeks: readonly Week[],
): number[] {
  const ofPost = ({ date, week }: PostHead): number | null => {
    const lies = date === null ? null : parseDate(date);
    return (start === null || lies === null ? null : weekOf(start, lies)) ?? week;
  };
  const all = [...stories.map(({ week }) => week), ...weeks.map(({ week }) => week), ...posts.map(ofPost)];
  return [...new Set(all.filter((week) => week !== null))].sort((a, b) => a - b);
}

function datesOf(calendar: Calendar, week: number): WeekBoard["dates"] {
  if (calendar.start === null) return null;
  const from = weekStart(calendar.start, week);
  return { from, to: addDays(from, 6) };
}

function isResting(
  { story, post, date, slot }: BoardRow,
  posts: readonly PostHead[],
  { calendar, platform }: Config,
): boolean {
  if (story === null || post !== null || date === null) return false;
  const own = posts.filter((each) => each.story === story.id);
  const wished = { platform: slot?.platform ?? platform, date, cooldown: calendar.cooldown };
  return findWithinCooldown(own, wished) !== null;
}

async function measurePost(
  bank: ReadableBank,
  head: PostHead | null,
  config: Config,
  check: Awaited<ReturnType<typeof openCheck>>,
): Promise<Pick<WeekRow, "platform" | "characters" | "findings" | "review">> {
  if (head === null) return { platform: null, characters: null, findings: [], review: null };
  const platform = findPlatform(head.platform) ?? null;
  const post = await bank.wholePost(head);
  const { markdown, firstLine } = findPublished(post);
  const counter = platform === null ? null : await loadCounter(platform);
  return {
    platform,
    characters: counter?.count(printLines(readPlainLines(markdown, { firstLine }))) ?? null,
    findings: await check.post({ post, text: bank.read(head.path) ?? "" }),
    review: await loadReview(config, post),
  };
}

/** Whether there is something to say of who waits for whom: a draft with errors is still with its author alone. */
export function isAmongPeople({ post, review, findings }: Pick<WeekRow, "post" | "review" | "findings">): boolean {
  if (post === null || review === null) return false;
  return isReady(post) || !findings.some(({ level }) => level === "error");
}

/** The worst level of findings, and how many have it; null where there are none. */
export function worstOf(findings: readonly Finding[]): { level: Finding["level"]; count: number } | null {
  const level = LEVELS.find((each) => findings.some((finding) => finding.level === each));
  return level === undefined ? null : { level, count: findings.filter((finding) => finding.level === level).length };
}

/** Gives a week its theme: in its file, which is made where there is none. Returns the file's path. */
export async function setTheme(bank: Bank, week: number, theme: string): Promise<string> {
  const known = (await bank.weeks()).find((each) => each.week === week);
  if (known !== undefined) {
    await bank.change(known.path, () => new Map([["theme", theme]]));
    return known.path;
  }
  const path = weekPath(week);
  const data = new Map([
    ["week", String(week)],
    ["theme", theme],
  ]);
  if (!bank.create(path, writeDocument(data, "")))
    throw new UserError(`${path} is there already, but can't be read.`, {
      hint: "Mend the file, then run the command again.",
    });
  return path;
}
