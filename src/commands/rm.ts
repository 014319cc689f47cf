import type { Command } from "commander";
import type { StoryOrPost } from "../bank/resolve-post.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { findUses } from "../post/uses.ts";
import { visibleLine } from "../render/visible.ts";
import { quoteWord } from "../story/quote-word.ts";
import { namedStoryOrPost } from "./named.ts";

export function registerRm(program: Command, context: Context): void {
  program
    .command("rm")
    .description("move a story or post to the trash; nothing is deleted")
    .argument("[story-or-post]", "id, beginning of an id, title or path")
    .option("-f, --force", "even a story that a post tells, or a post that is published or has results")
    .action((name: string | undefined, options: { force?: boolean }) => runRm(context, name, options.force === true));
}

async function runRm(context: Context, name: string | undefined, isForced: boolean): Promise<void> {
  const bank = context.openBank();
  const named = await namedStoryOrPost(context, bank, name);
  const { id, path } = named.head;
  const reason = isForced ? null : reasonToKeep(named, await bank.posts());
  if (reason !== null)
    throw new UserError(`${id} ${reason}.`, {
      hint: `To move it to the trash all the same: storybank rm ${quoteWord(id)} --force`,
    });
  await bank.trash(path);
  context.say(
    `Moved ${visibleLine(id)} to the trash.\nBring it back with: storybank restore ${visibleLine(quoteWord(id))}\n`,
  );
}

/** What would be missed most: a story that posts tell, what was published, what was counted. */
function reasonToKeep({ kind, head }: StoryOrPost, posts: Parameters<typeof findUses>[0]): string | null {
  if (kind === "story") {
    const tellings = findUses(posts).get(head.id) ?? [];
    return tellings.length === 0 ? null : `is told in ${tellings.map((post) => post.id).join(", ")}`;
  }
  if (head.status === "published") return "is published";
  return head.snapshots.length > 0 ? "has results" : null;
}
