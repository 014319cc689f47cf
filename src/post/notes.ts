import { formatDate } from "../calendar/dates.ts";
import { dayName } from "../calendar/days.ts";
import { type Figure, withoutSides } from "../figures/figure.ts";
import type { Role } from "../language/lexicon.ts";
import type { Story } from "../story/story.ts";
import type { Choice } from "./choose.ts";
import type { PostHead } from "./post.ts";

/** A beat of which a post leaves parts out. */
export interface LeftOut {
  role: Role;
  title: string | null;
  characters: number;
  /** How many sentences, bullets, rows and lines were left out, and of how many. */
  parts: number;
  of: number;
  /** Lists of which a single point is told. */
  lists: readonly { told: string; more: number }[];
}

export interface NotesInput {
  story: Story;
  choice: Choice;
  hookName: string;
  /** The facts the hook used, with the story's line of each (null: from `facts:`). */
  facts: readonly { name: string; text: string; line: number | null }[];
  figures: readonly Figure[];
  leftOut: readonly LeftOut[];
  /** What the platform has no room for. */
  dropped: readonly string[];
  previous: PostHead | null;
  next: PostHead | null;
}

/** Writes the strategy notes: why this post, what it is meant to bring, where each figure comes from, what was left out. */
export function writeNotes(input: NotesInput): string {
  const sections: [heading: string, lines: readonly string[]][] = [
    ["Story", storyLines(input)],
    ["Targets", [...input.choice.slot.targets].map(([name, value]) => `- **${capitalise(name)}**: ${value}`)],
    ["Figures and facts", [...input.facts.map(wordFact), ...figureLines(input.figures)]],
    ["Left out", [...input.leftOut.map(wordLeftOut), ...droppedLines(input)]],
    ["Around it", aroundLines(input)],
  ];
  return sections
    .flatMap(([heading, lines]) => (lines.length === 0 ? [] : [`### ${heading}\n${lines.join("\n")}\n`]))
    .join("\n");
}

function storyLines({ story, choice, hookName }: NotesInput): string[] {
  const place = [
    story.week === null ? null : `week ${story.week}`,
    story.day === null ? null : dayName(story.day),
    story.series,
  ].filter((part) => part !== null);
  return [
    `- **Story**: ${story.title} (${[story.path, ...place].join(", ")})`,
    `- **Hook**: ${nameHook(hookName)}`,
    `- **Chosen because**: ${choice.reasons.join("; ")}`,
    ...(story.angle === null ? [] : [`- **Angle**: ${story.angle}`]),
  ];
}

function droppedLines({ dropped }: NotesInput): string[] {
  return dropped.map((what) => `- The ${what}, for want of room`);
}

function figureLines(figures: readonly Figure[]): string[] {
  return withoutSides(figures).map(
    ({ text, label, line }) => `- ${text}${label === null ? "" : ` (${label})`}: line ${line}`,
  );
}

function wordFact({ name, text, line }: NotesInput["facts"][number]): string {
  return `- ${text} (fact ${name}): ${line === null ? "from the story's facts" : `line ${line}`}`;
}

/** "Turn “Systems”: 4 of 5 parts, 210 characters; the list tells “Separate services” and 4 more" */
export function wordLeftOut({ role, title, characters, parts, of, lists }: LeftOut): string {
  const name = title === null ? capitalise(role) : `${capitalise(role)} “${title}”`;
  const lone = lists.map(
    ({ told, more }) => `; of a list it tells “${firstWords(told)}”, and ${more} more are left out`,
  );
  return `- ${name}: ${parts === of ? "all of it" : `${parts} of ${of} parts`}, ${characters} characters${lone.join("")}`;
}

/** The first words of a text, to know it by. */
export function firstWords(text: string, most = 5): string {
  const words = text.trim().split(/\s+/);
  return words.length <= most
    ? words.join(" ")
    : `${words
        .slice(0, most)
        .join(" ")
        .replace(/[,;:–—]$/, "")} …`;
}

function aroundLines({ previous, next }: NotesInput): string[] {
  const word = (post: PostHead): string => `${post.title}${post.date === null ? "" : `, ${formatDate(post.date)}`}`;
  return [
    ...(previous === null ? [] : [`- **Before it**: ${word(previous)}`]),
    ...(next === null ? [] : [`- **After it**: ${word(next)}`]),
  ];
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Says where a hook comes from. */
export function nameHook(name: string): string {
  if (name === "own") return "the story's own line";
  if (name === "text") return "your words";
  return name === "title" ? "the title, for want of a hook" : `template ${name}`;
}
