import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import { editCopy } from "../bank/edit-copy.ts";
import { keepText } from "../bank/recovered.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { findWaiting, gone, keepOurs, keepTheirs, saveDecision } from "../jobs/resolve.ts";
import { listWaitingFiles, type WaitingFile } from "../jobs/waiting.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { renderWaiting } from "../render/waiting.ts";
import { quoteWord } from "../story/quote-word.ts";

interface ResolveFlags {
  ours?: boolean;
  theirs?: boolean;
  edit?: boolean;
  json?: boolean;
}

type Choice = "ours" | "theirs" | "edit" | "later";

export function registerResolve(program: Command, context: Context): void {
  program
    .command("resolve")
    .description("decide where two people changed one place; without a name, see what waits")
    .argument("[post]", "a post or story, by id or path; or another file of the bank, by its path")
    .option("--ours", "what stands there stays")
    .option("--theirs", "put theirs in its place")
    .option("--edit", "write it anew in your editor")
    .option("--json", "print what waits as JSON")
    .action((name: string | undefined, flags: ResolveFlags) => runResolve(context, name, flags));
}

async function runResolve(context: Context, name: string | undefined, flags: ResolveFlags): Promise<void> {
  const bank = context.openBank();
  if (name === undefined) return listAll(context, bank, flags);
  const file = findWaiting(bank, name);
  const chosen = (["ours", "theirs", "edit"] as const).filter((choice) => flags[choice] === true);
  if (chosen.length > 1)
    throw new UserError(`${chosen.map((choice) => `--${choice}`).join(" and ")} can't both be.`, {
      hint: "Give one of them.",
    });
  await decide(context, bank, file, chosen[0] ?? (await askChoice(context, file)));
}

function listAll(context: Context, bank: Bank, flags: ResolveFlags): void {
  const files = listWaitingFiles(bank);
  const waiting = files.flatMap((file) => file.waiting);
  if (flags.json === true)
    context.out(toJson(waiting.map(({ file, who, when, kept, parts }) => ({ file, who, when, kept, parts }))));
  else if (files.length === 0) context.out("Nothing waits for a decision.\n");
  else context.out(renderWaiting(files, context.paint, context.columns));
}

async function askChoice(context: Context, file: WaitingFile): Promise<Choice> {
  const shown = renderWaiting([file], context.paint, context.columns);
  if (!context.isInteractive) {
    context.err(shown);
    throw new UserError("It is not said what is to stand.", {
      hint: `Add one: storybank resolve ${quoteWord(file.id)} --ours, --theirs or --edit`,
    });
  }
  context.out(shown);
  return (await context.prompts()).key<Choice>("What is to stand?", [
    { key: "o", name: "yours, as it is", value: "ours" },
    { key: "t", name: "theirs", value: "theirs" },
    { key: "e", name: "write it anew in the editor", value: "edit" },
    { key: "l", name: "decide later", value: "later" },
  ]);
}

async function decide(context: Context, bank: Bank, file: WaitingFile, choice: Choice): Promise<void> {
  const id = visibleLine(file.id);
  if (choice === "later") context.say(`${id} still waits.\n`);
  if (choice === "edit") await editDecision(context, bank, file);
  if (choice === "ours") {
    await keepOurs(bank, file);
    context.say(`${id} stays as it is; theirs went to the trash.\n`);
  }
  if (choice === "theirs") {
    await keepTheirs(bank, file);
    context.say(`${id} says theirs now. Share it: storybank sync\n`);
  }
}

async function editDecision(context: Context, bank: Bank, file: WaitingFile): Promise<void> {
  const { id, path } = file;
  if (!context.isInteractive)
    throw new UserError("There is no terminal to edit in.", {
      hint: `Change ${path} in an editor, then run: storybank resolve ${quoteWord(id)} --ours`,
    });
  const before = bank.read(path);
  if (before === null) throw gone(path, id);
  context.out(renderWaiting([file], context.paint, context.columns));
  const { text: after, code } = await editCopy(path.split("/").at(-1) ?? path, before, context.edit);
  if (code !== 0) {
    const kept = after === before ? null : keepText(bank.root, `${id.replaceAll("/", "-")}.md`, after);
    throw new UserError(`The editor ended with code ${code}, so ${path} is as it was, and still waits.`, {
      hint: kept === null ? "Nothing was changed." : `Your version is kept in ${kept}.`,
      code: 1,
    });
  }
  if (after === before) {
    context.say(
      `${visibleLine(id)} is as it was, and still waits. To leave it so: storybank resolve ${quoteWord(id)} --ours\n`,
    );
    return;
  }
  await saveDecision(bank, path, before, after);
  await keepOurs(bank, file);
  context.say(`Saved ${visibleLine(id)}; theirs went to the trash. Share it: storybank sync\n`);
}
