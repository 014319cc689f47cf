import type { LiveBank } from "../../bank/live-bank.ts";
import { placeEntries } from "../../front-matter/entry-places.ts";
import { bodyLineOf, splitFences } from "../../front-matter/fence.ts";
import { FrontMatterError } from "../../front-matter/values.ts";
import { findHeadings, findSections } from "../../post/sections.ts";
import { lineStarts } from "../../truth/place.ts";
import { type OpenFile, readOpenPost, readOpenStory } from "./open-file.ts";

/** A part of a file with the parts in it. */
export interface OutlinePart {
  kind: "beat" | "section" | "statement" | "key";
  name: string;
  /** A few words on it; empty where there is nothing to add. */
  about: string;
  start: number;
  end: number;
  /** Where its name stands. */
  nameStart: number;
  nameEnd: number;
  parts: OutlinePart[];
}

/** A file's parts: a story's beats, the sections and statements of a post, a week's sections, the keys of the settings. */
export async function outlineFile(bank: LiveBank, file: OpenFile): Promise<OutlinePart[]> {
  if (file.kind === "story") return outlineStory(file);
  if (file.kind === "settings") return outlineSettings(file);
  const sections = outlineSections(file.text);
  if (file.kind === "week") return sections;
  const open = await readOpenPost(bank, file);
  const statements = (open?.statements ?? []).map(
    ({ text, verdict, start, end }): OutlinePart => ({
      kind: "statement",
      name: text.replace(/\s+/g, " "),
      about: verdict,
      ...{ start, end, nameStart: start, nameEnd: end },
      parts: [],
    }),
  );
  const loose = statements.filter((statement) => !putInto(sections, statement));
  return [...loose, ...sections].sort((a, b) => a.start - b.start);
}

/** Puts a part into the innermost section that holds it; false where none does. */
function putInto(sections: readonly OutlinePart[], part: OutlinePart): boolean {
  const own = sections.find(({ kind, start, end }) => kind === "section" && start <= part.start && end >= part.end);
  if (own === undefined) return false;
  if (!putInto(own.parts, part)) own.parts.push(part);
  return true;
}

async function outlineStory(file: OpenFile): Promise<OutlinePart[]> {
  const story = await readOpenStory(file);
  const starts = lineStarts(file.text);
  return (story?.beats ?? []).map(({ role, title, line, lines }): OutlinePart => {
    const last = Math.max(line, ...lines.map(({ through }) => through));
    const [start, end] = [starts[line - 1] ?? 0, endOfLine(file.text, starts, last)];
    return {
      kind: "beat",
      name: title ?? lines[0]?.text ?? role,
      about: role,
      ...{ start, end, nameStart: start, nameEnd: Math.min(end, endOfLine(file.text, starts, line)) },
      parts: [],
    };
  });
}

/** The end of a line (from 1), in front of its line break. */
function endOfLine(text: string, starts: readonly number[], line: number): number {
  const next = starts[line];
  if (next === undefined) return text.length;
  return text[next - 2] === "\r" ? next - 2 : next - 1;
}

/** The headings of a file's body, each with what stands below it up to the next of its level. */
function outlineSections(text: string): OutlinePart[] {
  const bodyLine = bodyLineIn(text);
  const starts = lineStarts(text);
  const headings = findHeadings(text.split(/\r?\n/).slice(bodyLine - 1));
  const open: { level: number; parts: OutlinePart[] }[] = [{ level: 0, parts: [] }];
  for (const [index, { index: at, level, words }] of headings.entries()) {
    const line = bodyLine + at;
    const next = headings.slice(index + 1).find((other) => other.level <= level);
    const last = next === undefined ? starts.length : bodyLine + next.index - 1;
    const start = starts[line - 1] ?? 0;
    const part: OutlinePart = {
      kind: "section",
      name: words,
      about: "",
      ...{ start, end: endOfLine(text, starts, last), nameStart: start, nameEnd: endOfLine(text, starts, line) },
      parts: [],
    };
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    open.at(-1)?.parts.push(part);
    open.push({ level, parts: part.parts });
  }
  return open[0]?.parts ?? [];
}

function bodyLineIn(text: string): number {
  try {
    return bodyLineOf(splitFences(text));
  } catch (error) {
    if (error instanceof FrontMatterError) return 1;
    throw error;
  }
}

function outlineSettings({ text }: OpenFile): OutlinePart[] {
  const parts: OutlinePart[] = [];
  const byKeys = new Map<string, OutlinePart>();
  for (const { keys, value, keyStart, keyEnd, start, end } of placeEntries(text, true)) {
    if (keyStart === start && value !== null) continue;
    const part: OutlinePart = {
      kind: "key",
      name: keys.at(-1) ?? "",
      about: value ?? "",
      ...{ start: keyStart, end: Math.max(keyEnd, end), nameStart: keyStart, nameEnd: keyEnd },
      parts: [],
    };
    byKeys.set(keys.join("\n"), part);
    const above = byKeys.get(keys.slice(0, -1).join("\n"));
    (above?.parts ?? parts).push(part);
    for (let length = keys.length - 1; length > 0; length--) {
      const outer = byKeys.get(keys.slice(0, length).join("\n"));
      if (outer !== undefined) outer.end = Math.max(outer.end, part.end);
    }
  }
  return parts;
}

/** Lines (from 1) that can be folded away, and whether they are a post's notes. */
export interface Fold {
  from: number;
  to: number;
  isNotes: boolean;
}

/** What can be folded: the front matter, the notes of a post, and every other section. */
export function findFolds({ kind, text }: OpenFile): Fold[] {
  if (kind === "settings") return [];
  const lines = text.split(/\r?\n/);
  const bodyLine = bodyLineIn(text);
  const starts = lineStarts(text);
  const notes = kind === "post" ? bodyLine + findSections(lines.slice(bodyLine - 1)).notes : -1;
  const lineOf = (at: number): number => starts.findLastIndex((start) => start <= at) + 1;
  const foldsOf = (parts: readonly OutlinePart[]): Fold[] =>
    parts.flatMap(({ start, end, parts: inner }) => {
      const [from, to] = [lineOf(start), lastSaid(lines, lineOf(end))];
      return [{ from, to, isNotes: from === notes }, ...foldsOf(inner)];
    });
  const matter = bodyLine > 2 ? [{ from: 1, to: bodyLine - 1, isNotes: false }] : [];
  return [...matter, ...foldsOf(outlineSections(text))].filter(({ from, to }) => to > from);
}

/** The last line at or above one that is not blank. */
function lastSaid(lines: readonly string[], line: number): number {
  let last = line;
  while (last > 1 && (lines[last - 1] ?? "").trim() === "") last--;
  return last;
}
