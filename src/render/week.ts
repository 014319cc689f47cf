import { formatDate } from "../calendar/dates.ts";
import { dayName } from "../calendar/days.ts";
import { weekPath } from "../calendar/week.ts";
import { nextOfWeek } from "../jobs/next-step.ts";
import type { WaitingSeeds } from "../jobs/seeds.ts";
import { type WeekBoard, type WeekRow, type WeekSummary, worstOf } from "../jobs/week.ts";
import { timeOfRow } from "../post/board.ts";
import { printLine, readPlainLines } from "../text/plain.ts";
import { renderNextStep } from "./next-step.ts";
import type { Paint } from "./paint.ts";
import { wordWaitingSeeds } from "./seeds.ts";
import { renderTable } from "./table.ts";
import { visibleLine } from "./visible.ts";
import { loadWidths, readableWidth, widthOf } from "./width.ts";
import { wrapText } from "./wrap.ts";

/** The board of a week: a line for each post and story, gaps marked, then what to do next. */
export async function renderWeek(
  board: WeekBoard,
  waiting: WaitingSeeds | null,
  paint: Paint,
  columns: number,
): Promise<string> {
  const width = readableWidth(columns, 100);
  const { week, dates, theme, guidance, rows } = board;
  await loadWidths([
    theme ?? "",
    guidance,
    waiting?.oldest.text ?? "",
    ...rows.flatMap(({ story, post }) => [story?.title ?? "", post?.title ?? ""]),
  ]);
  const span = dates === null ? "" : `, ${formatDate(dates.from)} to ${formatDate(dates.to)}`;
  const title = `Week ${week}${theme === null ? "" : ` · ${visibleLine(theme)}`}`;
  const isNarrow = widthOf(title) + span.length > width;
  const head = wrapText(title, width)
    .map((line) => paint.strong(line))
    .join("\n");
  let output = `${head}${isNarrow ? "\n" : ""}${paint.faint(isNarrow ? `  ${span.slice(2)}` : span)}\n`;
  output +=
    rows.length === 0 ? "  Nothing is planned, and the calendar has no slots.\n" : await renderRows(rows, paint, width);
  const gaps = rows.filter((row) => row.suggestion !== null);
  const said = gaps.map(
    ({ day, suggestion }) =>
      `${wordDay({ day, date: null })} could take ${visibleLine(suggestion?.story.id ?? "")}: ${suggestion?.why}.`,
  );
  if (waiting !== null) said.push(wordWaitingSeeds(waiting));
  output += said.flatMap((text) => wrapText(text, width - 2).map((line) => `  ${line}\n`)).join("");
  output += renderGuidance(guidance, board.week, paint, width);
  const around = wrapText(wordNeighbours(board), width).map((line) => `${paint.faint(line)}\n`);
  return `${output}\n${around.join("")}${renderNextStep(nextOfWeek(board, waiting), width)}\n`;
}

/** The guidance's first lines; the rest is in the week's file. */
function renderGuidance(guidance: string, week: number, paint: Paint, width: number): string {
  const lines = readPlainLines(guidance, { firstLine: 1 }).map((line) => visibleLine(printLine(line)));
  if (lines.length === 0) return "";
  const most = width === Number.POSITIVE_INFINITY ? lines.length : GUIDANCE_LINES;
  const shown = lines.slice(0, most).flatMap((line) => wrapText(line, width - 4));
  const rest = lines.length > most ? [`… ${weekPath(week)}`] : [];
  return `\n${[...shown, ...rest].map((line) => `  ${paint.faint(line)}\n`).join("")}`;
}

const GUIDANCE_LINES = 6;

/** With fewer columns there is no room for a title beside what is said of it. */
const NARROW = 60;

async function renderRows(rows: readonly WeekRow[], paint: Paint, width: number): Promise<string> {
  const cells = rows.map((row, index) => [
    index > 0 && rows[index - 1]?.day === row.day ? "" : wordDay(row),
    timeOfRow(row) ?? "",
    visibleLine([row.apart, row.post?.title ?? row.story?.title ?? "—"].filter((part) => part !== null).join(" · ")),
    wordState(row),
    wordLength(row),
    wordFindings(row),
    visibleLine(row.slot?.series ?? ""),
  ]);
  return renderTable(
    [
      {},
      { needs: 70, paint: paint.faint },
      { shrinks: true, paint: paint.strong },
      { stacks: NARROW },
      { needs: 70, alignRight: true },
      { stacks: NARROW },
      { needs: 90, shrinks: "first", paint: paint.faint },
    ],
    cells,
    width,
    2,
  );
}

/** "Tue 7", or "no day" for a story that has none. */
function wordDay({ day, date }: Pick<WeekRow, "day" | "date">): string {
  if (day === null) return "no day";
  return `${dayName(day).slice(0, 3)}${date === null ? "" : ` ${Number(date.slice(8))}`}`;
}

function wordState({ post, story, elsewhere }: WeekRow): string {
  if (post !== null) return elsewhere === null ? post.status : `${post.status}, ${formatDate(elsewhere)}`;
  return story === null ? "gap" : "no post";
}

function wordLength({ characters, platform }: WeekRow): string {
  if (characters === null) return "";
  return platform?.limit == null ? String(characters) : `${characters}/${platform.limit}`;
}

function wordFindings({ post, findings }: WeekRow): string {
  if (post === null) return "";
  const worst = worstOf(findings);
  if (worst === null || worst.level === "advice") return "ok";
  return `${worst.count} ${worst.level}${worst.count === 1 ? "" : "s"}`;
}

function wordNeighbours({ before, after }: WeekBoard): string {
  const word = ({ week, theme, posts, published, stories }: WeekSummary): string =>
    `week ${week}${theme === null ? "" : ` (${visibleLine(theme)})`}: ${stories} ${stories === 1 ? "story" : "stories"}, ${posts} ${posts === 1 ? "post" : "posts"}, ${published} published`;
  return [...(before === null ? [] : [`Before it, ${word(before)}`]), `After it, ${word(after)}`].join("\n");
}
