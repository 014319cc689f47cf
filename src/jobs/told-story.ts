import { replacePrivateNames } from "../post/aliases.ts";
import type { PrivateName } from "../post/private-names.ts";
import { deriveReading, type StoryReading } from "../story/reading.ts";
import type { Story } from "../story/story.ts";
import { isTooLong } from "./too-long.ts";

/**
 * Reads a story as its posts tell it: a post says the alias where its story says the name, so that "two retail clients" are the
 * story's two Acmes. Null where there is none, or it is too long to be read with care.
 */
export function readToldStory(story: Story | null, names: readonly PrivateName[]): StoryReading | null {
  if (story === null || isTooLong(story.body)) return null;
  return deriveReading(names.length === 0 ? story : { ...story, body: replacePrivateNames(story.body, names) });
}
