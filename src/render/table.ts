import { fitWidth, loadWidths, padEnd, widthOf } from "./width.ts";

export interface Column {
  /** Gives way when the table is wider than the terminal, those marked `first` before the others. */
  shrinks?: boolean | "first";
  /** Left out when the terminal is narrower than this. */
  needs?: number;
  alignRight?: boolean;
  paint?: (text: string) => string;
}

const GAP = 2;

/** Lays rows out in columns that fit the terminal. Cells are plain text; colours come on when all is measured. */
export async function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  terminal: number,
  indent = 0,
): Promise<string> {
  await loadWidths(rows.flat());
  const shown = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column, index }) => (column.needs ?? 0) <= terminal && rows.some((row) => (row[index] ?? "") !== ""));
  const widths = shown.map(({ index }) => Math.max(0, ...rows.map((row) => widthOf(row[index] ?? ""))));
  shrink(
    widths,
    shown.map(({ column }) => column.shrinks ?? false),
    terminal - indent - GAP * (shown.length - 1),
  );
  const lines = rows.map((row) => {
    const cells = shown.map(({ column, index }, position) => {
      const width = widths[position] ?? 0;
      const text = fitWidth(row[index] ?? "", width);
      const padding = " ".repeat(Math.max(0, width - widthOf(text)));
      const painted = column.paint === undefined || text === "" ? text : column.paint(text);
      const isLast = position === shown.length - 1;
      return column.alignRight === true ? padding + painted : isLast ? painted : painted + padding;
    });
    return `${" ".repeat(indent)}${cells.join(" ".repeat(GAP))}`.trimEnd();
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** Takes what is too much from the columns that give way, the widest first; each keeps at least eight columns. */
function shrink(widths: number[], gives: readonly (boolean | "first")[], room: number): void {
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
  for (const turn of ["first", true]) {
    while (excess > 0) {
      const widest = widths.reduce(
        (best, width, at) => (gives[at] === turn && width > 8 && (best < 0 || width > (widths[best] ?? 0)) ? at : best),
        -1,
      );
      if (widest < 0) break;
      widths[widest] = (widths[widest] ?? 0) - 1;
      excess--;
    }
  }
}

/** A label and its value on a line, the labels padded to one width. */
export function renderFields(
  fields: readonly (readonly [label: string, value: string])[],
  paint: (label: string) => string,
): string {
  const width = Math.max(0, ...fields.map(([label]) => widthOf(label)));
  return fields.map(([label, value]) => `${paint(padEnd(label, width))}  ${value}\n`).join("");
}
