import type { Day } from "../calendar/days.ts";
import type { FrontMatter } from "../front-matter/values.ts";

/** What a list shows of a story: its front matter, without its body. Absent values are null. */
export interface StoryHead {
  /** The path below `stories/` without `.md`. */
  id: string;
  /** The path relative to the bank. */
  path: string;
  title: string;
  week: number | null;
  day: Day | null;
  series: string | null;
  hook: string | null;
  tags: readonly string[];
  created: string | null;
  /** Not to be told, nor shown to others. */
  confidential: boolean;
  /** Who wrote it, as it says; null where it does not. */
  author: string | null;
}

/** A story with its text. */
export interface Story extends StoryHead {
  angle: string | null;
  question: string | null;
  /** A postscript, which its text may have, too. */
  ps: string | null;
  icon: string | null;
  facts: ReadonlyMap<string, string>;
  source: string | null;
  /** All keys as they are written, the unknown ones too. */
  data: FrontMatter;
  body: string;
  /** The file's line (from 1) on which the body starts. */
  bodyLine: number;
}
