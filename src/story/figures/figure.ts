import type { Hedge } from "./hedges.ts";

type QuantityKind = "money" | "percent" | "multiple" | "count" | "duration" | "clock";

/** An amount as it is written, and what it comes to. */
export interface Quantity {
  text: string;
  kind: QuantityKind;
  /** In `unit`; $800K is 800000 USD, 6:00 PM is 1080 minutes after midnight. */
  value: number;
  /** A currency code, `%`, `x`, the noun counted (null when none is said), `minutes` …, or `clock`. */
  unit: string | null;
}

/** A quantity a story states, or two that belong together: a change from one to the other, or a range. */
export interface Figure {
  text: string;
  kind: QuantityKind | "change" | "range";
  /** Of a change or range: where it ends. */
  value: number;
  unit: string | null;
  /** What the figure is of, in the story's own words: its bullet's label, or the label above it. */
  label: string | null;
  /** The file's line, from 1. */
  line: number;
  from: Quantity | null;
  to: Quantity | null;
  /** How the words around it soften it. */
  hedge: Hedge | null;
}

/** The figures without the two sides of each change and range, which are figures too. */
export function withoutSides(figures: readonly Figure[]): Figure[] {
  const sides = new Set(
    figures.flatMap(({ from, to, line }) =>
      from === null || to === null ? [] : [`${line} ${from.text}`, `${line} ${to.text}`],
    ),
  );
  return figures.filter(({ from, line, text }) => from !== null || !sides.has(`${line} ${text}`));
}
