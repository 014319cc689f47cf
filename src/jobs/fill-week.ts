import type { Bank } from "../bank/bank.ts";
import type { Config } from "../bank/config.ts";
import { addDays, type DateText, formatDate } from "../calendar/dates.ts";
import { dateInWeek, isWeekOver, weekStart } from "../calendar/weeks.ts";
import { UserError } from "../errors.ts";
import { layOutWeek } from "../post/board.ts";
import { fitsSlot } from "../post/choose.ts";
import { findFreeSlot } from "../post/free-slot.ts";
import type { PostHead } from "../post/post.ts";
import { findUses } from "../post/uses.ts";
import type { StoryHead } from "../story/story.ts";
import { type Draft, draftPost, saveDraft } from "./draft.ts";
import { type IsTheirs, isRowOf } from "./week.ts";

export interface FilledWeek {
  drafts: readonly Draft[];
  /** Stories that could not be drafted, and why. */
  refused: readonly { story: string; reason: string }[];
  /** How many rows of the week have a post already, and how many stories are for no week. */
  told: number;
  weekless: number;
}

/**
 * Drafts every story of a week (or every one by somebody) that has no post yet, for its own week or, with `into`, for the free slots from another
 * on; existing posts stay as they are. `by` is who the drafts are kept as written by.
 *
 * @throws UserError when the week the drafts would be for is over.
 */
export async function fillWeek(
  bank: Bank,
  {
    week,
    into,
    by = null,
    isTheirs = null,
  }: { week: number; into: number | null; by?: string | null; isTheirs?: IsTheirs },
  today: DateText,
  onDraft: (done: number, of: number) => void,
): Promise<FilledWeek> {
  const [stories, posts, config] = [await bank.stories(), await bank.posts(), await bank.config()];
  const { calendar } = config;
  refuseOver(config, week, into, today);
  const rows = layOutWeek({ week, stories, posts, uses: findUses(posts), calendar });
  const waiting = rows
    .filter((row) => isTheirs === null || isRowOf(row, isTheirs))
    .flatMap(({ post, story, day }) => (post === null && story !== null && day !== null ? [{ story, day }] : []));
  const drafts: Draft[] = [];
  const refused: { story: string; reason: string }[] = [];
  for (const [index, { story, day }] of waiting.entries()) {
    try {
      const date = into === null ? undefined : placeFor(story, into, await bank.posts(), config, today);
      const draft = await draftPost(
        bank,
        {
          story: story.id,
          why: `week ${week} was filled, and no post told it`,
          day: date === undefined ? day : undefined,
          date,
          week,
          facts: new Map(),
          replace: false,
          another: false,
          force: false,
          isDryRun: false,
        },
        { today, ask: null, tick: null, by },
      );
      await saveDraft(bank, draft);
      drafts.push(draft);
    } catch (error) {
      // One story that can't be drafted leaves the others of the week.
      if (!(error instanceof UserError)) throw error;
      refused.push({ story: story.id, reason: error.message });
    }
    onDraft(index + 1, waiting.length);
  }
  const told = rows.filter(({ post }) => post !== null).length;
  return { drafts, refused, told, weekless: stories.filter((story) => story.week === null).length };
}

function refuseOver({ calendar }: Config, week: number, into: number | null, today: DateText): void {
  const target = into ?? week;
  if (calendar.start === null || !isWeekOver(calendar, target, today)) return;
  const last = formatDate(addDays(weekStart(calendar.start, target), 6));
  throw new UserError(`Week ${target} ended on ${last}, so nothing was drafted for it.`, {
    hint: `To draft its stories for the free slots from next week on: storybank week ${week} --fill --into next`,
  });
}

/** The story's weekday of a week, or, when that is past or taken, the next free slot that fits it, else any. */
function placeFor(
  story: StoryHead,
  week: number,
  posts: readonly PostHead[],
  { calendar, platform: usual }: Config,
  today: DateText,
): DateText | undefined {
  const { start, slots } = calendar;
  if (start === null || story.day === null) return undefined;
  const own = dateInWeek(start, week, story.day);
  const platform = slots.get(story.day)?.platform ?? usual;
  const isTaken = posts.some((post) => post.date === own && post.platform === platform);
  if (own >= today && !isTaken) return own;
  const monday = weekStart(start, week);
  const from = monday > today ? monday : today;
  const fitting = findFreeSlot(calendar, posts, { from, platform, fits: (day) => fitsSlot(story, day, calendar) });
  return (fitting ?? findFreeSlot(calendar, posts, { from, platform, fits: () => true }))?.date ?? own;
}
