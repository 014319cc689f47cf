import type { Command } from "commander";
import type { Context } from "../context.ts";
import { offerHooks } from "../hooks/offer.ts";
import { readThrough } from "../jobs/read-story.ts";
import { readHookTemplates } from "../jobs/templates.ts";
import { renderHookTemplates, renderOfferedHooks } from "../render/hooks.ts";
import { toJson } from "../render/visible.ts";

export function registerHooks(program: Command, context: Context): void {
  program
    .command("hooks")
    .description("list the hook templates; with a story, each hook it can make, the best first")
    .argument("[story]", "id, beginning of an id, title or path")
    .option("--json", "print JSON")
    .action((story: string | undefined, options: { json?: boolean }) =>
      runHooks(context, story, options.json === true),
    );
}

async function runHooks(context: Context, name: string | undefined, isJson: boolean): Promise<void> {
  const bank = context.openBank();
  const templates = await readHookTemplates(bank, context.packageDir);
  if (name === undefined) {
    context.out(
      isJson
        ? toJson(templates.map(({ body: _, ...shown }) => shown))
        : renderHookTemplates(templates, context.paint, context.columns),
    );
    return;
  }
  const { story, facts } = readThrough(await bank.story(name));
  const hooks = offerHooks(story.hook, templates, facts);
  context.out(isJson ? toJson(hooks) : await renderOfferedHooks(story.id, hooks, context.paint, context.columns));
}
