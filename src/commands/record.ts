import type { Command } from "commander";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { addLink, parseCountedDay, recordResults } from "../jobs/lifecycle.ts";
import { parseCount } from "../post/counts.ts";
import { METRICS, type Metric } from "../post/results.ts";
import { renderResults, resultsJson } from "../render/results.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { addressOption } from "./mark.ts";
import { namedPost } from "./named.ts";

/** The metrics a person reads off a post; the others come with LinkedIn's exports. */
const COUNTED = METRICS.slice(0, 6);

type RecordFlags = Partial<Record<Metric, string>> & { at?: string; url?: string; force?: boolean; json?: boolean };

export function registerRecord(program: Command, context: Context): void {
  const command = program
    .command("record")
    .description("record what a post has brought so far, beside its targets; without figures, show it")
    .argument("[post]", "id, beginning of an id, title, path or address; or its story");
  for (const metric of COUNTED) command.option(`--${metric} <count>`, `${metric} so far`);
  command
    .option("--at <date>", "the day it was read off; else today")
    .option("--url <address>", "where the post can be read, for exports to find it by")
    .option("--force", "record a figure that is lower than the last")
    .option("--json", "print the results as JSON")
    .action((post: string | undefined, flags: RecordFlags) => runRecord(context, post, flags));
}

async function runRecord(context: Context, name: string | undefined, flags: RecordFlags): Promise<void> {
  const bank = context.openBank();
  const head = await namedPost(context, bank, name, { orPublished: true });
  const values = new Map(
    COUNTED.flatMap((metric) => {
      const count = metricOption(metric, flags[metric]);
      return count === undefined ? [] : [[metric, count] as const];
    }),
  );
  const at = flags.at === undefined ? context.today : parseCountedDay(flags.at, context.today);
  const url = addressOption(flags.url);
  if (url !== null) await addLink(bank, head, url);
  const isKept =
    values.size === 0 ||
    (await recordResults(bank, head, { at, values }, (fallen) =>
      askWhetherRight(context, fallen, flags.force === true),
    ));
  if (!isKept) {
    context.setExitCode(EXIT.usage);
    return;
  }
  const post = await bank.post(head.id);
  const { snapshots } = post;
  if (flags.json === true) context.out(toJson(resultsJson(post, snapshots)));
  else {
    if (head.status !== "published" && values.size > 0)
      context.err(`It is still marked ${head.status}: storybank mark ${visibleLine(head.id)} published\n`);
    context.out(await renderResults(post, snapshots, context.paint, context.columns));
  }
}

/** Reads a count as it is read off a platform. */
function metricOption(metric: Metric, written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const count = parseCount(written);
  if (count === null)
    throw new UserError(`--${metric} can't be "${written}".`, { hint: "Give a count such as 4012, 4,012 or 1.2k." });
  return count;
}

/** Counts of a post do not fall: a lower one is a slip, or the last was. */
async function askWhetherRight(
  context: Context,
  fallen: readonly { metric: Metric; from: number; to: number }[],
  isForced: boolean,
): Promise<boolean> {
  const words = fallen.map(({ metric, from, to }) => `${metric} ${to}, which were ${from} before`).join("; ");
  if (isForced) return true;
  if (!context.isInteractive) {
    context.err(`storybank: Nothing was recorded: ${words}.\nIf it is right, add --force.\n`);
    return false;
  }
  const isRight = await (await context.prompts()).confirm(`${words}. Is that right?`, false);
  if (!isRight) context.err("Nothing was recorded.\n");
  return isRight;
}
