import type { Command } from "commander";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { markPost, parseMoment } from "../jobs/lifecycle.ts";
import { STATUSES } from "../post/post.ts";
import { countFindings, renderFindings } from "../render/findings.ts";
import { postJson } from "../render/json.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { choiceOption } from "./options.ts";

interface MarkFlags {
  at?: string;
  url?: string;
  force?: boolean;
  json?: boolean;
}

export function registerMark(program: Command, context: Context): void {
  program
    .command("mark")
    .description("move a post along, or back: draft, ready, scheduled, published")
    .argument("<post>", "id, beginning of an id, title, path or address")
    .argument("<status>", STATUSES.join(", "))
    .option("--at <moment>", 'when it goes out or went out: 2025-01-07 or "2025-01-07 09:00"')
    .option("--url <address>", "where it can be read")
    .option("--force", "ready, whatever check finds")
    .option("--json", "print the post as JSON")
    .action((post: string, status: string, flags: MarkFlags) => runMark(context, post, status, flags));
}

async function runMark(context: Context, name: string, written: string, flags: MarkFlags): Promise<void> {
  const status = choiceOption("status", written, STATUSES) ?? "draft";
  const bank = context.openBank();
  const post = await bank.post(name);
  const mark = {
    status,
    at: flags.at === undefined ? null : parseMoment(flags.at),
    url: addressOption(flags.url),
    force: flags.force === true,
  };
  const { changed, errors } = await markPost(bank, post, mark, context);
  if (errors.length > 0) {
    context.out(await renderFindings(errors, context.paint, context.columns));
    context.err(`\n${visibleLine(post.id)} stays ${post.status}: ${countFindings(errors)}. Mend it, or add --force.\n`);
    context.setExitCode(EXIT.findings);
    return;
  }
  if (flags.json === true) context.out(toJson(postJson(await bank.post(post.id))));
  else if (!changed) context.say(`${visibleLine(post.id)} is ${status} already.\n`);
  else context.say(`${visibleLine(post.id)} is ${status}.\n${wordNext(post.id, status)}`);
}

function wordNext(id: string, status: string): string {
  const next: Record<string, string> = {
    draft: `Next: storybank check ${id}`,
    ready: `Next: storybank render ${id} --copy`,
    scheduled: `Next: storybank mark ${id} published --url …`,
    published: `Next: storybank record ${id} --impressions … --reactions …`,
  };
  return `${visibleLine(next[status] ?? "")}\n`;
}

/** Reads `--url`. */
export function addressOption(written: string | undefined): string | null {
  if (written === undefined) return null;
  if (!/^https?:\/\/\S+$/.test(written.trim()))
    throw new UserError(`--url can't be "${written}".`, { hint: "Give the whole address, with https://." });
  return written.trim();
}
