import type { WantedWords } from "./evidence.ts";
import { supportAround } from "./local.ts";
import type { Passage } from "./passage.ts";
import type { StoryIndex } from "./story-index.ts";

/** A place in a passage of the story. */
export interface StorySpot {
  passage: Passage;
  first: number;
  next: number;
}

/** How much stronger what contradicts has to stand among a detail's words than the detail itself does. */
export interface Lead {
  margin: number;
  ratio: number;
}

/** The rival that stands among the wanted words where the detail itself stands elsewhere, or nowhere; null where none is strong enough. */
export function findRival<Spot extends StorySpot>(
  wanted: WantedWords,
  own: readonly StorySpot[],
  rivals: readonly Spot[],
  story: StoryIndex,
  { margin, ratio }: Lead,
  frame: (spot: StorySpot) => number = () => 0,
): Spot | null {
  let ours = 0;
  for (const spot of own) ours = Math.max(ours, supportAround(spot.passage, spot, wanted, story) + frame(spot));
  let best: Spot | null = null;
  let score = 0;
  for (const spot of rivals) {
    const support = supportAround(spot.passage, spot, wanted, story) + frame(spot);
    if (support > score) [best, score] = [spot, support];
  }
  return score > ours + margin && score > ours * ratio ? best : null;
}

/** Which of what is wanted stands in a passage itself. */
export function sharedBy(wanted: WantedWords, { features }: Passage): string[] {
  return [...wanted.keys()].filter((feature) => features.has(feature));
}

/** A single feature that is as rare as this is enough to tell what a passage is about. */
const RARE = 3.4;

/** Whether a passage shares enough of what is wanted to be about the same: two features, or a rare one. */
export function isAboutSame(wanted: WantedWords, passage: Passage): boolean {
  const shared = sharedBy(wanted, passage);
  return shared.length >= 2 || shared.some((feature) => (wanted.get(feature) ?? 0) >= RARE);
}

/** The share of what is wanted that a spot has around it. */
export function shareAround(wanted: WantedWords, spot: StorySpot, story: StoryIndex): number {
  let sum = 0;
  for (const weight of wanted.values()) sum += weight;
  return sum === 0 ? 0 : supportAround(spot.passage, spot, wanted, story) / sum;
}
