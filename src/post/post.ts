import { type Day, parseDay } from "../calendar/days.ts";
import type { Document, FrontMatter } from "../front-matter/values.ts";
import { readText, readTextList, readTextMap, readTime, readWeek } from "../story/schema.ts";
import { readSnapshots, type Snapshot } from "./results.ts";

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
  /** `HH:MM`; what is no time as written. */
  time: string | null;
  platform: string;
  status: PostStatus;
  hook: string | null;
  hashtags: readonly string[];
  targets: ReadonlyMap<string, string>;
  url: string | null;
  /** All addresses it is known by: `url` and those under `urls`. */
  links: readonly string[];
  series: string | null;
  /** The hook template that made its hook, `own` or `text`. */
  hookTemplate: string | null;
  /** What has been counted of it, oldest first. */
  snapshots: readonly Snapshot[];
}

/** A post with its text. */
export interface Post extends PostHead {
  type: string | null;
  template: string | null;
  /** All keys as they are written, the unknown ones too. */
  data: FrontMatter;
  body: string;
  /** The file's line (from 1) on which the body starts. */
  bodyLine: number;
}

export function readPost(id: string, path: string, { data, body, bodyLine }: Document): Post {
  return {
    ...readPostHead(id, path, data),
    type: readText(data.get("type")),
    template: readText(data.get("template")),
    data,
    body,
    bodyLine,
  };
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
    date: readText(data.get("date"))?.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, "$1") ?? null,
    time: readTime(data.get("time")),
    platform: readText(data.get("platform"))?.toLowerCase() ?? "linkedin",
    status: STATUSES.find((known) => known === status) ?? "draft",
    hook: readText(data.get("hook")),
    hashtags: readTextList(data.get("hashtags")),
    targets: readTextMap(data.get("targets")),
    url: readText(data.get("url")),
    links: [readText(data.get("url")) ?? "", ...readTextList(data.get("urls"))].filter((link) => link !== ""),
    series: readText(data.get("series")),
    hookTemplate: readText(data.get("hook-template")),
    snapshots: readSnapshots(data.get("results")),
  };
}
