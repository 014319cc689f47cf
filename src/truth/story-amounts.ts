import type { Stated } from "./follow.ts";
import type { StoryIndex } from "./story-index.ts";

const known = new WeakMap<StoryIndex, readonly Stated[]>();

/** All amounts of a story, with where they stand. */
export function amountsOf(story: StoryIndex): readonly Stated[] {
  const found = known.get(story);
  if (found !== undefined) return found;
  const all = story.passages.flatMap((passage) => passage.amounts.map((amount): Stated => ({ amount, passage })));
  known.set(story, all);
  return all;
}
