import { resolve } from "node:path";
import type { Command } from "commander";
import { createFile } from "../bank/write.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { exportWeek } from "../jobs/export-week.ts";
import { visible } from "../render/visible.ts";
import { weekOption } from "./options.ts";

export function registerExport(program: Command, context: Context): void {
  program
    .command("export")
    .description("write a week and its stories as one document, as it was imported")
    .option("-w, --week <week>", "1, this, next or 2026-W47")
    .option("-o, --out <file>", "write into a new file instead of to standard output")
    .action((options: { week?: string; out?: string }) => runExport(context, options));
}

async function runExport(context: Context, options: { week?: string; out?: string }): Promise<void> {
  const bank = context.openBank();
  const week = await weekOption(options.week, bank, context);
  if (week === undefined) throw new UserError("Which week?", { hint: "storybank export --week 1" });
  const text = await exportWeek(bank, week);
  if (options.out === undefined) {
    context.out(context.columns === Number.POSITIVE_INFINITY ? text : visible(text));
    return;
  }
  if (!createFile(resolve(context.cwd, options.out), text))
    throw new UserError(`${options.out} is there already.`, { hint: "Nothing was written; choose another name." });
  context.out(`Wrote week ${week} to ${visible(options.out)}.\n`);
}
