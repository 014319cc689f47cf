import { plainText } from "./filter.ts";
import type { StoryHead } from "./story.ts";

/** A story that tells what another one tells. */
export interface Twin {
  id: string;
  why: "title" | "text";
}

/** Words in a row that two texts rarely share by chance. */
const RUN = 5;
/** The share of a text's runs that make it the other one again. */
const STRONG = 0.4;
/** A text of fewer runs says too little to be compared. */
const FEWEST = 8;

/** Finds the stories that have a story's title, or much of its text; its own id is passed over. */
export function findTwins(
  story: { id: string; title: string; body: string },
  others: readonly (Pick<StoryHead, "id" | "title"> & { body: string })[],
): Twin[] {
  const own = runsOf(story.body);
  return others.flatMap((other): Twin[] => {
    if (other.id === story.id) return [];
    if (plainText(other.title) === plainText(story.title)) return [{ id: other.id, why: "title" }];
    return overlap(own, runsOf(other.body)) >= STRONG ? [{ id: other.id, why: "text" }] : [];
  });
}

function runsOf(text: string): Set<string> {
  const words = plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(" "));
  return runs;
}

/** The share of the shorter text's runs that the longer one has too. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size < FEWEST) return 0;
  let shared = 0;
  for (const run of few) if (many.has(run)) shared++;
  return shared / few.size;
}
