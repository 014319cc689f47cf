import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { renderTable } from "../render/table.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { sameTag } from "../story/filter.ts";
import { readTextList } from "../story/schema.ts";
import { countTags, renameTag } from "../story/tags.ts";
import { choiceOption, oneLine } from "./options.ts";

interface TagsOptions {
  format?: string;
  json?: boolean;
}

export function registerTags(program: Command, context: Context): void {
  const tags = program
    .command("tags")
    .description("list the tags with the number of their stories")
    .option("--format <format>", "table, name or json")
    .option("--json", "short for --format json")
    .action((options: TagsOptions) => runTags(context, options));
  tags
    .command("rename")
    .description("rename a tag in every story; into a tag that exists, the two become one")
    .argument("<old>", "the tag as it is")
    .argument("<new>", "the tag as it shall be")
    .option("--dry-run", "say what would change, and change nothing")
    .action((from: string, to: string, options: { dryRun?: boolean }) =>
      runRename(context, from, to, options.dryRun === true),
    );
}

async function runTags(context: Context, options: TagsOptions): Promise<void> {
  const format =
    options.json === true ? "json" : (choiceOption("format", options.format, ["table", "name", "json"]) ?? "table");
  const counts = countTags(await context.openBank().stories());
  if (format === "json") context.out(toJson(counts));
  else if (format === "name") context.out(counts.map(({ tag }) => `${visibleLine(tag)}\n`).join(""));
  else if (counts.length === 0) context.err("No story has a tag yet. Tag one with: storybank tag STORY TAG\n");
  else {
    const rows = counts.map(({ tag, stories }) => [visibleLine(tag), String(stories)]);
    context.out(
      await renderTable([{ shrinks: true, paint: context.paint.accent }, { alignRight: true }], rows, context.columns),
    );
  }
}

async function runRename(context: Context, from: string, to: string, isDryRun: boolean): Promise<void> {
  const wanted = oneLine("tag", to);
  if (wanted === "")
    throw new UserError("The new tag is empty.", { hint: "To take a tag away: storybank tag STORY -r TAG" });
  const bank = context.openBank();
  const tagged = (await bank.stories()).filter((story) => story.tags.some((tag) => sameTag(tag, from)));
  if (tagged.length === 0)
    throw new UserError(`No story has the tag "${from}".`, { hint: "See them with: storybank tags" });
  for (const story of tagged) {
    let tags = renameTag(story.tags, from, wanted);
    if (!isDryRun)
      await bank.change(story.path, (data) => {
        // Read again under the lock: another command may have tagged the story meanwhile.
        tags = renameTag(readTextList(data.get("tags")), from, wanted);
        return new Map([["tags", tags]]);
      });
    context.say(`${visibleLine(story.id)}  ${visibleLine(tags.join(", "))}\n`);
  }
  if (isDryRun)
    context.err(
      `Nothing was changed; without --dry-run ${tagged.length === 1 ? "1 story" : `${tagged.length} stories`} would be.\n`,
    );
}
