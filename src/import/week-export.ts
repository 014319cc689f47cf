import { dayName } from "../calendar/days.ts";
import type { Week } from "../calendar/week.ts";
import { readText } from "../story/schema.ts";
import type { Story } from "../story/story.ts";
import { fillFrame } from "./frame.ts";
import { findWeekday } from "./weekday.ts";

/** How a section is written for a story that came from no document; lines without a value are left out. */
function defaultSection(story: Pick<Story, "icon" | "day" | "series" | "hook">): string {
  const place = [story.day === null ? "" : "{day}", story.series === null ? "" : "{series}"]
    .filter((part) => part !== "")
    .join(" ");
  return [
    `## ${story.icon === null ? "" : "{icon} "}**STORY {number}: {title}**`,
    ...(place === "" ? [] : [`**For**: ${place}`]),
    ...(story.hook === null ? [] : ['**Hook**: "{hook}"']),
    "",
    "{body}",
    "",
    "---",
    "",
  ].join("\n");
}

/** How a week's document opens where no document was imported. */
export function defaultFrame(week: Pick<Week, "theme">, hasGuidance: boolean): string {
  const title = week.theme === null ? "# Week {week} Story Bank" : "# Week {week} Story Bank: {theme}";
  return `${title}\n\n---\n\n{stories}${hasGuidance ? "{guidance}" : ""}`;
}

/** Writes a week and its stories as one document, in the shape the document had that they came from. */
export function writeWeekDocument(
  week: { number: number; head: Week | null; guidance: string },
  stories: readonly Story[],
): string {
  const { head, guidance } = week;
  const frame = keptFrame(head?.data.get("document")) ?? defaultFrame({ theme: head?.theme ?? null }, guidance !== "");
  const sections = stories
    .map((story, index) => writeSection(story, index + 1, index < stories.length - 1 || guidance !== ""))
    .join("");
  const values = new Map<string, string>([
    ["week", String(week.number)],
    ["stories", sections],
    ["guidance", guidance],
  ]);
  for (const [key, value] of head?.data ?? [])
    if (typeof value === "string" && key !== "document" && key !== "week") values.set(key, value);
  const text = fillFrame(frame, values);
  return `${text.replace(/\n+$/, "")}\n`;
}

function writeSection(story: Story, number: number, isFollowed: boolean): string {
  const frame =
    keptFrame(story.data.get("section")) ?? (isFollowed ? defaultSection(story) : withoutRule(defaultSection(story)));
  const values = new Map<string, string>([
    ["number", String(number)],
    ["title", story.title],
    ["icon", story.icon ?? ""],
    ["day", story.day === null ? "" : dayName(story.day)],
    ["series", story.series ?? ""],
    ["hook", story.hook ?? ""],
    ["body", story.body.replace(/^\n+|\n+$/g, "")],
  ]);
  return `${fillFrame(withHook(withDay(frame, story), story), values).replace(/\n+$/, "")}\n\n`;
}

/** A section without the rule that sets it off from the next. */
function withoutRule(section: string): string {
  return section.replace(/\n+---\n*$/, "\n");
}

/** Whether a section is written as it would be anyway, so that nothing of its shape has to be kept. */
export function isDefaultSection(story: Pick<Story, "icon" | "day" | "series" | "hook">, section: string): boolean {
  return withoutRule(section).trim() === withoutRule(defaultSection(story)).trim();
}

/** A day that was changed after the import takes the place of the one the document named in its own words. */
function withDay(frame: string, story: Story): string {
  const named = frame.includes("{day}") || story.day === null ? null : findWeekday(frame);
  return named === null || named.day === story.day ? frame : frame.replace(named.written, "{day}");
}

/** A hook or a day given after the import gets its line, though the document had none. */
function withHook(frame: string, story: Story): string {
  const lines = frame.split("\n");
  const added = [
    ...(story.day !== null && !frame.includes("{day}") && findWeekday(frame) === null
      ? [`**For**: {day}${story.series === null ? "" : " {series}"}`]
      : []),
    ...(story.hook !== null && !frame.includes("{hook}") ? ['**Hook**: "{hook}"'] : []),
  ];
  return added.length === 0 ? frame : [lines[0], ...added, ...lines.slice(1)].join("\n");
}

function keptFrame(value: unknown): string | null {
  return typeof value === "string" && readText(value) !== null ? value : null;
}
