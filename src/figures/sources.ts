import { findTextFigures } from "../language/find-figures.ts";
import type { Hedge } from "../language/lexicon.ts";
import { isQuantity, type Quantity, type TextFigure } from "../language/quantity.ts";
import { isTotal } from "../language/total.ts";
import { type Line, listsOf } from "../text/line.ts";
import { type Alignment, alignNumbers } from "./alignment.ts";
import { followChange } from "./changes.ts";
import { baseValue, canCompare } from "./equal.ts";
import type { Figure } from "./figure.ts";

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

/** What sources are collected from. */
export interface SourceMaterial {
  facts: ReadonlyMap<string, string>;
  hook: string | null;
  lines: readonly Line[];
  figures: readonly Figure[];
}

/** Collects a story's figures, and those that follow from them: percentages of changes, sums and lengths of lists. */
export function collectSources({ facts, hook, lines, figures }: SourceMaterial): Sources {
  const lists = listsOf(lines).filter(([first]) => first?.row === null);
  return {
    figures: [
      ...figures
        .filter(({ from }) => from === null)
        .map((figure) => source(figure as Quantity, figure.line, figure.hedge)),
      ...[...facts.values()].flatMap((value) => quantitiesOf(value, null)),
      ...figures.flatMap(({ from, to, line }) =>
        [from, to].flatMap((side) => (side === null ? [] : [source(side, line, null)])),
      ),
      ...lines.flatMap(rowFigures),
      ...lines.flatMap(codeFigures),
      ...figures.flatMap(changeFigures),
      ...lists.flatMap((bullets) => [...sumOf(bullets), ...lengthOf(bullets.length, bullets[0]?.line ?? 1)]),
      ...numberedLabels(lines),
    ],
    changes: figures.filter((figure) => figure.kind === "change"),
    alignment: alignNumbers(lines, hook),
  };
}

function source({ text, kind, value, unit }: Quantity, line: number | null, hedge: Hedge | null): Source {
  return { text, kind, value, unit, line, isHedged: hedge !== null, by: "said" };
}

function quantitiesOf(text: string, line: number | null): Source[] {
  return findTextFigures(text)
    .filter(isQuantity)
    .map((figure) => source(figure, line, figure.hedge));
}

/** A post tells a table's rows as lines, in which bare cells find what they count: "Bugs: 35 → 6". */
function rowFigures({ row, text, line }: Line): Source[] {
  return row === null ? [] : quantitiesOf(text, line);
}

/** A post may show code, so its numbers count too. */
function codeFigures({ kind, text, line }: Line): Source[] {
  return kind === "code" ? quantitiesOf(text, line).map((each): Source => ({ ...each, by: "code" })) : [];
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

const SUMMED = ["money", "duration", "count"] as const;

/** The sum of a list in which every bullet states one figure of a kind. */
function sumOf(bullets: readonly Line[]): Source[] {
  const stating = bullets
    .map((bullet) => ({ bullet, figures: findTextFigures(bullet.text).filter(isQuantity) }))
    .filter(({ figures }) => figures.length > 0);
  if (stating.length < 2) return [];
  const stated = stating.filter(({ bullet }) => !isTotalLine(bullet)).map(({ figures }) => figures);
  return SUMMED.flatMap((kind) => {
    const each = stated.flatMap((found): (TextFigure & Quantity)[] => {
      const ofKind = found.filter((figure) => figure.kind === kind);
      return ofKind.length === 1 ? ofKind : [];
    });
    const [first] = each;
    if (first === undefined || each.length < 2 || !each.every((figure) => canCompare(first, figure))) return [];
    const total = each.reduce((sum, figure) => sum + baseValue(figure), 0);
    const value = (total * first.value) / (baseValue(first) || 1);
    const text = each.map((figure) => figure.text).join(" + ");
    const isHedged = each.some((figure) => figure.hedge !== null);
    return [
      { text, kind, value, unit: first.unit, line: bullets[0]?.line ?? null, isHedged, by: "sum" } satisfies Source,
    ];
  });
}

/** Whether a bullet says that it is the sum of the others. */
export function isTotalLine({ label, text }: Pick<Line, "label" | "text">): boolean {
  return isTotal(text, label?.words ?? null);
}

function lengthOf(length: number, line: number): Source[] {
  if (length < 2) return [];
  return [
    { text: `a list of ${length}`, kind: "count", value: length, unit: null, line, isHedged: false, by: "length" },
  ];
}

/** Labels "1. …" to "5. …" are a list of five. */
function numberedLabels(lines: readonly Line[]): Source[] {
  const numbered = lines.filter(({ kind, text }) => kind === "label" && /^\d+[.)]\s/.test(text));
  return lengthOf(numbered.length, numbered[0]?.line ?? 1);
}
