import { resolve } from "node:path";
import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import { createFile } from "../bank/write.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { collectEvents } from "../jobs/export-calendar.ts";
import { exportWeek } from "../jobs/export-week.ts";
import { engagementOf, latestResults, METRICS } from "../post/results.ts";
import { writeCalendar } from "../render/calendar-file.ts";
import { writeCsv } from "../render/csv.ts";
import { visible } from "../render/visible.ts";
import { weekOption } from "./options.ts";

interface ExportFlags {
  week?: string;
  ics?: boolean;
  csv?: boolean;
  out?: string;
}

export function registerExport(program: Command, context: Context): void {
  program
    .command("export")
    .description("write a week as one document, or posts as a calendar or a table")
    .option("-w, --week <week>", "1, this, next or 2026-W47; as a document unless --ics or --csv says otherwise")
    .option("--ics", "posts and empty slots as a calendar file")
    .option("--csv", "posts and their results as CSV")
    .option("-o, --out <file>", "write into a new file instead of to standard output")
    .action((options: ExportFlags) => runExport(context, options));
}

async function runExport(context: Context, options: ExportFlags): Promise<void> {
  if (options.ics === true && options.csv === true)
    throw new UserError("--ics and --csv are two exports.", { hint: "Run the command once for each." });
  const bank = context.openBank();
  const week = await weekOption(options.week, bank, context);
  const text =
    options.ics === true
      ? await writeCalendar(await collectEvents(bank, context.today, week), (await bank.config()).calendar.timezone)
      : options.csv === true
        ? await postsCsv(bank, week)
        : await weekDocument(bank, week);
  if (options.out === undefined) {
    context.out(context.columns === Number.POSITIVE_INFINITY ? text : visible(text.replaceAll("\r\n", "\n")));
    return;
  }
  if (!createFile(resolve(context.cwd, options.out), text))
    throw new UserError(`${options.out} is there already.`, { hint: "Nothing was written; choose another name." });
  context.out(`Wrote ${visible(options.out)}.\n`);
}

async function weekDocument(bank: Bank, week: number | undefined): Promise<string> {
  if (week === undefined)
    throw new UserError("What shall be exported?", { hint: "storybank export --week 1, or --ics, or --csv" });
  return exportWeek(bank, week);
}

/** A line for each post, with the last known value of each metric; what was never counted stays empty. */
async function postsCsv(bank: Bank, week: number | undefined): Promise<string> {
  const posts = (await bank.posts()).filter((post) => week === undefined || post.week === week);
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
  const rows = posts
    .toSorted((a, b) => ((a.date ?? "9") < (b.date ?? "9") ? -1 : 1))
    .map((post) => {
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
