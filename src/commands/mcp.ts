import type { Command } from "commander";
import type { Context } from "../context.ts";
import { findSigner } from "../jobs/who.ts";
import { serveAssistant } from "../mcp/server.ts";
import { visible } from "../render/visible.ts";
import { quietGit } from "./quiet-git.ts";

interface McpFlags {
  readOnly?: boolean;
  withPrivate?: boolean;
}

export function registerMcp(program: Command, context: Context): void {
  program
    .command("mcp")
    .description(
      "serve the bank to an assistant that speaks the Model Context Protocol, over standard input and output",
    )
    .option("--read-only", "leave out what writes")
    .option("--with-private", "private names and confidential stories too")
    .addHelpText("after", "\nHow to add it to an assistant: docs/assistants.md.\n")
    .action((flags: McpFlags) => runMcp(context, flags));
}

function runMcp(context: Context, { readOnly = false, withPrivate = false }: McpFlags): void {
  const bank = context.openBank();
  if (context.isInteractive)
    context.err(
      "An assistant starts this and speaks to it; nobody types here. Ctrl-C ends it.\nSee: docs/assistants.md\n",
    );
  serveAssistant({
    bank,
    today: () => context.today,
    signer: () => findSigner(bank, quietGit(context)),
    isReadOnly: readOnly,
    isWhole: withPrivate,
    onBug: (error) => context.err(`storybank: ${wordBug(error)}\n`),
  });
}

function wordBug(error: unknown): string {
  return visible(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
