import type { DateText } from "../../calendar/dates.ts";
import type { Day } from "../../calendar/days.ts";
import { type Document, type FrontMatter, isList, isMap, type Value } from "../../front-matter/values.ts";
import { metaName } from "../../language/document.ts";
import { roleOf } from "../../language/label.ts";
import { readText, readTextList } from "../../story/schema.ts";
import { parseMarkdown } from "../../text/markdown.ts";
import { readPlainLines } from "../../text/plain.ts";
import { takeHook } from "../hook-line.ts";
import { readMetaLine } from "../meta-line.ts";
import { findWeekday } from "../weekday.ts";
import { readWrittenDate } from "../written-dates.ts";
import { cleanNote } from "./clean-note.ts";
import { readNoteName } from "./note-name.ts";
import { takeProperties } from "./properties.ts";

/** A story as a note tells it. */
export interface Note {
  title: string;
  /** Its front matter, key by key, with what the text says of itself; without title and tags. */
  data: FrontMatter;
  tags: readonly string[];
  /** The day its front matter or its name gives. */
  created: DateText | null;
  body: string;
  /** What it links to or embeds. */
  links: readonly string[];
}

/** A title of the text's own first words has so many of them at most. */
const OPENING_WORDS = 8;

/** Reads a note: its title from front matter, heading or file name, what it says of itself, and its text, cleaned. */
export function readNote({ data, body }: Pick<Document, "data" | "body">, file: string): Note {
  const name = readNoteName(file);
  const clean = cleanNote(body);
  const heading = openingHeading(clean.text) ?? (name.title === null ? openingLine(clean.text) : null);
  const given = readText(data.get("title"));
  const isTitle = heading !== null && (given === null || sameWords(given, heading.text));
  const behind = isTitle ? heading.rest : clean.text;
  const properties =
    name.notionId === null ? { fields: new Map<string, string>(), rest: behind } : takeProperties(behind);
  const meta = takeMeta(properties.rest);
  const text = meta.rest.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
  const fields = new Map([...clean.fields, ...properties.fields, ...meta.fields]);
  const own = withFields(data, fields);
  const title = given ?? heading?.text ?? name.title ?? openingOf(text);
  const written = ["created", "date", "created at", "created time"].flatMap((key) => {
    const value = readText(own.get(key));
    return value === null ? [] : (readWrittenDate(value) ?? []);
  });
  const isPlain = /^\d{4}-\d{2}-\d{2}/.test(readText(own.get("created")) ?? "");
  return {
    title: title.replace(/\s+/g, " ").trim(),
    data: new Map([...own].filter(([key]) => !TAKEN.has(key) && (key !== "created" || isPlain))),
    tags: [...new Set([...tagsOf(own), ...meta.tags, ...clean.tags])],
    created: written[0] ?? name.date,
    body: text,
    links: [...clean.links, ...linksIn(data)].filter((link, index, all) => all.indexOf(link) === index),
  };
}

/** Keys that a note's values are read from, and not kept beside. */
const TAKEN: ReadonlySet<string> = new Set(["title", "tags", "tag"]);

function sameWords(a: string, b: string): boolean {
  return a.normalize("NFC").toLowerCase() === b.normalize("NFC").toLowerCase();
}

interface Opening {
  text: string;
  /** What stands behind it. */
  rest: string;
}

/** A heading that the text opens with and that is the only one of its level, or of the first; a part's label is none. */
function openingHeading(text: string): Opening | null {
  const { children } = parseMarkdown(text);
  const [first] = children;
  if (first?.type !== "heading") return null;
  const isOnly = children.every((node) => node === first || node.type !== "heading" || node.depth > first.depth);
  const words = readPlainLines(text.slice(0, first.position?.end.offset ?? 0))[0]?.text.trim() ?? "";
  if (words === "" || !isOnly || roleOf(words) !== "detail") return null;
  return {
    text: words.replace(/^\p{Extended_Pictographic}\uFE0F?\s*/u, ""),
    rest: text.slice(first.position?.end.offset),
  };
}

