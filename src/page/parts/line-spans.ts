import type { ShownFigure, ShownLine } from "../../jobs/post-view.ts";

/** Where a card is cut off, counted from the start of the text. */
export interface Folds {
  phone: number;
  desktop: number;
}

/** A stretch of a line that is shown in one way. */
export interface LineSpan {
  text: string;
  figure: ShownFigure | null;
  /** Whether it belongs to a figure that the story does not state. */
  isStray: boolean;
  /** Whether the platform's limit falls in front of it. */
  isAtLimit: boolean;
  /** Which cards are cut off before it. */
  past: readonly (keyof Folds)[];
}

/** Cuts a line that starts at `offset` of its text where figures begin and end, where the cards are cut off, and at the limit. */
export function cutLineSpans(
  { text, figures, strays }: Pick<ShownLine, "text" | "figures" | "strays">,
  offset: number,
  folds: Folds | null,
  limitAt: number | null = null,
): LineSpan[] {
  const cuts = new Set([0, text.length, ...[...figures, ...strays].flatMap(({ start, end }) => [start, end])]);
  for (const place of [folds?.phone, folds?.desktop, limitAt ?? undefined])
    if (place !== undefined && place > offset && place < offset + text.length) cuts.add(place - offset);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0;
    return {
      text: text.slice(start, end),
      figure: figures.find((figure) => figure.start <= start && end <= figure.end) ?? null,
      isStray: strays.some((stray) => stray.start <= start && end <= stray.end),
      isAtLimit: limitAt !== null && limitAt === offset + start,
      past: pastFolds(offset + start, folds),
    };
  });
}

/** Which cards are cut off before a place in the text. */
export function pastFolds(at: number, folds: Folds | null): (keyof Folds)[] {
  return folds === null ? [] : (["phone", "desktop"] as const).filter((fold) => at >= folds[fold]);
}
