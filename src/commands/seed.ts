import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { afterSeed } from "../jobs/next-step.ts";
import { noteSeeds } from "../jobs/note-seeds.ts";
import { renderNextStep } from "../render/next-step.ts";
import { visibleLine } from "../render/visible.ts";
import { joinSeedWords, readSeedTexts } from "../story/seed-texts.ts";
import { collect, oneLine } from "./options.ts";

interface SeedFlags {
  tag?: string[];
}

export function registerSeed(program: Command, context: Context): void {
  program
    .command("seed")
    .description("note in one line what happened, to make a story of it later")
    .argument(
      "[text...]",
      "what happened, with #tags; several in quotes are several seeds; - reads lines from standard input",
    )
    .option("-t, --tag <tag>", "a tag; give it again for more", collect)
    .addHelpText("after", "\nIt goes to the end of inbox.md in the bank; any phone or program may add lines there.\n")
    .action((text: string[], flags: SeedFlags) => runSeed(context, text, flags));
}

async function runSeed(context: Context, words: readonly string[], flags: SeedFlags): Promise<void> {
  const bank = context.openBank();
  const tags = (flags.tag ?? []).map((tag) => `#${oneLine("tag", tag).replace(/^#/, "").replace(/\s+/g, "-")}`);
  const texts = (await readTexts(context, words)).map((text) => [text, ...tags].join(" "));
  if (texts.some((text) => text.includes("\0")))
    throw new UserError("There are NUL bytes in it.", { hint: "Nothing was noted; give it as text." });
  if (texts.length === 0)
    throw new UserError("There is nothing to note.", {
      hint: 'storybank seed "what happened, in one line"   or - to read lines from standard input',
    });
  await noteSeeds(bank, texts, context.today);
  context.say(texts.map((text) => `Noted: ${visibleLine(text)}\n`).join(""));
  context.err(`${renderNextStep(afterSeed(), context.columns)}\n`);
}

/** What was given, else, on a terminal, what is answered, else what comes in. */
async function readTexts(context: Context, words: readonly string[]): Promise<string[]> {
  const isGiven = words.length > 0 && words.join() !== "-";
  if (isGiven) return joinSeedWords(words);
  if (words.length > 0 || !context.isInteractive) return readSeedTexts(await context.readStdin());
  return readSeedTexts(await (await context.prompts()).text("What happened?"));
}
