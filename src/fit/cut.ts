import type { Counter } from "../post/counting.ts";
import type { Line } from "../text/line.ts";
import { printLine, printLines } from "../text/plain.ts";
import { type Leaf, type Outline, type OutlineHeading, outlinePost } from "./outline.ts";

/** A whole part of a post: a paragraph, a list, or a heading with all that stands below it. */
export interface CutPart {
  text: string;
  /** The file's line it begins on. */
  line: number;
  /** In the platform's unit. */
  length: number;
}

/** What makes a post fit: the parts that go, and the text without them. */
export interface Cut {
  parts: readonly CutPart[];
  text: string;
}

/**
 * The smallest set of whole parts whose removal makes a post fit: as few as can be, and of those the shortest. The hook, the last
 * question and the hashtags stay, and a heading goes with all that stands below it. Null where even that is too long.
 */
export function findCut(lines: readonly Line[], counter: Counter): Cut | null {
  const outline = outlinePost(lines);
  const lengthOf = (part: readonly Line[]): number => counter.count(printLines(part));
  const removable = outline.leaves
    .filter((leaf) => !leaf.isPinned)
    .map((leaf) => ({ leaf, length: lengthOf(leaf.lines) }))
    .sort((a, b) => b.length - a.length)
    .map(({ leaf }) => leaf);
  const fitsWithout = (leaves: readonly Leaf[]): boolean => counter.fits(textWithout(lines, partsOf(outline, leaves)));
  if (!fitsWithout(removable)) return null;
  let [none, count] = [0, removable.length];
  while (count - none > 1) {
    const middle = Math.floor((none + count) / 2);
    if (fitsWithout(removable.slice(0, middle))) count = middle;
    else none = middle;
  }
  const largest = removable.slice(0, count - 1);
  const last = removable.slice(count - 1).findLast((leaf) => fitsWithout([...largest, leaf]));
  const gone = partsOf(outline, [...largest, ...(last === undefined ? [] : [last])]);
  const parts = new Map<Part, Line[]>();
  for (const line of lines) {
    const part = gone.get(line);
    if (part !== undefined) parts.set(part, [...(parts.get(part) ?? []), line]);
  }
  return {
    parts: [...parts.values()].map((part) => ({
      text: printLines(part),
      line: part[0]?.line ?? 1,
      length: lengthOf(part),
    })),
    text: textWithout(lines, gone),
  };
}

type Part = Leaf | OutlineHeading;

/** The lines that go with some leaves, each with the part it belongs to: the outermost heading that has nothing left. */
function partsOf({ headings }: Outline, leaves: readonly Leaf[]): Map<Line, Part> {
  const gone = new Set(leaves);
  const parts = new Map<Line, Part>();
  for (const leaf of leaves) for (const line of leaf.lines) parts.set(line, leaf);
  for (const heading of headings.toReversed())
    if (heading.leaves.length > 0 && heading.leaves.every((leaf) => gone.has(leaf)))
      for (const line of heading.lines) parts.set(line, heading);
  return parts;
}

/** The text of what stays; where something between two lines went, the wider gap stays. */
function textWithout(lines: readonly Line[], gone: ReadonlyMap<Line, Part>): string {
  let text = "";
  let isApart = false;
  for (const line of lines) {
    isApart ||= line.gap === "blank";
    if (gone.has(line)) continue;
    text += text === "" ? printLine(line) : (isApart ? "\n\n" : "\n") + printLine(line);
    isApart = false;
  }
  return text;
}
