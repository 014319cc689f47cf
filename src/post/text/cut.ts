import type { Counter } from "../counting.ts";
import { type Heading, type Leaf, type Outline, outlinePost } from "./outline.ts";
import { joinPieces, type Piece } from "./pieces.ts";

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
export function findCut(pieces: readonly Piece[], counter: Counter): Cut | null {
  const outline = outlinePost(pieces);
  const lengthOf = (part: readonly Piece[]): number => counter.count(joinPieces(part));
  const removable = outline.leaves
    .filter((leaf) => !leaf.isPinned)
    .map((leaf) => ({ leaf, length: lengthOf(leaf.pieces) }))
    .sort((a, b) => b.length - a.length)
    .map(({ leaf }) => leaf);
  const fitsWithout = (leaves: readonly Leaf[]): boolean => counter.fits(textWithout(pieces, partsOf(outline, leaves)));
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
  const parts = new Map<Part, Piece[]>();
  for (const piece of pieces) {
    const part = gone.get(piece);
    if (part !== undefined) parts.set(part, [...(parts.get(part) ?? []), piece]);
  }
  return {
    parts: [...parts.values()].map((part) => ({
      text: joinPieces(part),
      line: part[0]?.line ?? 1,
      length: lengthOf(part),
    })),
    text: textWithout(pieces, gone),
  };
}

type Part = Leaf | Heading;

/** The pieces that go with some leaves, each with the part it belongs to: the outermost heading that has nothing left. */
function partsOf({ headings }: Outline, leaves: readonly Leaf[]): Map<Piece, Part> {
  const gone = new Set(leaves);
  const parts = new Map<Piece, Part>();
  for (const leaf of leaves) for (const piece of leaf.pieces) parts.set(piece, leaf);
  for (const heading of headings.toReversed())
    if (heading.leaves.length > 0 && heading.leaves.every((leaf) => gone.has(leaf)))
      for (const piece of heading.pieces) parts.set(piece, heading);
  return parts;
}

/** The text of what stays; where something between two pieces went, the wider gap stays. */
function textWithout(pieces: readonly Piece[], gone: ReadonlyMap<Piece, Part>): string {
  let text = "";
  let gap: Piece["glue"] = "\n";
  for (const piece of pieces) {
    if (piece.glue === "\n\n") gap = "\n\n";
    if (gone.has(piece)) continue;
    text += text === "" ? piece.text : gap + piece.text;
    gap = "\n";
  }
  return text;
}
