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

/**
 * Shows tags for stories, with why. On a terminal they are offered, story by story; where one is left as it is, and others follow,
 * it asks whether to go on.
 */
export async function offerTags(
  context: Context,
  bank: Bank,
  stories: readonly StoryHead[],
  { json = false }: { json?: boolean } = {},
): Promise<void> {
  const suggested = await suggestTags(bank, stories);
  const offers = stories.map((story) => ({ story, suggestions: suggested.get(story.id) ?? [] }));
  if (json) context.out(toJson(offers.map(({ story, suggestions }) => suggestedTagsJson(story.id, suggestions))));
  else if (context.isInteractive) await askForAll(context, bank, offers);
  else {
    for (const [index, offer] of offers.entries()) {
      if (index > 0) context.out("\n");
      await showOffer(context, offer);
    }
    const first = offers.find(({ suggestions }) => suggestions.length > 0);
    const [best] = first?.suggestions ?? [];
    if (first !== undefined && best !== undefined)
      context.err(`${renderNextStep(afterSuggestedTags(first.story.id, best.tag), context.columns)}\n`);
  }
}

interface Offer {
  story: StoryHead;
  suggestions: readonly TagSuggestion[];
}

async function showOffer(context: Context, { story, suggestions }: Offer): Promise<void> {
  context.out(await renderSuggestedTags(story, suggestions, context.paint, context.columns));
}

async function askForAll(context: Context, bank: Bank, offers: readonly Offer[]): Promise<void> {
  const prompts = await context.prompts();
  for (const [index, offer] of offers.entries()) {
    await showOffer(context, offer);
    if (offer.suggestions.length === 0 || (await askTags(context, bank, offer))) continue;
    const left = offers.slice(index + 1).filter(({ suggestions }) => suggestions.length > 0).length;
    const others = left === 1 ? "the other story" : `the other ${left} stories`;
    if (left > 0 && !(await prompts.confirm(`Look at ${others}, too?`, true))) return;
  }
}

/** Lets tags be chosen for a story, one after the other, and gives them to it; false where it is left as it is. */
async function askTags(context: Context, bank: Bank, { story, suggestions }: Offer): Promise<boolean> {
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
  if (chosen.length === 0) return false;
  const tags = await changeStoryTags(bank, story, chosen, []);
  context.say(`${visibleLine(story.id)}  ${visibleLine(tags.join(", "))}\n`);
  return true;
}
