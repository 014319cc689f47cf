import type { TextFigure } from "../language/quantity.ts";

/** A figure of a story, with what it is of and where it is. */
export interface Figure extends Omit<TextFigure, "start" | "end"> {
  /** What the figure is of, in the story's own words: its bullet's label, or the label above it. */
  label: string | null;
  /** The file's line, from 1. */
  line: number;
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
