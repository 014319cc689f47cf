import type { Command } from "commander";
import { parseDate } from "../calendar/dates.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { openStats } from "../jobs/stats.ts";
import { STAT_KEYS, type StatRow } from "../post/stats.ts";
import { writeCsv } from "../render/csv.ts";
import { renderStats } from "../render/stats.ts";
import { toJson } from "../render/visible.ts";
import { choiceOption } from "./options.ts";

interface StatsFlags {
  by?: string;
  since?: string;
  csv?: boolean;
  json?: boolean;
}

export function registerStats(program: Command, context: Context): void {
  program
    .command("stats")
    .description("what posts have brought, against their targets: medians, with the number of posts")
    .option("--by <key>", `${STAT_KEYS.join(", ")} (series)`)
    .option("--since <date>", "only posts from a day on: YYYY-MM-DD")
    .option("--csv", "print CSV")
    .option("--json", "print JSON")
    .action((flags: StatsFlags) => runStats(context, flags));
}

async function runStats(context: Context, flags: StatsFlags): Promise<void> {
  const by = choiceOption("by", flags.by, STAT_KEYS) ?? "series";
  const since = flags.since === undefined ? null : parseDate(flags.since);
  if (flags.since !== undefined && since === null)
    throw new UserError(`--since can't be "${flags.since}".`, { hint: "Write it as YYYY-MM-DD." });
  const bank = context.openBank();
  const all = await bank.posts();
  const posts = all.filter(({ date }) => since === null || (date !== null && date >= since));
  const rows = (await openStats(bank, posts))(by);
  if (flags.json === true) context.out(toJson(rows.map(statJson)));
  else if (flags.csv === true)
    context.out(
      await writeCsv(
        Object.keys(EMPTY),
        rows.map((row) => Object.values(statJson(row))),
      ),
    );
  else if (rows.length === 0)
    context.err(
      all.length === 0
        ? "There are no posts yet. Make one with: storybank draft\n"
        : "No post has results yet. Record them with: storybank record POST --impressions …\n",
    );
  else context.out(await renderStats(rows, by, context.paint, context.columns));
}

const EMPTY = {
  key: "",
  posts: 0,
  impressions: 0,
  reactions: 0,
  comments: 0,
  engagement: 0,
  target: "",
  judgement: "",
};

/** The shape is public. */
function statJson({ key, posts, impressions, reactions, comments, engagement, target, judgement }: StatRow) {
  return { key, posts, impressions, reactions, comments, engagement, target: target?.written ?? null, judgement };
}
