import type { Hedge } from "./lexicon.ts";

export type QuantityKind = "money" | "percent" | "multiple" | "count" | "duration" | "clock";

/** An amount as it is written, and what it comes to. */
export interface Quantity {
  text: string;
  kind: QuantityKind;
  /** In `unit`; $800K is 800000 USD, 6:00 PM is 1080 minutes after midnight. */
  value: number;
  /** A currency code, `%`, `x`, the noun counted (null when none is said), `minutes` …, or `clock`. */
  unit: string | null;
}

/** A quantity with its place in a text. */
export interface PlacedQuantity extends Quantity {
  start: number;
  end: number;
  /** Nothing says what it counts. */
  isBare: boolean;
  /** The indexes of its first token and of the one behind it. */
  first: number;
  next: number;
}

/** A quantity of a text, or two that form a change or a range, with its place there. */
export interface TextFigure {
  text: string;
  kind: QuantityKind | "change" | "range";
  /** Of a change or range: where it ends. */
  value: number;
  unit: string | null;
  from: Quantity | null;
  to: Quantity | null;
  /** How the words around it soften it. */
  hedge: Hedge | null;
  start: number;
  end: number;
}

/** A single figure is a quantity; a change or range has one on each side. */
export function isQuantity(figure: TextFigure): figure is TextFigure & Quantity {
  return figure.from === null;
}
