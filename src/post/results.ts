import { isList, type Value } from "../front-matter/values.ts";
import { compareTexts } from "../text/compare.ts";
import { parseCount } from "./counts.ts";

/** What can be counted of a post. Only the first six have an option of `record`; LinkedIn's exports bring the others. */
export const METRICS = [
  "impressions",
  "reactions",
  "comments",
  "reposts",
  "saves",
  "inquiries",
  "reached",
  "engagements",
  "sends",
  "clicks",
  "viewers",
  "followers",
] as const;
export type Metric = (typeof METRICS)[number];

/** What was counted of a post on a day; what was not counted is absent, never 0. */
export interface Snapshot {
  /** `YYYY-MM-DD` */
  at: string;
  values: ReadonlyMap<Metric, number>;
}

/** Reads a post's `results:`, a list of lines such as `2025-01-20 impressions=12000 reactions=300`, oldest first. */
export function readSnapshots(value: Value | undefined): Snapshot[] {
  if (value === undefined) return [];
  const lines = (isList(value) ? value : [value]).filter((item) => typeof item === "string");
  const snapshots = lines.flatMap((line): Snapshot[] => {
    const [at = "", ...pairs] = line.trim().split(/\s+(?=[a-z]+=)/);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(at)) return [];
    const values = new Map(
      pairs.flatMap((pair) => {
        const [name = "", number = ""] = pair.split("=");
        const metric = METRICS.find((known) => known === name);
        const count = parseCount(number);
        return metric === undefined || count === null ? [] : [[metric, count] as const];
      }),
    );
    return values.size === 0 ? [] : [{ at, values }];
  });
  return snapshots.sort((a, b) => compareTexts(a.at, b.at));
}

export function writeSnapshot({ at, values }: Snapshot): string {
  const pairs = METRICS.flatMap((metric) => (values.has(metric) ? [`${metric}=${values.get(metric)}`] : []));
  return [at, ...pairs].join(" ");
}

/** The last known value of each metric; a snapshot that does not count something leaves what was known of it. */
export function latestResults(snapshots: readonly Snapshot[]): Map<Metric, number> {
  return new Map(snapshots.flatMap(({ values }) => [...values]));
}

/**
 * The share of those who saw a post who reacted, commented or reposted, as a fraction: (reactions + comments + reposts) /
 * impressions. Null where impressions or all three are unknown; where some of the three are, they are left out of the sum.
 */
export function engagementOf(results: ReadonlyMap<Metric, number>): number | null {
  const impressions = results.get("impressions");
  const parts = (["reactions", "comments", "reposts"] as const).flatMap((metric) => results.get(metric) ?? []);
  if (impressions === undefined || impressions === 0) return null;
  if (parts.length > 0) return parts.reduce((sum, part) => sum + part, 0) / impressions;
  const engagements = results.get("engagements");
  return engagements === undefined ? null : engagements / impressions;
}

/** The metrics in which a new snapshot is lower than what was known before it: counts of a post do not fall. */
export function fallenMetrics(
  known: readonly Snapshot[],
  added: Snapshot,
): { metric: Metric; from: number; to: number }[] {
  const before = latestResults(known.filter(({ at }) => at <= added.at));
  return [...added.values].flatMap(([metric, to]) => {
    const from = before.get(metric);
    return from !== undefined && to < from ? [{ metric, from, to }] : [];
  });
}

/** A fraction in percent: 0.0423 → `4.2%`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
