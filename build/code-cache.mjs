import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fs from "fs-extra";

/** What is run on a bank of its own; the code these need is kept compiled. */
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
  ["lsp"],
];

/** What an editor says to a server that it has no use for. */
const EDITOR = [
  { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
  { method: "initialized", params: {} },
  { id: 2, method: "shutdown" },
  { method: "exit" },
]
  .map((message) => JSON.stringify({ jsonrpc: "2.0", ...message }))
  .map((message) => `Content-Length: ${message.length}\r\n\r\n${message}`)
  .join("");

/**
 * Keeps V8's compiled code beside the bundle's files, which bin/storybank.js hands back to V8: starting then takes half as
 * long over `node -e 0`. The code is this Node's alone; another one finds none of its name and compiles.
 *
 * @param {string} program the folder with bin, dist and templates
 */
export function keepCompiledCode(program) {
  const bank = fs.mkdtempSync(join(tmpdir(), "storybank-build-"));
  try {
    // Not the bank of the checkout: that is whatever its owner has made of it.
    fs.copySync("tests/sample", bank);
    for (const args of RUNS) {
      const { status, stderr } = spawnSync(
        process.execPath,
        ["--require", resolve("build/keep-code.cjs"), join(program, "bin/storybank.js"), ...args],
        { cwd: bank, encoding: "utf8", input: EDITOR, env: { PATH: process.env.PATH, STORYBANK_TODAY: "2025-01-05" } },
      );
      if (status !== 0) throw new Error(`storybank ${args.join(" ")} ended with ${status}:\n${stderr}`);
    }
  } finally {
    fs.removeSync(bank);
  }
}
