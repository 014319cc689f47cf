import type { Command } from "commander";
import { parseDate } from "../calendar/dates.ts";
import { parseTime } from "../calendar/times.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import type { AskFacts } from "../jobs/choose-hook.ts";
import { draftPost, saveDraft } from "../jobs/draft.ts";
import type { TickParts } from "../jobs/tick-parts.ts";
import { findSigner } from "../jobs/who.ts";
import type { Role } from "../language/lexicon.ts";
import { PLATFORMS } from "../post/platforms.ts";
import { draftJson, renderDraft } from "../render/draft.ts";
import { toJson } from "../render/visible.ts";
import { collect, dayOption, pairsOption, weekOption } from "./options.ts";
import { quietGit } from "./quiet-git.ts";

interface DraftFlags {
  day?: string;
  week?: string;
  hook?: string;
  text?: string;
  fact?: string[];
  template?: string;
  platform?: string;
  date?: string;
  time?: string;
  length?: string;
  with?: string[];
  without?: string[];
  beats?: string;
  interactive?: boolean;
  dryRun?: boolean;
  replace?: boolean;
  another?: boolean;
  force?: boolean;
  json?: boolean;
}

export function registerDraft(program: Command, context: Context): void {
  program
    .command("draft")
    .description("assemble a post from a story and a hook, and write it to posts/")
    .argument("[story]", "id, beginning of an id, title or path; without one, the story of the day")
    .option("-d, --day <day>", "the weekday's slot: tuesday, tue")
    .option("-w, --week <week>", "1, this, next or 2026-W47")
    .option("--hook <name>", "a hook template, or own for the story's own line")
    .option("--text <text>", "the hook itself")
    .option("--fact <key=value>", "a fact for the hook template; give it again for more", collect)
    .option(
      "--template <name>",
      "the post template: a shape such as scene, clock or rules, or your own; see storybank templates",
    )
    .option("--platform <platform>", PLATFORMS.map(({ name }) => name).join(", "))
    .option("--date <date>", "YYYY-MM-DD, instead of the slot's date")
    .option("--time <time>", "HH:MM, instead of the slot's time")
    .option("--length <count>", "characters: 900, 1300, 1800 …, or full for the platform's limit (1300)")
    .option("--with <text>", "keep a part of the story, by its label or some of its words; again for more", collect)
    .option("--without <text>", "leave a part out; again for more", collect)
    .option("--beats <roles>", "only these: setup, crisis, turn, outcome, lesson, detail; with commas between")
    .option("-i, --interactive", "tick the parts of the story, with the post and its length beside them")
    .option("--dry-run", "show the post, and write nothing")
    .option("--replace", "put the story's unpublished post into the trash and write it anew")
    .option("--another", "a second post beside it, with another hook, template or platform")
    .option("--force", "tell a confidential story, or one that was told too recently")
    .option("--json", "print the post as JSON")
    .action((story: string | undefined, flags: DraftFlags) => runDraft(context, story, flags));
}

export async function runDraft(context: Context, story: string | undefined, flags: DraftFlags): Promise<void> {
  if (flags.text !== undefined && flags.hook !== undefined)
    throw new UserError("--text and --hook both give the hook.", { hint: "Use one of them." });
  if (flags.text?.trim() === "")
    throw new UserError("--text is empty.", { hint: "Write the hook out, or choose one with --hook." });
  if (flags.replace === true && flags.another === true)
    throw new UserError("--replace and --another ask for two things.", { hint: "Use one of them." });
  const bank = context.openBank();
  const wishes = {
    story,
    day: dayOption(flags.day),
    week: await weekOption(flags.week, bank, context),
    hook: flags.hook,
    text: flags.text,
    facts: pairsOption("fact", flags.fact ?? []),
    template: flags.template,
    platform: flags.platform,
    date: dateOption(flags.date),
    time: timeOption(flags.time),
    length: lengthOption(flags.length),
    with: flags.with ?? [],
    without: flags.without ?? [],
    roles: rolesOption(flags.beats),
    replace: flags.replace === true,
    another: flags.another === true,
    force: flags.force === true,
    isDryRun: flags.dryRun === true,
  };
  const draft = await draftPost(bank, wishes, {
    today: context.today,
    by: await findSigner(bank, quietGit(context)),
    ask: askFacts(context, story),
    tick: flags.interactive === true ? tickOn(context) : null,
  });
  if (flags.dryRun !== true) await saveDraft(bank, draft);
  if (flags.json === true) context.out(toJson(draftJson(draft)));
  else context.out(await renderDraft(draft, { isDryRun: flags.dryRun === true }, context.paint, context.columns));
}

