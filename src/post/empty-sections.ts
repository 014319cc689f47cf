import { findHeadings } from "./sections.ts";

/** Leaves out the headings that nothing stands under, and the blank lines they leave. */
export function dropEmptySections(text: string): string {
  const lines = text.split("\n");
  const headings = findHeadings(lines);
  const empty = new Set<number>();
  for (const [place, { index, level }] of [...headings.entries()].reverse()) {
    const next = headings.slice(place + 1).find((each) => !empty.has(each.index));
    const isBare = lines
      .slice(index + 1, next?.index)
      .every((line, at) => line.trim() === "" || empty.has(index + 1 + at));
    if (isBare && (next === undefined || next.level <= level)) empty.add(index);
  }
  return lines
    .filter((_, index) => !empty.has(index))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
