import type { Command } from "commander";
import type { Context } from "../context.ts";
import { afterSeeds } from "../jobs/next-step.ts";
import { INBOX } from "../jobs/note-seeds.ts";
import { findSeed, listSeeds, strikeWritten } from "../jobs/seeds.ts";
import { renderNextStep } from "../render/next-step.ts";
import { renderSeeds, seedJson } from "../render/seeds.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { byAge } from "../story/seed.ts";

interface SeedsFlags {
  done?: string[];
  json?: boolean;
}

export function registerSeeds(program: Command, context: Context): void {
  program
    .command("seeds")
    .description("list what waits in inbox.md to become a story, the oldest first")
    .option("--done <seed...>", "strike seeds through that no story is to be made of")
    .option("--json", "print the seeds as JSON")
    .action((flags: SeedsFlags) => runSeeds(context, flags));
}

async function runSeeds(context: Context, flags: SeedsFlags): Promise<void> {
  const bank = context.openBank();
  const { today } = context;
  if (flags.done !== undefined) {
    for (const { written, text } of flags.done.map((number) => findSeed(bank, number, today)))
      if (await strikeWritten(bank, written, today)) context.err(`Struck through: ${visibleLine(text)}\n`);
  }
  const seeds = byAge(listSeeds(bank, today));
  if (flags.json === true) context.out(toJson(seeds.map((seed) => seedJson(seed, today))));
  else if (seeds.length === 0) context.err(`No seed waits in ${INBOX}. Note one: storybank seed "what happened"\n`);
  else {
    context.out(await renderSeeds(seeds, today, context.paint, context.columns));
    context.err(`${renderNextStep(afterSeeds(seeds), context.columns)}\n`);
  }
}