/** Fewer characters hold no scene and no figure. */
const SHORTEST = 200;

function lengthOption(written: string | undefined): number | "full" | undefined {
  if (written === undefined || written === "full") return written;
  const length = Number(written.replace(/[,.\s]/g, ""));
  if (Number.isInteger(length) && length >= SHORTEST) return length;
  throw new UserError(`--length can't be "${written}".`, {
    hint: `Give a number of characters from ${SHORTEST} on, or full.`,
  });
}

const ROLES: readonly Role[] = ["setup", "crisis", "turn", "outcome", "lesson", "detail"];

function rolesOption(written: string | undefined): Role[] {
  return (written?.split(",") ?? []).map((word) => {
    const role = ROLES.find((each) => each === word.trim().toLowerCase());
    if (role === undefined)
      throw new UserError(`There is no beat "${word.trim()}".`, { hint: `There are: ${ROLES.join(", ")}.` });
    return role;
  });
}

/** Shows the parts of a story with their worth, to be ticked. */
function tickOn(context: Context): TickParts {
  if (!context.isInteractive)
    throw new UserError("--interactive asks, and there is no terminal to ask on.", {
      hint: "Say which parts to tell with --with, --without, --beats and --length.",
    });
  return async ({ parts, compose, length }) => {
    const prompts = await context.prompts();
    const rows = parts.map(({ number, text, title, worth, isTold }) => ({
      number,
      text,
      label: title,
      note: `${worth}%`,
      isTicked: isTold,
    }));
    return prompts.tick("What the post tells", rows, (ticked) => {
      const post = compose(ticked);
      const count = (post?.characters ?? 0).toLocaleString("en");
      return {
        text: post?.text ?? "",
        note: `${count} of ${length.toLocaleString("en")} characters`,
        isTooLong: post === null || post.characters > length,
      };
    });
  };
}

/** On a terminal a template's missing facts are asked for, and kept in the story if wished. */
function askFacts(context: Context, story: string | undefined): AskFacts {
  if (!context.isInteractive) return null;
  return async (template, missing) => {
    const prompts = await context.prompts();
    const answers = new Map<string, string>();
    context.err(`The hook template "${template.name}" needs what the story does not say.\n`);
    for (const name of missing)
      answers.set(
        name,
        await prompts.text(`${name}:`, {
          validate: (answer) => answer.trim() !== "" || "It can't be empty; Ctrl-C gives up.",
        }),
      );
    if (story !== undefined && (await prompts.confirm("Keep this in the story?", true))) {
      const bank = context.openBank();
      const { path } = await bank.story(story);
      const { readTextMap } = await import("../story/schema.ts");
      await bank.change(path, (data) => new Map([["facts", new Map([...readTextMap(data.get("facts")), ...answers])]]));
    }
    return answers;
  };
}

function dateOption(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const date = parseDate(written);
  if (date === null) throw new UserError(`--date can't be "${written}".`, { hint: "Write it as YYYY-MM-DD." });
  return date;
}

function timeOption(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const time = parseTime(written);
  if (time !== null) return time;
  throw new UserError(`--time can't be "${written}".`, { hint: "Write it as HH:MM, such as 09:00." });
}
