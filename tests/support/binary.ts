import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import { onTestFinished } from "vitest";
import { PROJECT } from "./bank.ts";

export const BIN = join(PROJECT, "bin", "storybank.js");

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export const ENV = { PATH: process.env["PATH"], HOME: process.env["HOME"], STORYBANK_TODAY: "2025-01-05" };

/** Runs the built program as a process of its own. */
export function runBinary(cwd: string, args: readonly string[], env: Record<string, string> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    encoding: "utf8",
    input: "",
    timeout: 30_000,
    env: { ...ENV, ...env },
  });
  return { code: status, stdout, stderr };
}

/** Runs a line of bash in which `storybank` is the built program. */
export function runShell(cwd: string, line: string): Ended {
  const script = `storybank() { "${process.execPath}" "${BIN}" "$@"; }\n${line}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd,
    encoding: "utf8",
    timeout: 30_000,
    env: ENV,
  });
  return { code: status, stdout, stderr };
}

export function startBinary(cwd: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], { cwd, stdio: "ignore", env: ENV });
}

export function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve) => child.on("exit", (code, signal) => resolve({ code, signal })));
}

/** The program as it is packed, in a folder of its own. */
export function copyProgram(): string {
  const program = fs.mkdtempSync(join(tmpdir(), "storybank-program-"));
  onTestFinished(() => fs.removeSync(program));
  for (const part of ["bin", "dist", "templates"]) fs.copySync(join(PROJECT, part), join(program, part));
  return program;
}
