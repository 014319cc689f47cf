import { dayName } from "../calendar/days.ts";
import type { Week } from "../calendar/week.ts";
import { type StoryStatus, statusOf, type Uses } from "../post/uses.ts";
import type { StoryHead } from "../story/story.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";
import { visibleLine } from "./visible.ts";
import { wrapText } from "./wrap.ts";

/** Lists stories under their weeks, one a line: day, title, status, tags, id. */
export async function renderStories(
  stories: readonly StoryHead[],
  uses: Uses,
  weeks: readonly Week[],
  paint: Paint,
  columns: number,
): Promise<string> {
  const rows = stories.map((story) => [
    story.day === null ? "–" : dayName(story.day).slice(0, 3),
    visibleLine(story.title),
    statusOf(uses, story.id),
    visibleLine(story.tags.join(", ")),
    visibleLine(story.author ?? ""),
    visibleLine(story.id),
  ]);
  const paintStatus = (text: string): string => STATUS_PAINT[text as StoryStatus](paint)(text);
  const table = await renderTable(
    [
      {},
      { shrinks: true, paint: paint.strong },
      { paint: paintStatus },
      { shrinks: "first", needs: 80, paint: paint.accent },
      { shrinks: "first", needs: 90 },
      { shrinks: "first", needs: 100, paint: paint.faint },
    ],
    rows,
    columns,
    2,
  );
  const lines = table.split("\n");
  let output = "";
  for (const [index, story] of stories.entries()) {
    if (index === 0 || stories[index - 1]?.week !== story.week)
      output += `${index === 0 ? "" : "\n"}${renderWeekHeading(story.week, weeks, paint, columns)}\n`;
    output += `${lines[index] ?? ""}\n`;
  }
  return output;
}

const STATUS_PAINT: Record<StoryStatus, (paint: Paint) => (text: string) => string> = {
  unused: (paint) => paint.faint,
  drafted: (paint) => paint.warn,
  published: (paint) => paint.good,
};

function renderWeekHeading(week: number | null, weeks: readonly Week[], paint: Paint, columns: number): string {
  if (week === null) return paint.strong("Without a week");
  const theme = weeks.find((known) => known.week === week)?.theme;
  const [first = "", ...more] = wrapText(
    theme == null ? "" : ` · ${visibleLine(theme)}`,
    columns - `Week ${week}`.length,
  );
  return [
    `${paint.strong(`Week ${week}`)}${first === "" ? "" : paint.faint(first)}`,
    ...more.map((line) => paint.faint(` ${line}`)),
  ].join("\n");
}
