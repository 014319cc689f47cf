import type { Command } from "commander";
import type { Context } from "../context.ts";
import { syncBank } from "../jobs/sync/sync.ts";
import { renderSync } from "../render/sync.ts";

interface SyncFlags {
  remote?: string;
  branch?: string;
  message?: string;
  push: boolean;
  dryRun?: boolean;
}

export function registerSync(program: Command, context: Context): void {
  program
    .command("sync")
    .description("share the bank over git: commit what is new, merge what came, send both")
    .option("--remote <name>", "the remote; without it the branch's own, or the only one")
    .option("--branch <name>", "the branch there; without it the branch's own, or the one of its name")
    .option("--message <text>", "what the commit says; without it which files changed")
    .option("--no-push", "commit and merge, but send nothing")
    .option("--dry-run", "say what would be committed, come and be merged, and change nothing")
    .action((flags: SyncFlags) => runSync(context, flags));
}

async function runSync(context: Context, flags: SyncFlags): Promise<void> {
  const report = await syncBank(context.openBank(), worldOf(context), {
    remote: flags.remote,
    branch: flags.branch,
    message: flags.message,
    pushes: flags.push,
    isDryRun: flags.dryRun === true,
  });
  context.out(renderSync(report, context.paint, context.columns));
}

/** What git may know of this run. */
export function worldOf({ env, isInteractive }: Context): { env: Context["env"]; mayAsk: boolean } {
  return { env, mayAsk: isInteractive };
}
