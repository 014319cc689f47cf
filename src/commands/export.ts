import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import { writeFolder } from "../bank/folder.ts";
import { createFile } from "../bank/write.ts";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { collectEvents } from "../jobs/export-calendar.ts";
import { collectForPublisher } from "../jobs/export-publisher.ts";
import { exportWeek } from "../jobs/export-week.ts";
import { shareBank } from "../jobs/share-bank.ts";
import type { ExportedFile } from "../page/export.tsx";
import { asShown } from "../post/as-shown.ts";
import { byMomentDatelessLast } from "../post/moment.ts";
import { choosePlatform } from "../post/platforms.ts";
import { choosePublisher, PUBLISHERS } from "../post/publishers.ts";
import { engagementOf, latestResults, METRICS } from "../post/results.ts";
import { writeCalendar } from "../render/calendar-file.ts";
import { writeCsv, writeExactCsv } from "../render/csv.ts";
import { wordPublisherNotices } from "../render/publisher.ts";
import { visible } from "../render/visible.ts";
import { quoteWord } from "../story/quote-word.ts";
import { weekOption } from "./options.ts";

interface ExportFlags {
  week?: string;
  ics?: boolean;
  csv?: boolean;
  html?: string;
  for?: string;
  platform?: string;
  withPrivate?: boolean;
  out?: string;
}

export function registerExport(program: Command, context: Context): void {
  program
    .command("export")
    .description("write a week as one document, posts as a calendar, a table or a publisher's file, or all as pages")
    .option("-w, --week <week>", "1, this, next or 2026-W47; as a document unless --ics or --csv says otherwise")
    .option("--ics", "posts and empty slots as a calendar file")
    .option("--csv", "posts and their results as CSV")
    .option("--html <dir>", "the pages of serve as files for sharing, into a new folder")
    .option(
      "--for <publisher>",
      `what is ready or scheduled, as the CSV of ${PUBLISHERS.map(({ name }) => name).join(", ")}`,
    )
    .option("--platform <platform>", "with --for: only the posts for a platform")
    .option("--with-private", "with --html: private names and confidential stories too")
    .option("-o, --out <file>", "write into a new file instead of to standard output")
    .action((options: ExportFlags) => runExport(context, options));
}

async function runExport(context: Context, options: ExportFlags): Promise<void> {
  const kinds = (["ics", "csv", "html", "for"] as const).filter((kind) => options[kind] !== undefined);
  if (kinds.length > 1)
    throw new UserError(`${kinds.map((kind) => `--${kind}`).join(" and ")} are ${kinds.length} exports.`, {
      hint: "Run the command once for each.",
    });
  if (options.html !== undefined) {
    await exportHtml(context, options.html, options);
    return;
  }
  if (options.withPrivate === true)
    throw new UserError("--with-private is for --html.", { hint: "storybank export --html DIR --with-private" });
  if (options.platform !== undefined && options.for === undefined)
    throw new UserError("--platform is for --for.", { hint: "storybank export --for buffer --platform linkedin" });
  const bank = context.openBank();
  const week = await weekOption(options.week, bank, context);
  const text =
    options.for === undefined
      ? await exportText(context, bank, options, week)
      : await exportForPublisher(context, bank, options.for, { platform: options.platform, week });
  if (text === null) return;
  if (options.out === undefined) {
    context.out(context.columns === Number.POSITIVE_INFINITY ? text : visible(text.replaceAll("\r\n", "\n")));
    return;
  }
  if (!createFile(resolve(context.cwd, options.out), text))
    throw new UserError(`${options.out} is there already.`, { hint: "Nothing was written; choose another name." });
  context.say(`Wrote ${visible(options.out)}.\n`);
}

/** The file of a publisher; null where no post is for it. */
async function exportForPublisher(
  context: Context,
  bank: Bank,
  name: string,
  { platform, week }: { platform: string | undefined; week: number | undefined },
): Promise<string | null> {
  const publisher = choosePublisher(name);
  const only = platform === undefined ? undefined : choosePlatform(platform).name;
  const file = await collectForPublisher(bank, publisher, { week, platform: only, today: context.today });
  context.err(wordPublisherNotices(file, publisher));
  if (file.leftOut.length > 0) context.setExitCode(EXIT.findings);
  return file.rows.length === 0 ? null : writeExactCsv([...(file.header === null ? [] : [file.header]), ...file.rows]);
}

async function exportText(
  context: Context,
  bank: Bank,
  options: ExportFlags,
  week: number | undefined,
): Promise<string> {
  if (options.ics === true)
    return writeCalendar(await collectEvents(bank, context.today, week), (await bank.config()).calendar.timezone);
  return options.csv === true ? postsCsv(bank, week) : weekDocument(bank, week);
}

/** The pages as files: nothing of them is written before all of them are made. */
async function exportHtml(
  context: Context,
  folder: string,
  { week, out, withPrivate = false }: ExportFlags,
): Promise<void> {
  if (week !== undefined || out !== undefined)
    throw new UserError("--html writes all pages into its own folder.", { hint: "Leave out --week and --out." });
  const { exportPages } = await import("../page/export.tsx");
  const { bank, names, withheld } = await shareBank(context.openBank(), withPrivate);
  const progress = context.startProgress("making pages");
  const pages = exportPages(bank, { assetsDir: context.assetsDir, today: context.today, names });
  const count = await writeFolder(resolve(context.cwd, folder), withProgress(pages, progress.at)).finally(
    progress.done,
  );
  context.say(`Wrote ${count} files into ${visible(folder)}. Open ${visible(quoteWord(join(folder, "index.html")))}\n`);
  if (withPrivate) context.err("Private names and confidential stories are in it.\n");
  else if (withheld > 0)
    context.err(
      `Left out, since they are confidential: ${withheld} ${withheld === 1 ? "story or post" : "stories and posts"}.\n`,
    );
}

async function* withProgress(
  pages: AsyncIterable<ExportedFile>,
  onProgress: (done: number, of: number) => void,
): AsyncGenerator<ExportedFile> {
  let done = 0;
  for await (const page of pages) {
    yield page;
    onProgress(++done, page.of);
  }
}

async function weekDocument(bank: Bank, week: number | undefined): Promise<string> {
  if (week === undefined)
    throw new UserError("What shall be exported?", {
      hint: "storybank export --week 1, or --ics, --csv, --html DIR, or --for PUBLISHER",
    });
  return exportWeek(bank, week);
}

/** A line for each post, with the last known value of each metric; what was never counted stays empty. */
async function postsCsv(bank: Bank, week: number | undefined): Promise<string> {
  const { start } = (await bank.config()).calendar;
  const posts = (await bank.posts())
    .map((post) => asShown(post, start))
    .filter((post) => week === undefined || post.week === week);
  const keys = [
    "id",
    "title",
    "story",
    "week",
    "day",
    "date",
    "time",
    "platform",
    "series",
    "status",
    "hook",
    "url",
  ] as const;
  const rows = posts.toSorted(byMomentDatelessLast).map((post) => {
    const results = latestResults(post.snapshots);
    const engagement = engagementOf(results);
    return [
      ...keys.map((key) => post[key]),
      ...METRICS.map((metric) => results.get(metric) ?? null),
      engagement === null ? null : Number(engagement.toFixed(4)),
    ];
  });
  return writeCsv([...keys, ...METRICS, "engagement"], rows);
}
