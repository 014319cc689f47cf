import type { Bank } from "../bank/bank.ts";
import { readBeats } from "../story/beats.ts";
import { takeEndings } from "../story/endings.ts";
import type { Story, StoryHead } from "../story/story.ts";
import { isTooLong } from "./too-long.ts";

/** What a story should have before its post is drafted. */
export type MissingPart = "hook" | "question" | "tags";

/** What stories lack, by their ids; those that lack nothing are left out. */
export async function findMissing(
  bank: Pick<Bank, "wholeStoriesInOrder">,
  stories: readonly StoryHead[],
): Promise<Map<string, MissingPart[]>> {
  const missing = new Map<string, MissingPart[]>();
  for await (const { item } of bank.wholeStoriesInOrder({ paths: new Set(stories.map(({ path }) => path)) })) {
    const lacks: MissingPart[] = [];
    if (item.hook === null) lacks.push("hook");
    if (!hasQuestion(item)) lacks.push("question");
    if (item.tags.length === 0) lacks.push("tags");
    if (lacks.length > 0) missing.set(item.id, lacks);
  }
  return missing;
}

/** A question may stand in the text, too, under its label. */
function hasQuestion(story: Story): boolean {
  if (story.question !== null) return true;
  return !isTooLong(story.body) && takeEndings(readBeats(story)).question !== null;
}
