import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { visibleLine } from "../render/visible.ts";

export function registerRestore(program: Command, context: Context): void {
  program
    .command("restore")
    .description("bring a story, or a post, back from the trash")
    .argument("<story>", "its id")
    .option("--as <name>", "under another name, where its own is taken")
    .action((story: string, options: { as?: string }) => runRestore(context, story, options.as));
}

async function runRestore(context: Context, name: string, as: string | undefined): Promise<void> {
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
  const folder = path.startsWith("stories/") ? "stories" : "posts";
  const wanted = as === undefined ? id : idOption(as);
  if (!(await bank.restore(path, `${folder}/${wanted}.md`))) {
    const { freeName } = await import("../bank/names.ts");
    const free = freeName(wanted, (each) => bank.has(`${folder}/${each}.md`));
    throw new UserError(`There is a ${folder === "stories" ? "story" : "post"} ${wanted} already.`, {
      hint: `Both stay as they are. To bring the old one back beside it: storybank restore ${id} --as ${free}`,
    });
  }
  context.out(`Restored ${visibleLine(id)}${wanted === id ? "" : ` as ${visibleLine(wanted)}`}.\n`);
}

/** Reads `--as`: a name below the folder, such as it stands in a list. */
function idOption(written: string): string {
  const id = written
    .trim()
    .replace(/^(?:stories|posts)\//, "")
    .replace(/\.md$/, "");
  if (id === "" || /^\.|\/\.|^\/|\/\/|\/$|[\\\p{Cc}]/u.test(id))
    throw new UserError(`--as can't be "${written}".`, { hint: "Give a name such as restore shows it." });
  return id;
}
