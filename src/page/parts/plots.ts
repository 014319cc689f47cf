import { barX, dot, link, type PlotOptions, rect, ruleX, text, tickX } from "@observablehq/plot";
import { formatDate } from "../../calendar/dates.ts";
import { percent } from "../../post/results.ts";
import { isEnough, type PlottedPost, type StatRow } from "../../post/stats.ts";

const WIDTH = 720;
const ACCENT = "var(--accent)";

/** One band for all where the posts share a target, else one behind each dot. */
export function plotTime(plotted: readonly PlottedPost[]): PlotOptions {
  const points = plotted.map(({ date, engagement, post, target }) => ({
    date: Date.parse(`${date}T00:00:00Z`),
    value: engagement * 100,
    title: `${post.title}, ${formatDate(date)}: ${percent(engagement)}`,
    target: target?.isShare === true ? target : null,
  }));
  const ends = points.flatMap(({ value, target }) => [value, target?.range?.from ?? 0, finite(target?.range?.to) ?? 0]);
  const top = Math.max(...ends) * 1.15 || 1;
  const aimed = points.flatMap(({ date, target }) =>
    target?.range == null ? [] : [{ date, from: target.range.from, to: finite(target.range.to) ?? top }],
  );
  const [first] = aimed;
  const isShared =
    first !== undefined &&
    aimed.length === points.length &&
    aimed.every(({ from, to }) => from === first.from && to === first.to);
  return {
    width: WIDTH,
    height: 290,
    marginBottom: 40,
    marginLeft: 44,
    marginRight: 24,
    x: { type: "utc", label: null, ticks: 6, inset: 16 },
    y: { label: "engagement, %", domain: [0, top], grid: true, ticks: 5 },
    marks: [
      isShared && first !== undefined
        ? rect([first], { y1: "from", y2: "to", fill: "var(--band)" })
        : link(aimed, {
            x: "date",
            y1: "from",
            y2: "to",
            stroke: "var(--band)",
            strokeWidth: 14,
            strokeLinecap: "butt",
          }),
      dot(points, { x: "date", y: "value", r: 4.5, fill: ACCENT, title: "title" }),
    ],
  };
}

/** A bar with its sample size for a group with enough posts, a dot for each post of the others, and a tick where the target begins. */
export function plotGroups(rows: readonly StatRow[]): PlotOptions {
  const groups = rows.map((row) => ({
    key: row.key,
    n: `n = ${row.course.length}`,
    values: row.course.map((value) => value * 100),
    median: isEnough(row) ? (row.engagement ?? 0) * 100 : null,
    aim: row.target?.isShare === true ? row.target.range?.from || null : null,
  }));
  const end = ({ values, median }: (typeof groups)[number]): number => median ?? Math.max(...values);
  const bars = groups.filter(({ median }) => median !== null);
  const dots = groups
    .filter(({ median }) => median === null)
    .flatMap(({ key, values }) => values.map((value) => ({ key, value, title: `${key}: ${value.toFixed(1)}%` })));
  const most = Math.max(...groups.flatMap((group) => [end(group), group.aim ?? 0]));
  return {
    width: WIDTH,
    height: 64 + groups.length * 34,
    marginBottom: 44,
    marginLeft: 200,
    marginRight: 56,
    x: { label: "engagement, %", labelAnchor: "center", domain: [0, most * 1.05 || 1], grid: true, ticks: 6 },
    y: { label: null, domain: groups.map(({ key }) => key), padding: 0.35, tickSize: 0, tickFormat: shortLabel },
    marks: [
      barX(bars, { x: "median", y: "key", fill: ACCENT, rx: 2 }),
      dot(dots, { x: "value", y: "key", r: 4.5, fill: ACCENT, title: "title" }),
      tickX(
        groups.filter(({ aim }) => aim !== null),
        { x: "aim", y: "key", stroke: "var(--paper)", strokeWidth: 6 },
      ),
      tickX(
        groups.filter(({ aim }) => aim !== null),
        { x: "aim", y: "key", stroke: "var(--text)", strokeWidth: 2, strokeDasharray: "3,3" },
      ),
      text(groups, { y: "key", frameAnchor: "right", text: "n", dx: 8, textAnchor: "start", fill: "var(--text)" }),
      ruleX([0], { stroke: "var(--line)" }),
    ],
  };
}

function shortLabel(key: string): string {
  return key.length > LONGEST_LABEL ? `${key.slice(0, LONGEST_LABEL - 1)}…` : key;
}

const LONGEST_LABEL = 30;

function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
