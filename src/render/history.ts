import { formatDate, parseDate } from "../calendar/dates.ts";
import type { HistoryEntry } from "../jobs/history.ts";
import { wordEvent } from "./events.ts";
import type { Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { readableWidth, widthOf } from "./width.ts";
import { wrapText } from "./wrap.ts";

/** How a history is shown. */
export interface HistoryLook {
  /** It is about one file, whose name needs no telling. */
  isAlone: boolean;
  /** With each commit's short id, for `diff`. */
  withIds: boolean;
  /** Everything that was done, however much it is. */
  isWhole: boolean;
  paint: Paint;
  columns: number;
}

/** The day of an entry as a heading, which stands above the first of each day. */
export function wordDayOf({ at }: HistoryEntry): string {
  const date = parseDate(at?.slice(0, 10) ?? "");
  return date === null ? "Not committed yet" : formatDate(date);
}

/** An entry: when, who, and what they did, a line for each thing. */
export function renderEntry(entry: HistoryEntry, look: HistoryLook): string {
  const { paint, columns } = look;
  const width = readableWidth(columns, 100);
  const time = entry.at?.slice(11, 16) ?? "";
  const id = look.withIds ? (entry.commit?.slice(0, 9) ?? "") : "";
  const lead = [time, id, visibleLine(entry.who ?? "")].filter((part) => part !== "");
  const head = lead.join("  ");
  const lines = wordEntry(entry, look);
  // A long name leaves no room beside it.
  const isBeside = head !== "" && widthOf(head) + 4 <= width / 2;
  const indent = isBeside ? widthOf(head) + 4 : 4;
  const room = Math.max(width - indent, 20);
  const body = lines.flatMap((line) => {
    const [first = "", ...rest] = wrapText(line, room);
    return [first, ...rest.flatMap((part) => wrapText(part, room - 2)).map((part) => `  ${part}`)];
  });
  const painted = lead.map((part, index) => (index === lead.length - 1 ? paint.strong(part) : paint.faint(part)));
  const texts = body.map((line) => " ".repeat(indent) + line);
  if (isBeside) texts[0] = `  ${painted.join("  ")}  ${body[0] ?? ""}`;
  else if (head !== "") texts.unshift(`  ${painted.join("  ")}`);
  return texts.map((line) => `${line}\n`).join("");
}

/** More than so many things done at once are counted, not told. */
const MOST_TOLD = 12;

function wordEntry({ files, who }: HistoryEntry, { isAlone, isWhole }: HistoryLook): string[] {
  const told = files.flatMap((file) =>
    file.events.map((event) => visibleLine(wordEvent(event, isAlone ? null : file, who))),
  );
  if (isWhole || told.length <= MOST_TOLD) return told;
  return [...told.slice(0, MOST_TOLD - 1), `… and ${told.length - MOST_TOLD + 1} other things; all of them: --whole`];
}

/** An entry as `log --json` prints it; the shape is public. */
export function entryJson({ commit, who, at, files }: HistoryEntry) {
  return { commit, who, at, files: files.map(({ kind, path, name, events }) => ({ kind, path, name, events })) };
}
