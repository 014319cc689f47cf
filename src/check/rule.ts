import type { Calendar } from "../calendar/calendar.ts";
import type { Quantity } from "../language/quantity.ts";
import type { Counter } from "../post/counting.ts";
import type { NameRegister } from "../post/name-register.ts";
import type { Platform } from "../post/platforms.ts";
import type { Post, PostHead } from "../post/post.ts";
import type { PrivateName } from "../post/private-names.ts";
import type { StoryReading } from "../story/reading.ts";
import type { Line } from "../text/line.ts";
import type { Finding, Level } from "./finding.ts";

/** A rule of `check`: what it finds in a post or story. Pure; documented in docs/rules/ID.md. */
export interface Rule<Subject> {
  id: string;
  level: Level;
  /** What it finds, in a few words. */
  about: string;
  find(subject: Subject): readonly Found[];
}

/** What a rule finds; the rule and the file are known to the caller. */
export type Found = Pick<Finding, "line" | "message" | "remedy"> &
  Partial<Pick<Finding, "start" | "end" | "fix" | "instead" | "level">> & { excerpt?: string };

/** A post with all that its rules compare it with. */
export interface PostSubject {
  post: Post;
  /** The whole file. */
  text: string;
  platform: Platform;
  counter: Counter;
  /** The markdown of what gets published, and the file's line it starts on. */
  markdown: string;
  firstLine: number;
  /** The lines that are pasted. */
  lines: readonly Line[];
  hook: { text: string; line: number };
  /** Null where the post names no story, or one that can't be read. */
  story: StoryReading | null;
  /** The bank's other posts that tell the same story, and those with the same hook. */
  sameStory: readonly PostHead[];
  sameHook: readonly PostHead[];
  /** Those for the same day, time and platform. */
  samePlace: readonly PostHead[];
  calendar: Calendar;
  /** How many characters of a hook show. */
  fold: number | null;
  privateNames: readonly PrivateName[];
  /** What was decided of which names. */
  register: NameRegister;
  repair: RepairText | null;
  /** Figures of templates and slots, which are no claim about the story. */
  templateFigures: readonly Quantity[];
}

/** Repairs text that was read in the wrong encoding; null where a text can't have been. */
export type RepairText = (text: string) => string;

export interface StorySubject {
  reading: StoryReading;
  repair: RepairText | null;
  /** The whole file. */
  text: string;
}

/** A few words of a text, to find it by. */
export function excerptOf(text: string, at = 0, longest = 72): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const from = Math.max(0, Math.min(at - Math.floor(longest / 2), line.length - longest));
  const cut = line.slice(from, from + longest);
  return `${from > 0 ? `…${cut.replace(/^\S*\s/, "")}` : cut.replace(/\s\S*$/, "")}${from + longest < line.length ? "…" : ""}`;
}
