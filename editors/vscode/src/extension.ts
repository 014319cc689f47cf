import { type ExtensionContext, window, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

/** Starts `storybank lsp` for the banks of the window; all else is the server's. */
export async function activate(context: ExtensionContext): Promise<void> {
  const command = workspace.getConfiguration("storybank").get<string>("command") || "storybank";
  client = new LanguageClient(
    "storybank",
    "storybank",
    // On Windows npm makes a script of a program, which only a shell starts.
    { command, args: ["lsp"], options: { shell: process.platform === "win32" } },
    {
      documentSelector: [
        { scheme: "file", pattern: "**/{stories,posts,weeks}/**/*.md" },
        { scheme: "file", pattern: "**/storybank.yaml" },
      ],
    },
  );
  context.subscriptions.push(client);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(
      `"${command} lsp" can't be started (${reason}). Install storybank, or set storybank.command to where it is.`,
    );
  }
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
