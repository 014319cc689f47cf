import { type Act, findActs } from "./acts.ts";
import { castOf } from "./cast.ts";
import type { StoryIndex } from "./story-index.ts";

const known = new WeakMap<StoryIndex, readonly Act[]>();

/** The acts of a whole story. */
export function actsOf(story: StoryIndex): readonly Act[] {
  const found = known.get(story);
  if (found !== undefined) return found;
  const cast = castOf(story);
  let last: string | null = null;
  const acts = story.passages.flatMap((passage) => {
    const read = findActs(passage, cast, last);
    last = read.last;
    return read.acts;
  });
  known.set(story, acts);
  return acts;
}
