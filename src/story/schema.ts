import { parseDay } from "../calendar/days.ts";
import { parseTime } from "../calendar/times.ts";
import { type Document, type FrontMatter, isList, isMap, type Value } from "../front-matter/values.ts";
import type { Story, StoryHead } from "./story.ts";

/** Types what a story's front matter is known to hold; what does not fit its type is absent, and stays in `data`. */
export function readStoryHead(id: string, path: string, data: FrontMatter): StoryHead {
  return {
    id,
    path,
    title: readText(data.get("title")) ?? titleFromId(id),
    week: readWeek(data.get("week")),
    day: parseDay(readText(data.get("day")) ?? ""),
    series: readText(data.get("series")),
    hook: readText(data.get("hook")),
    tags: readTextList(data.get("tags")),
    created: readText(data.get("created")),
    confidential: !/^(?:|no|off|false|0)$/i.test(readText(data.get("confidential")) ?? ""),
    author: readText(data.get("author")),
  };
}

export function storyFromDocument(id: string, path: string, document: Document): Story {
  const { data, body, bodyLine } = document;
  return {
    ...readStoryHead(id, path, data),
    angle: readText(data.get("angle")),
    question: readText(data.get("question")),
    ps: readText(data.get("ps")),
    icon: readText(data.get("icon")),
    facts: readTextMap(data.get("facts")),
    source: readText(data.get("source")),
    data,
    body,
    bodyLine,
  };
}

/** A scalar as text; empty text and the YAML words for nothing are absent. */
export function readText(value: Value | undefined): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" || text === "~" || text === "null" ? null : text;
}

/** A time of day as `HH:MM`; what is none stays as it is written. */
export function readTime(value: Value | undefined): string | null {
  const text = readText(value);
  return text === null ? null : (parseTime(text) ?? text);
}

export function readWeek(value: Value | undefined): number | null {
  const text = readText(value);
  return text !== null && /^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

/** A list as texts; a single text counts as a list of what is between its commas. */
export function readTextList(value: Value | undefined): readonly string[] {
  if (isList(value))
    return value
      .filter((item) => typeof item === "string")
      .map((item) => item.trim())
      .filter((item) => item !== "");
  return (
    readText(value)
      ?.split(",")
      .map((item) => item.trim())
      .filter((item) => item !== "") ?? []
  );
}

export function readTextMap(value: Value | undefined): ReadonlyMap<string, string> {
  if (!isMap(value)) return new Map();
  return new Map(
    [...value].flatMap(([key, item]) =>
      typeof item === "string" && item.trim() !== "" ? [[key, item.trim()] as const] : [],
    ),
  );
}

function titleFromId(id: string): string {
  const words = (id.split("/").at(-1) ?? id).replaceAll(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
