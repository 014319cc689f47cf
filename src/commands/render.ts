import type { Command } from "commander";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { firstWords } from "../post/notes.ts";
import { choosePlatform, PLATFORMS } from "../post/platforms.ts";
import { type PublishedPost, publishPost } from "../post/publish.ts";
import { thousands } from "../post/thousands.ts";
import { toJson, visible, visibleLine } from "../render/visible.ts";
import { namedPost } from "./named.ts";

interface RenderFlags {
  platform?: string;
  copy?: boolean;
  numbered?: boolean;
  unicodeBold?: boolean;
  json?: boolean;
}

export function registerRender(program: Command, context: Context): void {
  program
    .command("render")
    .description("print a post as it is pasted on a platform; long posts become threads where there are threads")
    .argument("[post]", "id, beginning of an id, title or path; or of its story")
    .option("--platform <platform>", `${PLATFORMS.map(({ name }) => name).join(", ")}; else the post's own`)
    .option("--copy", "put it on the clipboard instead of printing it")
    .option("--numbered", "end each part of a thread with 1/5")
    .option("--unicode-bold", "write bold words in Unicode's bold letters")
    .option("--json", "print the parts as JSON")
    .action((post: string | undefined, flags: RenderFlags) => runRender(context, post, flags));
}

async function runRender(context: Context, name: string | undefined, flags: RenderFlags): Promise<void> {
  const bank = context.openBank();
  const post = await bank.postOf(await namedPost(context, bank, name, { orPublished: true }));
  const platform = choosePlatform(flags.platform ?? post.platform);
  const published = await publishPost(post, platform, {
    numbered: flags.numbered === true,
    unicodeBold: flags.unicodeBold === true,
  });
  if (published.parts.every((part) => part.trim() === ""))
    throw new UserError(`${post.path} has no text to paste.`, {
      hint: "What gets published stands under ## Final Optimized Post.",
    });
  if (published.tooLong.length > 0) context.setExitCode(EXIT.findings);
  context.err(wordNotices(published, flags.unicodeBold === true));
  if (flags.copy === true) await copyParts(context, published);
  else if (flags.json === true)
    context.out(
      toJson({
        platform: platform.name,
        parts: published.parts,
        characters: published.characters,
        limit: platform.limit,
      }),
    );
  else context.out(`${visible(published.parts.join("\n---\n"))}\n`);
}

/** What had to be done to make it fit, on stderr, so that stdout is only what gets pasted. */
function wordNotices({ platform, leftOut, images, tooLong, parts }: PublishedPost, isBold: boolean): string {
  const lines: string[] = [];
  if (leftOut.length > 0) {
    lines.push(
      `To keep ${platform.title}'s ${thousands(platform.limit ?? 0)} ${platform.unitName}, this was left out:`,
    );
    lines.push(...leftOut.map(({ text, line }) => `  line ${line}  ${visibleLine(firstWords(text, 8))}`));
    lines.push("Cut the post yourself where you would choose otherwise.");
  }
  for (const index of tooLong)
    lines.push(
      `Part ${index + 1} of ${parts.length} is longer than ${platform.title} takes: a word or address that can't be cut.`,
    );
  if (images.length > 0) lines.push(`Attach by hand, since images are no text: ${visibleLine(images.join(", "))}`);
  if (isBold)
    lines.push("Unicode's bold letters are spelled out or skipped by screen readers, and no search finds them.");
  return lines.map((line) => `${line}\n`).join("");
}

/** Copies the text; on a terminal a thread is copied part by part, so that each can be pasted before the next. */
async function copyParts(context: Context, { parts, characters, platform }: PublishedPost): Promise<void> {
  const words = (index: number): string => `${characters[index]} ${platform.unitName}`;
  if (parts.length === 1 || !context.isInteractive) {
    await context.copy(parts.join("\n---\n"));
    context.err(
      parts.length === 1 ? `Copied: ${words(0)}.\n` : `Copied: ${parts.length} parts, with --- between them.\n`,
    );
    return;
  }
  const prompts = await context.prompts();
  for (const [index, part] of parts.entries()) {
    await context.copy(part);
    context.err(`Copied part ${index + 1} of ${parts.length}: ${words(index)}.\n`);
    if (index < parts.length - 1 && !(await prompts.confirm("Paste it. Copy the next part?", true))) return;
  }
}
