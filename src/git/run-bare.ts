import { spawn } from "node:child_process";

export interface GitResult {
  /** Below 0 where there is no such program. */
  code: number;
  bytes: Buffer;
  /** The same as text. */
  text: string;
  /** What it wrote to stderr: for people, nothing is decided on it. */
  said: string;
}

/** One command line as it is run. */
export interface GitCommand {
  folder: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
}

/** Runs git to its end with nothing to read, and with no library in between. */
export function runBare({ folder, args, env }: GitCommand): Promise<GitResult> {
  return new Promise((resolve) => {
    const child = spawn("git", args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    const [out, said]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    const end = (code: number): void => resolve(toResult(code, out, said));
    child.on("error", () => end(-1));
    // Killed by a signal, it has no code, and 255 is none that git ends with and somebody expects.
    child.on("close", (code) => end(code ?? 255));
  });
}

export function toResult(code: number, out: readonly Buffer[], said: readonly Buffer[]): GitResult {
  const bytes = Buffer.concat(out);
  return { code, bytes, text: bytes.toString("utf8"), said: Buffer.concat(said).toString("utf8") };
}
