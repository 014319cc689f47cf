import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import { BIN, ENV } from "./binary.ts";

/** Why faults can't be injected at system calls here; null where they can. */
export const NO_STRACE: string | null = (() => {
  const { error, status } = spawnSync("strace", ["-f", "-e", "inject=fsync:error=EIO", "true"], { stdio: "ignore" });
  if (error !== undefined) return "strace is not installed (Debian: apt-get install strace)";
  return status === 0 ? null : "strace may not trace here";
})();

/** What storybank asks the system for while it writes. */
const CALLS = ["mkdir", "openat", "write", "pwrite64", "fsync", "link", "rename", "unlink", "chmod", "close"];

interface Call {
  name: string;
  /** The how-manieth of its name the main thread makes, from 1. */
  count: number;
  line: string;
}

export interface Traced {
  code: number | null;
  signal: string | null;
  stderr: string;
  /** The calls of the main thread, in their order. */
  calls: readonly Call[];
  /** The calls at which the fault fired. */
  injected: readonly Call[];
}

/** Runs the built program under strace, with faults such as `fsync:error=EIO:when=1`. */
export function runTraced(cwd: string, args: readonly string[], ...injects: readonly string[]): Traced {
  const folder = fs.mkdtempSync(join(tmpdir(), "storybank-trace-"));
  const log = join(folder, "log");
  try {
    const { status, signal, stderr } = spawnSync(
      "strace",
      [
        ...["-f", "-qq", "-o", log, "-e", `trace=${CALLS.join(",")}`],
        ...injects.flatMap((inject) => ["-e", `inject=${inject}`]),
        ...[process.execPath, BIN, ...args],
      ],
      { cwd, encoding: "utf8", env: ENV, timeout: 30_000 },
    );
    const calls = readCalls(fs.readFileSync(log, "utf8"));
    return { code: status, signal, stderr, calls, injected: calls.filter(({ line }) => line.includes("(INJECTED)")) };
  } finally {
    fs.removeSync(folder);
  }
}

function readCalls(log: string): Call[] {
  const lines = log.split("\n");
  const main = lines[0]?.split(" ")[0];
  const counts = new Map<string, number>();
  return lines.flatMap((line) => {
    const [, pid, name = ""] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (pid !== main) return [];
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return [{ name, count: counts.get(name) ?? 0, line }];
  });
}
