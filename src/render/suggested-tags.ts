import type { StoryHead } from "../story/story.ts";
import type { TagSuggestion } from "../story/suggest-tags.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";
import { visibleLine } from "./visible.ts";

/** The tags that are suggested for a story, each with what speaks for it. */
export async function renderSuggestedTags(
  { title, tags }: Pick<StoryHead, "title" | "tags">,
  suggestions: readonly TagSuggestion[],
  paint: Paint,
  columns: number,
): Promise<string> {
  const has = tags.length === 0 ? "no tags yet" : tags.join(", ");
  const heading = `${paint.strong(visibleLine(title))}${paint.faint(`  ${visibleLine(has)}`)}\n`;
  const rows = suggestions.map((suggestion) => [
    visibleLine(suggestion.tag),
    suggestion.stories === 0 ? "new" : "known",
    visibleLine(wordTagReason(suggestion)),
  ]);
  if (suggestions.length === 0) return `${heading}  Nothing stands out in it.\n`;
  return heading + (await renderTable([{ paint: paint.accent }, {}, { stacks: "whole" }], rows, columns, 2));
}

/** Why a tag is suggested, in words that can stand behind it. */
export function wordTagReason({ because }: Pick<TagSuggestion, "because">): string {
  switch (because.code) {
    case "said":
      return `the story says it ${wordTimes(because.times)}`;
    case "like":
      return `${because.with} of ${because.of} others with “${because.word}” have it`;
    case "rare": {
      const others =
        because.others === 0
          ? "no other story"
          : `${because.others} other ${because.others === 1 ? "story" : "stories"}`;
      return `said ${wordTimes(because.times)}, and in ${others}`;
    }
  }
}

function wordTimes(times: number): string {
  return ["never", "once", "twice"][times] ?? `${times} times`;
}

/** The suggestions for a story as JSON; the shape is public. */
export function suggestedTagsJson(story: string, suggestions: readonly TagSuggestion[]) {
  return {
    story,
    tags: suggestions.map(({ tag, stories, because }) => ({ tag, stories, why: wordTagReason({ because }) })),
  };
}
