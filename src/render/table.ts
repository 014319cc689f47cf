import { fitWidth, loadWidths, padEnd, widthOf } from "./width.ts";
import { wrapText } from "./wrap.ts";

export interface Column {
  /** Gives way when the table is wider than the terminal, those marked `first` before the others. */
  shrinks?: boolean | "first";
  /** Left out when the terminal is narrower than this. */
  needs?: number;
  /** Goes below the other cells of its row, without its colour, when the terminal is narrower than this, or than the whole table. */
  stacks?: number | "whole";
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
  const kept = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column, index }) => (column.needs ?? 0) <= terminal && rows.some((row) => (row[index] ?? "") !== ""));
  const widest = (index: number): number => Math.max(0, ...rows.map((row) => widthOf(row[index] ?? "")));
  const whole = (): number => kept.reduce((sum, { index }) => sum + widest(index) + GAP, indent - GAP);
  const shown = kept.filter(({ column: { stacks = 0 } }) => (stacks === "whole" ? whole() : stacks) <= terminal);
  const stacked = kept.filter((each) => !shown.includes(each));
  const widths = shown.map(({ index }) => widest(index));
  shrink(
    widths,
    shown.map(({ column }) => column.shrinks ?? false),
    terminal - indent - GAP * (shown.length - 1),
  );
  const below = " ".repeat(indent + (widths[0] ?? 0) + GAP);
  const lines = rows.flatMap((row) => {
    const cells = shown.map(({ column, index }, position) => {
      const width = widths[position] ?? 0;
      const text = fitWidth(row[index] ?? "", width);
      const padding = " ".repeat(Math.max(0, width - widthOf(text)));
      const painted = column.paint === undefined || text === "" ? text : column.paint(text);
      const isLast = position === shown.length - 1;
      if (column.alignRight === true) return padding + painted;
      return isLast ? painted : painted + padding;
    });
    const rest = stacked.flatMap(({ index }) => row[index] || []).join(" ".repeat(GAP));
    return [
      `${" ".repeat(indent)}${cells.join(" ".repeat(GAP))}`.trimEnd(),
      ...(rest === "" ? [] : wrapText(rest, terminal - below.length).map((line) => below + line)),
    ];
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

/** A label and its value on a line, the labels padded to one width; a value with a word too long for that stands below its label. */
export function renderFields(
  fields: readonly (readonly [label: string, value: string])[],
  paint: (label: string) => string,
  terminal: number,
): string {
  const width = Math.max(0, ...fields.map(([label]) => widthOf(label)));
  const render = ([label, value]: readonly [string, string]): string => {
    const beside = wrapText(value, terminal - width - GAP);
    if (beside.every((line) => widthOf(line) <= terminal - width - GAP))
      return `${paint(padEnd(label, width))}  ${beside.join(`\n${" ".repeat(width + GAP)}`)}\n`;
    return `${[paint(label), ...wrapText(value, terminal - GAP).map((line) => " ".repeat(GAP) + line)].join("\n")}\n`;
  };
  return fields.map(render).join("");
}
