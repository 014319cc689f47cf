import { join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { CONFIG_FILE, findBankAbove, isBank } from "../bank/find.ts";
import { NEW_CONFIG } from "../bank/new-config.ts";
import { createFile, makeFolder } from "../bank/write.ts";
import { nextDay } from "../calendar/dates.ts";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { afterInit } from "../jobs/next-step.ts";
import { renderNextStep } from "../render/next-step.ts";
import { visibleLine } from "../render/visible.ts";
import { quoteWord } from "../story/quote-word.ts";
import { worldOf } from "./git-world.ts";

export function registerInit(program: Command, context: Context): void {
  program
    .command("init")
    .description("make a bank: a storybank.yaml and folders for stories, posts, weeks and templates")
    .argument("[dir]", "where; the current folder by default")
    .option("--git", "make a git repository of it, too, so that it can be shared: storybank sync")
    .action((dir: string | undefined, options: { git?: boolean }) => runInit(context, dir, options.git === true));
}

async function runInit(context: Context, dir: string | undefined, withGit: boolean): Promise<void> {
  const root = resolve(context.cwd, dir ?? ".");
  const shown = visibleLine(relative(context.cwd, root) || ".");
  const taken = new UserError(`${shown === "." ? "This folder" : shown} is a story bank already.`, {
    hint: "Nothing was changed. See its stories with: storybank list",
  });
  if (isBank(root)) throw taken;
  if (withGit) await (await import("../git/repository.ts")).refuseNoGit(context.cwd, worldOf(context));
  const outer = findBankAbove(root);
  if (!createFile(join(root, CONFIG_FILE), NEW_CONFIG.replace("{start}", nextDay(context.today, "monday"))))
    throw taken;
  for (const folder of ["stories", "posts", "weeks", "templates/hooks", "templates/posts"])
    makeFolder(join(root, folder));
  context.say(
    `Made a story bank ${shown === "." ? "here" : `in ${shown}`}. Week 1 starts on Monday ${nextDay(context.today, "monday")}; ${CONFIG_FILE} says how to change that.\n`,
  );
  if (outer !== null)
    context.err(
      `Note: it lies inside another bank, ${visibleLine(outer)}.\nCommands in it use the new one; if you meant the other, remove the new folder.\n`,
    );
  if (withGit) await makeRepository(context, root);
  context.say(`${renderNextStep(afterInit(shown === "." ? null : visibleLine(quoteWord(shown))), context.columns)}\n`);
}

async function makeRepository(context: Context, root: string): Promise<void> {
  const [{ setUpGit }, { tellSetUp }] = [await import("../jobs/sync/set-up.ts"), await import("./set-up-sync.ts")];
  tellSetUp(context, await setUpGit(root, worldOf(context)));
}
