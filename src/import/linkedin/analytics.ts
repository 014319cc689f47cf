import { parseDate } from "../../calendar/dates.ts";
import { parseCount } from "../../post/counts.ts";
import type { Metric } from "../../post/results.ts";

/** What an analytics file says of a post. */
export interface PostFigures {
  link: string;
  values: ReadonlyMap<Metric, number>;
}

type Cell = unknown;
type Rows = readonly (readonly Cell[])[];

/** The labels of one post's analytics, and the metric each is. */
const LABELS: Readonly<Record<string, Metric>> = {
  impressions: "impressions",
  "members reached": "reached",
  "profile viewers from this post": "viewers",
  "profile viewers": "viewers",
  "followers gained from this post": "followers",
  "followers gained": "followers",
  "social engagements": "engagements",
  engagements: "engagements",
  reactions: "reactions",
  comments: "comments",
  reposts: "reposts",
  saves: "saves",
  sends: "sends",
  "sends on linkedin": "sends",
  "link engagements": "clicks",
};

/** Reads one post's analytics: rows of a label and its value. Null where there is no Post URL. */
export function parsePostAnalytics(sheets: readonly Rows[]): PostFigures | null {
  let link: string | null = null;
  const values = new Map<Metric, number>();
  for (const row of sheets.flat()) {
    const label = textOf(row[0]).toLowerCase();
    if (label === "post url") link = textOf(row[1]) || null;
    const metric = LABELS[label];
    const value = numberOf(row[1]);
    if (metric !== undefined && value !== null && !values.has(metric)) values.set(metric, value);
  }
  return link === null ? null : { link, values };
}

/**
 * Reads the TOP POSTS sheet of content analytics: two lists beside each other, by engagements and by impressions, which rank
 * independently. A post that is missing from one has no value there, not 0. Null where no sheet has such a header.
 */
export function parseTopPosts(sheets: readonly Rows[]): PostFigures[] | null {
  for (const rows of sheets) {
    const at = rows.findIndex((row) => row.some(isLinkHeader));
    const lists = listsOf(rows[at] ?? []);
    const found = new Map<string, Map<Metric, number>>();
    for (const row of rows.slice(at + 1))
      for (const { link: column, value: valueColumn, metric } of lists) {
        const link = textOf(row[column]);
        const value = numberOf(row[valueColumn]);
        if (/^https?:/.test(link) && value !== null)
          found.set(link, (found.get(link) ?? new Map<Metric, number>()).set(metric, value));
      }
    if (found.size > 0) return [...found].map(([link, values]) => ({ link, values }));
  }
  return null;
}

/** The columns of the lists beside each other: each has its links, and the next column that names a metric. */
function listsOf(header: Rows[number]): { link: number; value: number; metric: Metric }[] {
  return [...header.entries()].flatMap(([link, cell]) => {
    if (!isLinkHeader(cell)) return [];
    const value = header.findIndex((name, index) => index >= link && metricOf(name) !== undefined);
    const metric = metricOf(header[value]);
    return metric === undefined ? [] : [{ link, value, metric }];
  });
}

function isLinkHeader(cell: Cell): boolean {
  return /^post url$/i.test(textOf(cell));
}

function metricOf(cell: Cell): Metric | undefined {
  return LABELS[textOf(cell).toLowerCase()];
}

function textOf(cell: Cell): string {
  return cell === null || cell === undefined ? "" : String(cell).trim();
}

/** A cell that is a number is one as it stands; a text is a count as LinkedIn writes it. */
function numberOf(cell: Cell): number | null {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 0 ? cell : null;
  return parseCount(textOf(cell));
}

/** The day up to which a file counts: the last date in its name (`Content_2025-01-01_2025-01-31_…`); null where it has none. */
export function dayOfFile(name: string): string | null {
  const days = (name.match(/\d{4}-\d{2}-\d{2}/g) ?? []).flatMap((day) => parseDate(day) ?? []);
  return days.at(-1) ?? null;
}
