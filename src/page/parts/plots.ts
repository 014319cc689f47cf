import { barX, dot, link, type PlotOptions, rect, ruleX, text, tickX } from "@observablehq/plot";
import { formatDate, parseDate } from "../../calendar/dates.ts";
import { percent } from "../../post/results.ts";
import { isEnough, type PlottedPost, type StatRow } from "../../post/stats.ts";
import type { ChartSize } from "./chart.tsx";

/** In units of the drawing, which is as wide as the page lets it be. */
const WIDTH: Record<ChartSize, number> = { wide: 720, narrow: 330 };
const ACCENT = "var(--accent)";

/** One band for all where the posts share a target, else one behind each dot. */
export function plotTime(plotted: readonly PlottedPost[], size: ChartSize): PlotOptions {
  const points = plotted.map(({ date, engagement, post, target }) => ({
    date: Date.parse(`${date}T00:00:00Z`),
    value: engagement * 100,
    title: namePost(post.title, date, engagement),
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
    width: WIDTH[size],
    height: size === "wide" ? 290 : 220,
    marginBottom: 40,
    marginLeft: size === "wide" ? 44 : 28,
    marginRight: size === "wide" ? 24 : 8,
    x: { type: "utc", label: null, ticks: size === "wide" ? 6 : 3, inset: size === "wide" ? 16 : 10 },
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
export function plotGroups(rows: readonly StatRow[], size: ChartSize): PlotOptions {
  const isWide = size === "wide";
  const groups = rows.map((row) => ({
    key: row.key,
    n: `n = ${row.course.length}`,
    course: row.course,
    median: isEnough(row) ? (row.engagement ?? 0) * 100 : null,
    aim: row.target?.isShare === true ? row.target.range?.from || null : null,
  }));
  const end = ({ course, median }: (typeof groups)[number]): number =>
    median ?? Math.max(...course.map(({ engagement }) => engagement * 100));
  const bars = groups.filter(({ median }) => median !== null);
  const dots = groups
    .filter(({ median }) => median === null)
    .flatMap(({ key, course }) =>
      course.map(({ title, date, engagement }) => ({
        key,
        value: engagement * 100,
        title: namePost(title, date, engagement),
      })),
    );
  const most = Math.max(...groups.flatMap((group) => [end(group), group.aim ?? 0]));
  return {
    width: WIDTH[size],
    height: 64 + groups.length * (isWide ? 34 : 52),
    marginBottom: 44,
    marginLeft: isWide ? 200 : 8,
    marginRight: isWide ? 56 : 44,
    x: {
      label: "engagement, %",
      labelAnchor: "center",
      domain: [0, most * 1.05 || 1],
      grid: true,
      ticks: isWide ? 6 : 4,
    },
    // On a phone a group's name is above its bar.
    y: {
      axis: isWide ? "left" : null,
      label: null,
      domain: groups.map(({ key }) => key),
      padding: isWide ? 0.35 : 0.6,
      tickSize: 0,
      tickFormat: shortLabel,
    },
    marks: [
      isWide
        ? null
        : text(groups, {
            x: 0,
            y: "key",
            text: ({ key }) => shortLabel(key),
            dy: -20,
            textAnchor: "start",
            fill: "var(--text)",
          }),
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

/** "The Monolith Invoice, Tue 7 Jan 2025: 5.2%" */
function namePost(title: string, date: string | null, engagement: number): string {
  const known = date === null ? null : parseDate(date);
  return `${title}${known === null ? "" : `, ${formatDate(known)}`}: ${percent(engagement)}`;
}

function shortLabel(key: string): string {
  return key.length > LONGEST_LABEL ? `${key.slice(0, LONGEST_LABEL - 1)}…` : key;
}

const LONGEST_LABEL = 30;

function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
