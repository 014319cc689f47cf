import type { Beat } from "../beats.ts";
import type { Block, Bullet, BulletList, TableBlock } from "../blocks.ts";
import { type Inline, lineAt } from "../inline.ts";
import { findChangeColumns, isAfter, isBefore } from "./changes.ts";
import type { Figure, Quantity } from "./figure.ts";
import { findTextFigures } from "./pairs.ts";
import { findQuantities } from "./quantities.ts";

/** Finds every figure a story states, in the order of its lines. Code is never read for figures. */
export function findFigures(beats: readonly Beat[]): Figure[] {
  return beats.flatMap((beat) => [
    ...(beat.title === null ? [] : titleFigures(beat)),
    ...beat.blocks.flatMap((block) => blockFigures(block, beat.title)),
  ]);
}

function titleFigures(beat: Beat): Figure[] {
  return inlineFigures({ text: beat.title ?? "", breaks: [{ at: 0, line: beat.line }] }, null);
}

function blockFigures(block: Block, label: string | null): Figure[] {
  switch (block.kind) {
    case "prose":
    case "quote":
      return inlineFigures(block, label);
    case "list":
      return [...block.bullets.flatMap((bullet) => bulletFigures(bullet, label)), ...beforeAfter(block, label)].sort(
        byLine,
      );
    case "table":
      return tableFigures(block);
    case "code":
      return [];
  }
}

function bulletFigures(bullet: Bullet, label: string | null): Figure[] {
  const own = bullet.label ?? /^([^:]{3,60}):\s/.exec(bullet.text.text)?.[1] ?? null;
  return [
    ...inlineFigures(bullet.text, own ?? label),
    ...bullet.children.flatMap((child) => blockFigures(child, own ?? label)),
  ];
}

function inlineFigures(inline: Inline, label: string | null): Figure[] {
  let at = 0;
  return inline.text.split("\n").flatMap((line) => {
    const offset = at;
    at += line.length + 1;
    return findTextFigures(line).map(({ start, end, ...figure }) => ({
      ...figure,
      label: ownLabel(line, start) ?? label,
      line: lineAt(inline, offset + start),
    }));
  });
}

/** "Monthly cost: $3,200": what stands before the colon, when the figure stands behind it. */
function ownLabel(line: string, start: number): string | null {
  return /^(?:[→•\-–]\s*)?([\p{L}][^:.!?]{2,60}):\s(?!.*[.!?]\s)/u.exec(line.slice(0, start))?.[1] ?? null;
}

/** Bullets labelled Before and After form a change where each states one quantity of the same kind. */
function beforeAfter(list: BulletList, label: string | null): Figure[] {
  const first = list.bullets.find((bullet) => isBefore(labelOf(bullet)));
  const second = list.bullets.find((bullet) => isAfter(labelOf(bullet)));
  if (first === undefined || second === undefined) return [];
  return changeOf(first.text, second.text, label);
}

function labelOf(bullet: Bullet): string {
  return bullet.label ?? /^([^:]{3,30}):\s/.exec(bullet.text.text)?.[1] ?? "";
}

/** A table with a Before and an After column states a change in each row, named by the row's first cell. */
function tableFigures(table: TableBlock): Figure[] {
  const columns = findChangeColumns(table.header.map((cell) => cell.text));
  return table.rows.flatMap((row) => {
    const label = row[0]?.text ?? null;
    const cells = row.flatMap((cell, index) =>
      inlineFigures(cell, index === 0 ? (table.header[0]?.text ?? null) : label),
    );
    const [from, to] = columns === null ? [] : [row[columns.before], row[columns.after]];
    return from === undefined || to === undefined ? cells : [...changeOf(from, to, label), ...cells];
  });
}

function changeOf(before: Inline, after: Inline, label: string | null): Figure[] {
  const [from, ...moreFrom] = findQuantities(before.text);
  const [to, ...moreTo] = findQuantities(after.text);
  if (from === undefined || to === undefined || moreFrom.length + moreTo.length > 0 || from.kind !== to.kind) return [];
  const plain = ({ text, kind, value, unit }: Quantity): Quantity => ({ text, kind, value, unit });
  const line = lineAt(after, to.start);
  return [
    {
      text: `${from.text} → ${to.text}`,
      kind: "change",
      value: to.value,
      unit: to.unit,
      label,
      line,
      from: plain(from),
      to: plain(to),
      hedge: null,
    },
  ];
}

function byLine(a: Figure, b: Figure): number {
  return a.line - b.line;
}
