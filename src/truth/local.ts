import type { WantedWords } from "./evidence.ts";
import { near } from "./near.ts";
import type { Passage } from "./passage.ts";
import { amountKey, timeKey } from "./passage.ts";
import { type StoryIndex, standsUnder } from "./story-index.ts";

interface Spot {
  first: number;
  next: number;
}

/** Within so many tokens a word belongs to a detail. */
const CLOSE = 7;
const OF_FAR = 0.6;
const OF_CONTEXT = 0.5;
const OF_NEIGHBOUR = 0.35;

/** What the story never says can't be found, and makes it less likely that a passage speaks of the same. */
const UNKNOWN = 1.2;

/** The features around a detail, those close to it worth more. */
export function contextAround(passage: Passage, spot: Spot, story: StoryIndex): WantedWords {
  const wanted = new Map<string, number>();
  for (const [feature, at] of placesOf(passage)) {
    if (at >= spot.first && at < spot.next) continue;
    const weight =
      (story.count(feature) === 0 ? UNKNOWN : story.weight(feature)) * (distance(at, spot) <= CLOSE ? 1 : OF_FAR);
    if (weight > (wanted.get(feature) ?? 0)) wanted.set(feature, weight);
  }
  return wanted;
}

/** How much of what is wanted stands around a detail of the story. */
export function supportAround(passage: Passage, spot: Spot, wanted: WantedWords, story: StoryIndex): number {
  const closeness = new Map<string, number>();
  for (const [feature, at] of placesOf(passage)) {
    if (at >= spot.first && at < spot.next) continue;
    closeness.set(feature, Math.max(closeness.get(feature) ?? 0, distance(at, spot) <= CLOSE ? 1 : OF_FAR));
  }
  const [before = null, after = null] = [story.passages[passage.index - 1], story.passages[passage.index + 1]];
  let sum = 0;
  for (const [feature, weight] of wanted) {
    const close = closeness.get(feature);
    const holders = story.holders(feature);
    if (close !== undefined) sum += weight * close;
    else if (standsUnder(passage, feature, holders)) sum += weight * OF_CONTEXT;
    else if (holders.has(before) || holders.has(after)) sum += weight * OF_NEIGHBOUR;
  }
  return sum;
}

function distance(at: number, { first, next }: Spot): number {
  return at < first ? first - at : at - next + 1;
}

/** The features of a passage with the tokens at which they stand. */
export function placesOf(passage: Passage): readonly (readonly [feature: string, at: number])[] {
  const found = known.get(passage);
  if (found !== undefined) return found;
  const places = readPlaces(passage);
  known.set(passage, places);
  return places;
}

const known = new WeakMap<Passage, readonly (readonly [feature: string, at: number])[]>();

/** A hedged amount is no word to look for: the story has another number there. */
function readPlaces({ words, amounts, times }: Passage): (readonly [feature: string, at: number])[] {
  return [
    ...words.map(({ stem, at }) => [near(stem), at] as const),
    ...amounts.filter(({ hedge }) => hedge === null).map((amount) => [amountKey(amount), amount.first] as const),
    ...times.map((time) => [timeKey(time), time.first] as const),
  ];
}
