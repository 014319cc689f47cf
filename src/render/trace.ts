import type { Trace } from "../jobs/trace.ts";
import { isSameText } from "../post/confirmations.ts";
import { chooseEvidence, type ShownVerdict, shownVerdict } from "../truth/show.ts";
import type { Detail, Evidence, Statement } from "../truth/statement.ts";
import type { Paint } from "./paint.ts";
import { visibleLine } from "./visible.ts";
import { loadWidths, readableWidth } from "./width.ts";
import { wrapText } from "./wrap.ts";

/** The sign of a verdict; what the story says needs none. */
const SIGNS: Readonly<Record<ShownVerdict, string>> = {
  nothing: "·",
  said: " ",
  follows: "=",
  confirmed: "✓",
  untraced: "?",
  contradicted: "✗",
};

/** A post's statements, each with what is to be said of its details and the story's lines it rests on. */
export async function renderTrace(statements: readonly Statement[], paint: Paint, columns: number): Promise<string> {
  await loadWidths(statements.flatMap(({ text, evidence }) => [text, ...evidence.map((each) => each.text)]));
  return statements.map((statement) => renderStatement(statement, paint, columns)).join("\n");
}

/** One statement: its line, its words, what is to be said of its details, and the story's lines. */
export function renderStatement(statement: Statement, paint: Paint, columns: number): string {
  const width = readableWidth(columns, 90);
  const told = statement.details.filter(({ verdict }) => verdict !== "said");
  const evidence = statement.evidence.filter(({ text }) => !isSameText(text, statement.text));
  const isOwnWords = evidence.length < statement.evidence.length;
  const verdict = shownVerdict(statement);
  const head = `${paintVerdict(verdict, paint)(SIGNS[verdict])} ${paint.faint(String(statement.line).padStart(4))}  `;
  const lines = [
    ...hang(head, statement.text, width, paint.strong),
    ...told.flatMap((detail) => detailLines(detail, paint, width)),
    ...(isOwnWords ? [INDENT + paint.faint(`${wordLine(sameEvidence(statement))}, word for word`)] : []),
    ...(isOwnWords ? [] : chooseEvidence(statement)).flatMap(({ line, text }) =>
      hang(INDENT, `${wordLine(line)}: ${text}`, width, paint.faint),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

const INDENT = " ".repeat(8);

function sameEvidence({ text, evidence }: Statement): Evidence["line"] {
  return evidence.find((each) => isSameText(each.text, text))?.line ?? null;
}

function detailLines(detail: Detail, paint: Paint, width: number): string[] {
  const place =
    detail.source === null || /\bline \d/.test(detail.because)
      ? ""
      : `, ${detail.source.line === null ? "in its hook" : `line ${detail.source.line}`}`;
  const color = paintVerdict(detail.verdict, paint);
  return hang(
    `${INDENT}${color(SIGNS[detail.verdict])} `,
    `${detail.kind === "sentence" ? "the whole sentence" : detail.text}: ${detail.because}${place}`,
    width,
    (text) => text,
  );
}

/** Words behind a lead; the lines they are broken into stand below the first word. The lead may have colours, which take no room. */
function hang(lead: string, text: string, width: number, paint: (text: string) => string): string[] {
  const bare = lead.startsWith(INDENT) && lead.length > INDENT.length ? INDENT.length + 2 : INDENT.length;
  return wrapText(visibleLine(text), width - bare).map((row, index) =>
    index === 0 ? lead + paint(row) : " ".repeat(bare) + paint(row),
  );
}

function wordLine(line: number | null): string {
  return line === null ? "story, hook" : `story, line ${line}`;
}

function paintVerdict(verdict: ShownVerdict, paint: Paint): (text: string) => string {
  const paints = {
    nothing: paint.faint,
    said: paint.faint,
    follows: paint.good,
    confirmed: paint.good,
    untraced: paint.warn,
    contradicted: paint.bad,
  };
  return paints[verdict];
}

/** "12 statements: 9 are the story's, 1 follows from it, 1 is confirmed, 1 is open." */
export function wordTrace(statements: readonly Statement[]): string {
  const count = (wanted: ShownVerdict): number =>
    statements.filter((statement) => shownVerdict(statement) === wanted).length;
  const parts: [number, one: string, more: string][] = [
    [count("said"), "is the story’s", "are the story’s"],
    [count("follows"), "follows from it", "follow from it"],
    [count("confirmed"), "is confirmed", "are confirmed"],
    [count("nothing"), "claims nothing", "claim nothing"],
    [count("untraced"), "has what it does not say", "have what it does not say"],
    [count("contradicted"), "contradicts it", "contradict it"],
  ];
  const words = parts
    .filter(([number]) => number > 0)
    .map(([number, one, more]) => `${number} ${number === 1 ? one : more}`);
  const all = statements.length === 1 ? "1 statement" : `${statements.length} statements`;
  return `${all}: ${words.join(", ")}.`;
}

/** A trace as `trace --json` shows it; the shape is public. */
export function traceJson({ post, story, statements }: Trace) {
  return {
    post: post.id,
    story: story.story.id,
    statements: statements.map(({ text, line, start, end, verdict, evidence, details }) => ({
      text,
      line,
      start,
      end,
      verdict,
      evidence,
      details: details.map(({ kind, text: words, start: from, end: to, verdict: own, because, source }) => ({
        kind,
        text: words,
        start: from,
        end: to,
        verdict: own,
        because,
        source,
      })),
    })),
  };
}

/** Why there is nothing to confirm in statements. */
export function wordSettled([statement]: readonly Statement[]): string {
  if (statement === undefined) return "nothing is open there.";
  if (statement.verdict === "confirmed") return "it is confirmed already.";
  const line = statement.evidence[0]?.line;
  return line == null ? "nothing is open there." : `the story says so in line ${line}.`;
}
