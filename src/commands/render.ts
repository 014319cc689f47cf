import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { wordCut, wordExcess } from "../fit/excess.ts";
import { type PublishedPost, publishPost } from "../fit/publish.ts";
import { firstWords } from "../post/notes.ts";
import { choosePlatform, PLATFORMS } from "../post/platforms.ts";
import type { Post } from "../post/post.ts";
import { thousands } from "../post/thousands.ts";
import { toJson, visible, visibleLine } from "../render/visible.ts";
import { namedPost } from "./named.ts";

interface RenderFlags {
  platform?: string;
  copy?: boolean;
  cut?: boolean;
  part?: string;
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
    .option("--cut", "leave out whole parts of a post that is too long, as few as can be")
    .option("--part <number>", "one part of a thread")
    .option("--numbered", "end each part of a thread with 1/5")
    .option("--unicode-bold", "write bold words in Unicode's bold letters")
    .option("--json", "print the parts as JSON")
    .action((post: string | undefined, flags: RenderFlags) => runRender(context, post, flags));
}

async function runRender(context: Context, name: string | undefined, flags: RenderFlags): Promise<void> {
  const bank = context.openBank();
  const post = await bank.wholePost(await namedPost(context, bank, name, { orPublished: true }));
  const platform = choosePlatform(flags.platform ?? post.platform);
  const published = await publishPost(post, platform, {
    numbered: flags.numbered === true,
    unicodeBold: flags.unicodeBold === true,
    cut: flags.cut === true,
  });
  if (published.parts.every((part) => part.trim() === ""))
    throw new UserError(`${post.path} has no text to paste.`, {
      hint: "What gets published stands under ## Final Optimized Post.",
    });
  refuseTooLong(post, published);
  const wanted = choosePart(published, flags.part);
  const { parts, characters } = wanted;
  if (wanted.tooLong.length > 0) context.setExitCode(EXIT.findings);
  context.err(wordNotices(wanted, flags.unicodeBold === true));
  if (flags.copy === true) await warnUnapproved(context, bank, post);
  if (flags.copy === true) await copyParts(context, wanted);
  else if (flags.json === true)
    context.out(toJson({ platform: platform.name, parts, characters, limit: platform.limit }));
  else context.out(`${visible(parts.join("\n---\n"))}\n`);
}

/** The last moment to see that nobody else has read what is about to be pasted. */
async function warnUnapproved(context: Context, bank: Bank, post: Post): Promise<void> {
  const config = await bank.config();
  if (!config.review) return;
  const [{ loadReview }, { wordReview }] = [
    await import("../jobs/post-review.ts"),
    await import("../post/word-review.ts"),
  ];
  const review = await loadReview(config, post);
  if (review !== null && review.state !== "approved")
    context.err(`Note: ${visibleLine(post.id)} is ${visibleLine(wordReview(review))}.\n`);
}

/** A text over the limit is not for pasting; what to leave out is the author's to say. */
function refuseTooLong({ path }: Post, { excess, platform }: PublishedPost): void {
  if (excess === null) return;
  throw new UserError(`${path} ${wordExcess(excess, platform)}.`, {
    hint: excess.cut === null ? wordCut(excess) : `${wordCut(excess)} To leave that out: add --cut`,
    code: EXIT.findings,
  });
}

interface WantedParts extends PublishedPost {
  /** The place of the one part that is wanted, from 0, and how many there are; null where all are. */
  only: { index: number; of: number } | null;
}

function choosePart(published: PublishedPost, written: string | undefined): WantedParts {
  if (written === undefined) return { ...published, only: null };
  const of = published.parts.length;
  const index = /^\d{1,4}$/.test(written) ? Number(written) - 1 : -1;
  const [part, count] = [published.parts[index], published.characters[index]];
  if (part === undefined || count === undefined)
    throw new UserError(`There is no part ${written} on ${published.platform.title}.`, {
      hint: of === 1 ? "The post is one part; leave --part out." : `Its parts are 1 to ${of}.`,
    });
  return {
    ...published,
    parts: [part],
    characters: [count],
    tooLong: published.tooLong.filter((each) => each === index),
    only: { index, of },
  };
}

/** What had to be done to make it fit, on stderr, so that stdout is only what gets pasted. */
function wordNotices({ platform, leftOut, images, tooLong, parts, only }: WantedParts, isBold: boolean): string {
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
      `Part ${index + 1} of ${only?.of ?? parts.length} is longer than ${platform.title} takes: a word or address that can't be cut.`,
    );
  if (images.length > 0) lines.push(`Attach by hand, since images are no text: ${visibleLine(images.join(", "))}`);
  if (isBold)
    lines.push("Unicode's bold letters are spelled out or skipped by screen readers, and no search finds them.");
  return lines.map((line) => `${line}\n`).join("");
}

/** Copies the text; on a terminal a thread is copied part by part, so that each can be pasted before the next. */
async function copyParts(context: Context, { parts, characters, platform, only }: WantedParts): Promise<void> {
  const words = (index: number): string => `${characters[index]} ${platform.unitName}`;
  const copyPart = async (at: number, place: number, of: number): Promise<void> => {
    await context.copy(parts[at] ?? "");
    context.err(`Copied part ${place + 1} of ${of}: ${words(at)}.\n`);
  };
  if (only !== null && only.of > 1) return copyPart(0, only.index, only.of);
  if (parts.length === 1 || !context.isInteractive) {
    await context.copy(parts.join("\n---\n"));
    context.err(
      parts.length === 1 ? `Copied: ${words(0)}.\n` : `Copied: ${parts.length} parts, with --- between them.\n`,
    );
    return;
  }
  const prompts = await context.prompts();
  for (const index of parts.keys()) {
    await copyPart(index, index, parts.length);
    if (index < parts.length - 1 && !(await prompts.confirm("Paste it. Copy the next part?", true))) return;
  }
}
