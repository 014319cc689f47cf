import { findTextFigures } from "../language/find-figures.ts";
import { isQuantity, type Quantity, type TextFigure } from "../language/quantity.ts";
import { findDisagreement, type PlacedNumber, placeNumbers } from "./alignment.ts";
import type { Source, Sources } from "./sources.ts";
import { traceFigure } from "./trace.ts";

/** The figures of a line of a post, each with what it goes back to. */
export interface TracedText {
  /** Source is null where the story says nothing of the kind. Changes and ranges are left to their two sides. */
  figures: readonly { figure: TextFigure & Quantity; source: Source | null }[];
  /** Numbers where the story has another one between the same words. */
  changed: readonly { number: PlacedNumber; source: { text: string; line: number | null } }[];
}

/** Traces every figure of a line to its story; a number that the story tells otherwise at the same place is no figure of it. */
export function traceText(text: string, sources: Sources): TracedText {
  const changed = placeNumbers(text).flatMap((number) => {
    const source = findDisagreement(number, sources.alignment);
    return source === null ? [] : [{ number, source }];
  });
  const isChanged = ({ start, end }: TextFigure): boolean =>
    changed.some(({ number }) => number.start >= start && number.start < end);
  const figures = findTextFigures(text)
    .filter(isQuantity)
    .filter((figure) => !isChanged(figure))
    .map((figure) => ({ figure, source: traceFigure(figure, figure.hedge, sources) }));
  return { figures, changed };
}
