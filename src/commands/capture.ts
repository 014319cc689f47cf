import type { Bank } from "../bank/bank.ts";
import { dropRecovered, keepText, listRecovered } from "../bank/recovered.ts";
import type { Context, Prompts } from "../context.ts";
import { Cancelled } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import { type NewStory, writeStory } from "../jobs/add.ts";
import { visible, visibleLine } from "../render/visible.ts";
import { readStory } from "../story/schema.ts";
import { changeTags } from "../story/tags.ts";
import { askBeats, askEnding, askPlace } from "./ask-story.ts";
import { editStory } from "./edit-story.ts";

const UNFINISHED = "unfinished-story.md";

/**
 * Asks for what a story lacks, beat by beat, and shows the whole before it is written. Ctrl-C writes no story, but keeps
 * what was typed and offers it the next time.
 */
export async function captureStory(
  context: Context,
  bank: Bank,
  start: NewStory,
  usesEditor: boolean,
): Promise<NewStory> {
  const prompts = await context.prompts();
  const story = await offerUnfinished(context, bank, prompts, start);
  try {
    if (usesEditor) await editStory(context, story);
    else {
      await askPlace(context, bank, prompts, story);
      await askBeats(context, prompts, story);
      await askEnding(bank, prompts, story);
    }
    await review(context, prompts, story);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    const text = writeStory(story, context.today);
    const isWorthKeeping = story.body.trim() !== "" || text !== writeStory(start, context.today);
    throw new Cancelled(isWorthKeeping ? keepText(bank.root, UNFINISHED, text) : undefined);
  }
  return story;
}

async function offerUnfinished(context: Context, bank: Bank, prompts: Prompts, start: NewStory): Promise<NewStory> {
  const [kept] = listRecovered(bank.root, UNFINISHED);
  if (kept === undefined || start.body !== "") return { ...start };
  const before = readStory("", "", await readDocument(kept.text));
  const title = visibleLine(String(before.data.get("title") ?? "without a title"));
  context.err(`There is an unfinished story from before: ${title}\n`);
  if (!(await prompts.confirm("Go on with it?", true))) return { ...start };
  dropRecovered(bank.root, kept.path);
  return {
    ...start,
    title: start.title === "" ? String(before.data.get("title") ?? "") : start.title,
    week: start.week ?? before.week,
    day: start.day ?? before.day,
    series: start.series ?? before.series,
    hook: start.hook ?? before.hook,
    question: start.question ?? before.question,
    tags: changeTags(start.tags, before.tags, []),
    facts: new Map([...before.facts, ...start.facts]),
    body: before.body.trim(),
  };
}

async function review(context: Context, prompts: Prompts, story: NewStory): Promise<void> {
  for (;;) {
    context.err(`\n${visible(writeStory(story, context.today))}\n`);
    const answer = await prompts.choose("Save it?", [
      { name: "Save", value: "save" },
      { name: "Edit in your editor", value: "edit" },
      { name: "Not now; keep it for later", value: "later" },
    ]);
    if (answer === "save") return;
    if (answer === "later") throw new Cancelled();
    await editStory(context, story);
  }
}