/** A short first line with a blank one below it is a title where neither a heading nor the file's name is one. */
function openingLine(text: string): Opening | null {
  const [, words = "", rest = ""] = /^\s*([\p{L}\p{N}“"][^\n]*)\n\s*\n([\s\S]*)$/u.exec(text) ?? [];
  return isTitleLine(words.trim()) ? { text: words.trim(), rest } : null;
}

/** Whether a line of its own may be a title: it is short, ends as no sentence does, and is no part's label. */
export function isTitleLine(words: string): boolean {
  return words !== "" && words.length <= LONGEST_TITLE && !/[.!?…:,;]["”’]?$/.test(words) && roleOf(words) === "detail";
}

const LONGEST_TITLE = 80;

/** The first words of a text, as the name of what has none: those of a clause, where they are not many. */
export function openingOf(text: string): string {
  const lines = readPlainLines(text);
  const line = (lines.find(({ kind }) => kind === "prose") ?? lines[0])?.text ?? "";
  const clause = /^.*?[\p{L}\p{N}](?=[.!?…:,;](?:\s|$))/u.exec(line)?.[0] ?? line;
  const inClause = clause.split(/\s+/).length;
  if (inClause > 2 && inClause <= OPENING_WORDS + 2) return clause;
  const words = line.split(/\s+/);
  if (words.length <= OPENING_WORDS) return line.replace(/[.:]$/, "");
  return `${words
    .slice(0, OPENING_WORDS)
    .join(" ")
    .replace(/[,;:.–—-]+$/, "")} …`;
}

interface Meta {
  fields: Map<string, string>;
  tags: readonly string[];
  rest: string;
}

/** Takes the lines off a text's front that say its hook, its tags or its day: `**Hook**: …`. */
function takeMeta(text: string): Meta {
  const lines = text.split("\n");
  const meta: Meta = { fields: new Map(), tags: [], rest: text };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    if (line.trim() === "") {
      at++;
      continue;
    }
    const taken = takeMetaLine(lines, at, meta);
    if (taken === 0) break;
    at += taken;
    meta.rest = lines.slice(at).join("\n");
  }
  return meta;
}

/** How many lines were taken. */
function takeMetaLine(lines: readonly string[], at: number, meta: Meta): number {
  const found = readMetaLine(lines[at] ?? "");
  const name = found === null ? null : metaName(found.label);
  if (found === null) return 0;
  if (name === "hook" && !meta.fields.has("hook")) {
    const taken = takeHook(found, lines, at);
    if (taken !== null) meta.fields.set("hook", taken.hook);
    return taken?.count ?? 0;
  }
  if (name === "tags" && found.value !== "") {
    meta.tags = found.value.split(/[,;]|\s(?=#)/).map(toPlainTag);
    return 1;
  }
  const day: Day | undefined = name === "for" || name === "day" ? findWeekday(found.value)?.day : undefined;
  if (day !== undefined) meta.fields.set("day", day);
  return day === undefined ? 0 : 1;
}

/** What the text says of itself goes beside the front matter, which wins. Tags are lists there. */
function withFields(data: FrontMatter, fields: ReadonlyMap<string, string>): FrontMatter {
  const all = new Map<string, Value>(data);
  for (const [written, value] of fields) {
    const known = metaName(written);
    const key = known === "for" || known === null ? written.trim().toLowerCase().replace(/\s+/g, "-") : known;
    if (!all.has(key) && value !== "") all.set(key, value);
  }
  return all;
}

/** `tags: [a, b]`, `tags: a b`, `tag: "#a, #b"`, as Obsidian takes them. */
function tagsOf(data: FrontMatter): string[] {
  return ["tags", "tag"]
    .flatMap((key) => {
      const value = data.get(key);
      if (isList(value)) return readTextList(value).map(toPlainTag);
      const text = readText(value);
      return text === null ? [] : (text.includes(",") ? text.split(",") : text.split(/\s+/)).map(toPlainTag);
    })
    .filter((tag) => tag !== "");
}

function toPlainTag(tag: string): string {
  return tag.trim().replace(/^#/, "").replace(/\s+/g, "-");
}

/** `up: "[[Work]]"` */
function linksIn(data: FrontMatter): string[] {
  const texts = (value: Value): string[] => {
    if (isMap(value)) return [...value.values()].flatMap(texts);
    return isList(value) ? value.flatMap(texts) : [value as string];
  };
  return [...data.values()]
    .flatMap(texts)
    .flatMap((text) => [...text.matchAll(/\[\[([^\]|#\n]+)/g)].map(([, target = ""]) => target.trim()));
}
