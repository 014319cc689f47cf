import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import type { Context } from "../context.ts";
import { listIngredients } from "../jobs/ingredients.ts";
import { deriveReadingWithFacts } from "../jobs/reading-with-facts.ts";
import { showPost } from "../jobs/show-post.ts";
import { findUses } from "../post/uses.ts";
import { storyJson } from "../render/json.ts";
import { renderShownPost, shownPostJson } from "../render/post.ts";
import { renderStory } from "../render/story.ts";
import { toJson } from "../render/visible.ts";
import type { StoryHead } from "../story/story.ts";
import { namedStoryOrPost } from "./named.ts";
import { choiceOption } from "./options.ts";

export function registerShow(program: Command, context: Context): void {
  program
    .command("show")
    .description(
      "show a story with its beats, its figures and its posts; or a post with its text, findings and results",
    )
    .argument("[story-or-post]", "id, beginning of an id, title or path")
    .option("--format <format>", "text or json")
    .option("--json", "short for --format json")
    .action((name: string | undefined, options: { json?: boolean; format?: string }) =>
      runShow(context, name, options),
    );
}

async function runShow(
  context: Context,
  name: string | undefined,
  { json, format }: { json?: boolean; format?: string },
): Promise<void> {
  const isJson = json === true || choiceOption("format", format, ["text", "json"]) === "json";
  const bank = context.openBank();
  const { kind, head } = await namedStoryOrPost(context, bank, name);
  if (kind === "story") {
    await showStory(context, bank, head, isJson);
    return;
  }
  const shown = await showPost(bank, head);
  context.out(isJson ? toJson(shownPostJson(shown)) : await renderShownPost(shown, context.paint, context.columns));
}

async function showStory(context: Context, bank: Bank, head: StoryHead, isJson: boolean): Promise<void> {
  const read = deriveReadingWithFacts(await bank.wholeStory(head));
  const uses = findUses(await bank.posts());
  if (!isJson) {
    context.out(
      await renderStory({ ...read, ingredients: listIngredients(read) }, uses, context.paint, context.columns),
    );
    return;
  }
  const { story, beats, figures } = read;
  const beatsShown = beats.map(({ role, title, text, line }) => ({ role, title, text, line }));
  context.out(
    toJson({
      ...storyJson(story, uses),
      angle: story.angle,
      facts: story.facts,
      body: story.body,
      beats: beatsShown,
      figures: figures.map(({ hedge: _, ...shown }) => shown),
    }),
  );
}
