import type { Bank } from "../bank/bank.ts";
import { LISTS, type What } from "../bank/resolve.ts";
import type { StoryOrPost } from "../bank/resolve-post.ts";
import type { Context, Pickable } from "../context.ts";
import { UserError } from "../errors.ts";
import { splitFences } from "../front-matter/fence.ts";
import { FrontMatterError } from "../front-matter/values.ts";
import type { PostHead } from "../post/post.ts";
import { findPublished } from "../post/sections.ts";
import { visibleLine } from "../render/visible.ts";
import { sortStories } from "../story/filter.ts";
import type { StoryHead } from "../story/story.ts";

/** The story that was named; without a name, on a terminal, the one that is picked. */
export async function namedStory(context: Context, bank: Bank, name: string | undefined): Promise<StoryHead> {
  return bank.story(name ?? (await pickPath(context, bank, "story")));
}

/** The same for a post; the name of a story stands for its one unpublished post. */
export async function namedPost(
  context: Context,
  bank: Bank,
  name: string | undefined,
  options: { orPublished?: boolean } = {},
): Promise<PostHead> {
  return bank.post(name ?? (await pickPath(context, bank, "post")), options);
}

/** The same for either; a name that fits both is the story's. */
export async function namedStoryOrPost(context: Context, bank: Bank, name: string | undefined): Promise<StoryOrPost> {
  return bank.storyOrPost(name ?? (await pickPath(context, bank, "story or post")));
}

async function pickPath(context: Context, bank: Bank, what: What): Promise<string> {
  if (!context.isInteractive)
    throw new UserError(`No ${what} was named.`, {
      hint: `Give its id or title; see: ${LISTS[what]}`,
    });
  const choices = [
    ...(what === "post" ? [] : storyChoices(bank, await bank.stories())),
    ...(what === "story" ? [] : postChoices(bank, await bank.posts())),
  ];
  if (choices.length === 0)
    throw new UserError(`The bank has no ${what} yet.`, {
      hint: `Make one with: storybank ${what === "post" ? "draft" : "add"}`,
    });
  return (await context.prompts()).pick(`Which ${what}?`, choices);
}

function storyChoices(bank: Bank, stories: readonly StoryHead[]): Pickable<string>[] {
  return sortStories(stories).map(({ title, id, path }) => choiceOf(bank, path, `${title} (${id})`));
}

/** What is still to be done comes first, then the latest. */
function postChoices(bank: Bank, posts: readonly PostHead[]): Pickable<string>[] {
  const isDone = ({ status }: PostHead): number => Number(status === "published");
  return posts
    .toSorted((a, b) => isDone(a) - isDone(b) || (b.date ?? "").localeCompare(a.date ?? ""))
    .map(({ title, id, path, status }) => choiceOf(bank, path, `${title} (${id}, ${status})`));
}

/** A choice that shows the first lines of its file, which in the trash is another than its path. */
export function choiceOf(bank: Bank, path: string, name: string, file = path): Pickable<string> {
  let preview: string | undefined;
  return {
    name: visibleLine(name),
    value: path,
    // Read only when it is looked at: a bank may have thousands.
    get preview() {
      preview ??= firstLines(bank, path.startsWith("posts/"), file);
      return preview;
    },
  };
}

const PREVIEWED = 3;
/** A story may be one line. */
const LONGEST_LINE = 200;

function shorten(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
}

/** The first lines of a story, or of what a post publishes. */
function firstLines(bank: Bank, isPost: boolean, file: string): string {
  try {
    const { body } = splitFences(bank.read(file) ?? "");
    const text = isPost ? findPublished({ body, bodyLine: 1 }).markdown : body;
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return lines
      .slice(0, PREVIEWED)
      .map((line) => visibleLine(shorten(line.trim())))
      .join("\n");
  } catch (error) {
    if (error instanceof UserError || error instanceof FrontMatterError) return error.message;
    throw error;
  }
}
