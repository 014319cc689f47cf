import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { confirmWords, tracePost } from "../jobs/trace.ts";
import { wordSettled } from "../render/trace.ts";
import { visibleLine } from "../render/visible.ts";
import { namedPost } from "./named.ts";
import { oneLine } from "./options.ts";

export function registerConfirm(program: Command, context: Context): void {
  program
    .command("confirm")
    .description(
      "keep that you know words of a post to be true; check is silent about them until their sentence changes",
    )
    .argument("<post>", "id, beginning of an id, title, path or address; or its story")
    .argument("<words...>", "the words, as the post says them, or the whole sentence")
    .option("--because <text>", "why, for those who read the post's file")
    .action((post: string, words: string[], { because }: { because?: string }) =>
      runConfirm(context, post, words, because),
    );
}

async function runConfirm(
  context: Context,
  name: string,
  given: readonly string[],
  because: string | undefined,
): Promise<void> {
  const words = oneLine("words", given.join(" ")).replace(/\s+/g, " ");
  if (!/[\p{L}\p{N}]/u.test(words))
    throw new UserError("There are no words to confirm.", { hint: 'storybank confirm POST "46 hours"' });
  const why = because === undefined ? "" : oneLine("reason", because);
  const bank = context.openBank();
  const post = await namedPost(context, bank, name, { orPublished: true });
  const trace = await tracePost(bank, post);
  const { sentences, settled } = await confirmWords(bank, trace, words, why === "" ? null : why);
  for (const sentence of sentences) context.say(`Confirmed “${visibleLine(words)}” in: ${visibleLine(sentence)}\n`);
  if (sentences.length === 0) context.say(`There is nothing to confirm: ${wordSettled(settled)}\n`);
  else context.err("check asks again when the sentence changes.\n");
}
