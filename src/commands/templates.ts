import type { Command } from "commander";
import type { Context } from "../context.ts";
import { deriveReadingWithFacts } from "../jobs/reading-with-facts.ts";
import { offerTemplates } from "../jobs/shape.ts";
import { isOpen } from "../post/open-posts.ts";
import { renderOfferedTemplates, renderPostTemplates } from "../render/templates.ts";
import { toJson } from "../render/visible.ts";

export function registerTemplates(program: Command, context: Context): void {
  program
    .command("templates")
    .description("list the post templates; with a story, those it can fill, scored, and what the others lack")
    .argument("[story]", "id, beginning of an id, title or path")
    .option("--json", "print JSON")
    .action((story: string | undefined, options: { json?: boolean }) =>
      runTemplates(context, story, options.json === true),
    );
}

async function runTemplates(context: Context, name: string | undefined, isJson: boolean): Promise<void> {
  const bank = context.openBank();
  if (name === undefined) {
    const templates = await bank.postTemplates();
    context.out(
      isJson
        ? toJson(templates.map(({ name: template, about, needs, length }) => ({ template, about, needs, length })))
        : await renderPostTemplates(templates, context.paint, context.columns),
    );
    return;
  }
  const read = deriveReadingWithFacts(await bank.wholeStory(await bank.story(name)));
  const offers = await offerTemplates(bank, read);
  const hasPost = (await bank.posts(new Set([read.story.id]))).some(
    (post) => post.story === read.story.id && isOpen(post),
  );
  context.out(
    isJson
      ? toJson(
          offers.map(({ template, fits, score, missing, characters }) => ({
            template: template.name,
            fits,
            score,
            needs: template.needs,
            missing,
            characters,
          })),
        )
      : await renderOfferedTemplates({ id: read.story.id, hasPost }, offers, context.paint, context.columns),
  );
}
