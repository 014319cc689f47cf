import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { findUses } from "../post/uses.ts";
import { visibleLine } from "../render/visible.ts";

export function registerRm(program: Command, context: Context): void {
  program
    .command("rm")
    .description("move a story to the trash; nothing is deleted")
    .argument("<story>", "id, beginning of an id, title or path")
    .option("-f, --force", "even when a post tells it")
    .action((story: string, options: { force?: boolean }) => runRm(context, story, options.force === true));
}

async function runRm(context: Context, name: string, isForced: boolean): Promise<void> {
  const bank = context.openBank();
  const story = await bank.storyHead(name);
  const posts = findUses(await bank.posts()).get(story.id) ?? [];
  if (posts.length > 0 && !isForced) {
    throw new UserError(`${story.id} is told in ${posts.map((post) => post.id).join(", ")}.`, {
      hint: `To move it to the trash all the same: storybank rm ${story.id} --force`,
    });
  }
  await bank.trash(story.path);
  context.say(
    `Moved ${visibleLine(story.id)} to the trash.\nBring it back with: storybank restore ${visibleLine(story.id)}\n`,
  );
}
