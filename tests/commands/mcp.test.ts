import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import fs from "fs-extra";
import { expect, test } from "vitest";
import { startAssistant } from "../support/assistant.ts";
import { createBank, createSampleBank, PROJECT } from "../support/bank.ts";
import { BIN, ENV, runBinary } from "../support/binary.ts";

test("outside a bank it says so and ends", () => {
  const { code, stdout, stderr } = runBinary("/", ["mcp"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("There is no story bank here");
});

test("says what it is for, and which flags there are", async () => {
  const { code, stdout } = await createBank().run("mcp --help");
  expect(code).toBe(0);
  for (const words of ["Model Context Protocol", "--read-only", "--with-private", "docs/assistants.md"])
    expect(stdout).toContain(words);
});

test("ends when its client goes, with nothing on the output but the protocol", () => {
  const bank = createSampleBank();
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, "mcp"], {
    cwd: bank.root,
    input: "",
    encoding: "utf8",
    timeout: 30_000,
    env: ENV,
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
});

test("Ctrl-C ends it", async () => {
  const child = spawn(process.execPath, [BIN, "mcp"], { cwd: createSampleBank().root, env: ENV });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.stdin.write(
    `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } } })}\n`,
  );
  const line = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data: Buffer) => resolve(data.toString())),
  );
  expect(JSON.parse(line)).toMatchObject({ id: 1, result: { serverInfo: { name: "storybank" } } });
  child.kill("SIGINT");
  expect(await ended).toBe(130);
});

test("the protocol's library is in the one file of the program that this command loads", () => {
  const dist = join(PROJECT, "dist");
  const holding = fs
    .readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter(
      (file) => file.endsWith(".cjs") && fs.readFileSync(join(dist, file), "utf8").includes("io.modelcontextprotocol"),
    );
  expect(holding).toEqual(["chunks/mcp.cjs"]);
});

test("the bank may be named, and what can't be read is named on the error output alone", async () => {
  const bank = createSampleBank();
  bank.write("stories/broken.md", "---\ntitle: [\n");
  const { get, stderr } = await startAssistant("/", { args: ["--bank", bank.root] });
  expect(await get("search", { query: "invoice" })).toMatchObject({ total: 1 });
  expect(stderr()).toContain("storybank: skipped stories/broken.md:");
});
