import type { StoryReading } from "../story/reading.ts";
import type { Line } from "../text/line.ts";
import type { Statement } from "./statement.ts";

export interface HoldOptions {
  /** The post's whole file, in which `lines` stand. */
  text: string;
  /** Words around the story that claim nothing about it: the texts of templates and slots. */
  frames?: readonly string[];
}

/** Holds the lines of a post against its story: every statement with its details, verdicts and evidence. */
export function holdAgainst(_reading: StoryReading, _lines: readonly Line[], _options: HoldOptions): Statement[] {
  return [];
}
