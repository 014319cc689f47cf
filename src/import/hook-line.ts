import { escapeFrame } from "./frame.ts";
import { type MetaLine, readMetaLine } from "./meta-line.ts";
import { unwrapQuotes } from "./quotes.ts";

/** Lines that were understood: how many, and how they are written with holes in place of their values. */
export interface Taken {
  framed: readonly string[];
  count: number;
}

interface Start {
  before: string;
  value: string;
  count: number;
}

/** A hook in quotes goes on over at most so many lines. */
const MOST_LINES = 6;

/** Takes a hook that stands behind its label, below it, or in quotes over several lines. */
export function takeHook(meta: MetaLine, lines: readonly string[], at: number): (Taken & { hook: string }) | null {
  const start = meta.value === "" ? startBelow(lines, at) : { before: meta.before, value: meta.value, count: 1 };
  if (start === null) return null;
  const more = closingLines(start.value, lines.slice(at + start.count));
  const value = [start.value, ...more].join("\n");
  const count = start.count + more.length;
  const trimmed = value.trimEnd();
  const { open, inner, close } = unwrapQuotes(trimmed);
  const after = count === 1 ? meta.after : value.slice(trimmed.length);
  return {
    hook: inner.trim(),
    framed: `${escapeFrame(start.before)}${escapeFrame(open)}{hook}${escapeFrame(close)}${after}`.split("\n"),
    count,
  };
}

/** The first line with words below a label that has nothing behind it. */
function startBelow(lines: readonly string[], at: number): Start | null {
  const below = lines.findIndex((line, index) => index > at && line.trim() !== "");
  const line = lines[below] ?? "";
  const quoted = /^(\s*(?:>\s*)?)(\S.*)$/.exec(line);
  if (below < 0 || quoted === null || readMetaLine(line) !== null || /^\s*(?:#|```|---)/.test(line)) return null;
  const before = `${lines.slice(at, below).join("\n")}\n${quoted[1]}`;
  return { before, value: quoted[2] ?? "", count: below - at + 1 };
}

/** The lines up to the one that closes the quotes a text opens; none where nothing closes them. */
function closingLines(value: string, lines: readonly string[]): readonly string[] {
  if (!isOpenQuote(value)) return [];
  const blank = lines.findIndex((line) => line.trim() === "");
  const taken = lines.slice(0, blank < 0 ? MOST_LINES : Math.min(blank, MOST_LINES));
  const end = taken.findIndex((_, index) => !isOpenQuote([value, ...taken.slice(0, index + 1)].join("\n")));
  return taken.slice(0, end + 1);
}
function isOpenQuote(value: string): boolean {
  const text = value.trim();
  return (
    (/^["]/.test(text) && (text.match(/"/g)?.length ?? 0) % 2 === 1) ||
    (/^[“„«]/.test(text) && !/[”“»"]$/.test(text.slice(1)))
  );
}
