import type { DateText } from "../calendar/dates.ts";
import type { Day } from "../calendar/days.ts";
import { metaName } from "../language/document.ts";
import type { MetaName } from "../language/document-lexicon.ts";
import { findSections } from "../post/sections.ts";
import { readLines } from "../text/read-lines.ts";
import { unwrap } from "../text/unwrap.ts";
import type { DocumentProblem } from "./document.ts";
import { readMetaLine } from "./meta-line.ts";
import { findTargets } from "./targets.ts";
import { findWeekday } from "./weekday.ts";
import { readWrittenDate, readWrittenTime } from "./written-dates.ts";

/** A finished post as its document tells it. */
export interface PostDocument {
  title: string;
  day: Day | null;
  date: DateText | null;
  /** `HH:MM` */
  time: string | null;
  platform: string | null;
  type: string | null;
  hook: string | null;
  /** Without their `#`. */
  hashtags: readonly string[];
  targets: ReadonlyMap<string, string>;
  /** Every line of the document but its title and the metadata that was understood. */
  body: string;
  problems: readonly DocumentProblem[];
}

/** Whether a text is a finished post: it has a section for the post's text. */
export function isPostDocument(text: string): boolean {
  return findSections(text.split("\n")).post >= 0;
}

export function parsePostDocument(text: string): PostDocument {
  const lines = text.split("\n");
  const sections = findSections(lines);
  const postAt = Math.max(0, sections.post);
  const notesAt = sections.notes;
  const head = readHead(lines.slice(0, postAt));
  const post = lines.slice(postAt + 1, notesAt < 0 ? lines.length : notesAt).join("\n");
  const kept = head.kept.length === 0 ? "" : `${head.kept.join("\n")}\n\n`;
  return {
    ...head.fields,
    hook: findHook(post),
    hashtags: findHashtags(post),
    targets: notesAt < 0 ? new Map() : findTargets(lines.slice(notesAt + 1).join("\n")),
    body: `${kept}${lines.slice(postAt).join("\n").trimEnd()}\n`,
    problems: head.problems,
  };
}

type HeadFields = Pick<PostDocument, "title" | "day" | "date" | "time" | "platform" | "type">;

function readHead(lines: readonly string[]): { fields: HeadFields; kept: string[]; problems: DocumentProblem[] } {
  const fields: HeadFields = { title: "", day: null, date: null, time: null, platform: null, type: null };
  const problems: DocumentProblem[] = [];
  const kept: string[] = [];
  for (const [index, line] of lines.entries()) {
    const title = fields.title === "" ? /^#\s+(.*?)\s*#*\s*$/.exec(line)?.[1] : undefined;
    if (title !== undefined) {
      readTitle(title, fields);
      continue;
    }
    const meta = readMetaLine(line);
    const name = meta === null ? null : metaName(meta.label);
    if (takeField(name, meta?.value ?? "", fields) || isEmptyLine(line)) continue;
    kept.push(line);
    if (name !== null) problems.push({ line: index + 1, code: "unknown-line", words: line.trim() });
  }
  fields.day ??= null;
  return { fields, kept, problems };
}

/** Blank, or a rule. */
function isEmptyLine(line: string): boolean {
  return /^\s*(?:-{3,}|\*{3,}|_{3,})?\s*$/.test(line);
}

/** "Sunday: The Midnight Deployment" names its day and its title. */
function readTitle(written: string, fields: HeadFields): void {
  const title = written.replace(/^(\*{1,3})(.*)\1$/, "$2");
  const weekday = findWeekday(title);
  const rest =
    weekday !== null && weekday.at <= 3
      ? /^\s*(?:post\s*)?[:–—-]\s*(.+)$/i.exec(title.slice(weekday.at + weekday.written.length))?.[1]
      : undefined;
  fields.title = rest ?? title;
  if (rest !== undefined) fields.day = weekday?.day ?? null;
}

function takeField(name: MetaName | null, value: string, fields: HeadFields): boolean {
  if (name === "date") fields.date = readWrittenDate(value);
  else if (name === "time") fields.time = readWrittenTime(value);
  else if (name === "platform")
    fields.platform = value
      .trim()
      .toLowerCase()
      .replace(/^twitter.*|^x\b.*/, "x");
  else if (name === "type") fields.type = value.trim();
  else if (name === "day") fields.day = findWeekday(value)?.day ?? fields.day;
  else return false;
  return name === "platform" || name === "type" ? value.trim() !== "" : fields[name] !== null;
}

/** The first paragraph, its marks taken off. */
function findHook(post: string): string | null {
  const lines = unwrap(readLines(post));
  const first = lines.find(({ kind }) => kind === "prose" || kind === "label");
  if (first === undefined) return null;
  return lines
    .filter(({ block }) => block === first.block)
    .map(({ text }) => text)
    .join("\n");
}

function findHashtags(post: string): string[] {
  const lines = post.split("\n").filter((line) => /^\s*(?:#[\p{L}\p{N}_]+\s*)+$/u.test(line));
  return [
    ...new Set(lines.flatMap((line) => [...line.matchAll(/#([\p{L}\p{N}_]+)/gu)].map((match) => match[1] ?? ""))),
  ];
}
