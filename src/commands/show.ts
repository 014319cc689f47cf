import type { Command } from "commander";
import type { Context } from "../context.ts";
import { readThrough } from "../jobs/read-story.ts";
import { findUses } from "../post/uses.ts";
import { storyJson } from "../render/json.ts";
import { renderStory } from "../render/story.ts";
import { toJson } from "../render/visible.ts";

export function registerShow(program: Command, context: Context): void {
  program
    .command("show")
    .description("show a story with its beats, its figures, and the posts that tell it")
    .argument("<story>", "id, beginning of an id, title or path")
    .option("--format <format>", "text or json")
    .option("--json", "short for --format json")
    .action((story: string, options: { json?: boolean; format?: string }) =>
      runShow(context, story, options.json === true || options.format === "json"),
    );
}

async function runShow(context: Context, name: string, isJson: boolean): Promise<void> {
  const bank = context.openBank();
  const read = readThrough(await bank.story(name));
  const uses = findUses(await bank.posts());
  if (!isJson) {
    context.out(await renderStory(read, uses, context.paint, context.columns));
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
