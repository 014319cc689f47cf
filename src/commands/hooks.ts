import type { Command } from "commander";
import type { Context, Prompts } from "../context.ts";
import type { OfferedHook } from "../hooks/offer.ts";
import { offerHooksOf } from "../jobs/offered-hooks.ts";
import { type DraftWay, findDraftWays, isOpen } from "../post/open-posts.ts";
import type { PostHead } from "../post/post.ts";
import { findUses } from "../post/uses.ts";
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
  const templates = await bank.hookTemplates();
  if (name === undefined) {
    context.out(
      json
        ? toJson(templates.map(({ body: _, ...shown }) => shown))
        : renderHookTemplates(templates, context.paint, context.columns),
    );
    return;
  }
  const story = await bank.story(name);
  const hooks = await offerHooksOf(bank, story);
  if (json) {
    context.out(toJson(hooks));
    return;
  }
  context.out(await renderOfferedHooks(story.id, hooks, why, context.paint, context.columns));
  if (context.isInteractive) await pick(context, story.id, hooks);
}

/** On a terminal the list is a menu: one of the hooks, or none, and the draft is made. */
async function pick(context: Context, story: string, hooks: readonly OfferedHook[]): Promise<void> {
  const made = hooks.flatMap(({ template, score, text }) => (text === null ? [] : [{ template, score, text }]));
  if (made.length === 0) return;
  const prompts = await context.prompts();
  const choices = made.map((hook) => ({
    name: `${String(hook.score).padStart(3)}  ${visibleLine(hook.template)}`,
    value: hook as (typeof made)[number] | null,
    description: visibleLine(hook.text),
  }));
  const chosen = await prompts.choose("Draft with which?", [
    { name: "none, I was only looking", value: null },
    ...choices,
  ]);
  if (chosen !== null) await use(context, prompts, story, chosen);
}

/** Drafts with a hook; where the story has an open post it asks what shall become of that. */
async function use(
  context: Context,
  prompts: Prompts,
  story: string,
  hook: { template: string; text: string },
): Promise<void> {
  const open = (findUses(await context.openBank().posts()).get(story) ?? []).filter(isOpen);
  const ways = findDraftWays(open, hook);
  const way = open.length === 0 ? ways[0] : await askWay(prompts, open, ways);
  if (way === "copy") {
    await context.copy(hook.text);
    context.err("Copied the hook.\n");
  } else if (way !== undefined) {
    await runDraft(context, story, {
      hook: hook.template,
      replace: way.how === "replace",
      another: way.how === "another",
      ...(way.replaced === null ? {} : { platform: way.replaced.platform }),
    });
  }
}

async function askWay(
  prompts: Prompts,
  open: readonly PostHead[],
  ways: readonly DraftWay[],
): Promise<DraftWay | "copy"> {
  const choices = ways.map((way): { name: string; value: DraftWay | "copy" } => ({
    name:
      way.replaced === null
        ? "write another beside it"
        : `write ${visibleLine(way.replaced.id)} anew; the old text goes to the trash`,
    value: way,
  }));
  return prompts.choose<DraftWay | "copy">(
    `The story has ${open.length === 1 ? "a post" : `${open.length} posts`} already: ${open.map(({ id }) => visibleLine(id)).join(", ")}.`,
    // What puts a text into the trash is never the first to be taken.
    [
      ...choices.filter(({ value }) => value !== "copy" && value.replaced === null),
      { name: "only copy the hook", value: "copy" },
      ...choices.filter(({ value }) => value !== "copy" && value.replaced !== null),
    ],
  );
}
