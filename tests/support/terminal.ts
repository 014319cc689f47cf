import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { BIN, ENV } from "./binary.ts";

/** Why no pseudo-terminal can be had here; null where one can. */
export const NO_TERMINAL: string | null =
  spawnSync("script", ["-qec", "true", "/dev/null"], { stdio: "ignore" }).status === 0
    ? null
    : "util-linux's script is not here";

interface Terminal {
  /** Sends what somebody types or pastes, in one chunk. */
  type(keys: string | Uint8Array): void;
  /** Waits until the screen has shown something since the last wait; fails after ten seconds. */
  shows(what: string | RegExp): Promise<void>;
  /** All that was sent to the screen so far, escape sequences and all. */
  screen(): string;
  /** The id of the program's process. */
  child(): number;
  ended: Promise<number | null>;
}

/** Runs the built program on a pseudo-terminal of so many columns. */
export function startTerminal(
  cwd: string,
  args: readonly string[],
  options: { columns?: number; env?: Record<string, string> } = {},
): Terminal {
  return startOnTerminal(cwd, [process.execPath, BIN, ...args], options);
}

/** Runs any program on a pseudo-terminal of so many columns. */
export function startOnTerminal(
  cwd: string,
  words: readonly string[],
  { columns = 80, env = {} }: { columns?: number; env?: Record<string, string> } = {},
): Terminal {
  const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const child = spawn("script", ["-qefc", `stty cols ${columns} rows 40; exec ${quoted}`, "/dev/null"], {
    cwd,
    env: { ...ENV, TERM: "xterm-256color", SHELL: "/bin/sh", ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let shown = "";
  let looked = 0;
  child.stdout.on("data", (data: Buffer) => {
    shown += data.toString("utf8");
  });
  return {
    type: (keys) => void child.stdin.write(keys),
    async shows(what) {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const rest = plain(shown.slice(looked));
        if (typeof what === "string" ? rest.includes(what) : what.test(rest)) break;
        if (Date.now() > deadline) throw new Error(`the screen never showed ${what}:\n${rest}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      looked = shown.length;
    },
    screen: () => shown,
    child: () => Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim()),
    ended: new Promise((resolve) => child.on("exit", resolve)),
  };
}

/** What a screen shows, without colours, bells and the cursor's ways. */
export function plain(screen: string): string {
  return screen.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, "").replace(/[\r\u0007\b]/g, "");
}
