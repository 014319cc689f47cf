import { formatDate, parseDate } from "../calendar/dates.ts";
import type { Waiting, WaitingFile } from "../jobs/waiting.ts";
import { quoteWord } from "../story/quote-word.ts";
import type { Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { fitText, wrapText } from "./wrap.ts";

/** Says that something of somebody's waits for a decision. */
export function wordWaiting({ file, who, when }: Pick<Waiting, "file" | "who" | "when">): string {
  const date = parseDate(when.slice(0, 10));
  const day = date === null ? "" : ` on ${formatDate(date)}`;
  return `${visibleLine(file)}: ${visibleLine(who)} changed a place${day} that you changed, too; yours stands.`;
}

/** How to decide. */
export function wordDecide(id: string): string {
  return `storybank resolve ${quoteWord(visibleLine(id))} --ours, --theirs or --edit`;
}

/** Shows what waits in files, ours above theirs. */
export function renderWaiting(files: readonly WaitingFile[], paint: Paint, columns: number): string {
  return files
    .flatMap(({ id, waiting }) => [
      ...waiting.flatMap((each) => [fitText(wordWaiting(each), columns), ...listParts(each, paint, columns)]),
      fitText(`  Decide: ${wordDecide(id)}`, columns),
    ])
    .map((line) => `${line}\n`)
    .join("");
}

/** The same in short: which files, and how to decide. */
export function renderStillWaiting(files: readonly WaitingFile[], columns: number): string {
  return files
    .flatMap(({ id, waiting }) => [...waiting.map(wordWaiting), `  Decide: ${wordDecide(id)}`])
    .map((line) => `${fitText(line, columns)}\n`)
    .join("");
}

function listParts({ parts, kept }: Waiting, paint: Paint, columns: number): string[] {
  const lines = parts
    .filter(({ ours, theirs }) => ours !== "" || theirs === "")
    .flatMap(({ key, ours, theirs }) => {
      const name = key === null ? "" : `${visibleLine(key)}: `;
      return [
        ...quote("yours ", name + visibleLine(ours), columns),
        ...quote("theirs", name + visibleLine(theirs), columns),
      ];
    });
  return [...lines, fitText(`  ${paint.faint(`all of theirs: ${visibleLine(kept)}`)}`, columns)];
}

function quote(label: string, text: string, columns: number): string[] {
  return wrapText(text, columns - INDENT).map((line, index) => `  ${index === 0 ? label : "      "}  ${line}`);
}

const INDENT = 10;
