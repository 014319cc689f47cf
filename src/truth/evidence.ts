import type { Passage } from "./passage.ts";
import { type Holders, type StoryIndex, standsUnder } from "./story-index.ts";

/** A passage of the story that a statement rests on, and how much the two share. */
export interface Support {
  passage: Passage;
  score: number;
}

/** What a statement looks for in a passage, with what each is worth. */
export type WantedWords = ReadonlyMap<string, number>;

function wantedOf({ features }: Passage, story: StoryIndex): Map<string, number> {
  return new Map(
    [...features].filter((feature) => story.count(feature) > 0).map((feature) => [feature, story.weight(feature)]),
  );
}

const OF_CONTEXT = 0.5;
const OF_NEIGHBOUR = 0.3;

/** The passages that have what is wanted, and what it is worth. */
interface Wanted {
  feature: string;
  holders: Holders;
  weight: number;
}

/** How much of what is wanted stands in a passage, in its label, and next to it. */
function supportOf(passage: Passage, wanted: readonly Wanted[], { passages }: StoryIndex): number {
  const [before = null, after = null] = [passages[passage.index - 1], passages[passage.index + 1]];
  let sum = 0;
  for (const { feature, holders, weight } of wanted) {
    if (holders.has(passage)) sum += weight;
    else if (standsUnder(passage, feature, holders)) sum += weight * OF_CONTEXT;
    else if (holders.has(before) || holders.has(after)) sum += weight * OF_NEIGHBOUR;
  }
  return sum;
}

const FEW = 4;
const OF_BEFORE = 0.4;

/** The passages that share most with a statement, the best first. */
export function findEvidence(statement: Passage, before: Passage | null, story: StoryIndex, most = 6): Support[] {
  const wanted = wantedOf(statement, story);
  // A short statement ("Up by 8%.") goes on with what the one before it speaks of.
  if (before !== null && wanted.size <= FEW)
    for (const [feature, weight] of wantedOf(before, story))
      if (!wanted.has(feature)) wanted.set(feature, weight * OF_BEFORE);
  if (wanted.size === 0) return [];
  const held = [...wanted].map(([feature, weight]) => ({ feature, holders: story.holders(feature), weight }));
  return story.passages
    .map((passage) => ({ passage, score: supportOf(passage, held, story) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.passage.index - b.passage.index)
    .slice(0, most);
}
