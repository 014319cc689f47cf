import type { Command } from "commander";
import type { Context } from "../context.ts";
import { foldOf } from "../hooks/fold.ts";
import { type OfferedHook, offerHooks } from "../hooks/offer.ts";
import { readThrough } from "../jobs/read-story.ts";
import { readHookTemplates } from "../jobs/templates.ts";
import { renderHookTemplates, renderOfferedHooks } from "../render/hooks.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { runDraft } from "./draft.ts";

export function registerHooks(program: Command, context: Context): void {
  program
    .command("hooks")
    .description("list the hook templates; with a story, each hook it can make, scored, the best first")
    .argument("[story]", "id, beginning of an id, title or path")
    .option("--why", "show what each hook gains and misses")
    .option("--json", "print JSON")
    .action((story: string | undefined, options: { why?: boolean; json?: boolean }) =>
      runHooks(context, story, options),
    );
}

async function runHooks(
  context: Context,
  name: string | undefined,
  { why = false, json = false }: { why?: boolean; json?: boolean },
): Promise<void> {
  const bank = context.openBank();
  const templates = await readHookTemplates(bank, context.packageDir);
  if (name === undefined) {
    context.out(
      json
        ? toJson(templates.map(({ body: _, ...shown }) => shown))
        : renderHookTemplates(templates, context.paint, context.columns),
    );
    return;
  }
  const read = readThrough(await bank.story(name));
  const hooks = offerHooks(read, templates, read.facts, foldOf((await bank.config()).fold));
  if (json) {
    context.out(toJson(hooks));
    return;
  }
  context.out(await renderOfferedHooks(read.story.id, hooks, why, context.paint, context.columns));
  if (context.isInteractive) await pick(context, read.story.id, hooks);
}

/** On a terminal the list is a menu: one of the hooks, or none, and the draft is made. */
async function pick(context: Context, story: string, hooks: readonly OfferedHook[]): Promise<void> {
  const made = hooks.filter((hook) => hook.text !== null);
  if (made.length === 0) return;
  const prompts = await context.prompts();
  const choices = made.map(({ template, score, text }) => ({
    name: `${String(score).padStart(3)}  ${visibleLine(template)}`,
    value: template as string | null,
    description: visibleLine(text ?? ""),
  }));
  const chosen = await prompts.choose<string | null>("Draft with which?", [
    { name: "none, I was only looking", value: null },
    ...choices,
  ]);
  if (chosen !== null) await runDraft(context, story, { hook: chosen });
}
