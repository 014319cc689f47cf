import type { Day } from "../calendar/days.ts";

/** What a document says that could not be understood; the rest of it is imported all the same. */
export interface DocumentProblem {
  line: number;
  message: string;
}

export interface DocumentStory {
  title: string;
  day: Day | null;
  series: string | null;
  hook: string | null;
  icon: string | null;
  tags: readonly string[];
  angle: string | null;
  /** The narrative as written. */
  body: string;
  /** Its section with holes for what is kept elsewhere; see frame.ts. */
  section: string;
  /** Where its heading stands, from 1. */
  line: number;
}

/** A week's story bank, taken apart so that it can be written again line for line. */
export interface WeekDocument {
  week: number | null;
  theme: string | null;
  /** The metadata lines by key, in their order: theme, extracted, source and whatever else stands there. */
  metadata: ReadonlyMap<string, string>;
  /** The document around its stories, with holes. */
  frame: string;
  guidance: string;
  stories: readonly DocumentStory[];
  problems: readonly DocumentProblem[];
}
