import type { Command } from "commander";
import { currentWeek } from "../calendar/weeks.ts";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { fillWeek } from "../jobs/fill-week.ts";
import { findWaitingSeeds, type WaitingSeeds } from "../jobs/seeds.ts";
import { listWaitingFiles } from "../jobs/waiting.ts";
import { type IsTheirs, loadWeekBoard, setTheme, type WeekBoard } from "../jobs/week.ts";
import { findSigner } from "../jobs/who.ts";
import { timeOfRow } from "../post/board.ts";
import { findingJson, renderTaken } from "../render/findings.ts";
import { reviewJson } from "../render/json.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { renderStillWaiting } from "../render/waiting.ts";
import { renderWeek } from "../render/week.ts";
import { authorOption, oneLine, weekOption } from "./options.ts";
import { quietGit } from "./quiet-git.ts";

interface WeekFlags {
  fill?: boolean;
  into?: string;
  author?: string;
  theme?: string;
  json?: boolean;
}

export function registerWeek(program: Command, context: Context): void {
  program
    .command("week")
    .description("show a week: slots, stories, posts, what is wrong with them, and what is missing")
    .argument("[week]", "1, this, next or 2026-W47; without one, this week")
    .option("--fill", "draft every story of the week that has no post")
    .option("--into <week>", "with --fill: the week the drafts are for, where their own is over")
    .option("--author <person>", "only what is by a person, or one whose name has a word that begins like this")
    .option("--theme <text>", "give the week its theme")
    .option("--json", "print the board as JSON")
    .action((week: string | undefined, flags: WeekFlags) => runWeek(context, week, flags));
}

async function runWeek(context: Context, written: string | undefined, flags: WeekFlags): Promise<void> {
  const bank = context.openBank();
  const week = await chooseWeek(context, written);
  if (flags.theme !== undefined) {
    const theme = oneLine("theme", flags.theme);
    if (theme === "") throw new UserError("--theme is empty.", { hint: "Write what the week is about." });
    context.err(`Week ${week} is about “${visibleLine(theme)}” (${await setTheme(bank, week, theme)}).\n`);
  }
  if (flags.into !== undefined && flags.fill !== true)
    throw new UserError("--into is for --fill.", { hint: `storybank week ${week} --fill --into ${flags.into}` });
  const isTheirs = flags.author === undefined ? null : await authorOption(flags.author, bank);
  if (flags.fill === true) await fill(context, week, await weekOption(flags.into, bank, context), isTheirs);
  const board = await loadWeekBoard(bank, week, context.today, isTheirs);
  if (flags.json === true) context.out(toJson(weekJson(board)));
  else context.out(await renderWeek(board, waitingSeeds(context, board), context.paint, context.columns));
  context.err(renderStillWaiting(listWaitingFiles(bank), context.columns));
}

/** An inbox that can't be read is named, and keeps nobody from the week. */
function waitingSeeds(context: Context, board: WeekBoard): WaitingSeeds | null {
  try {
    return findWaitingSeeds(context.openBank(), board, context.today);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.err(`${visibleLine(error.message)}\n`);
    return null;
  }
}

/** The week that was named, else this one, else, before or without a calendar's start, the first. */
async function chooseWeek(context: Context, written: string | undefined): Promise<number> {
  const bank = context.openBank();
  if (written !== undefined) return (await weekOption(written, bank, context)) ?? 1;
  return currentWeek((await bank.config()).calendar.start, context.today);
}

async function fill(context: Context, week: number, into: number | undefined, isTheirs: IsTheirs): Promise<void> {
  const progress = context.startProgress("drafting");
  const bank = context.openBank();
  const by = await findSigner(bank, quietGit(context));
  const { drafts, refused, told, weekless } = await fillWeek(
    bank,
    { week, into: into ?? null, by, isTheirs },
    context.today,
    progress.at,
  ).finally(progress.done);
  for (const { path, findings } of drafts) {
    context.err(`Drafted ${visibleLine(path)}\n`);
    context.err(await renderTaken(findings, context.columns));
  }
  for (const { story, reason } of refused)
    context.err(`${visibleLine(story)} was not drafted: ${visibleLine(reason)}\n`);
  if (drafts.length === 0 && refused.length === 0) context.err(wordNothingToFill(week, told, weekless));
  if (refused.length > 0) context.setExitCode(EXIT.findings);
}

function wordNothingToFill(week: number, told: number, weekless: number): string {
  if (told > 0) return "Every story of the week has its post.\n";
  const others = weekless === 1 ? "One story is" : `${weekless} stories are`;
  const way = `${others} for no week yet: storybank list, then storybank edit STORY --set week=${week}\n`;
  return `No story is for week ${week}.\n${weekless === 0 ? "" : way}`;
}

/** The shape is public. */
function weekJson({ week, dates, theme, rows, before, after }: WeekBoard) {
  return {
    week,
    from: dates?.from ?? null,
    to: dates?.to ?? null,
    theme,
    rows: rows.map(({ day, date, slot, story, post, suggestion, characters, platform, findings, review }) => ({
      day,
      date,
      time: timeOfRow({ post, slot }),
      series: slot?.series ?? null,
      story: story?.id ?? null,
      post: post?.id ?? null,
      status: post?.status ?? null,
      characters,
      limit: platform?.limit ?? null,
      findings: findings.map(findingJson),
      review: reviewJson(review),
      suggestion: suggestion === null ? null : { story: suggestion.story.id, why: suggestion.why },
    })),
    before,
    after,
  };
}
