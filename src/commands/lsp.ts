import type { Command } from "commander";
import type { Context } from "../context.ts";
import { UserError } from "../errors.ts";
import { serveEditor } from "../lsp/serve.ts";
import { visible } from "../render/visible.ts";

export function registerLsp(program: Command, context: Context): void {
  program
    .command("lsp")
    .description("speak the Language Server Protocol over standard input and output, for an editor that starts it")
    .option("--stdio", "what some editors say of their own accord; it is the only way there is")
    .addHelpText("after", "\nHow to tell your editor: docs/editors.md.\n")
    .action(() => runLsp(context));
}

async function runLsp(context: Context): Promise<void> {
  if (context.isInteractive)
    throw new UserError("lsp is for editors, which start it themselves.", {
      hint: "Tell yours to run: storybank lsp   as docs/editors.md shows.",
    });
  const { over } = serveEditor({
    ...context.openStdio(),
    openBankAround: context.openBankAround,
    docsDir: context.docsDir,
    today: () => context.today,
    onBug: (error) =>
      context.err(`storybank: ${visible(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`),
  });
  context.setExitCode(await over);
}
