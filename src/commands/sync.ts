import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { syncBank } from "../jobs/sync/sync.ts";
import { renderSync } from "../render/sync.ts";
import { worldOf } from "./git-world.ts";

interface SyncFlags {
  remote?: string;
  branch?: string;
  message?: string;
  push: boolean;
  dryRun?: boolean;
  init?: string | true;
  mergeDriver?: boolean;
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
    .option(
      "--init [url]",
      "set it up: in a bank, name the repository to share it in; in an empty folder, bring a bank",
    )
    .option("--merge-driver", "with --init: let git's own merges here merge the bank's files in this way, too")
    .action((flags: SyncFlags) => runSync(context, flags));
}

async function runSync(context: Context, flags: SyncFlags): Promise<void> {
  const { init, mergeDriver = false, dryRun = false } = flags;
  if (mergeDriver && init === undefined)
    throw new UserError("--merge-driver is for --init.", { hint: "storybank sync --init --merge-driver" });
  if (init !== undefined && dryRun)
    throw new UserError("--init can't be tried with --dry-run.", {
      hint: "Without --init, what would be synced is said.",
    });
  if (init !== undefined) {
    const { setUp } = await import("./set-up-sync.ts");
    if (await setUp(context, init === true ? null : init, mergeDriver)) return;
  }
  const report = await syncBank(context.openBank(), worldOf(context), {
    remote: flags.remote,
    branch: flags.branch,
    message: flags.message,
    pushes: flags.push,
    isDryRun: dryRun,
    joinsUnrelated: init !== undefined,
  });
  context.out(renderSync(report, context.paint, context.columns));
}
