import type { Command } from "commander";
import type { Context } from "../context.ts";
import { openRepository } from "../git/repository.ts";
import { diffItem } from "../jobs/diff.ts";
import { diffJson, renderDiff, wordUnchanged } from "../render/diff.ts";
import { toJson } from "../render/visible.ts";
import { namedStoryOrPost } from "./named.ts";
import { quietGit } from "./quiet-git.ts";

export function registerDiff(program: Command, context: Context): void {
  program
    .command("diff")
    .description(
      "what changed in a story or post, by sentence: since it was approved, else last committed, else in its last change",
    )
    .argument("[story-or-post]", "a story or post")
    .argument("[revision]", "since then: a day, such as 2025-01-07, or a commit, as storybank log --ids shows it")
    .option("--json", "print it as JSON")
    .action((name: string | undefined, revision: string | undefined, flags: { json?: boolean }) =>
      runDiff(context, name, revision, flags.json === true),
    );
}

async function runDiff(
  context: Context,
  name: string | undefined,
  revision: string | undefined,
  isJson: boolean,
): Promise<void> {
  const bank = context.openBank();
  const repository = await openRepository(bank.root, quietGit(context));
  const diff = await diffItem(bank, repository, await namedStoryOrPost(context, bank, name), revision);
  const isSame = diff.events.length + diff.text.length + diff.notes.length === 0;
  if (isJson) context.out(toJson(diffJson(diff)));
  else if (isSame) context.say(wordUnchanged(diff));
  else context.out(await renderDiff(diff, context.paint, context.columns));
}
