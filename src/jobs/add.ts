import type { Bank } from "../bank/bank.ts";
import { fileName, freeName } from "../bank/names.ts";
import { nameKey } from "../bank/resolve.ts";
import { UserError } from "../errors.ts";
import type { FrontMatter, Value } from "../front-matter/values.ts";
import { writeDocument } from "../front-matter/write.ts";
import type { Story } from "../story/story.ts";
import { findTwins, type Twin } from "../story/twins.ts";

/** A story as it is captured, before it has a file. */
export interface NewStory
  extends Pick<Story, "title" | "week" | "day" | "series" | "hook" | "question" | "tags" | "facts" | "body"> {
  /** Further keys, from a file's own front matter. */
  extra: FrontMatter;
}

/**
 * Writes a story into a new file, whatever its title; a taken name gets a number. `by` is who it is kept as
 * written by, where it does not say itself. Returns its id.
 */
export async function addStory(
  bank: Bank,
  story: NewStory,
  today: string,
  by: string | null = null,
): Promise<{ id: string; path: string; twins: Twin[] }> {
  const title = story.title.trim();
  if (title === "") throw new UserError("A story needs a title.", { hint: 'storybank add "The Night the Pager Won"' });
  if (/[\r\n]/.test(title)) throw new UserError("The title has a line break in it.", { hint: "Write it on one line." });
  const extra = by === null || story.extra.has("author") ? story.extra : new Map([...story.extra, ["author", by]]);
  const heads = await bank.stories();
  const taken = new Set(heads.map((head) => nameKey(head.id)));
  const base = fileName(title, `story-${today}`);
  for (;;) {
    const id = freeName(base, (name) => taken.has(name));
    const path = `stories/${id}.md`;
    if (bank.create(path, writeStory({ ...story, title, extra }, today)))
      return { id, path, twins: await findTwins([{ id, title, body: story.body }], tellings(bank)) };
    taken.add(id);
  }
}

/** All stories one at a time, to find those that tell the same. */
export async function* tellings(bank: Bank): AsyncGenerator<Story> {
  for await (const { item } of bank.wholeStoriesInOrder()) yield item;
}

/** The text of a new story's file. */
export function writeStory(story: NewStory, today: string): string {
  const data = new Map<string, Value>([
    ["title", story.title],
    ["week", story.week === null ? "" : String(story.week)],
    ["day", story.day ?? ""],
    ["series", story.series ?? ""],
    ["hook", story.hook ?? ""],
    ["question", story.question ?? ""],
    ["tags", story.tags],
    ["facts", story.facts],
    ["created", today],
  ]);
  for (const [key, value] of story.extra) if (!data.has(key)) data.set(key, value);
  const body = story.body.replace(/^\n+|\s+$/g, "");
  return writeDocument(data, body === "" ? "" : `\n${body}\n`);
}
