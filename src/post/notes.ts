import type { Slot } from "../calendar/calendar.ts";
import { formatDate } from "../calendar/dates.ts";
import { dayName } from "../calendar/days.ts";
import { type Figure, withoutSides } from "../figures/figure.ts";
import type { Role } from "../language/lexicon.ts";
import type { Story } from "../story/story.ts";
import { foldCase } from "../text/letters.ts";
import type { Choice } from "./choose.ts";
import { findExpectations, wordExpectation } from "./expected.ts";
import type { Guidance } from "./guidance.ts";
import type { Learned } from "./learned.ts";
import { findNeighbours } from "./neighbours.ts";
import type { PostHead } from "./post.ts";
import { postsOfSeries, type SeriesClues } from "./series.ts";

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

/** What the notes of a draft are written from. */
export interface NotesInput {
  story: Story;
  choice: Choice;
  platform: string;
  /** The post template. */
  template: string;
  hookName: string;
  /** The facts the hook used, with the story's line of each (null: from `facts:`). */
  facts: readonly { name: string; text: string; line: number | null }[];
  figures: readonly Figure[];
  lesson: string | null;
  leftOut: readonly LeftOut[];
  /** What the platform has no room for. */
  dropped: readonly string[];
  /** What the settings say for all posts; what the slot says comes first. */
  settings: Aims;
  theme: string | null;
  guidance: Guidance;
  series: string | null;
  clues: SeriesClues;
  /** The bank's other posts. */
  posts: readonly PostHead[];
  /** What was learned from the last posts of the series. */
  learned: readonly (Learned & { post: string })[];
}

type Aims = Pick<Slot, "purpose" | "positioning" | "audience">;

/** The values a notes template may use. What there is nothing to say of is null. */
export function notesValues(input: NotesInput): Record<string, unknown> {
  const { story, choice, series, settings, guidance, posts } = input;
  const { slot } = choice;
  const ofSeries = postsOfSeries(posts, series, input.clues);
  const expectations = findExpectations(slot.targets, ofSeries, posts);
  const meant = guidance.own.filter((words) => foldCase(words) !== foldCase(story.angle ?? ""));
  return {
    title: story.title,
    story: story.id,
    place: wordPlace(story),
    week: choice.week,
    day: dayName(choice.day),
    date: formatDate(choice.date),
    series,
    type: slot.type,
    platform: input.platform,
    template: input.template,
    hook: nameHook(input.hookName),
    because: choice.reasons.join("; "),
    angle: story.angle,
    lesson: input.lesson,
    purpose: slot.purpose ?? settings.purpose,
    positioning: slot.positioning ?? settings.positioning,
    audience: slot.audience ?? settings.audience,
    expectations,
    expected: lines(expectations.map(wordExpectation)),
    theme: input.theme,
    guidance: meant.length === 0 ? null : meant.join("; "),
    weekGuidance: lines(guidance.shared.map((point) => `- ${point}`)),
    ...findNeighbours(posts, ofSeries, choice.date),
    learned: lines(input.learned.map(({ post, text }) => `- Learned last time, from ${post}: ${text}`)),
    figures: lines([...input.facts.map(wordFact), ...figureLines(input.figures)]),
    leftOut: lines([...input.leftOut.map(wordLeftOut), ...droppedLines(input)]),
  };
}

function lines(written: readonly string[]): string | null {
  return written.length === 0 ? null : written.join("\n");
}

/** "stories/outage.md, week 1, Tuesday, Debate" */
function wordPlace({ path, week, day, series }: Story): string {
  const place = [week === null ? null : `week ${week}`, day === null ? null : dayName(day), series];
  return [path, ...place.filter((part) => part !== null)].join(", ");
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

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Says where a hook comes from. */
export function nameHook(name: string): string {
  if (name === "own") return "the story's own line";
  if (name === "text") return "your words";
  return name === "title" ? "the title, for want of a hook" : `template ${name}`;
}
