import { type Day, parseDay } from "../calendar/days.ts";
import type { Document, FrontMatter } from "../front-matter/values.ts";
import { readText, readTextList, readTextMap, readTime, readWeek } from "../story/schema.ts";
import { type Moment, readMoment, shownMoment } from "./moment.ts";
import { readSnapshots, type Snapshot } from "./results.ts";

export const STATUSES = ["draft", "ready", "scheduled", "published"] as const;
type PostStatus = (typeof STATUSES)[number];

/** What a list shows of a post: its front matter. Absent values are null. */
export interface PostHead {
  /** The file name without `.md`. */
  id: string;
  path: string;
  title: string;
  /** Who wrote it, as it says; null where it does not. */
  author: string | null;
  /** The id of the story it tells. */
  story: string | null;
  week: number | null;
  /** The weekday it was planned for. */
  day: Day | null;
  /** The date that counts: of a published post when it was published, else when it is planned. `YYYY-MM-DD`, as written. */
  date: string | null;
  /** `HH:MM`; what is no time as written. */
  time: string | null;
  planned: Moment;
  /** When it was published, where that is known; null for a post that is not. */
  published: Moment | null;
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
  /** The post template that laid it out. */
  template: string | null;
  /** What has been counted of it, oldest first. */
  snapshots: readonly Snapshot[];
}

/** A post with its text. */
export interface Post extends PostHead {
  type: string | null;
  /** All keys as they are written, the unknown ones too. */
  data: FrontMatter;
  body: string;
  /** The file's line (from 1) on which the body starts. */
  bodyLine: number;
}

export function postFromDocument(id: string, path: string, { data, body, bodyLine }: Document): Post {
  return {
    ...readPostHead(id, path, data),
    type: readText(data.get("type")),
    data,
    body,
    bodyLine,
  };
}

export function readPostHead(id: string, path: string, data: FrontMatter): PostHead {
  const written = readText(data.get("status"));
  const status = STATUSES.find((known) => known === written) ?? "draft";
  const date = readText(data.get("date"));
  const planned = { date: readMoment(data.get("date"))?.date ?? date, time: readTime(data.get("time")) };
  const published = status === "published" ? readMoment(data.get("published")) : null;
  return {
    id,
    path,
    title: readText(data.get("title")) ?? id,
    author: readText(data.get("author")),
    story: readText(data.get("story")),
    week: readWeek(data.get("week")),
    day: parseDay(readText(data.get("day")) ?? ""),
    ...shownMoment(planned, published),
    planned,
    published,
    platform: readText(data.get("platform"))?.toLowerCase() ?? "linkedin",
    status,
    hook: readText(data.get("hook")),
    hashtags: readTextList(data.get("hashtags")),
    targets: readTextMap(data.get("targets")),
    url: readText(data.get("url")),
    links: [readText(data.get("url")) ?? "", ...readTextList(data.get("urls"))].filter((link) => link !== ""),
    series: readText(data.get("series")),
    hookTemplate: readText(data.get("hook-template")),
    template: readText(data.get("template")),
    snapshots: readSnapshots(data.get("results")),
  };
}
