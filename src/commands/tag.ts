import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { changeStoryTags } from "../jobs/change-tags.ts";
import { findUses } from "../post/uses.ts";
import { storyJson } from "../render/json.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { sameTag } from "../story/filter.ts";
import type { StoryHead } from "../story/story.ts";
import { countTags, nearDuplicate } from "../story/tags.ts";
import { namedStory } from "./named.ts";
import { oneLine } from "./options.ts";

interface TagOptions {
  remove?: string[];
  suggest?: boolean;
  json?: boolean;
}

export function registerTag(program: Command, context: Context): void {
  program
    .command("tag")
    .description("add tags to a story, or remove them")
    .argument("[story]", "id, beginning of an id, title or path; - reads ids from standard input")
    .argument("[tags...]", "tags to add")
    .option("-r, --remove <tags...>", "tags to remove")
    .option("--suggest", "show tags that would fit, of the bank's own and of the story's rare words, and why")
    .option("--json", "print the stories as JSON")
    .addHelpText("after", "\nTag a whole week: storybank list --week 1 --format id | storybank tag - leadership\n")
    .action((story: string | undefined, tags: string[], options: TagOptions) => runTag(context, story, tags, options));
}

async function runTag(
  context: Context,
  given: string | undefined,
  add: readonly string[],
  options: TagOptions,
): Promise<void> {
  if (options.suggest === true) return suggest(context, given, add, options);
  const bank = context.openBank();
  const name = given ?? (await namedStory(context, bank, undefined)).path;
  const asksTags = given === undefined && options.remove === undefined;
  const written = asksTags ? (await (await context.prompts()).text("Tags, with commas between:")).split(",") : add;
  const added = written.filter((tag) => !asksTags || tag.trim() !== "").map(cleanTag);
  const removed = (options.remove ?? []).map(cleanTag);
  if (added.length + removed.length === 0) {
    throw new UserError("No tag was given.", {
      hint: `storybank tag ${name} TAG adds one, storybank tag ${name} -r TAG removes one; --suggest names some.`,
    });
  }
  const chosen = await namedStories(context, bank, name);
  warnOfNearDuplicates(context, added, await bank.stories());
  const tagged: StoryHead[] = [];
  for (const story of chosen) {
    tagged.push({ ...story, tags: await changeStoryTags(bank, story, added, removed) });
    for (const tag of removed)
      if (!story.tags.some((own) => sameTag(own, tag)))
        context.err(`${visibleLine(story.id)} has no tag "${visibleLine(tag)}" to remove.\n`);
  }
  if (options.json === true) {
    const uses = findUses(await bank.posts());
    context.out(toJson(tagged.map((story) => storyJson(story, uses))));
  } else
    context.say(
      tagged
        .map((story) => `${visibleLine(story.id)}  ${visibleLine(story.tags.join(", "))}`.trimEnd())
        .join("\n")
        .concat("\n"),
    );
}

async function suggest(
  context: Context,
  given: string | undefined,
  add: readonly string[],
  { remove, json = false }: TagOptions,
): Promise<void> {
  if (add.length > 0 || remove !== undefined)
    throw new UserError("--suggest changes nothing, so no tags go with it.", {
      hint: `storybank tag ${given ?? "STORY"} --suggest`,
    });
  const bank = context.openBank();
  const stories = await namedStories(context, bank, given ?? (await namedStory(context, bank, undefined)).path);
  const { offerTags } = await import("./offer-tags.ts");
  await offerTags(context, bank, stories, { json });
}

/** The story of a name, or those whose ids come in. */
async function namedStories(context: Context, bank: Bank, name: string): Promise<StoryHead[]> {
  const names = name === "-" ? readNames(await context.readStdin()) : [name];
  if (names.length === 0)
    throw new UserError("Standard input named no story.", {
      hint: "Pipe ids in: storybank list --week 1 --format id | storybank tag - TAG",
    });
  const { resolveName } = await import("../bank/resolve.ts");
  const stories = await bank.stories();
  return names.map((each) => resolveName("story", stories, each));
}

function readNames(lines: string): string[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function warnOfNearDuplicates(context: Context, added: readonly string[], stories: readonly StoryHead[]): void {
  const known = countTags(stories).map(({ tag }) => tag);
  for (const tag of added) {
    const near = known.includes(tag) ? null : nearDuplicate(tag, known);
    if (near !== null)
      context.err(
        `Note: the bank knows the tag "${visibleLine(near)}". If you meant it: storybank tags rename ${visibleLine(tag)} ${visibleLine(near)}\n`,
      );
  }
}

function cleanTag(tag: string): string {
  const clean = oneLine("tag", tag).replace(/^#/, "");
  if (clean === "" || clean.includes(","))
    throw new UserError(`"${tag}" can't be a tag.`, {
      hint: "Separate tags by spaces, and quote one that holds a space.",
    });
  return clean;
}
