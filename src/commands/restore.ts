import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { visibleLine } from "../render/visible.ts";

export function registerRestore(program: Command, context: Context): void {
  program
    .command("restore")
    .description("bring a story back from the trash")
    .argument("<story>", "its id")
    .action((story: string) => runRestore(context, story));
}

async function runRestore(context: Context, name: string): Promise<void> {
  const bank = context.openBank();
  const id = name.replace(/^stories\//, "").replace(/\.md$/, "");
  const path = `stories/${id}.md`;
  if (id.split("/").includes("..") || bank.inTrash(path) === null) {
    const held = bank.trashed("stories").map((trashed) => `  ${trashed}`);
    throw new UserError(`The trash holds no story "${name}".`, {
      hint: held.length === 0 ? "The trash is empty." : `It holds:\n${held.join("\n")}`,
    });
  }
  if (!(await bank.restore(path))) {
    throw new UserError(`There is a story ${id} already.`, { hint: `Move it away first: storybank rm ${id}` });
  }
  context.out(`Restored ${visibleLine(id)}.\n`);
}
