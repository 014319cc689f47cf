import { findSections } from "../post/sections.ts";
import { foldCase } from "../text/letters.ts";

/** What stands in the place of a line that names something withheld. */
const WITHHELD = "(confidential)";

/** A shorter title is a word like any other. */
const SHORTEST = 4;

type Titled = { id: string; title: string };

export interface WithheldHider {
  /** Every line that names something withheld says only that it does. */
  lines(text: string): string;
  /** The same below the heading of a post's notes, where drafts name the posts around them. */
  notes(text: string): string;
}

/** Makes what hides the titles and ids of stories and posts that are withheld, where others are named beside them. */
export function withheldHiderOf(withheld: readonly Titled[]): WithheldHider {
  const names = withheld
    .flatMap(({ id, title }) => [id.split("/").at(-1) ?? id, title])
    .filter((name) => name.length >= SHORTEST)
    .map(foldCase);
  const isNaming = (line: string): boolean => names.some((name) => foldCase(line).includes(name));
  const hideFrom = (text: string, first: number): string =>
    text
      .split("\n")
      .map((line, index) => (index < first || !isNaming(line) ? line : WITHHELD))
      .join("\n");
  if (names.length === 0) return { lines: (text) => text, notes: (text) => text };
  return {
    lines: (text) => hideFrom(text, 0),
    notes: (text) => {
      const { notes } = findSections(text.split(/\r?\n/));
      return notes < 0 ? text : hideFrom(text, notes);
    },
  };
}
