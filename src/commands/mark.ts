import type { Command } from "commander";
import { editDistance } from "../bank/resolve.ts";
import { formatDate, parseDate } from "../calendar/dates.ts";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { type MarkedPost, markPost, parseMoment } from "../jobs/lifecycle.ts";
import { nextOfPost } from "../jobs/next-step.ts";
import { asShown } from "../post/as-shown.ts";
import { type PostHead, STATUSES } from "../post/post.ts";
import { wordReview } from "../post/word-review.ts";
import { countFindings, renderFindings, renderTaken } from "../render/findings.ts";
import { postJson } from "../render/json.ts";
import { renderNextStep } from "../render/next-step.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { quoteWord } from "../story/quote-word.ts";
import { namedPost } from "./named.ts";

interface MarkFlags {
  at?: string;
  nextSlot?: boolean;
  url?: string;
  force?: boolean;
  json?: boolean;
}

export function registerMark(program: Command, context: Context): void {
  program
    .command("mark")
    .description("move a post along, or back: draft, ready, scheduled, published")
    .argument("[post]", "id, beginning of an id, title, path or address; or its story")
    .argument("[status]", STATUSES.join(", "))
    .option("--at <moment>", 'when it goes out or went out: 2025-01-07 or "2025-01-07 09:00"')
    .option("--next-slot", "put it on the next free slot of the calendar, from tomorrow on")
    .option("--url <address>", "where it can be read")
    .option("--force", "ready, whatever check finds; never without the approval that review: asks for")
    .option("--json", "print the post as JSON")
    .action((post: string | undefined, status: string | undefined, flags: MarkFlags) =>
      runMark(context, post, status, flags),
    );
}

async function runMark(
  context: Context,
  first: string | undefined,
  second: string | undefined,
  flags: MarkFlags,
): Promise<void> {
  // A single word that is a status says what becomes of a post that is yet to be picked.
  const [name, written] = second === undefined && isStatus(first) ? [undefined, first] : [first, second];
  const known = written === undefined ? undefined : readStatus(written);
  if (flags.nextSlot === true && (flags.at !== undefined || known === "published"))
    throw new UserError(`--next-slot can't go with ${known === "published" ? "published" : "--at"}.`, {
      hint: "It is for a post that is still to go out, and says when.",
    });
  const bank = context.openBank();
  const post = await namedPost(context, bank, name);
  const status = known ?? (await askStatus(context, post.id));
  const mark = {
    status,
    at: flags.at === undefined ? null : parseMoment(flags.at),
    nextSlot: flags.nextSlot === true,
    url: addressOption(flags.url),
    force: flags.force === true,
  };
  const marked = await markPost(bank, post, mark, context.today);
  if (marked.errors.length > 0) await sayRefused(context, post, marked);
  else await sayMarked(context, await bank.post(post.id), marked, flags.json === true);
}

async function sayRefused(context: Context, { id, status }: PostHead, { errors }: MarkedPost): Promise<void> {
  context.out(await renderFindings(errors, context.paint, context.columns));
  context.err(`\n${visibleLine(id)} stays ${status}: ${countFindings(errors)}. Mend it, or add --force.\n`);
  context.setExitCode(EXIT.findings);
}

async function sayMarked(context: Context, post: PostHead, marked: MarkedPost, isJson: boolean): Promise<void> {
  const { changed, findings, review } = marked;
  const { status } = post;
  const isOut = status === "published";
  if (isJson) context.out(toJson(postJson(asShown(post, (await context.openBank().config()).calendar.start))));
  else if (!changed) context.say(`${visibleLine(post.id)} is ${status} already.\n`);
  else {
    const next = renderNextStep(nextOfPost(post, isOut ? null : review), context.columns);
    context.say(`${visibleLine(post.id)} is ${status}${wordWhen(post)}.\n${next}\n`);
  }
  if (isOut && review !== null && review.state !== "approved")
    context.err(`Note: it went out ${visibleLine(wordReview(review))}.\n`);
  context.err(await renderTaken(findings, context.columns));
}

/** When it goes out; of a published post, when it did where that is not the planned day. */
function wordWhen({ status, date, time, planned }: PostHead): string {
  const day = parseDate(date ?? "");
  const isSaid = status === "scheduled" || (status === "published" && date !== planned.date);
  if (day === null || !isSaid) return "";
  const plan = parseDate(planned.date ?? "");
  const words = [formatDate(day), time].filter((part) => part !== null).join(", ");
  return status === "scheduled"
    ? ` for ${words}`
    : ` since ${words}${plan === null ? "" : ` (planned for ${formatDate(plan)})`}`;
}

type Status = (typeof STATUSES)[number];

function isStatus(word: string | undefined): word is Status {
  return STATUSES.some((status) => status === word?.toLowerCase());
}

function readStatus(written: string): Status {
  const status = written.toLowerCase();
  if (isStatus(status)) return status;
  const near = STATUSES.find((known) => editDistance(known, status) <= 2);
  throw new UserError(`There is no status "${written}".`, {
    hint: near === undefined ? `Choose one of: ${STATUSES.join(", ")}.` : `Did you mean ${near}?`,
  });
}

async function askStatus(context: Context, id: string): Promise<Status> {
  if (!context.isInteractive)
    throw new UserError("The status is missing.", {
      hint: `storybank mark ${quoteWord(id)} STATUS, which is one of: ${STATUSES.join(", ")}`,
    });
  const choices = STATUSES.map((value) => ({ name: value, value }));
  return (await context.prompts()).choose<Status>("What is it now?", choices);
}

/** Reads `--url`. */
export function addressOption(written: string | undefined): string | null {
  if (written === undefined) return null;
  if (!/^https?:\/\/\S+$/.test(written.trim()))
    throw new UserError(`--url can't be "${written}".`, { hint: "Give the whole address, with https://." });
  return written.trim();
}
