import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import { matchName, onlyOne } from "../bank/resolve.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { visibleLine } from "../render/visible.ts";
import { quoteWord } from "../story/quote-word.ts";
import { choiceOf } from "./named.ts";

export function registerRestore(program: Command, context: Context): void {
  program
    .command("restore")
    .description("bring a story or post back from the trash")
    .argument("[story-or-post]", "its id, the beginning of it, or its path")
    .option("--as <name>", "under another name, where its own is taken")
    .action((name: string | undefined, options: { as?: string }) => runRestore(context, name, options.as));
}

async function runRestore(context: Context, name: string | undefined, as: string | undefined): Promise<void> {
  const bank = context.openBank();
  const { id, path } = findTrashed(bank, name ?? (await pickTrashed(context, bank)));
  const folder = path.startsWith("stories/") ? "stories" : "posts";
  const wanted = as === undefined ? id : idOption(as);
  if (!(await bank.restore(path, `${folder}/${wanted}.md`))) {
    const { freeName } = await import("../bank/names.ts");
    const free = freeName(wanted, (each) => bank.has(`${folder}/${each}.md`));
    throw new UserError(`There is a ${folder === "stories" ? "story" : "post"} ${wanted} already.`, {
      hint: `Both stay as they are. To bring the old one back beside it: storybank restore ${quoteWord(id)} --as ${quoteWord(free)}`,
    });
  }
  context.say(`Restored ${visibleLine(id)}${wanted === id ? "" : ` as ${visibleLine(wanted)}`}.\n`);
}

/** Reads `--as`: a name below the folder, as a list shows it. */
function idOption(written: string): string {
  const id = written
    .trim()
    .replace(/^(?:stories|posts)\//, "")
    .replace(/\.md$/, "");
  if (id === "" || /^\.|\/\.|^\/|\/\/|\/$|[\\\p{Cc}]/u.test(id))
    throw new UserError(`--as can't be "${written}".`, { hint: "Give a name such as restore shows it." });
  return id;
}

interface Trashed {
  id: string;
  path: string;
  title: string;
}

function listTrashed(bank: Bank): Trashed[] {
  return ["stories", "posts"].flatMap((folder) =>
    bank.trashed(folder).map((id) => ({ id, path: `${folder}/${id}.md`, title: id })),
  );
}

/** What a name means in the trash; one that fits both a story and a post is the story's. */
function findTrashed(bank: Bank, name: string): Trashed {
  const held = listTrashed(bank);
  const { found } = matchName(held, name.replace(/^((?:stories|posts)\/.+?)(?:\.md)?$/, "$1.md"));
  if (found.length === 0) throw new UserError(`The trash holds nothing called "${name}".`, { hint: wordHeld(held) });
  return onlyOne("story or post", name, found, held);
}

function wordHeld(held: readonly Trashed[]): string {
  return held.length === 0 ? "The trash is empty." : `It holds:\n${held.map(({ path }) => `  ${path}`).join("\n")}`;
}

async function pickTrashed(context: Context, bank: Bank): Promise<string> {
  const held = listTrashed(bank);
  if (!context.isInteractive || held.length === 0)
    throw new UserError("No story or post was named.", { hint: wordHeld(held) });
  const choices = held.map(({ path }) => choiceOf(bank, path, path, bank.inTrash(path) ?? path));
  return (await context.prompts()).pick("Which of the trash?", choices);
}
