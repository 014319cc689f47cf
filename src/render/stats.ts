import { percent } from "../post/results.ts";
import { ENOUGH_POSTS, type StatKey, type StatRow } from "../post/stats.ts";
import { thousands } from "../post/thousands.ts";
import type { Paint } from "./paint.ts";
import { sparkline } from "./results.ts";
import { renderTable } from "./table.ts";
import { visibleLine } from "./visible.ts";
import { readableWidth } from "./width.ts";
import { fitText } from "./wrap.ts";

/** A line for each group: how many posts, medians, a bar of its engagement against the target, and its course. */
export async function renderStats(
  rows: readonly StatRow[],
  by: StatKey,
  paint: Paint,
  columns: number,
): Promise<string> {
  const width = readableWidth(columns, 100);
  const whole = (value: number | null): string => (value === null ? "" : thousands(Math.round(value)));
  const cells = rows.map((row) => [
    visibleLine(row.key),
    String(row.posts),
    whole(row.impressions),
    whole(row.comments),
    row.engagement === null ? "" : percent(row.engagement),
    barOf(row),
    row.target === null ? "" : `of ${visibleLine(row.target.written)}`,
    sparkline(
      row.course.map(({ engagement }) => engagement),
      percent,
    ),
  ]);
  const table = await renderTable(
    [
      { shrinks: true, paint: paint.strong },
      { alignRight: true },
      { alignRight: true },
      { needs: 70, alignRight: true },
      { alignRight: true },
      { needs: 60 },
      { needs: 70, shrinks: "first", paint: paint.faint },
      { needs: 90, paint: paint.faint },
    ],
    [[by, "posts", "seen", "comments", "engaged", "", "", ""], ...cells],
    width,
  );
  const few = rows.filter(({ posts }) => posts < ENOUGH_POSTS).length;
  const some = few === 1 ? "One line" : `${few} lines`;
  const caution = `${few === rows.length ? "Every line" : some} of fewer than ${ENOUGH_POSTS} posts: too few to conclude anything.\n\n`;
  return `${table}\n${fitText(`${few === 0 ? "" : caution}Medians. Engaged: (reactions + comments + reposts) / impressions.`, width)}\n`;
}

const CELLS = 8;

/** How far the engagement has come towards the lower end of its target; full where it is reached. */
function barOf({ engagement, target }: StatRow): string {
  const aim = target?.range?.from;
  if (engagement === null || aim === undefined || aim === 0) return "";
  const filled = Math.max(0, Math.min(CELLS, Math.round((engagement * 100 * CELLS) / aim)));
  return "█".repeat(filled) + "░".repeat(CELLS - filled);
}
