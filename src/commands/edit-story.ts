import { editCopy } from "../bank/scratch.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import { type NewStory, writeStory } from "../jobs/add.ts";
import { readStory } from "../story/schema.ts";

/** Lets a story be written in the editor, front matter and all. */
export async function editStory(context: Context, story: NewStory): Promise<void> {
  const text = await editAnswer(context, writeStory(story, context.today), null);
  const edited = readStory("", "", await readDocument(text));
  const title = edited.data.get("title");
  if (typeof title === "string" && title.trim() !== "") story.title = title.trim();
  Object.assign(story, {
    week: edited.week,
    day: edited.day,
    series: edited.series,
    hook: edited.hook,
    question: edited.question,
    tags: edited.tags,
    facts: edited.facts,
    body: edited.body.trim(),
  });
}

/** Lets a text be written in the editor; a question in front of it is taken off again. */
export async function editAnswer(context: Context, text: string, question: string | null): Promise<string> {
  const { text: written, code } = await editCopy("story.md", text, context.edit);
  if (code !== 0)
    throw new UserError(`The editor ended with code ${code}.`, {
      hint: "Nothing was written; run storybank add again.",
      code: 1,
    });
  return question === null ? written : written.replace(question, "").trim();
}
