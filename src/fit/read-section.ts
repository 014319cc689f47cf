import { listed } from "../language/dictionary.ts";
import { keyOf } from "../language/lex.ts";
import type { Beat } from "../story/beats.ts";
import { type Line, textBehindLabel } from "../text/line.ts";
import { joinSentences, splitSentences } from "../text/sentences.ts";
import { type Group, group, isOfSequence, type Part, part, type Section } from "./parts.ts";
import { tableGroups } from "./table-groups.ts";

/** Takes a beat apart into the parts a post can be assembled from. */
export function toSection({ role, title, line, lines }: Beat): Section {
  // In a list of systems or lessons the names alone tell something; in a list of results they don't.
  const mayName = role === "turn" || role === "lesson";
  const stretches = stretchesOf(lines);
  const leads = (at: number): boolean => /[:：]$/.test(stretches[at - 1]?.at(-1)?.text ?? "");
  return {
    role,
    title,
    line,
    groups: stretches.flatMap((stretch, at) => toGroups(stretch, mayName, at === 0 || leads(at))),
  };
}

/** Lines that make a group: of one paragraph, one table, one stretch of code, or one list with all that is nested in it. */
function stretchesOf(lines: readonly Line[]): Line[][] {
  const stretches: Line[][] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    if (last !== undefined && belongsTo(line, last)) last.push(line);
    else stretches.push([line]);
  }
  return stretches;
}

function belongsTo(line: Line, stretch: readonly Line[]): boolean {
  const [first] = stretch;
  if (first === undefined) return false;
  if (first.kind === "bullet") return line.depth > first.depth || line.list === first.list;
  return line.block === first.block && line.kind === first.kind;
}

function toGroups(stretch: readonly Line[], mayName: boolean, isLed: boolean): Group[] {
  const [first] = stretch;
  switch (first?.kind) {
    case "bullet":
      return [group("list", listParts(stretch, mayName), /^\d/.test(first.marker))];
    case "row":
      return tableGroups(stretch, isLed);
    case "code":
      return [
        group(
          "code",
          stretch.map(({ text, line }) => part(wordCode(text), "code", line)),
        ),
      ];
    case "quote":
      return [quoted(stretch, first.line)];
    case "prose":
      if (stretch.length === 1) return [prose("paragraph", splitSentences(first.text), first)];
      if (stretch.every(({ text }) => isOfSequence(text)))
        return [
          group(
            "rows",
            stretch.map(({ text, line }) => part(text, "row", line)),
          ),
        ];
      return stretch.map((line) => prose("line", [line.text.replace(/^→\s*/, "→ ")], line));
    default:
      return [];
  }
}

/** Words that are set apart are told whole, line by line, unless they are as long as a post. */
function quoted(lines: readonly Line[], line: number): Group {
  const text = lines.map((each) => each.text).join("\n");
  if (text.length > LONGEST_QUOTED)
    return group(
      "paragraph",
      lines.flatMap((each) => splitSentences(each.text).map((sentence) => part(sentence, "sentence", each.line))),
    );
  return group("paragraph", [{ ...part(text, "sentence", line), isQuoted: true }]);
}

const LONGEST_QUOTED = 400;

function prose(kind: "paragraph" | "line", sentences: readonly string[], { text, line }: Line): Group {
  return {
    kind,
    ordered: false,
    leadsOn: /[:：]$/.test(text),
    parts: sentences.map((sentence) => part(sentence, "sentence", line)),
  };
}

/** The parts of a list: its bullets, the explanations behind their names, and what is nested in them. */
function listParts(lines: readonly Line[], mayName: boolean): Part[] {
  const parents: Part[] = [];
  return lines.flatMap((line): Part[] => {
    const of = parents[line.depth - 1] ?? null;
    if (line.kind === "code") return [part(wordCode(line.text), "code", line.line, of)];
    if (line.kind !== "bullet") return [part(line.text, "explanation", line.line, of)];
    const explanation = mayName ? explanationOf(line) : null;
    const [first = "", ...others] = splitSentences(line.text);
    const own = part(explanation === null ? first : (line.label?.words ?? ""), "bullet", line.line, of);
    parents.splice(line.depth, parents.length, own);
    if (explanation !== null) return [own, part(explanation, "explanation", line.line, own)];
    // A bullet can do without its further sentences.
    return others.length === 0 ? [own] : [own, part(joinSentences(others), "rest", line.line, own)];
  });
}

/** What stands behind the bold name of a bullet, where the name alone tells something too. */
function explanationOf(line: Line): string | null {
  const { label, text } = line;
  const isBold = label?.isBold === true;
  const rest = isBold ? textBehindLabel({ text, label }) : "";
  if (!isBold || rest === "" || listed("bareLabels").get(keyOf(label.words)) === true) return null;
  return label.words.split(/\s+/).length >= 2 && !/\d/.test(rest) ? rest : null;
}

/** A comment's marks go (a post has no comments), and so do the marks of markdown shown as code; the words stay. */
function wordCode(line: string): string {
  return line
    .replace(/^(\s*)(?:#+|\/\/+|--)\s+(?=\S)/, "$1")
    .replace(/^(\s*)\*\*(.+?)\*\*/, "$1$2")
    .trimEnd();
}
