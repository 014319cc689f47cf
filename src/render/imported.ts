import type { Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";

interface Imported {
  file: string;
  kind: "week" | "post";
  encoding: { from: string; repaired: number };
  week: number | null;
  created: readonly string[];
  unchanged: readonly string[];
  conflicts: readonly string[];
  posts: readonly string[];
  differences: Readonly<Record<string, readonly string[]>>;
}

/** Tells what became of an imported document, and what to do next. */
export function renderImport(report: Imported, options: { isDryRun: boolean }, paint: Paint): string {
  const kind =
    report.kind === "week"
      ? `week document${report.week === null ? "" : `, week ${report.week}`}`
      : `finished post${report.week === null ? "" : `, week ${report.week}`}`;
  const lines = [`${paint.strong(visibleLine(report.file))}  ${kind}`];
  const { repaired, from } = report.encoding;
  if (repaired > 0)
    lines.push(`  repaired ${repaired} ${repaired === 1 ? "place" : "places"} (UTF-8 that was read as ${from})`);
  const made = [...report.created, ...report.posts];
  for (const id of made) lines.push(`  ${paint.good("+")} ${visibleLine(id)}`);
  if (report.unchanged.length > 0)
    lines.push(
      `  ${paint.faint(`${report.unchanged.length} unchanged: ${report.unchanged.map(visibleLine).join(", ")}`)}`,
    );
  for (const id of report.conflicts)
    lines.push(
      `  ${paint.warn("!")} ${visibleLine(id)} differs from the bank's in ${(report.differences[id] ?? []).join(", ")}; the bank's was kept`,
    );
  if (options.isDryRun) lines.push("  Nothing was written; without --dry-run it will be.");
  else if (report.conflicts.length > 0)
    lines.push("  To take the document's instead (the bank's go to the trash): add --replace");
  else if (report.created.length > 0 && report.week !== null)
    lines.push(`  Next: storybank list --week ${report.week}`);
  else if (report.posts.length > 0) lines.push("  Next: storybank posts");
  return `${lines.join("\n")}\n`;
}
