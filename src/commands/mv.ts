import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { renameNamed } from "../jobs/rename.ts";
import { visibleLine } from "../render/visible.ts";
import { quoteWord } from "../story/quote-word.ts";
import { namedStoryOrPost } from "./named.ts";

export function registerMv(program: Command, context: Context): void {
  program
    .command("mv")
    .description("rename a story or post, in all files that refer to it")
    .argument("[story-or-post]", "id, beginning of an id, title or path")
    .argument("[new]", "its new name; a story's may have a folder: archive/old")
    .action((name: string | undefined, to: string | undefined) => runMv(context, name, to));
}

async function runMv(context: Context, name: string | undefined, to: string | undefined): Promise<void> {
  const bank = context.openBank();
  const finished = await bank.finishRenaming();
  if (finished !== null) {
    context.out(
      `Finished renaming ${visibleLine(finished.from)} to ${visibleLine(finished.to)}, which was interrupted.\n`,
    );
    if (name === finished.from && to === finished.to) return;
  }
  const named = await namedStoryOrPost(context, bank, name);
  const renamed = await renameNamed(bank, named, to ?? (await askName(context, named.head.id)));
  if (renamed === null) {
    context.out(`${visibleLine(named.head.id)} is called so already.\n`);
    return;
  }
  const { from, id, path, changed } = renamed;
  context.out(`Renamed ${visibleLine(from)} to ${visibleLine(id)} (${visibleLine(path)}).\n`);
  if (changed.length > 0)
    context.out(`Also changed, since they refer to it:\n${changed.map((each) => `  ${visibleLine(each)}\n`).join("")}`);
}

async function askName(context: Context, id: string): Promise<string> {
  if (!context.isInteractive)
    throw new UserError("The new name is missing.", { hint: `storybank mv ${quoteWord(id)} NEW` });
  return (await context.prompts()).text("Its new name:", { preset: id });
}
