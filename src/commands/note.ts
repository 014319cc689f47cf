import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { noteLearned, quotedIn } from "../jobs/learned.ts";
import { visibleLine } from "../render/visible.ts";
import { quoteWord } from "../story/quote-word.ts";
import { namedPost } from "./named.ts";

export function registerNote(program: Command, context: Context): void {
  program
    .command("note")
    .description("keep what was learned from a post in its notes; the next draft of its series quotes it")
    .argument("[post]", "id, beginning of an id, title, path or address; or its story")
    .argument("[text...]", "what was learned; - reads it from stdin")
    .action((post: string | undefined, text: readonly string[]) => runNote(context, post, text));
}

async function runNote(context: Context, name: string | undefined, words: readonly string[]): Promise<void> {
  const bank = context.openBank();
  const post = await namedPost(context, bank, name, { orPublished: true });
  const text = await textOf(context, post.id, words);
  const isNew = await noteLearned(bank, post, { date: context.today, text });
  const id = visibleLine(post.id);
  if (!isNew) {
    context.say(`The notes of ${id} say so already.\n`);
    return;
  }
  const series = await quotedIn(bank, post);
  const next =
    series === null
      ? `It is of no series whose next draft could quote it. Give it one:\nstorybank edit ${visibleLine(quoteWord(post.id))} --set series="…"`
      : `The next draft of ${visibleLine(series)} quotes it.`;
  context.say(`Noted in ${id}.\n${next}\n`);
}

async function textOf(context: Context, id: string, words: readonly string[]): Promise<string> {
  if (words.length === 1 && words[0] === "-") return context.readStdin();
  if (words.length > 0) return words.join(" ");
  if (!context.isInteractive)
    throw new UserError("What was learned is missing.", {
      hint: `storybank note ${visibleLine(quoteWord(id))} "Short hooks do better"   or - to read it from stdin`,
    });
  return (await context.prompts()).text("What was learned?", {
    validate: (answer) => answer.trim() !== "" || "It can't be empty; Ctrl-C gives up.",
  });
}
