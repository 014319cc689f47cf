import { type Day, parseDay } from "../calendar/days.ts";
import type { FrontMatter } from "../front-matter/values.ts";
import { readText, readTextList, readTextMap, readWeek } from "../story/schema.ts";

export const STATUSES = ["draft", "ready", "scheduled", "published"] as const;
type PostStatus = (typeof STATUSES)[number];

/** What a list shows of a post: its front matter. Absent values are null. */
export interface PostHead {
  /** The file name without `.md`. */
  id: string;
  path: string;
  title: string;
  /** The id of the story it tells. */
  story: string | null;
  week: number | null;
  day: Day | null;
  /** `YYYY-MM-DD`, as written. */
  date: string | null;
  time: string | null;
  platform: string;
  status: PostStatus;
  hook: string | null;
  hashtags: readonly string[];
  targets: ReadonlyMap<string, string>;
  url: string | null;
}

export function readPostHead(id: string, path: string, data: FrontMatter): PostHead {
  const status = readText(data.get("status"));
  return {
    id,
    path,
    title: readText(data.get("title")) ?? id,
    story: readText(data.get("story")),
    week: readWeek(data.get("week")),
    day: parseDay(readText(data.get("day")) ?? ""),
    date: readText(data.get("date")),
    time: readText(data.get("time")),
    platform: readText(data.get("platform")) ?? "linkedin",
    status: STATUSES.find((known) => known === status) ?? "draft",
    hook: readText(data.get("hook")),
    hashtags: readTextList(data.get("hashtags")),
    targets: readTextMap(data.get("targets")),
    url: readText(data.get("url")),
  };
}

export const POST_HEADING = "## Final Optimized Post";
export const NOTES_HEADING = "## Content Strategy Notes";
