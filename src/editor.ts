/** Splits an editor's command line at its spaces, quotes kept together: `code --wait`, `"My Editor" -w`. */
export function splitCommand(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}
