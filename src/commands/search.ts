import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { readQuery } from "../jobs/read-query.ts";
import { type SearchReport, searchBank } from "../jobs/search.ts";
import { foundJson, renderFound } from "../render/search.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { FILTERS, type Query } from "../search/query.ts";
import { choiceOption, countOption, weekOption } from "./options.ts";

interface SearchOptions {
  limit?: string;
  format?: string;
  json?: boolean;
}

/** As many as fit on a screen; `--limit` asks for more. */
const SHOWN = 20;

export function registerSearch(program: Command, context: Context): void {
  // What begins with a dash is a word that must not be there, so it has no short options of its own.
  program.enablePositionalOptions();
  program
    .command("search")
    .description(
      'find stories and posts: all of the words, "a phrase", -without a word; tag:, week:, day:, status: and kind: narrow it',
    )
    .argument("<words...>", "what to look for; a word's beginning is enough")
    .option("--limit <count>", `only the first so many; ${SHOWN} where nothing is said, all with --json`)
    .option("--format <format>", "table, id, path or json")
    .option("--json", "short for --format json")
    .allowUnknownOption()
    .action((words: string[], options: SearchOptions) => runSearch(context, words, options));
}

async function runSearch(context: Context, words: readonly string[], options: SearchOptions): Promise<void> {
  const format =
    options.json === true
      ? "json"
      : (choiceOption("format", options.format, ["table", "id", "path", "json"]) ?? "table");
  const unknown = words.find((word) => /^--\w/.test(word));
  if (unknown !== undefined)
    throw new UserError(`Unknown option '${unknown}'.`, { hint: "See: storybank search --help" });
  const limit = countOption("limit", options.limit) ?? (format === "table" ? SHOWN : Number.POSITIVE_INFINITY);
  const bank = context.openBank();
  const query = await readQuery(words, async (week) => (await weekOption(week, bank, context)) ?? null);
  const report = await searchBank(bank, query, limit);
  const { found, total } = report;
  if (format === "json") context.out(toJson(found.map(foundJson)));
  else if (format !== "table") context.out(found.map((each) => `${visibleLine(each[format])}\n`).join(""));
  else if (total === 0) context.err(wordNothing(report, query));
  else {
    context.out(await renderFound(found, query.words, context.paint, context.columns));
    if (total > found.length) context.err(`${total - found.length} more; see them with --limit ${total}\n`);
  }
}

function wordNothing({ files, unknown }: SearchReport, { words, without, filters, excluded }: Query): string {
  if (files === 0) return "The bank has no stories yet. Add one with: storybank add\n";
  const looksLikeFilter = words.find(({ written }) => /^[a-z]+:[^/\s]/i.test(written))?.written.split(":")[0];
  if (looksLikeFilter !== undefined)
    return `Nothing matches. There is no filter ${visibleLine(looksLikeFilter)}:, there are ${FILTERS.join(":, ")}:.\n`;
  if (filters.some(({ key }) => key === "tag"))
    return "No story or post matches. Tags are matched whole; see them with: storybank tags\n";
  if (words.some(({ parts }) => parts.length > 1))
    return "No story or post says that in a row. Without the quotes, the words may stand anywhere.\n";
  const isAlone = words.length === 1 && without.length + filters.length + excluded.length === 0;
  const stranger = isAlone ? words[0]?.written : unknown[0];
  if (stranger !== undefined)
    return `No story or post says "${shorten(visibleLine(stranger))}". A word's beginning is enough: try fewer letters.\n`;
  return words.length > 1 ? "No story or post has all of these words. Leave one out.\n" : "No story or post matches.\n";
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
