import type { AlignType, Table, TableCell, TableRow } from "mdast";
import { scanInline } from "./inline.ts";
import { isBlank, positionOf, type SourceLine } from "./lines.ts";

const DELIMITERS = /^\|(?: *:?-+:? *\|)+$/;

/** A table whose rows begin and end with a bar and have as many cells as its head. */
export function readTable(lines: readonly SourceLine[], at: number): { node: Table; next: number } | null {
  const [head, delimiters] = [lines[at] as SourceLine, lines[at + 1]];
  if (delimiters === undefined || !DELIMITERS.test(delimiters.text)) return null;
  const align = delimiters.text
    .slice(1, -1)
    .split("|")
    .map((cell): AlignType => ALIGNMENTS[`${/^ *:/.test(cell)}${/: *$/.test(cell)}`] ?? null);
  const rows: TableRow[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next] as SourceLine;
    if (isBlank(line.text)) break;
    if (next === at + 1) continue;
    const row = readRow(line, align.length);
    if (row === null) return null;
    rows.push(row);
  }
  const last = lines[next - 1] ?? head;
  return {
    node: { type: "table", align, children: rows, position: positionOf(head, 0, last, last.text.length) },
    next,
  };
}

const ALIGNMENTS: Readonly<Record<string, AlignType>> = { truetrue: "center", truefalse: "left", falsetrue: "right" };

function readRow(line: SourceLine, width: number): TableRow | null {
  if (!/^\|.*\|$/.test(line.text) || line.text.includes("`")) return null;
  const cells: TableCell[] = [];
  let at = 0;
  for (const cell of line.text.slice(1, -1).split("|")) {
    const end = at + 1 + cell.length;
    const text = line.text.slice(0, end).replace(/ +$/, "");
    const start = at + 1 + (/^ */.exec(cell)?.[0].length ?? 0);
    const children = start >= text.length ? [] : scanInline([{ ...line, text }], start);
    if (children === null) return null;
    const isLast = end === line.text.length - 1;
    cells.push({ type: "tableCell", children, position: positionOf(line, at, line, isLast ? end + 1 : end) });
    at = end;
  }
  if (cells.length !== width) return null;
  return { type: "tableRow", children: cells, position: positionOf(line, 0, line, line.text.length) };
}
