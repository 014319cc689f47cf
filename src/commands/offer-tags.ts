import type { Bank } from "../bank/bank.ts";
import type { Context } from "../context.ts";
import { changeStoryTags } from "../jobs/change-tags.ts";
import { afterSuggestedTags } from "../jobs/next-step.ts";
import { suggestTags } from "../jobs/suggest-tags.ts";
import { renderNextStep } from "../render/next-step.ts";
import { renderSuggestedTags, suggestedTagsJson, wordTagReason } from "../render/suggested-tags.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import type { StoryHead } from "../story/story.ts";
import type { TagSuggestion } from "../story/suggest-tags.ts";
import { changeTags } from "../story/tags.ts";

/** Shows tags for stories, with why; on a terminal they are offered, story by story, until one is left as it is. */
export async function offerTags(
  context: Context,
  bank: Bank,
  stories: readonly StoryHead[],
  { json = false }: { json?: boolean } = {},
): Promise<void> {
  const suggested = await suggestTags(bank, stories);
  if (json) {
    context.out(toJson(stories.map(({ id }) => suggestedTagsJson(id, suggested.get(id) ?? []))));
    return;
  }
  for (const [index, story] of stories.entries()) {
    const suggestions = suggested.get(story.id) ?? [];
    if (index > 0) context.out("\n");
    context.out(await renderSuggestedTags(story, suggestions, context.paint, context.columns));
    if (suggestions.length === 0) context.out("  Nothing stands out in it.\n");
    if (context.isInteractive) await askTags(context, bank, story, suggestions);
  }
  const [first] = stories;
  const [best] = suggested.get(first?.id ?? "") ?? [];
  if (!context.isInteractive && first !== undefined && best !== undefined)
    context.err(`${renderNextStep(afterSuggestedTags(first.id, best.tag), context.columns)}\n`);
}

/** Lets tags be chosen for a story, one after the other, and gives them to it. */
async function askTags(
  context: Context,
  bank: Bank,
  story: StoryHead,
  suggestions: readonly TagSuggestion[],
): Promise<void> {
  const prompts = await context.prompts();
  let chosen: string[] = [];
  for (;;) {
    const open = suggestions.filter(({ tag }) => !chosen.includes(tag));
    const tag = await prompts.pick<string | null>(
      "Tag, or type another:",
      [
        { name: chosen.length === 0 ? "Leave it as it is" : `That is all: ${chosen.join(", ")}`, value: null },
        ...open.map((each) => ({ name: each.tag, value: each.tag, preview: wordTagReason(each) })),
      ],
      { other: (typed) => typed },
    );
    if (tag === null) break;
    const tags = tag.split(",").map((part) => part.trim().replace(/^#/, ""));
    chosen = changeTags(
      chosen,
      tags.filter((part) => part !== ""),
      [],
    );
  }
  if (chosen.length === 0) return;
  const tags = await changeStoryTags(bank, story, chosen, []);
  context.say(`${visibleLine(story.id)}  ${visibleLine(tags.join(", "))}\n`);
}
