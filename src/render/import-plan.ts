import type { ImportReport } from "../jobs/import-report.ts";
import type { Signs } from "../jobs/incoming.ts";
import { afterNotes } from "../jobs/next-step.ts";
import { listFirst } from "./imported.ts";
import { wordLeft } from "./left-file.ts";
import { renderNextStep } from "./next-step.ts";
import type { Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { widthOf } from "./width.ts";
import { fitText } from "./wrap.ts";

/** Says file by file what would come in and what would not, and why, below the name of the folder or zip that was named. */
export function renderPlan(
  { name, isMany }: { name: string; isMany: boolean },
  reports: readonly ImportReport[],
  paint: Paint,
  columns: number,
): string {
  const place = `${name.replace(/[\\/]+$/, "")}/`;
  const inside = (file: string): string => (file.startsWith(place) ? file.slice(place.length) : file);
  const coming = reports.filter(({ kind }) => kind !== "none");
  const left = [
    ...reports.flatMap(({ file, why }) => (why === null ? [] : [leftFile(inside(file), why)])),
    ...coming.flatMap(({ file, left: parts }) =>
      parts.map(
        ({ title, why }): Told => ({ file: `${inside(file)}, “${title}”`, what: `left out: ${wordLeft(why)}` }),
      ),
    ),
  ];
  const more = (words: string): string => `    ${words}`;
  const lines = [
    ...(isMany ? [`${paint.strong(visibleLine(name))}  ${counted(filesIn(reports), "file", "files")}`] : []),
    ...listFirst(
      coming,
      columns,
      (report) =>
        tell(
          { file: inside(report.file), what: `${wordKind(report)}${wordLinks(report)}` },
          markOf(report, paint),
          columns,
        ),
      more,
    ),
    ...listFirst(left, columns, (each) => paint.faint(tell(each, "-", columns)), more),
  ];
  return `${fitText(lines.join("\n"), columns)}\n`;
}

/** A file, and what is said of it. */
interface Told {
  file: string;
  what: string;
}

/** Both on one line, where it is wide enough for them. */
function tell({ file, what }: Told, mark: string, columns: number): string {
  const [shown, said] = [visibleLine(file), visibleLine(what)];
  const isWide = widthOf(shown) + widthOf(said) + 6 <= columns;
  return isWide ? `  ${mark} ${shown}  ${said}` : `  ${mark} ${shown}\n    ${said}`;
}

function filesIn(reports: readonly ImportReport[]): number {
  return reports.reduce((sum, { why }) => sum + (why?.code === "other-kinds" ? why.count : 1), 0);
}

function leftFile(file: string, why: NonNullable<ImportReport["why"]>): Told {
  if (why.code !== "other-kinds") return { file, what: `left out: ${wordLeft(why)}` };
  const endings = wordLeft(why);
  const others = counted(why.count, "other file", "other files");
  return { file: endings === "" ? others : `${others} (${endings})`, what: "left out: no text that import reads" };
}

function markOf(report: ImportReport, paint: Paint): string {
  if (report.conflicts.length > 0) return paint.warn("!");
  const isNew = report.created.length + report.posts.length + report.recorded.length > 0;
  return isNew ? paint.good("+") : paint.faint("=");
}

/** What a file is, and why. */
function wordKind(report: ImportReport): string {
  const { kind, week, created, unchanged, conflicts, stories } = report;
  switch (kind) {
    case "week":
      return `week document${week === null ? "" : `, week ${week}`}: ${counted(created.length + unchanged.length + conflicts.length, "story", "stories")}`;
    case "post":
      return "finished post: it has a section for the post’s text";
    case "story": {
      const [first] = stories;
      if (stories.length === 1 && first !== undefined) return `story: ${wordSigns(first.signs)}`;
      return `${stories.length} stories: ${stories.map(({ title }) => title).join(", ")}`;
    }
    default:
      return kind === "archive" ? "LinkedIn's archive" : "LinkedIn's analytics";
  }
}

/** What a note links to or embeds; the report for programs names all of it. */
function wordLinks({ links }: ImportReport): string {
  if (links.length === 0) return "";
  const more = links.length > MOST_LINKS ? ` and ${links.length - MOST_LINKS} more` : "";
  return `; not fetched: ${links.slice(0, MOST_LINKS).join(", ")}${more}`;
}

const MOST_LINKS = 3;

/** "told in the past, Dana, 46 hours" */
function wordSigns({ person, isFirstPerson, figure, parts }: Signs): string {
  const how = parts >= 2 ? `${parts} parts of a story` : "told in the past";
  const who = person ?? (isFirstPerson ? "in the first person" : null);
  return [how, who, figure].filter((sign) => sign !== null).join(", ");
}

/** "12 stories, 2 posts and a week": what new things come in; null for none. */
export function wordNew(reports: readonly ImportReport[]): string | null {
  const sum = (of: (report: ImportReport) => number): number => reports.reduce((all, report) => all + of(report), 0);
  const parts = [
    [sum(({ created }) => created.length), "story", "stories"],
    [sum(({ posts }) => posts.length), "post", "posts"],
    [sum(({ recorded }) => recorded.length), "result", "results"],
  ] as const;
  const named = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return named.length === 0 ? null : named.join(" and ");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What ends a plan that was only asked for. */
export function renderDryEnd(reports: readonly ImportReport[], paint: Paint, columns: number): string {
  const news = wordNew(reports);
  const end =
    news === null
      ? "Nothing new would come in."
      : `${news} would come in. Nothing was written; without --dry-run it will be.`;
  return `${fitText([...conflictLines(reports, paint), end].join("\n"), columns)}\n`;
}

/** Says what a folder, zip or note has become, once it is written. */
export function renderOutcome(reports: readonly ImportReport[], paint: Paint, columns: number): string {
  const news = wordNew(reports);
  const lines = [news === null ? "Nothing new came in." : `Brought in ${news}.`];
  lines.push(
    ...listFirst(
      reports.flatMap(({ created, posts }) => [...created, ...posts]),
      columns,
      (id) => `  ${paint.good("+")} ${visibleLine(id)}`,
      (more) => `    ${more}`,
    ),
  );
  const unchanged = reports.reduce((sum, report) => sum + report.unchanged.length, 0);
  if (unchanged > 0) lines.push(`  ${paint.faint(`${unchanged} unchanged`)}`);
  for (const { id, of } of reports.flatMap(({ twins }) => twins))
    lines.push(`  ${paint.warn("!")} ${visibleLine(id)} tells what ${visibleLine(of)} tells`);
  lines.push(...conflictLines(reports, paint));
  const next = afterNotes(reports.flatMap(({ created }) => created));
  if (next !== null) lines.push(`  ${renderNextStep(next, columns - 2)}`);
  return `${fitText(lines.join("\n"), columns)}\n`;
}

/** What differs from the bank's, by what is known of where it was changed. */
function conflictLines(reports: readonly ImportReport[], paint: Paint): string[] {
  const lines = reports.flatMap(({ conflicts, differences, changed }) =>
    conflicts.map((id) => {
      const where = changed[id] === undefined ? "differs from the bank's" : `was changed ${changed[id]}`;
      return `  ${paint.warn("!")} ${visibleLine(id)} ${where} in ${(differences[id] ?? []).join(", ")}; the bank's was kept`;
    }),
  );
  if (lines.length > 0) lines.push("  To take the document's instead (the bank's go to the trash): add --replace");
  return lines;
}
