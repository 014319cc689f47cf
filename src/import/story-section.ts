import { type Day, dayName } from "../calendar/days.ts";
import { DICTIONARY } from "../language/dictionary.ts";
import { metaName } from "../language/document.ts";
import { keyOf } from "../language/lex.ts";
import type { DocumentProblem, DocumentStory } from "./document.ts";
import { escapeFrame } from "./frame.ts";
import { type Taken, takeHook } from "./hook-line.ts";
import { type MetaLine, readMetaLine } from "./meta-line.ts";
import { unwrapQuotes } from "./quotes.ts";
import { readHeading } from "./story-heading.ts";
import { findWeekday } from "./weekday.ts";

/** Reads a story's section: its heading, its For and Hook lines in any usual style, and the narrative as written. */
export function readStorySection(
  lines: readonly string[],
  firstLine: number,
  position: number,
  problems: DocumentProblem[],
): Omit<DocumentStory, "angle"> {
  const heading = readHeading(lines[0] ?? "", position);
  if (heading.title === "") problems.push({ line: firstLine, message: "a story without a title" });
  const title = heading.title === "" ? `Story ${heading.number ?? position}` : heading.title;
  // A setext heading is underlined on its second line.
  const underline = /^\s*(?:=+|-+)\s*$/.test(lines[1] ?? "") && !/^\s*#/.test(lines[0] ?? "") ? 1 : 0;
  const story: SectionMeta = {
    day: null,
    series: null,
    hook: null,
    tags: [],
  };
  const framed = [heading.frame, ...lines.slice(1, 1 + underline).map(escapeFrame)];
  let at = 1 + underline;
  for (let next = at; next < lines.length; ) {
    if ((lines[next] ?? "").trim() === "") {
      next++;
      continue;
    }
    const taken = takeMeta(lines, next, story, firstLine, problems);
    if (taken === null) break;
    framed.push(...lines.slice(at, next).map(escapeFrame), ...taken.framed);
    next = at = next + taken.count;
  }
  const body = trimBody(lines.slice(at));
  framed.push(...body.before.map(escapeFrame), "{body}", ...body.after.map(escapeFrame));
  return {
    title,
    ...story,
    icon: heading.icon,
    body: body.lines.join("\n"),
    section: `${framed.join("\n").trimEnd()}\n`,
    line: firstLine,
  };
}

type SectionMeta = Pick<DocumentStory, "day" | "series" | "hook" | "tags">;

/** Takes one metadata line (and the lines it runs on over) off the front of a section; null where the narrative starts. */
function takeMeta(
  lines: readonly string[],
  at: number,
  story: SectionMeta,
  firstLine: number,
  problems: DocumentProblem[],
): Taken | null {
  const line = lines[at] ?? "";
  const meta = readMetaLine(line);
  const name = meta === null ? null : metaName(meta.label);
  const problem = (what: string): void => {
    problems.push({ line: firstLine + at, message: `${what} "${line.trim()}"` });
  };
  if (meta === null) return null;
  if (name === "hook") {
    if (story.hook !== null) return null;
    const taken = takeHook(meta, lines, at);
    if (taken === null)
      problems.push({ line: firstLine + at, message: `a hook line without a hook ("${line.trim()}")` });
    else story.hook = taken.hook;
    return taken ?? { framed: [escapeFrame(line)], count: 1 };
  }
  if (meta.value === "") return null;
  if (name === "tags") {
    story.tags = readTags(meta.value);
    return { framed: [escapeFrame(line)], count: 1 };
  }
  return name === "for" || name === "day" || name === "series" ? takePlace(meta, name, story, problem) : null;
}

function readTags(value: string): string[] {
  return value
    .split(/[,;]|\s(?=#)/)
    .map((tag) => tag.trim().replace(/^#/, ""))
    .filter((tag) => tag !== "");
}

/** Takes a story's day and series off a line that names either or both. */
function takePlace(
  meta: MetaLine,
  name: "for" | "day" | "series",
  story: SectionMeta,
  problem: (what: string) => void,
): Taken {
  const weekday = name === "series" ? null : findWeekday(meta.value);
  if (weekday === null && name !== "series") problem("no weekday in");
  const series = name === "day" ? null : seriesOf(meta.value, weekday);
  story.day ??= weekday?.day ?? null;
  story.series ??= series;
  return { framed: [`${escapeFrame(meta.before)}${frameValue(meta.value, weekday, series)}${meta.after}`], count: 1 };
}

/** "Tuesday Architecture Debate Post" → "Architecture Debate"; what says only that it is a post goes. */
function seriesOf(value: string, weekday: { written: string; at: number } | null): string | null {
  const rest =
    weekday === null ? value : `${value.slice(0, weekday.at)} ${value.slice(weekday.at + weekday.written.length)}`;
  const { inner } = unwrapQuotes(rest.replace(/^[\s,:;–—(|/-]+|[\s,:;–—)|/-]+$/gu, ""));
  const words = inner.trim();
  const last = words.search(/\S+$/);
  const published = DICTIONARY.published.get(keyOf(words.slice(last)));
  if (last > 0) return published === undefined ? words : words.slice(0, last).trim();
  return words === "" || published === "post" ? null : words;
}

function frameValue(value: string, weekday: { day: Day; written: string } | null, series: string | null): string {
  let framed = escapeFrame(value);
  if (series !== null && framed.includes(series)) framed = framed.replace(series, () => "{series}");
  return weekday !== null && weekday.written === dayName(weekday.day)
    ? framed.replace(weekday.written, () => "{day}")
    : framed;
}

/** The narrative without the blank lines around it and the rule that closes the section. */
function trimBody(lines: readonly string[]): { before: string[]; lines: string[]; after: string[] } {
  let from = 0;
  let to = lines.length;
  const isBlank = (line: string | undefined): boolean => line !== undefined && line.trim() === "";
  while (from < to && isBlank(lines[from])) from++;
  while (to > from && isBlank(lines[to - 1])) to--;
  if (
    to > from &&
    /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(lines[to - 1] ?? "") &&
    (to - 1 === from || isBlank(lines[to - 2]))
  ) {
    to--;
    while (to > from && isBlank(lines[to - 1])) to--;
  }
  // Without a narrative there is no telling on which side of it a blank line stood.
  if (from === to)
    return { before: [""], lines: [], after: lines.slice(to).some((line) => line.trim() !== "") ? ["", "---"] : [] };
  return { before: lines.slice(0, from), lines: lines.slice(from, to), after: lines.slice(to) };
}
