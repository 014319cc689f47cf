import { parseDate } from "../calendar/dates.ts";
import type { AssembledPost } from "../fit/assemble.ts";
import type { Value } from "../front-matter/values.ts";
import { writeDocument } from "../front-matter/write.ts";
import type { Choice } from "../post/choose.ts";
import { writeNotes } from "../post/notes.ts";
import type { Platform } from "../post/platforms.ts";
import type { PostHead } from "../post/post.ts";
import { NOTES_HEADING, POST_HEADING } from "../post/sections.ts";
import { toMarkdown } from "../text/escape.ts";
import type { ChosenHook } from "./choose-hook.ts";
import type { ReadingWithFacts } from "./reading-with-facts.ts";

/** What a drafted post's file is written from. */
export interface PostParts {
  title: string;
  choice: Choice;
  hook: ChosenHook;
  template: string;
  platform: Platform;
  post: AssembledPost;
  hashtags: readonly string[];
  time: string | null;
  /** The bank's other posts, for the neighbours of this one. */
  others: readonly PostHead[];
}

/** Writes the file of a drafted post: its front matter, the post, and the strategy notes. */
export function writePostFile({ story, figures }: ReadingWithFacts, parts: PostParts): string {
  const { title, choice, hook, template, platform, post, hashtags, time, others } = parts;
  const data = new Map<string, Value>([
    ["title", title],
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
    ["template", template],
    ["hashtags", post.dropped.includes("hashtags") ? [] : hashtags],
    ["targets", choice.slot.targets],
  ]);
  const dated = others
    .filter((each) => parseDate(each.date ?? "") !== null)
    .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
  const notes = writeNotes({
    story,
    choice,
    hookName: hook.template,
    facts: hook.facts,
    figures: figures.filter((figure) => post.lines.has(figure.line)),
    leftOut: post.leftOut,
    dropped: post.dropped,
    previous: dated.findLast((each) => (each.date ?? "") < choice.date) ?? null,
    next: dated.find((each) => (each.date ?? "") > choice.date) ?? null,
  });
  return writeDocument(data, `${POST_HEADING}\n\n${toMarkdown(post.text)}\n\n${NOTES_HEADING}\n\n${notes}`);
}
