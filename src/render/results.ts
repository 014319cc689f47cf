import { formatDate } from "../calendar/dates.ts";
import type { PostHead } from "../post/post.ts";
import { engagementOf, latestResults, METRICS, type Metric, percent, type Snapshot } from "../post/results.ts";
import { judgeTarget, plainMetric, readTarget, type Target } from "../post/targets.ts";
import { thousands } from "../post/thousands.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";
import { visibleLine } from "./visible.ts";
import { fitText, wrapText } from "./wrap.ts";

/** What a post has brought, each figure beside its target, and how it came about. */
export async function renderResults(
  post: PostHead,
  snapshots: readonly Snapshot[],
  paint: Paint,
  columns: number,
): Promise<string> {
  const title = `${wrapText(visibleLine(post.title), columns)
    .map((line) => paint.strong(line))
    .join("\n")}\n`;
  if (snapshots.length === 0)
    return `${title}${fitText("  No results yet. Record them with --impressions, --reactions, --comments, --reposts, --saves, --inquiries.", columns)}\n`;
  return `${title}${await renderCounts(post, snapshots, paint, columns)}`;
}

/** The same without the post's title; there is at least one snapshot. */
export async function renderCounts(
  post: PostHead,
  snapshots: readonly Snapshot[],
  paint: Paint,
  columns: number,
): Promise<string> {
  const targets = [...post.targets].map(([name, written]) => readTarget(name, written));
  const results = latestResults(snapshots);
  const engagement = engagementOf(results);
  const rows = METRICS.flatMap((metric) => {
    const value = results.get(metric);
    if (value === undefined) return [];
    const course = sparkline(historyOf(metric, snapshots), thousands);
    return [[metric, thousands(value), course, wordTarget(targets, metric, value)]];
  });
  if (engagement !== null)
    rows.push(["engagement", percent(engagement), "", wordTarget(targets, "engagement", engagement * 100)]);
  const last = snapshots.at(-1)?.at ?? "";
  const table = await renderTable(
    [{}, { alignRight: true }, { needs: 60, paint: paint.faint }, { stacks: "whole" }],
    rows,
    columns,
    2,
  );
  return `${table}${wrapText(
    `  ${snapshots.length === 1 ? "one snapshot" : `${snapshots.length} snapshots`}, the last of ${formatDate(last)}`,
    columns,
  )
    .map((line) => paint.faint(line))
    .join("\n")}\n`;
}

function historyOf(metric: Metric, snapshots: readonly Snapshot[]): number[] {
  return snapshots.flatMap(({ values }) => values.get(metric) ?? []);
}

/** "target 15-25: met"; words are shown and not judged. */
function wordTarget(targets: readonly Target[], metric: string, value: number): string {
  const target = targets.find(({ name }) => plainMetric(name) === metric);
  if (target === undefined) return "";
  const judgement = judgeTarget(target, value);
  return `target ${visibleLine(target.written)}${judgement === null ? "" : `: ${judgement}`}`;
}

const BARS = "▁▂▃▄▅▆▇█";

/** A line of bars with its range, from the least to the most: `▁█▄ 1,200–4,012`; nothing for fewer than two values. */
export function sparkline(values: readonly number[], word: (value: number) => string): string {
  if (values.length < 2) return "";
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || 1;
  const bars = values.map((value) => BARS[Math.round(((value - least) / span) * (BARS.length - 1) + 1e-9)]).join("");
  return `${bars} ${word(least) === word(most) ? word(most) : `${word(least)}–${word(most)}`}`;
}

/** A post's results as `record --json` shows them; the shape is public. */
export function resultsJson(post: PostHead, snapshots: readonly Snapshot[]) {
  const results = latestResults(snapshots);
  return {
    id: post.id,
    results: Object.fromEntries(METRICS.map((metric) => [metric, results.get(metric) ?? null])),
    engagement: engagementOf(results),
    targets: Object.fromEntries(post.targets),
    snapshots: snapshots.map(({ at, values }) => ({ at, ...Object.fromEntries(values) })),
  };
}
