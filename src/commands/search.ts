import type { Command } from "commander";
import { parseDay } from "../calendar/days.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { type SearchReport, searchBank } from "../jobs/search.ts";
import { STATUSES } from "../post/post.ts";
import { STORY_STATUSES } from "../post/uses.ts";
import { foundJson, renderFound } from "../render/search.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { FILTERS, type Filter, parseQuery, type Query } from "../search/query.ts";
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
  const query = parseQuery(words);
  const bank = context.openBank();
  const readFilters = (filters: readonly Filter[]): Promise<Filter[]> =>
    Promise.all(
      filters.map(async ({ key, value }) => ({
        key,
        value: key === "week" ? String(await weekOption(value, bank, context)) : readFilterValue(key, value),
      })),
    );
  const read = { ...query, filters: await readFilters(query.filters), excluded: await readFilters(query.excluded) };
  const report = await searchBank(bank, read, limit);
  const { found, total } = report;
  if (format === "json") context.out(toJson(found.map(foundJson)));
  else if (format !== "table") context.out(found.map((each) => `${visibleLine(each[format])}\n`).join(""));
  else if (total === 0) context.err(wordNothing(report, query));
  else {
    context.out(await renderFound(found, query.words, context.paint, context.columns));
    if (total > found.length) context.err(`${total - found.length} more; see them with --limit ${total}\n`);
  }
}

function readFilterValue(key: Filter["key"], value: string): string {
  if (key === "day") {
    const day = parseDay(value);
    if (day === null)
      throw new UserError(`"${value}" is no day.`, { hint: "Days are monday to sunday, or mon to sun." });
    return day;
  }
  if (key === "status") return choiceOf(key, value, [...STORY_STATUSES, ...STATUSES]);
  if (key === "kind") return choiceOf(key, value, ["story", "post"]);
  return value;
}

function choiceOf(key: string, value: string, choices: readonly string[]): string {
  const known = [...new Set(choices)];
  const found = known.find((choice) => choice === value.toLowerCase());
  if (found === undefined)
    throw new UserError(`${key}: can't be "${value}".`, { hint: `Choose one of: ${known.join(", ")}.` });
  return found;
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
