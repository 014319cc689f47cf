import { findChangeColumns, tellTimes } from "../language/change-label.ts";
import { listed } from "../language/dictionary.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { keyOf } from "../language/lex.ts";
import type { Role } from "../language/lexicon.ts";
import type { Beat } from "../story/beats.ts";
import { type Line, textBehindLabel } from "../text/line.ts";
import { joinSentences, splitSentences } from "../text/sentences.ts";

/** The smallest piece of a text that a post keeps or leaves out whole. */
export interface Part {
  text: string;
  kind: "sentence" | "bullet" | "rest" | "explanation" | "row" | "code";
  /** The part it says nothing without: a bullet's name for its explanation, a bullet for its sub-bullet. */
  of: Part | null;
  line: number;
}

/** Parts that stand together: a paragraph, a line of its own, a list, a table, a stretch of code. */
export interface Group {
  kind: "paragraph" | "line" | "list" | "rows" | "code";
  ordered: boolean;
  parts: readonly Part[];
  /** A sentence such as "We needed:" that leads into the list that follows. */
  leadsOn: boolean;
}

/** A beat as the post may tell it. */
export interface Section {
  role: Role;
  title: string | null;
  line: number;
  groups: readonly Group[];
}

/** All parts of a section in their order. */
export function partsOf({ groups }: Section): readonly Part[] {
  return groups.flatMap(({ parts }) => parts);
}

/** A point that is nothing but what somebody says: "Proved it?" */
export function isSpoken(text: string): boolean {
  return /^["“„«][^"“”„»]*["”“»]$/.test(text);
}

/** Takes a beat apart into the parts a post can be assembled from. */
export function toSection({ role, title, line, lines }: Beat): Section {
  // In a list of systems or lessons the names alone tell something; in a list of results they don't.
  const mayName = role === "turn" || role === "lesson";
  return { role, title, line, groups: stretchesOf(lines).flatMap((stretch) => toGroups(stretch, mayName)) };
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

function toGroups(stretch: readonly Line[], mayName: boolean): Group[] {
  const [first] = stretch;
  switch (first?.kind) {
    case "bullet":
      return [group("list", listParts(stretch, mayName), /^\d/.test(first.marker))];
    case "row":
      return tableGroups(stretch);
    case "code":
      return [
        group(
          "code",
          stretch.map(({ text, line }) => part(wordCode(text), "code", line)),
        ),
      ];
    case "prose":
    case "quote":
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

/** "Week 1: Redis caching": one of several that are told together. */
export function isOfSequence(text: string): boolean {
  return /^\p{L}+ \d+\s?[:–-](?:\s|$)/u.test(text);
}

/** A table as lines: two columns of values become `Dishes: 74 → 26` below their names, anything else names its columns in each line. */
function tableGroups(rows: readonly Line[]): Group[] {
  const header = rows[0]?.row?.header ?? [];
  if (header.length === 2 && findChangeColumns(header)?.before === 0)
    return [
      group(
        "rows",
        rows.filter(hasValue).map(({ row, line }) => part(row?.cells.join(" → ") ?? "", "row", line)),
      ),
    ];
  const isPair = header.length === 3 && rows.every(({ row }) => isPairOfValues(row?.cells ?? []));
  if (!isPair)
    return [
      group(
        "rows",
        rows.filter(hasValue).map(({ text, line }) => part(text, "row", line)),
      ),
    ];
  const [, before = "", after = ""] = header;
  const mark = tellTimes([before, after]) ? "→" : "/";
  const lines = rows.map(({ row, line }) => {
    const [name = "", first = "", second = ""] = row?.cells ?? [];
    return part(`${name}: ${first} ${mark} ${second}`, "row", line);
  });
  if (findChangeColumns([before, after]) !== null && before.split(" ").length === 1) return [group("rows", lines)];
  const heading = part(`${before} ${mark} ${after}:`, "sentence", rows[0]?.line ?? 1);
  return [{ kind: "line", ordered: false, parts: [heading], leadsOn: true }, group("rows", lines)];
}

/** Two values of one kind: a change from tons to dollars is none. */
function isPairOfValues([, first = "", second = ""]: readonly string[]): boolean {
  return isValue(first) && isValue(second) && kindOfValue(first) === kindOfValue(second);
}

function kindOfValue(cell: string): string {
  const [figure] = findTextFigures(`to ${cell}`);
  if (figure === undefined) return "";
  return figure.kind === "money" ? `${figure.unit}` : figure.kind;
}

function isValue(cell: string): boolean {
  return /\d/.test(cell) && cell.length <= LONGEST_VALUE;
}

const LONGEST_VALUE = 24;

/** A row with nothing in its cells tells nothing. */
function hasValue({ row }: Line): boolean {
  return row?.cells.slice(1).some((cell) => !/^(?:n\/a|[-–—]|)$/i.test(cell.trim())) === true;
}

function group(kind: Group["kind"], parts: readonly Part[], ordered = false): Group {
  return { kind, ordered, parts, leadsOn: false };
}

function part(text: string, kind: Part["kind"], line: number, of: Part | null = null): Part {
  return { text, kind, of, line };
}

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
