import { findChangeColumns, isAfterLabel, isBeforeLabel } from "../language/change-label.ts";
import { findTextFigures } from "../language/find-figures.ts";
import { findQuantities } from "../language/find-quantities.ts";
import { lex } from "../language/lex.ts";
import type { PlacedQuantity, Quantity, TextFigure } from "../language/quantity.ts";
import { type Line, lineAt, listsOf } from "../text/line.ts";
import type { Figure } from "./figure.ts";

/** Finds every figure that lines state, in their order; a line of kind `label` names the figures below it. Code is never read for figures. */
export function findFigures(lines: readonly Line[]): Figure[] {
  const changes = new Map(listsOf(lines).flatMap(changeOfBullets));
  /** The labels above a line: that of its part, and those of the bullets it is nested in. */
  let labels: (string | null)[] = [null];
  return lines.flatMap((line): Figure[] => {
    if (line.kind === "label") {
      labels = [line.text];
      return lineFigures(line, null);
    }
    if (line.kind === "code") return [];
    if (line.row !== null) return rowFigures(line);
    const above = labels.slice(0, line.depth + 1).findLast((label) => label !== null) ?? null;
    if (line.kind !== "bullet") return lineFigures(line, above);
    labels = [...labels.slice(0, line.depth + 1), line.label?.words ?? above];
    const change = changes.get(line)?.(labels[0] ?? null);
    return [...(change === undefined ? [] : [change]), ...lineFigures(line, line.label?.words ?? above)].sort(
      (a, b) => a.line - b.line,
    );
  });
}

/** Finds the figures that the comments of code state: "# Result: 85% cache hit rate". */
export function findCodeFigures(lines: readonly Line[]): Figure[] {
  return lines.flatMap((line) => {
    const comment = line.kind === "code" ? /(?:^|\s)(?:#+|\/\/+|--)\s+(\S.*)$/.exec(line.text)?.[1] : undefined;
    return comment === undefined ? [] : lineFigures({ ...line, text: comment }, null);
  });
}

function lineFigures(line: Line, label: string | null): Figure[] {
  return findTextFigures(line.text).map((figure) =>
    toFigure(figure, ownLabel(line.text, figure.start) ?? label, lineAt(line, figure.start)),
  );
}

function toFigure(
  { text, kind, value, unit, from, to, hedge }: TextFigure,
  label: string | null,
  line: number,
): Figure {
  return { text, kind, value, unit, from, to, hedge, label, line };
}

/** "Monthly cost: $3,200": what is before the colon, when the figure is behind it. */
function ownLabel(text: string, start: number): string | null {
  if (text.lastIndexOf(":", start) < 0) return null;
  return /^(?:[→•\-–]\s*)?([\p{L}][^:.!?]{2,60}):\s(?!.*[.!?]\s)/u.exec(text.slice(0, start))?.[1] ?? null;
}

/** Bullets labelled Before and After form a change where each states one quantity of the same kind. */
function changeOfBullets(bullets: readonly Line[]): [Line, (label: string | null) => Figure][] {
  const before = bullets.find(({ label }) => label !== null && isBeforeLabel(label.words));
  const after = bullets.find(({ label }) => label !== null && isAfterLabel(label.words));
  if (before === undefined || after === undefined) return [];
  const change = changeOf(before.text, after.text);
  return change === null ? [] : [[after, (label) => ({ ...change, label, line: lineAt(after, 0) })]];
}

/** A table with a Before and an After column states a change in each row, named by the row's first cell. */
function rowFigures({ row, line }: Line): Figure[] {
  const { header, cells } = row ?? { header: [], cells: [] };
  const label = cells[0] ?? null;
  const stated = cells.flatMap((cell, index) =>
    findTextFigures(cell).map((figure) =>
      toFigure(figure, ownLabel(cell, figure.start) ?? (index === 0 ? (header[0] ?? null) : label), line),
    ),
  );
  const columns = findChangeColumns(header);
  const change = columns === null ? null : changeOf(cells[columns.before] ?? "", cells[columns.after] ?? "");
  return change === null ? stated : [{ ...change, label, line }, ...stated];
}

/** The change from one text to another, where each states one quantity and both are of a kind. */
function changeOf(before: string, after: string): Omit<Figure, "label" | "line"> | null {
  const [from, to] = [onlyQuantity(before), onlyQuantity(after)];
  if (from === null || to === null || from.kind !== to.kind) return null;
  return {
    text: `${from.text} → ${to.text}`,
    kind: "change",
    value: to.value,
    unit: to.unit,
    from: plain(from),
    to: plain(to),
    hedge: null,
  };
}

function onlyQuantity(text: string): PlacedQuantity | null {
  const found = findQuantities(text, lex(text));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function plain({ text, kind, value, unit }: PlacedQuantity): Quantity {
  return { text, kind, value, unit };
}
