import type { Beat } from "../beats.ts";
import type { Block, Bullet } from "../blocks.ts";
import { wordRow } from "../rows.ts";
import type { Story } from "../story.ts";
import { type Alignment, alignNumbers } from "./alignment.ts";
import { followChange } from "./changes.ts";
import { baseValue, canCompare } from "./equal.ts";
import type { Figure, Quantity } from "./figure.ts";
import { findTextFigures } from "./pairs.ts";
import { isTotal } from "./totals.ts";

/** A figure that a post may state: where the story says it, or what it follows from. */
export interface Source extends Quantity {
  /** The file's line; null for a value under `facts:`. */
  line: number | null;
  isHedged: boolean;
  /** `said`: the story states it. Else it follows from what the story states. */
  by: "said" | "code" | "change" | "sum" | "length";
}

/** All that the figures of a post are traced to. */
export interface Sources {
  figures: readonly Source[];
  /** The changes it tells, for their direction. */
  changes: readonly Figure[];
  /** The story's numbers by the words around them. */
  alignment: Alignment;
}

/** Collects a story's figures, and those that follow from them: percentages of changes, sums and lengths of lists. */
export function collectSources(
  story: Pick<Story, "facts" | "hook">,
  beats: readonly Beat[],
  figures: readonly Figure[],
): Sources {
  const said = figures.filter((figure) => figure.from === null).map((figure) => source(figure as Quantity, figure));
  const given = [...story.facts.values()].flatMap((value) =>
    findTextFigures(value)
      .filter((figure) => figure.from === null)
      .map((figure) => source(figure as Quantity, { line: null, hedge: figure.hedge })),
  );
  const blocks = beats.flatMap((beat) => beat.blocks);
  return {
    figures: [
      ...said,
      ...given,
      ...figures.flatMap(({ from, to, line }) =>
        [from, to].flatMap((side) => (side === null ? [] : [source(side, { line, hedge: null })])),
      ),
      ...blocks.flatMap(rowFigures),
      ...blocks.flatMap(codeFigures),
      ...figures.flatMap(changeFigures),
      ...blocks.flatMap(listFigures),
      ...numberedBeats(beats),
    ],
    changes: figures.filter((figure) => figure.kind === "change"),
    alignment: alignNumbers(beats, story.hook),
  };
}

function source(quantity: Quantity, { line, hedge }: Pick<Source, "line"> & Pick<Figure, "hedge">): Source {
  const { text, kind, value, unit } = quantity;
  return { text, kind, value, unit, line, isHedged: hedge !== null, by: "said" };
}

/** A post tells a table's rows as lines, in which bare cells find what they count: "Bugs: 35 → 6". */
function rowFigures(block: Block): Source[] {
  if (block.kind !== "table") return [];
  const header = block.header.map((cell) => cell.text);
  return block.rows.flatMap((row) => {
    const line = row[0]?.breaks[0]?.line ?? block.line;
    const told = wordRow(
      header,
      row.map((cell) => cell.text),
    );
    return findTextFigures(told)
      .filter((figure) => figure.from === null)
      .map((figure) => source(figure as Quantity, { line, hedge: figure.hedge }));
  });
}

/** A post may show code, so its numbers are told too. */
function codeFigures(block: Block): Source[] {
  if (block.kind === "list") return block.bullets.flatMap((bullet) => bullet.children.flatMap(codeFigures));
  if (block.kind !== "code") return [];
  return block.text.split("\n").flatMap((text, index) =>
    findTextFigures(text)
      .filter((figure) => figure.from === null)
      .map(
        (figure): Source => ({
          ...source(figure as Quantity, { line: block.line + 1 + index, hedge: figure.hedge }),
          by: "code",
        }),
      ),
  );
}

/** What follows from "$3,200 → $850": 73% less, 3.8 times, and $2,350 saved. */
function changeFigures({ kind, from, to, line }: Figure): Source[] {
  const change = kind !== "change" || from === null || to === null ? null : followChange(from, to);
  if (from === null || to === null || change === null || change.by === 0) return [];
  const text = `${from.text} → ${to.text}`;
  const follows = (kind: Quantity["kind"], value: number, unit: string | null): Source => ({
    text,
    kind,
    value,
    unit,
    line,
    isHedged: false,
    by: "change",
  });
  return [
    follows("percent", change.percent, "%"),
    follows("multiple", change.times, "x"),
    follows(from.kind, change.by, to.unit),
  ];
}

/** The sum of a list in which every bullet states one figure of a kind, and how many bullets a list has. */
function listFigures(block: Block): Source[] {
  if (block.kind !== "list") return [];
  return [...sumOf(block.bullets), ...lengthOf(block.bullets.length, block.line)];
}

function sumOf(bullets: readonly Bullet[]): Source[] {
  const firsts = bullets
    .filter((bullet) => !isTotal(bullet))
    .map((bullet) => findTextFigures(bullet.text.text).filter((figure) => figure.from === null));
  return (["money", "duration", "count"] as const).flatMap((kind) => {
    const each = firsts.flatMap((found) => {
      const ofKind = found.filter((figure) => figure.kind === kind);
      return ofKind.length === 1 ? (ofKind as (Quantity & { hedge: Figure["hedge"] })[]) : [];
    });
    const [first] = each;
    if (first === undefined || each.length < 2 || !each.every((figure) => canCompare(first, figure))) return [];
    const total = each.reduce((sum, figure) => sum + baseValue(figure), 0);
    const value = (total * first.value) / (baseValue(first) || 1);
    const text = each.map((figure) => figure.text).join(" + ");
    const line = bullets[0]?.line ?? null;
    const isHedged = each.some((figure) => figure.hedge !== null);
    return [{ text, kind, value, unit: first.unit, line, isHedged, by: "sum" } satisfies Source];
  });
}

function lengthOf(length: number, line: number): Source[] {
  if (length < 2) return [];
  return [
    { text: `a list of ${length}`, kind: "count", value: length, unit: null, line, isHedged: false, by: "length" },
  ];
}

/** Beats labelled "1. …" to "5. …" are a list of five. */
function numberedBeats(beats: readonly Beat[]): Source[] {
  const numbered = beats.filter((beat) => /^\d+[.)]\s/.test(beat.title ?? ""));
  return lengthOf(numbered.length, numbered[0]?.line ?? 1);
}
