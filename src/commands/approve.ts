import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { approvePost, withdrawApproval } from "../jobs/approve.ts";
import { nextOfPost } from "../jobs/next-step.ts";
import { findSelf } from "../jobs/who.ts";
import { isSamePerson } from "../post/person.ts";
import type { PostHead } from "../post/post.ts";
import { wordReview } from "../post/word-review.ts";
import { countFindings, renderFindings } from "../render/findings.ts";
import { reviewJson } from "../render/json.ts";
import { renderNextStep } from "../render/next-step.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { quoteWord } from "../story/quote-word.ts";
import { namedPost } from "./named.ts";
import { oneLine } from "./options.ts";
import { quietGit } from "./quiet-git.ts";

interface ApproveFlags {
  as?: string;
  withdraw?: boolean;
  force?: boolean;
  json?: boolean;
}

export function registerApprove(program: Command, context: Context): void {
  program
    .command("approve")
    .description("keep that you, who did not write a post, have read it and that it may go out")
    .argument("[post]", "id, beginning of an id, title, path or address; or its story")
    .option("--as <person>", "who you are; else as git knows you, else the bank's author")
    .option("--withdraw", "take your approval back")
    .option("--force", "whatever check finds")
    .option("--json", "print how far the post is as JSON")
    .action((post: string | undefined, flags: ApproveFlags) => runApprove(context, post, flags));
}

async function runApprove(context: Context, name: string | undefined, flags: ApproveFlags): Promise<void> {
  const bank = context.openBank();
  const post = await namedPost(context, bank, name);
  const by = await findReader(context, flags.as);
  if (flags.withdraw === true) {
    const was = await withdrawApproval(bank, post, by);
    context.say(
      was
        ? `${visibleLine(post.id)} is no longer approved by ${visibleLine(by)}.\n`
        : `${visibleLine(by)} has not approved ${visibleLine(post.id)}.\n`,
    );
    return;
  }
  const { changed, errors, review } = await approvePost(bank, post, { by, force: flags.force === true }, context.today);
  if (errors.length > 0) {
    context.out(await renderFindings(errors, context.paint, context.columns));
    context.err(
      `\n${visibleLine(post.id)} is not approved: ${countFindings(errors)}. Mending changes the text, so mend it first, or add --force.\n`,
    );
    context.setExitCode(EXIT.findings);
    return;
  }
  if (flags.json === true) context.out(toJson({ post: post.id, ...reviewJson(review) }));
  else
    context.say(
      `${visibleLine(post.id)} is ${changed ? "" : "already "}${visibleLine(wordReview(review))}.\n${renderNextStep(nextOfPost(post, review), context.columns)}\n`,
    );
  if (changed) await noteOwnWords(context, bank, post, by);
  if (!(await bank.config()).review)
    context.err("Nothing asks for it here; review: true in storybank.yaml makes every post need it.\n");
}

/** Whoever changes a text and then approves it has read their own words: that is for somebody else to see. */
async function noteOwnWords(context: Context, bank: Bank, post: PostHead, by: string): Promise<void> {
  const { findLastWriter } = await import("../jobs/last-writer.ts");
  const writer = await findLastWriter(bank, post, quietGit(context));
  if (writer !== null && isSamePerson(writer, by))
    context.err(
      `Note: you were the last to change its text. Show its author what: storybank diff ${quoteWord(visibleLine(post.id))}\n`,
    );
}

async function findReader(context: Context, given: string | undefined): Promise<string> {
  if (given !== undefined) {
    const name = oneLine("name", given);
    if (name === "") throw new UserError("--as is empty.", { hint: 'Write your name: --as "Ben Okri"' });
    return name;
  }
  const self = await findSelf(context.openBank(), quietGit(context));
  if (self !== null) return self;
  throw new UserError("Nobody knows who you are here.", {
    hint: 'Tell git, once for all: git config --global user.name "YOUR NAME"\nOr say it now: --as "YOUR NAME"',
  });
}
