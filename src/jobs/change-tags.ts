import type { Bank } from "../bank/bank.ts";
import { readTextList } from "../story/schema.ts";
import type { StoryHead } from "../story/story.ts";
import { changeTags } from "../story/tags.ts";

/** Adds tags to a story and takes others away, decided by what its file holds then. Returns the tags it has. */
export async function changeStoryTags(
  bank: Bank,
  story: Pick<StoryHead, "path" | "tags">,
  added: readonly string[],
  removed: readonly string[],
): Promise<readonly string[]> {
  let tags = story.tags;
  await bank.change(story.path, (data) => {
    tags = changeTags(readTextList(data.get("tags")), added, removed);
    return new Map([["tags", tags.length === 0 ? undefined : tags]]);
  });
  return tags;
}
