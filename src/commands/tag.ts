import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { findUses } from "../post/uses.ts";
import { storyJson } from "../render/json.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { sameTag } from "../story/filter.ts";
import { readTextList } from "../story/schema.ts";
import type { StoryHead } from "../story/story.ts";
import { changeTags, countTags, nearDuplicate } from "../story/tags.ts";
import { namedStory } from "./named.ts";
import { oneLine } from "./options.ts";

interface TagOptions {
  remove?: string[];
  json?: boolean;
}

export function registerTag(program: Command, context: Context): void {
  program
    .command("tag")
    .description("add tags to a story, or remove them")
    .argument("[story]", "id, beginning of an id, title or path; - reads ids from standard input")
    .argument("[tags...]", "tags to add")
    .option("-r, --remove <tags...>", "tags to remove")
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
  const bank = context.openBank();
  const name = given ?? (await namedStory(context, bank, undefined)).path;
  const asksTags = given === undefined && options.remove === undefined;
  const written = asksTags ? (await (await context.prompts()).text("Tags, with commas between:")).split(",") : add;
  const added = written.filter((tag) => !asksTags || tag.trim() !== "").map(cleanTag);
  const removed = (options.remove ?? []).map(cleanTag);
  if (added.length + removed.length === 0) {
    throw new UserError("No tag was given.", {
      hint: `storybank tag ${name} TAG adds one, storybank tag ${name} -r TAG removes one.`,
    });
  }
  const names =
    name === "-"
      ? (await context.readStdin())
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== "")
      : [name];
  if (names.length === 0)
    throw new UserError("Standard input named no story.", {
      hint: "Pipe ids in: storybank list --week 1 --format id | storybank tag - TAG",
    });
  const { resolveName } = await import("../bank/resolve.ts");
  const stories = await bank.stories();
  const chosen = names.map((each) => resolveName("story", stories, each));
  warnOfNearDuplicates(context, added, stories);
  const tagged: StoryHead[] = [];
  for (const story of chosen) {
    let tags: readonly string[] = story.tags;
    await bank.change(story.path, (data) => {
      tags = changeTags(readTextList(data.get("tags")), added, removed);
      return new Map([["tags", tags.length === 0 ? undefined : tags]]);
    });
    tagged.push({ ...story, tags });
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
