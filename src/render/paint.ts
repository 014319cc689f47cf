/** Colours by what they mean. Without colour every one of them gives its text back. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  warn(text: string): string;
  bad(text: string): string;
  accent(text: string): string;
}

const same = (text: string): string => text;

export const PLAIN: Paint = { strong: same, faint: same, good: same, warn: same, bad: same, accent: same };

export async function loadPaint(): Promise<Paint> {
  const { Chalk } = await import("chalk");
  // The caller has decided that there is colour; chalk's own guess does not know NO_COLOR.
  const chalk = new Chalk({ level: 1 });
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
    accent: chalk.cyan,
  };
}

/** Decides on colour: `--no-color` and NO_COLOR (no-color.org) forbid it, FORCE_COLOR asks for it, else a terminal has it. */
export function wantsColor(options: {
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  isTerminal: boolean;
}): boolean {
  const { env } = options;
  if (options.argv.includes("--no-color")) return false;
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  if (env["FORCE_COLOR"] !== undefined) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
  return options.isTerminal && env["TERM"] !== "dumb";
}
