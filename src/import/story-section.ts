import { type Day, dayName } from "../calendar/days.ts";
import { cutHole, escapeBraces } from "./skeleton.ts";
import type { DocumentProblem, DocumentStory } from "./week-document.ts";
import { findWeekday, type MetaLine, type MetaName, metaName, readMetaLine, unwrapQuotes } from "./words.ts";

/** `## 🔥 **STORY 1: The Shortcut**` and its kin: any heading level, emoji, bold or not, `:`, `.`, `–`, `—` or `-`. */
export const STORY_LINE =
  /^\s{0,3}((?:#{1,6}\s+)?[^\p{L}\p{N}]*?)(story|geschichte|histoire|historia|storia)(\s*#?\s*)(\d{1,6})?(\**\s*(?:[:：.]|[–—-](?=\s))\s*\**\s*)(\S.*?)?(\s*(?:\*{2,3}|_{2,3})?\s*#*\s*)$/iu;

/** Reads a story's section: its heading, its For and Hook lines in any usual style, and the narrative as written. */
export function readStorySection(
  lines: readonly string[],
  firstLine: number,
  position: number,
  problems: DocumentProblem[],
): Omit<DocumentStory, "angle"> {
  const heading = readHeading(lines[0] ?? "", position);
  if (heading.title === "") problems.push({ line: firstLine, code: "no-title" });
  const title = heading.title === "" ? `Story ${heading.number ?? position}` : heading.title;
  // A setext heading is underlined on its second line.
  const underline = /^\s*(?:=+|-+)\s*$/.test(lines[1] ?? "") && !/^\s*#/.test(lines[0] ?? "") ? 1 : 0;
  const story: SectionMeta = {
    day: null,
    series: null,
    hook: null,
    tags: [],
  };
  const withHoles = [heading.skeleton, ...lines.slice(1, 1 + underline).map(escapeBraces)];
  let at = 1 + underline;
  for (let next = at; next < lines.length; ) {
    if ((lines[next] ?? "").trim() === "") {
      next++;
      continue;
    }
    const taken = takeMeta(lines, next, story, firstLine, problems);
    if (taken === null) break;
    withHoles.push(...lines.slice(at, next).map(escapeBraces), ...taken.withHoles);
    next = at = next + taken.count;
  }
  const body = trimBody(lines.slice(at));
  withHoles.push(...body.before.map(escapeBraces), "{body}", ...body.after.map(escapeBraces));
  return {
    title,
    ...story,
    icon: heading.icon,
    body: body.lines.join("\n"),
    section: `${withHoles.join("\n").trimEnd()}\n`,
    line: firstLine,
  };
}

function readHeading(
  line: string,
  position: number,
): { title: string; number: number | null; icon: string | null; skeleton: string } {
  const [, prefix = "", word = "", gap = "", digits, separator = "", title = "", tail = ""] =
    STORY_LINE.exec(line) ?? [];
  const icon =
    /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/u.exec(prefix)?.[0] ??
    null;
  const lead = line.slice(0, line.length - line.trimStart().length);
  const prefixWithHoles = icon === null ? escapeBraces(prefix) : (cutHole(prefix, icon, "icon") ?? prefix);
  const number =
    digits === undefined ? "" : Number(digits) === position && String(position) === digits ? "{number}" : digits;
  return {
    title,
    number: digits === undefined ? null : Number(digits),
    icon,
    skeleton: `${lead}${prefixWithHoles}${word}${gap}${number}${escapeBraces(separator)}${title === "" ? "" : "{title}"}${tail}`,
  };
}

type SectionMeta = Pick<DocumentStory, "day" | "series" | "hook" | "tags">;

interface Taken {
  withHoles: readonly string[];
  count: number;
}

/** Takes one metadata line (and the lines it runs on over) off the front of a section; null where the narrative starts. */
function takeMeta(
  lines: readonly string[],
  at: number,
  story: SectionMeta,
  firstLine: number,
  problems: DocumentProblem[],
): Taken | null {
  const meta = readMetaLine(lines[at] ?? "");
  const name = meta === null ? null : metaName(meta.label);
  if (meta === null || !isStoryMeta(name)) return null;
  if (name === "hook") {
    if (story.hook !== null) return null;
    const taken = takeHook(meta, lines, at);
    if (taken === null) problems.push({ line: firstLine + at, code: "no-hook", words: (lines[at] ?? "").trim() });
    else story.hook = taken.hook;
    return taken ?? { withHoles: [escapeBraces(lines[at] ?? "")], count: 1 };
  }
  if (meta.value === "") return null;
  if (name === "tags") {
    story.tags = meta.value
      .split(/[,;]|\s(?=#)/)
      .map((tag) => tag.trim().replace(/^#/, ""))
      .filter((tag) => tag !== "");
    return { withHoles: [escapeBraces(lines[at] ?? "")], count: 1 };
  }
  const weekday = name === "series" ? null : findWeekday(meta.value);
  if (weekday === null && name !== "series")
    problems.push({ line: firstLine + at, code: "no-weekday", words: (lines[at] ?? "").trim() });
  const series = name === "day" ? null : seriesOf(meta.value, weekday);
  story.day ??= weekday?.day ?? null;
  story.series ??= series;
  return { withHoles: [`${escapeBraces(meta.before)}${cutValue(meta.value, weekday, series)}${meta.after}`], count: 1 };
}

function isStoryMeta(name: MetaName | null): name is "tags" | "for" | "day" | "series" | "hook" {
  return name === "tags" || name === "for" || name === "day" || name === "series" || name === "hook";
}

/** A hook stands behind its label, below it, or in quotes over several lines. */
function takeHook(meta: MetaLine, lines: readonly string[], at: number): (Taken & { hook: string }) | null {
  let before = meta.before;
  let value = meta.value;
  let count = 1;
  if (value === "") {
    const below = lines.findIndex((line, index) => index > at && line.trim() !== "");
    const line = lines[below] ?? "";
    const quoted = /^(\s*(?:>\s*)?)(\S.*?)(\s*)$/.exec(line);
    if (below < 0 || quoted === null || readMetaLine(line) !== null || /^\s*(?:#|```|---)/.test(line)) return null;
    before = `${lines.slice(at, below).join("\n")}\n${quoted[1]}`;
    value = (quoted[2] ?? "") + (quoted[3] ?? "");
    count = below - at + 1;
  }
  for (
    let next = at + count;
    isOpenQuote(value) && (lines[next] ?? "").trim() !== "" && next < at + count + 6;
    next++
  ) {
    value += `\n${lines[next]}`;
  }
  if (value.includes("\n")) {
    if (isOpenQuote(value)) value = value.split("\n")[0] ?? "";
    else count += value.split("\n").length - 1;
  }
  const trimmed = value.trimEnd();
  const { open, inner, close } = unwrapQuotes(trimmed);
  const after = count === 1 ? meta.after : value.slice(trimmed.length);
  return {
    hook: inner.trim(),
    withHoles: `${escapeBraces(before)}${escapeBraces(open)}{hook}${escapeBraces(close)}${after}`.split("\n"),
    count,
  };
}

function isOpenQuote(value: string): boolean {
  const text = value.trim();
  return (
    (/^["]/.test(text) && (text.match(/"/g)?.length ?? 0) % 2 === 1) ||
    (/^[“„«]/.test(text) && !/[”“»"]$/.test(text.slice(1)))
  );
}

/** "Tuesday Architecture Debate Post" → "Architecture Debate"; what says only that it is a post goes. */
function seriesOf(value: string, weekday: { written: string; at: number } | null): string | null {
  const rest =
    weekday === null ? value : `${value.slice(0, weekday.at)} ${value.slice(weekday.at + weekday.written.length)}`;
  const words = unwrapQuotes(rest.replace(/^[\s,:;–—(|/-]+|[\s,:;–—)|/-]+$/gu, ""))
    .inner.replace(/\s+(?:posts?|launch|article|thread|beitrag|artikel)$/iu, "")
    .trim();
  return words === "" || /^(?:posts?|launch|beitrag)$/i.test(words) ? null : words;
}

function cutValue(value: string, weekday: { day: Day; written: string } | null, series: string | null): string {
  let withHoles = escapeBraces(value);
  if (series !== null && withHoles.includes(series)) withHoles = withHoles.replace(series, () => "{series}");
  return weekday !== null && weekday.written === dayName(weekday.day)
    ? withHoles.replace(weekday.written, () => "{day}")
    : withHoles;
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
