import type { Command } from "commander";
import { formatDate, parseDate } from "../calendar/dates.ts";
import type { Context } from "../context.ts";
import { refusedValue } from "../errors.ts";
import { openRepository } from "../git/repository.ts";
import { type HistoryEntry, readHistory } from "../jobs/history.ts";
import { entryJson, renderEntry, wordDayOf } from "../render/history.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { loadWidths } from "../render/width.ts";
import { quoteWord } from "../story/quote-word.ts";
import { authorOption, countOption } from "./options.ts";
import { quietGit } from "./quiet-git.ts";

interface LogFlags {
  limit?: string;
  since?: string;
  author?: string;
  ids?: boolean;
  whole?: boolean;
  json?: boolean;
}

export function registerLog(program: Command, context: Context): void {
  program
    .command("log")
    .description("who changed what and when, in the bank's words, from git; the latest first")
    .argument("[story-or-post]", "a story or post; without one, the whole bank")
    .option("-n, --limit <count>", "the last so many times (20)")
    .option("--since <date>", "from this day on: 2025-01-07")
    .option("--author <person>", "what a person did, or one whose name has a word that begins like this")
    .option("--ids", "with the ids of commits, for storybank diff")
    .option("--whole", "everything that was done at a time, however much it is")
    .option("--json", "print it as JSON")
    .action((name: string | undefined, flags: LogFlags) => runLog(context, name, flags));
}

const USUAL_LIMIT = 20;

async function runLog(context: Context, name: string | undefined, flags: LogFlags): Promise<void> {
  const limit = countOption("limit", flags.limit) ?? USUAL_LIMIT;
  const since = dateOption(flags.since);
  const bank = context.openBank();
  const repository = await openRepository(bank.root, quietGit(context));
  const head = name === undefined ? null : (await bank.storyOrPost(name)).head;
  const isTheirs = flags.author === undefined ? null : await authorOption(flags.author, bank);
  const history = readHistory(bank, repository, { path: head?.path ?? null, isTheirs, since });
  if (flags.json === true) {
    const { entries } = await takeEntries(history, limit, async () => {});
    context.out(toJson(entries.map(entryJson)));
    return;
  }
  if (head !== null) context.out(`${context.paint.strong(visibleLine(head.title))}\n\n`);
  const look = {
    isAlone: head !== null,
    withIds: flags.ids === true,
    isWhole: flags.whole === true,
    paint: context.paint,
    columns: context.columns,
  };
  const { entries, isMore } = await takeEntries(history, limit, async (entry, above) =>
    context.out(await renderBelow(entry, above, look)),
  );
  const item = head === null ? "" : ` ${quoteWord(visibleLine(head.id))}`;
  if (isMore) context.err(`Older: storybank log${item} --limit ${Math.max(limit, 1) * 5}\n`);
  else if (entries.length === 0) context.err(wordNothing(flags, since));
}

/** Takes so many entries of a history, and hands each on as soon as it is there, with the one above it. */
async function takeEntries(
  history: AsyncIterable<HistoryEntry>,
  limit: number,
  onEntry: (entry: HistoryEntry, above: HistoryEntry | undefined) => Promise<void>,
): Promise<{ entries: HistoryEntry[]; isMore: boolean }> {
  const entries: HistoryEntry[] = [];
  for await (const entry of history) {
    if (entries.length >= limit) return { entries, isMore: true };
    await onEntry(entry, entries.at(-1));
    entries.push(entry);
  }
  return { entries, isMore: false };
}

async function renderBelow(
  entry: HistoryEntry,
  above: HistoryEntry | undefined,
  look: Parameters<typeof renderEntry>[1],
): Promise<string> {
  await loadWidths([entry.who ?? "", ...entry.files.map(({ name }) => name)]);
  const day = wordDayOf(entry);
  const isNewDay = above === undefined || wordDayOf(above) !== day;
  return `${isNewDay ? `${above === undefined ? "" : "\n"}${look.paint.accent(day)}\n` : ""}${renderEntry(entry, look)}`;
}

function wordNothing({ author }: LogFlags, since: string | null): string {
  if (author === undefined && since === null)
    return "Nothing was committed yet. Keep what there is with: storybank sync\n";
  const when = since === null ? "" : ` since ${formatDate(since)}`;
  return `Nothing was done${author === undefined ? "" : ` by ${visibleLine(author)}`}${when}.\n`;
}

function dateOption(written: string | undefined): string | null {
  if (written === undefined) return null;
  const date = parseDate(written);
  if (date === null) throw refusedValue(written, `--since can't be "${written}".`, "Write it as YYYY-MM-DD.");
  return date;
}
