import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { visibleLine } from "../render/visible.ts";

export function registerRestore(program: Command, context: Context): void {
  program
    .command("restore")
    .description("bring a story, or a post, back from the trash")
    .argument("<story>", "its id")
    .action((story: string) => runRestore(context, story));
}

async function runRestore(context: Context, name: string): Promise<void> {
  const bank = context.openBank();
  const id = name.replace(/^(?:stories|posts)\//, "").replace(/\.md$/, "");
  const path = [`stories/${id}.md`, `posts/${id}.md`].find(
    (each) => !id.split("/").includes("..") && bank.inTrash(each) !== null,
  );
  if (path === undefined) {
    const held = [...bank.trashed("stories"), ...bank.trashed("posts")].map((trashed) => `  ${trashed}`);
    throw new UserError(`The trash holds nothing called "${name}".`, {
      hint: held.length === 0 ? "The trash is empty." : `It holds:\n${held.join("\n")}`,
    });
  }
  if (!(await bank.restore(path))) {
    const isStory = path.startsWith("stories/");
    throw new UserError(`There is a ${isStory ? "story" : "post"} ${id} already.`, {
      hint: isStory ? `Move it away first: storybank rm ${id}` : `Move ${path} away first.`,
    });
  }
  context.say(`Restored ${visibleLine(id)}.\n`);
}
