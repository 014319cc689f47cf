import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Plugin } from "rolldown";

/** What is run on a copy of the sample bank; the code these need is kept compiled. */
const RUNS = [
  ["--help"],
  ["list"],
  ["list", "--week", "1", "--json"],
  ["tags"],
  ["search", "invoice"],
  ["show", "the-monolith-invoice"],
  ["hooks", "the-monolith-invoice"],
  ["posts"],
  ["week", "1"],
  ["draft", "--day", "tuesday", "--dry-run"],
  ["check"],
];

/**
 * Keeps V8's compiled code beside the bundle's files, which bin/storybank.js hands back to V8: starting then takes half as
 * long over `node -e 0`. The code is this Node's alone; another one finds none of its name and compiles.
 */
export function keepCompiledCode(): Plugin {
  return {
    name: "keep-compiled-code",
    writeBundle() {
      const bank = mkdtempSync(join(tmpdir(), "storybank-build-"));
      try {
        for (const part of ["storybank.yaml", "stories", "posts", "weeks"])
          cpSync(part, join(bank, part), { recursive: true });
        for (const args of RUNS) {
          const { status, stderr } = spawnSync(
            process.execPath,
            ["--require", resolve("build/keep-code.cjs"), resolve("bin/storybank.js"), "--bank", bank, ...args],
            { encoding: "utf8", env: { PATH: process.env["PATH"] } },
          );
          if (status !== 0 && !(args[0] === "check" && status === 1))
            throw new Error(`storybank ${args.join(" ")} ended with ${status}:\n${stderr}`);
        }
      } finally {
        rmSync(bank, { recursive: true, force: true });
      }
    },
  };
}
