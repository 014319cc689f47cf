import { spawn } from "node:child_process";
import { UserError } from "./errors.ts";

/** Opens a file in an editor on this terminal and waits for it; returns its exit code. */
export function runEditor(commandLine: string, file: string): Promise<number> {
  const [command = "vi", ...rest] = splitCommand(commandLine);
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...rest, file], { stdio: "inherit" });
    child.on("error", () =>
      reject(
        new UserError(`The editor "${command}" could not be started.`, {
          hint: "Set VISUAL or EDITOR to the editor you use.",
        }),
      ),
    );
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** Splits an editor's command line at its spaces, quotes kept together: `code --wait`, `"My Editor" -w`. */
export function splitCommand(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}
