import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { countUses, decideName, listNames, type NameDecision } from "../jobs/names.ts";
import { renderNames, wordUses } from "../render/names.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { choiceOption, oneLine } from "./options.ts";

interface NamesFlags {
  undecided?: boolean;
  format?: string;
  json?: boolean;
}

export function registerNames(program: Command, context: Context): void {
  const names = program
    .command("names")
    .description("list the names that stories and posts use, and what was decided of each")
    .option("--undecided", "only those of which nobody has decided")
    .option("--format <format>", "table, name or json")
    .option("--json", "short for --format json")
    .action((flags: NamesFlags) => runNames(context, flags));
  names
    .command("keep")
    .description("let posts say a name: adds it to public: in storybank.yaml")
    .argument("<name...>", "the name")
    .action((words: string[]) => runDecide(context, { name: nameOf(words), decided: "public" }));
  names
    .command("hide")
    .description("keep a name out of posts: adds it to private: in storybank.yaml")
    .argument("<name...>", "the name")
    .option("--as <alias>", "what posts say instead")
    .action((words: string[], { as }: { as?: string }) => {
      const alias = as === undefined ? null : oneLine("alias", as);
      if (alias === "") throw new UserError("--as is empty.", { hint: 'Say what posts say instead: --as "a client"' });
      return runDecide(context, { name: nameOf(words), decided: "private", alias });
    });
}

async function runNames(context: Context, flags: NamesFlags): Promise<void> {
  const format =
    flags.json === true ? "json" : (choiceOption("format", flags.format, ["table", "name", "json"]) ?? "table");
  const names = await listNames(context.openBank());
  const shown = flags.undecided === true ? names.filter(({ decided }) => decided === "undecided") : names;
  if (format === "json") context.out(toJson(shown));
  else if (format === "name") context.out(shown.map(({ name }) => `${visibleLine(name)}\n`).join(""));
  else if (shown.length === 0)
    context.err(names.length === 0 ? "No story or post names anybody yet.\n" : "All names are decided on.\n");
  else {
    context.out(await renderNames(shown, context.paint, context.columns));
    if (shown.some(({ decided }) => decided === "undecided"))
      context.err("Decide with: storybank names keep NAME   or storybank names hide NAME --as ALIAS\n");
  }
}

async function runDecide(context: Context, decision: NameDecision): Promise<void> {
  const bank = context.openBank();
  const isNew = await decideName(bank, decision);
  const { name, decided } = decision;
  const alias = decided === "private" && decision.alias !== null ? `: posts say “${visibleLine(decision.alias)}”` : "";
  context.say(`${visibleLine(name)} is ${decided}${isNew ? "" : " already"}${alias}.\n`);
  const uses = await countUses(bank, name);
  if (uses.stories + uses.posts === 0)
    context.err("No story or post has it yet. See those that they have: storybank names\n");
  else if (decided === "private" && uses.posts > 0)
    context.err(`It stands in ${wordUses(uses)}. Next: storybank check\n`);
}

/** A name of several words needs no quotes. */
function nameOf(words: readonly string[]): string {
  const name = oneLine("name", words.join(" ")).replace(/\s+/g, " ");
  if (!/[\p{L}\p{N}]/u.test(name))
    throw new UserError("The name is empty.", { hint: 'storybank names keep "Ada Lovelace"' });
  return name;
}
