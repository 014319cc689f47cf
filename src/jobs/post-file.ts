import type { Value } from "../front-matter/values.ts";
import { writeDocument } from "../front-matter/write.ts";
import type { Choice } from "../post/choose.ts";
import type { Platform } from "../post/platforms.ts";
import { NOTES_HEADING, POST_HEADING } from "../post/sections.ts";
import type { ChosenHook } from "./choose-hook.ts";
import type { ReadingWithFacts } from "./reading-with-facts.ts";

/** What a new post's file is written from. */
export interface PostParts {
  title: string;
  /** Who it is by, where the bank keeps that. */
  by: string | null;
  choice: Choice;
  hook: ChosenHook;
  /** The post template; null where none laid it out. */
  template: string | null;
  platform: Platform;
  /** What gets published, in markdown. */
  markdown: string;
  hashtags: readonly string[];
  time: string | null;
  notes: string;
}

/** Writes the file of a new post: its front matter, the post, and the strategy notes. */
export function writePostFile({ story }: ReadingWithFacts, parts: PostParts): string {
  const { title, by, choice, hook, template, platform, markdown, hashtags, time, notes } = parts;
  const data = new Map<string, Value>([
    ["title", title],
    ["author", by ?? ""],
    ["story", story.id],
    ["week", choice.week === null ? "" : String(choice.week)],
    ["day", choice.day],
    ["date", choice.date],
    ["time", time ?? ""],
    ["platform", platform.name],
    ["type", choice.slot.type ?? ""],
    ["series", story.series ?? choice.slot.series ?? ""],
    ["status", "draft"],
    ["hook", hook.text],
    ["hook-template", hook.template],
    ["template", template ?? ""],
    ["hashtags", hashtags],
    ["targets", choice.slot.targets],
  ]);
  return writeDocument(data, `${POST_HEADING}\n\n${markdown}\n\n${NOTES_HEADING}\n\n${notes}\n`);
}
