import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import type { Context } from "../context.ts";
import type { MissingPart } from "../jobs/incomplete.ts";
import { findUses, STORY_STATUSES, statusOf, type Uses } from "../post/uses.ts";
import { storyJson } from "../render/json.ts";
import { renderStories } from "../render/stories.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { matchesFilter, SORT_KEYS, sortStories } from "../story/filter.ts";
import type { StoryHead } from "../story/story.ts";
import { choiceOption, collect, countOption, dayOption, weekOption } from "./options.ts";

interface ListOptions {
  week?: string;
  day?: string;
  series?: string;
  tag?: string[];
  status?: string;
  unused?: boolean;
  incomplete?: boolean;
  match?: string;
  sort?: string;
  limit?: string;
  format?: string;
  json?: boolean;
}

export function registerList(program: Command, context: Context): void {
  program
    .command("list")
    .alias("ls")
    .description("list stories by week and day")
    .option("-w, --week <week>", "of a week: 1, this, next or 2026-W47")
    .option("-d, --day <day>", "of a weekday")
    .option("-s, --series <series>", "of a series, or one that begins like this")
    .option("-t, --tag <tag>", "with a tag; give it again for stories with both", collect)
    .option("--status <status>", "unused, drafted or published")
    .option("--unused", "that no post tells yet")
    .option("--incomplete", "without hook, question or tags, and which of them")
    .option("-m, --match <text>", "with this text in title, hook, tags or id")
    .option("--sort <key>", "by week, title, id or created")
    .option("-n, --limit <count>", "only the first so many")
    .option("--format <format>", "table, id, path or json")
    .option("--json", "short for --format json")
    .action((options: ListOptions) => runList(context, options));
}

async function runList(context: Context, options: ListOptions): Promise<void> {
  const format =
    options.json === true
      ? "json"
      : (choiceOption("format", options.format, ["table", "id", "path", "json"]) ?? "table");
  const sort = choiceOption("sort", options.sort, SORT_KEYS);
  const limit = countOption("limit", options.limit);
  const status = options.unused === true ? "unused" : choiceOption("status", options.status, STORY_STATUSES);
  const day = dayOption(options.day);
  const bank = context.openBank();
  const week = await weekOption(options.week, bank, context);
  const all = await bank.stories(week);
  const matching = all.filter((story) =>
    matchesFilter(story, { week, day, series: options.series, tags: options.tag ?? [], match: options.match }),
  );
  const isPart = week !== undefined || matching.length < all.length;
  const uses = findUses(await bank.posts(isPart ? new Set(matching.map(({ id }) => id)) : undefined));
  const missing =
    options.incomplete === true ? await (await import("../jobs/incomplete.ts")).findMissing(bank, matching) : null;
  const found = sortStories(matching, sort)
    .filter((story) => status === undefined || statusOf(uses, story.id) === status)
    .filter((story) => missing?.has(story.id) !== false)
    .slice(0, limit);
  if (format === "json")
    context.out(toJson(found.map((story) => ({ ...storyJson(story, uses), ...missingJson(story.id, missing) }))));
  else if (format === "id" || format === "path")
    context.out(found.map((story) => `${visibleLine(story[format])}\n`).join(""));
  else await printTable(context, bank, { found, uses, missing });
}

interface Listed {
  found: readonly StoryHead[];
  uses: Uses;
  /** What each story lacks, where that is asked for. */
  missing: ReadonlyMap<string, readonly MissingPart[]> | null;
}

async function printTable(
  { out, err, paint, columns }: Context,
  bank: Bank,
  { found, uses, missing }: Listed,
): Promise<void> {
  if (found.length > 0 && missing !== null) {
    const { renderIncomplete } = await import("../render/incomplete.ts");
    out(await renderIncomplete(found, missing, paint, columns));
    return;
  }
  if (found.length > 0) {
    out(await renderStories(found, uses, await bank.weeks(), paint, columns));
    return;
  }
  const total = (await bank.stories()).length;
  const none = missing === null ? `None of the ${total} stories match.` : "None of them lacks hook, question or tags.";
  err(total === 0 ? "The bank has no stories yet. Add one with: storybank add\n" : `${none}\n`);
}

/** Only `--incomplete` adds to the public shape. */
function missingJson(id: string, missing: Listed["missing"]) {
  return missing === null ? {} : { missing: missing.get(id) ?? [] };
}
