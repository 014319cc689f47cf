import type { DocumentProblem } from "../import/document.ts";
import type { ImportReport } from "../jobs/import-report.ts";
import { afterImport } from "../jobs/next-step.ts";
import { renderNextStep } from "./next-step.ts";
import type { Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { fitText } from "./wrap.ts";

/** Tells what became of an imported document, and what to do next. */
export function renderImport(
  report: ImportReport,
  options: { isDryRun: boolean },
  paint: Paint,
  columns: number,
): string {
  const listFew = (ids: readonly string[]): string[] => listFirst(ids, columns, visibleLine);
  const kinds = {
    week: "week document",
    post: "finished post",
    archive: "LinkedIn's archive",
    analytics: "LinkedIn's analytics",
    story: "story",
    none: "left out",
  };
  const kind = `${kinds[report.kind]}${report.week === null ? "" : `, week ${report.week}`}`;
  const lines = [`${paint.strong(visibleLine(report.file))}  ${kind}`];
  const { repaired, from } = report.encoding;
  if (repaired > 0)
    lines.push(`  repaired ${repaired} ${repaired === 1 ? "place" : "places"} (UTF-8 that was read as ${from})`);
  const made = [...report.created, ...report.posts];
  lines.push(...listFew(made).map((id) => `  ${paint.good("+")} ${id}`));
  lines.push(...listFew(report.recorded).map((id) => `  ${paint.good("+")} results of ${id}`));
  if (report.unchanged.length > 0)
    lines.push(`  ${paint.faint(`${report.unchanged.length} unchanged: ${listFew(report.unchanged).join(", ")}`)}`);
  for (const { id, of } of report.twins)
    lines.push(`  ${paint.warn("!")} ${visibleLine(id)} tells what ${visibleLine(of)} tells`);
  if (report.wordless > 0) lines.push(`  ${paint.faint(`${report.wordless} shares without words were left out`)}`);
  lines.push(...listFew(report.unmatched).map((link) => `  ${paint.warn("!")} no post has ${link}`));
  if (report.unmatched.length > 0)
    lines.push("  Tell which it is: storybank record POST --url ADDRESS, and import again");
  for (const id of report.conflicts)
    lines.push(
      `  ${paint.warn("!")} ${visibleLine(id)} differs from the bank's in ${(report.differences[id] ?? []).join(", ")}; the bank's was kept`,
    );
  const next = afterImport(report);
  if (options.isDryRun) lines.push("  Nothing was written; without --dry-run it will be.");
  else if (report.conflicts.length > 0)
    lines.push("  To take the document's instead (the bank's go to the trash): add --replace");
  else if (next !== null) lines.push(`  ${renderNextStep(next, columns - 2)}`);
  return `${fitText(lines.join("\n"), columns)}\n`;
}

/** A long history is not listed post by post on a terminal. */
const MOST_LISTED = 12;

/** The first of many on a terminal, and how many more there are; all of them elsewhere. Each is worded only where it is shown. */
export function listFirst<Item>(
  items: readonly Item[],
  columns: number,
  word: (item: Item) => string,
  wordMore: (more: string) => string = (more) => more,
): string[] {
  const most = columns === Number.POSITIVE_INFINITY ? items.length : MOST_LISTED;
  const shown = items.slice(0, most).map(word);
  return items.length > most ? [...shown, wordMore(`… and ${items.length - most} more`)] : shown;
}

/** A problem of a document in words that go on behind its line's number. */
export function wordDocumentProblem(problem: DocumentProblem): string {
  switch (problem.code) {
    case "no-week-number":
      return "no week number in the title or the file's name; name it with --week";
    case "no-title":
      return "a story without a title";
    case "no-hook":
      return `a hook line without a hook ("${problem.words}")`;
    case "no-weekday":
      return `no weekday in "${problem.words}"`;
    case "unknown-line":
      return `could not be understood and stays as text ("${problem.words}")`;
  }
}
