import { formatDate, parseDate } from "../calendar/dates.ts";
import { compareWords, type SentenceChange, type Stretch } from "../history/compare-sentences.ts";
import type { Diff } from "../jobs/diff.ts";
import type { Change } from "../jobs/versions.ts";
import { wordEvent } from "./events.ts";
import type { Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { loadWidths, readableWidth } from "./width.ts";
import { wrapText } from "./wrap.ts";

/** What changed between two versions, by sentence: `-` before what was there, `+` before what is there now. */
export async function renderDiff(diff: Diff, paint: Paint, columns: number): Promise<string> {
  const width = readableWidth(columns, 90);
  const { events, text, notes } = diff;
  await loadWidths([...text, ...notes].flatMap(({ before, after }) => [before?.text ?? "", after?.text ?? ""]));
  const head = wrapText(`${visibleLine(diff.head.title)}, ${visibleLine(wordSince(diff))}`, width);
  const keys = events.flatMap((event) => wrapText(visibleLine(wordEvent(event, null, null)), width - 2));
  return [
    head.map((line) => `${paint.strong(line)}\n`).join(""),
    ...(keys.length === 0 ? [] : [keys.map((line) => `  ${line}\n`).join("")]),
    ...text.map((change) => renderChange(change, paint, width)),
    ...(notes.length === 0
      ? []
      : [`${paint.accent("Notes")}\n`, ...notes.map((change) => renderChange(change, paint, width))]),
  ].join("\n");
}

/** Says that there is nothing to show. */
export function wordUnchanged(diff: Diff): string {
  return `${visibleLine(diff.head.title)} has not changed ${visibleLine(wordSince(diff))}.\n`;
}

function wordSince({ since, from, to }: Diff): string {
  const was = from === null ? "" : `${wordWhen(from)} by ${from.who}`;
  switch (since.why) {
    case "approved": {
      const date = parseDate(since.approval.date ?? "");
      return `since ${since.approval.by} approved it${date === null ? "" : ` on ${formatDate(date)}`}`;
    }
    case "asked":
      return `since its version of ${was}`;
    case "committed":
      return `since it was last committed, ${was}`;
    case "last-change":
      return to === null ? "" : `as ${to.who} ${from === null ? "added" : "changed"} it on ${wordWhen(to)}`;
  }
}

function wordWhen({ at }: Change): string {
  const date = parseDate(at.slice(0, 10));
  return date === null ? at : `${formatDate(date)}, ${at.slice(11, 16)}`;
}

function renderChange({ before, after }: SentenceChange, paint: Paint, width: number): string {
  const words =
    before !== null && after !== null
      ? compareWords(before.text, after.text)
      : {
          before: [{ text: before?.text ?? "", isChanged: false }],
          after: [{ text: after?.text ?? "", isChanged: false }],
        };
  const place = after === null ? "taken out" : `line ${after.line}`;
  return [
    `${paint.faint(place)}\n`,
    before === null ? "" : renderSide("- ", words.before, paint.bad, paint, width),
    after === null ? "" : renderSide("+ ", words.after, paint.good, paint, width),
  ].join("");
}

/** A side of a change, its lines below one another; the words that differ stand out where there is colour. */
function renderSide(
  mark: string,
  stretches: readonly Stretch[],
  color: (text: string) => string,
  paint: Paint,
  width: number,
): string {
  const shown = stretches.map(({ text, isChanged }) => ({ text: visibleLine(text), isChanged }));
  const lines = wrapText(shown.map(({ text }) => text).join(""), width - mark.length);
  let left = [...shown];
  return lines
    .map((line, index) => {
      const cut = cutLine(left, line);
      left = cut.rest;
      const text = cut.line
        .map((each) => (each.isChanged ? paint.strong(color(each.text)) : color(each.text)))
        .join("");
      return `${color(index === 0 ? mark : " ".repeat(mark.length))}${text}\n`;
    })
    .join("");
}

/** Takes the words of a line off the front of stretches; the spaces at which it was broken go with them. */
function cutLine(stretches: readonly Stretch[], line: string): { line: Stretch[]; rest: Stretch[] } {
  const taken: Stretch[] = [];
  const rest = stretches.map((each) => ({ ...each }));
  let missing = line;
  while (missing !== "" && rest.length > 0) {
    const [first] = rest;
    if (first === undefined) break;
    if (taken.length === 0) first.text = first.text.trimStart();
    const piece = first.text.slice(0, missing.length);
    if (piece !== "") taken.push({ text: piece, isChanged: first.isChanged });
    missing = missing.slice(piece.length);
    first.text = first.text.slice(piece.length);
    if (first.text === "") rest.shift();
  }
  return { line: taken, rest };
}

/** A diff as `diff --json` prints it; the shape is public. */
export function diffJson({ kind, head, since, from, to, events, text, notes }: Diff) {
  const sentence = ({ before, after }: SentenceChange) => ({
    before: before?.text ?? null,
    after: after?.text ?? null,
    line: after?.line ?? null,
  });
  return {
    kind,
    id: head.id,
    path: head.path,
    since: since.why,
    from,
    to,
    events,
    text: text.map(sentence),
    notes: notes.map(sentence),
  };
}
