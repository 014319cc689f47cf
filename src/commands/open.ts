import { join } from "node:path";
import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { visibleLine } from "../render/visible.ts";
import { namedStoryOrPost } from "./named.ts";

export function registerOpen(program: Command, context: Context): void {
  program
    .command("open")
    .description("open the file of a story or post: in $VISUAL or $EDITOR, else in what the desktop has for it")
    .argument("[story-or-post]", "id, beginning of an id, title or path")
    .action((name: string | undefined) => runOpen(context, name));
}

async function runOpen(context: Context, name: string | undefined): Promise<void> {
  const bank = context.openBank();
  const { path } = (await namedStoryOrPost(context, bank, name)).head;
  const file = join(bank.root, path);
  const hasEditor = (context.env["VISUAL"] || context.env["EDITOR"] || "") !== "";
  const isShown = !(context.isInteractive && hasEditor) && (await context.openFile(file));
  if (!isShown && !context.isInteractive)
    throw new UserError(`There is neither a terminal nor a desktop to open ${path} in.`, { hint: `It is ${file}` });
  const code = isShown ? 0 : await context.edit(file);
  if (code !== 0)
    throw new UserError(`The editor ended with code ${code}.`, { hint: `What it saved is in ${path}.`, code: 1 });
  if (isShown) context.out(`Opened ${visibleLine(path)}.\n`);
}
