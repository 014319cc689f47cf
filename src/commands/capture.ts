import type { Bank } from "../bank/bank.ts";
import { dropRecovered, keepText, listRecovered, type RecoveredText } from "../bank/recovered.ts";
import type { Context, Prompts } from "../context.ts";
import { Cancelled } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import { FrontMatterError } from "../front-matter/values.ts";
import { type NewStory, writeStory } from "../jobs/add.ts";
import { SEED_KEY, seedOf, withoutRepeatedTitle } from "../jobs/story-of-seed.ts";
import { visible, visibleLine } from "../render/visible.ts";
import { storyFromDocument } from "../story/schema.ts";
import type { Story } from "../story/story.ts";
import { changeTags } from "../story/tags.ts";
import { askBeats, askEnding, askPlace } from "./ask-story.ts";
import { editStory } from "./edit-story.ts";

const UNFINISHED = "unfinished-story.md";

interface CaptureOptions {
  usesEditor: boolean;
  /** A title to begin with; empty where there is none. */
  title: string;
}

/**
 * Asks for what a story lacks, beat by beat, and shows the whole before it is written. Ctrl-C writes no story, but keeps
 * what was typed and offers it the next time.
 */
export async function captureStory(
  context: Context,
  bank: Bank,
  start: NewStory,
  { usesEditor, title }: CaptureOptions,
): Promise<NewStory> {
  const prompts = await context.prompts();
  const story = await offerUnfinished(context, bank, prompts, start);
  try {
    if (usesEditor) {
      if (story.title === "") story.title = title;
      await editStory(context, story);
    } else {
      await askPlace(context, bank, prompts, story, title);
      story.body = withoutRepeatedTitle(story).body;
      await askBeats(context, prompts, story);
      await askEnding(bank, prompts, story);
    }
    await review(context, prompts, story);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    const text = writeStory(story, context.today);
    const isGiven = story.body.trim() !== "" && seedOf(start) === null;
    const isWorthKeeping = isGiven || text !== writeStory(start, context.today);
    throw new Cancelled(isWorthKeeping ? keepText(bank.root, UNFINISHED, text) : undefined);
  }
  return story;
}

async function offerUnfinished(context: Context, bank: Bank, prompts: Prompts, start: NewStory): Promise<NewStory> {
  const found = await findUnfinished(bank, start);
  if (found === null) return { ...start };
  const { kept, before } = found;
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
    extra: new Map([...start.extra, ...[...before.data].filter(([key]) => key === SEED_KEY)]),
  };
}

/** The newest unfinished story; where a seed is begun with, the newest that began with the same. */
async function findUnfinished(bank: Bank, start: NewStory): Promise<{ kept: RecoveredText; before: Story } | null> {
  const seed = seedOf(start);
  if (seed === null && start.body !== "") return null;
  for (const kept of listRecovered(bank.root, UNFINISHED)) {
    const before = await readUnfinished(kept.text);
    if (before !== null && (seed === null || before.data.get(SEED_KEY) === seed)) return { kept, before };
  }
  return null;
}

/** Null where somebody has made something else of it. */
async function readUnfinished(text: string): Promise<Story | null> {
  try {
    return storyFromDocument("", "", await readDocument(text));
  } catch (error) {
    if (error instanceof FrontMatterError) return null;
    throw error;
  }
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
