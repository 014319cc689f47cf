import { wordFiles } from "../jobs/sync/message.ts";
import type { FileChange, SyncReport, Told, Waits } from "../jobs/sync/report.ts";
import { idOf } from "../jobs/waiting.ts";
import type { Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { wordDecide, wordWaiting } from "./waiting.ts";
import { fitText } from "./wrap.ts";

/** Tells what a sync has done, or would do. */
export function renderSync(report: SyncReport, paint: Paint, columns: number): string {
  const { committed, received, merged, told, waits, isDryRun } = report;
  const place = visibleLine(`${report.remote}/${report.branch}`);
  const lines = [
    ...listChanges(`${isDryRun ? "Would commit" : "Committed"}: `, committed, paint, columns),
    ...listChanges(`${isDryRun ? "Would come" : "Came"} from ${place}: `, received, paint, columns),
    ...(merged.length > 0 ? [`Both had changed ${wordFiles(merged)}; what both say is in.`] : []),
    ...told.map((each) => `${paint.warn("!")} ${wordTold(each)}`),
    ...waits.flatMap((each) => wordWaits(each, isDryRun, paint)),
    wordEnd(report, place),
  ];
  return `${lines.map((line) => fitText(line, columns)).join("\n")}\n`;
}

function wordEnd({ sent, isDryRun, committed, received }: SyncReport, place: string): string {
  if (isDryRun) return "Nothing was changed; without --dry-run it will be.";
  if (sent === "sent") return `Sent. This bank and ${place} are the same.`;
  if (sent === "held") return `Not sent, with --no-push. Send it: storybank sync`;
  return committed.length + received.length === 0
    ? `Nothing is new. This bank and ${place} are the same.`
    : `This bank and ${place} are the same.`;
}

const MARKS = { added: "+", changed: "~", removed: "-", renamed: ">" } as const;
/** A long list is only counted on a terminal. */
const MOST_LISTED = 12;

function listChanges(lead: string, changes: readonly FileChange[], paint: Paint, columns: number): string[] {
  if (changes.length === 0) return [];
  const most = columns === Number.POSITIVE_INFINITY ? changes.length : MOST_LISTED;
  const lines = changes.slice(0, most).map(({ what, path, from }) => {
    const name = from === null ? path : `${from} is ${path} now`;
    return `  ${paint.good(MARKS[what])} ${visibleLine(name)}`;
  });
  const rest = changes.length > most ? [`  … and ${changes.length - most} more`] : [];
  return [`${lead}${wordFiles(changes.map(({ path }) => path))}`, ...lines, ...rest];
}

/** What was decided about a file, in a sentence. */
export function wordTold(told: Told): string {
  const path = visibleLine(told.path);
  switch (told.code) {
    case "status":
      return `${path}: ${visibleLine(told.left)} on one side, ${visibleLine(told.taken)} on the other; it is ${visibleLine(told.taken)}.`;
    case "kept":
      return told.key === null
        ? `${path}: one side took out what the other changed; it stays: “${visibleLine(told.taken)}”`
        : `${path}: one side took out ${visibleLine(told.key)}, the other changed it; it stays: ${visibleLine(told.taken)}`;
    case "kept-file":
      return `${path} was removed on one side and changed on the other; it stays.`;
    case "second-name":
      return `${path} is what they called ${visibleLine(told.from)}; here another has that name. Both stay.`;
    case "changed-meanwhile":
      return `${path} was changed here while it was synced; your version is kept, and goes with the next sync.`;
  }
}

function wordWaits({ path, who, when, kept }: Waits, isDryRun: boolean, paint: Paint): string[] {
  if (isDryRun)
    return [`${paint.warn("!")} Both changed one place of ${visibleLine(path)}; yours would stay, theirs be kept.`];
  return [
    `${paint.warn("!")} ${wordWaiting({ file: path, who, when })}`,
    `  Theirs is kept in ${visibleLine(kept)}`,
    `  Decide: ${wordDecide(idOf(path))}`,
  ];
}
