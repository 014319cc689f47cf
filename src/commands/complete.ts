import { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { listValues, type Value } from "../jobs/complete.ts";
import { renderValues } from "../render/completion.ts";
import type { Kind } from "./completion-kinds.ts";
import { findSlot, type Slot } from "./completion-slot.ts";
import type { CommandEntry } from "./entry.ts";

/** What the shells' scripts ask at every completion, so that nothing they offer is ever stale. */
export function registerComplete(program: Command, context: Context, commands: readonly CommandEntry[]): void {
  program.enablePositionalOptions();
  program
    .command("__complete", { hidden: true })
    .description("list what the last of the words can become; for the scripts of completion")
    .argument("<shell>", "the shell that asks")
    .argument("[words...]", "the words behind storybank, the last as far as it is typed")
    .passThroughOptions()
    .allowUnknownOption()
    .action(async (shell: string, words: string[]) => {
      const offered = await offer(context, commands, words);
      context.out(typeof offered === "string" ? `\t${offered}\n` : renderValues(offered, shell));
    });
}

/** The values for the last word, or who in the shell knows them. */
async function offer(
  context: Context,
  commands: readonly CommandEntry[],
  words: readonly string[],
): Promise<readonly Value[] | "files" | "folders"> {
  const slot = await slotOf(context, commands, words);
  const typed = slot.what === "value" ? slot.typed : (words.at(-1) ?? "");
  if (slot.what === "nothing") return [];
  if (slot.what === "option") {
    const options = slot.options.map(({ long, short, description }) => ({
      value: long ?? short ?? "",
      about: description,
    }));
    return starting([...options, { value: "--help", about: "show help" }], typed);
  }
  if (slot.what === "subcommand")
    return starting(
      slot.commands.map((each) => ({ value: each.name(), about: each.description() })),
      typed,
    );
  if (slot.kind === "file") return "files";
  if (slot.kind === "folder") return "folders";
  return (await valuesOf(slot.kind, typed, { context, commands })).map(({ value, about }) => ({
    value: slot.lead + value,
    about,
  }));
}

/** Finds the command that is called among the words, loads it alone, and reads the rest as it would. */
async function slotOf(context: Context, commands: readonly CommandEntry[], words: readonly string[]): Promise<Slot> {
  const global = new Command("storybank")
    .option("--bank <dir>", "the bank's folder")
    .option("--no-color", "print without colour");
  let at = 0;
  while (at < words.length - 1 && (words[at] ?? "").startsWith("-")) at += words[at] === "--bank" ? 2 : 1;
  const name = words[at];
  if (at > words.length - 1) return findSlot(global, words);
  if (at === words.length - 1)
    return name?.startsWith("-") === true
      ? findSlot(global.option("--version", "print the version"), words)
      : { what: "value", kind: "command", lead: "", typed: name ?? "" };
  if (name === "help") return { what: "value", kind: "command", lead: "", typed: words.at(-1) ?? "" };
  const entry = commands.find((each) => each.name === name || each.alias === name);
  if (entry === undefined) return { what: "nothing" };
  (await entry.load())(global, context);
  const command = global.commands.find((each) => each.name() === entry.name);
  if (command === undefined) return { what: "nothing" };
  for (const option of global.options) command.addOption(option);
  return findSlot(command, words.slice(at + 1));
}

/** What values are listed from. */
interface Sources {
  context: Context;
  commands: readonly CommandEntry[];
}

async function valuesOf(kind: Kind, typed: string, { context, commands }: Sources): Promise<Value[]> {
  if (kind === "free" || kind === "file" || kind === "folder") return [];
  if (kind === "command")
    return starting(
      commands
        .filter(({ isHidden }) => isHidden !== true)
        .map(({ name, summary }) => ({
          value: name,
          about: summary,
        })),
      typed,
    );
  if (typeof kind === "string") return starting(await listOrNothing(kind, context), typed);
  if (!("sign" in kind))
    return starting(
      kind.map((value) => ({ value, about: "" })),
      typed,
    );
  const { sign, keys } = kind;
  const at = typed.indexOf(sign);
  if (at < 0)
    return starting(
      Object.keys(keys).map((key) => ({ value: `${key}${sign}`, about: "" })),
      typed,
    );
  const lead = typed.slice(0, at + 1);
  const inner = await valuesOf(keys[typed.slice(0, at)] ?? "free", typed.slice(at + 1), { context, commands });
  return inner.map(({ value, about }) => ({ value: lead + value, about }));
}

/** Where there is no bank, or none that can be read, there is nothing to offer; the command itself will say why. */
async function listOrNothing(kind: Parameters<typeof listValues>[0], context: Context): Promise<Value[]> {
  try {
    return await listValues(kind, context);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

function starting(values: readonly Value[], typed: string): Value[] {
  return values.filter(({ value }) => value.toLowerCase().startsWith(typed.toLowerCase()));
}
