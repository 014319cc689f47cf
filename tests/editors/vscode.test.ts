import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import { beforeAll, describe, expect, test } from "vitest";
import { PROJECT } from "../support/bank.ts";
import { BIN } from "../support/binary.ts";
import { createPagerBank, POST } from "../support/editor-bank.ts";
import { requireWithVscode, standInForVscode } from "../support/vscode.ts";

const FOLDER = join(PROJECT, "editors", "vscode");
const bundles = fs.mkdtempSync(join(tmpdir(), "storybank-vscode-"));

interface Extension {
  activate(context: { subscriptions: object[] }): Promise<void>;
  deactivate(): Promise<void>;
}

beforeAll(() => {
  spawnSync(process.execPath, [join(PROJECT, "build", "vscode.mjs"), bundles], { stdio: "inherit" });
  return () => fs.removeSync(bundles);
});

/** A program that starts the server, since the setting is one word. */
function makeCommand(): string {
  const command = join(bundles, "storybank-here");
  fs.writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`, { mode: 0o755 });
  return command;
}

describe("the extension for VS Code, against a stand-in for the editor", () => {
  test("its manifest says what the editor asks for", () => {
    const manifest = fs.readJsonSync(join(FOLDER, "package.json"));
    const own = fs.readJsonSync(join(PROJECT, "package.json"));
    expect(manifest).toMatchObject({
      version: own.version,
      license: own.license,
      main: "./dist/extension.cjs",
      activationEvents: ["workspaceContains:**/storybank.yaml"],
      capabilities: { untrustedWorkspaces: { supported: false } },
    });
    // The API that is used is that of the oldest editor that is allowed.
    expect(manifest.engines.vscode).toBe(
      `^${fs.readJsonSync(join(PROJECT, "node_modules/@types/vscode/package.json")).version}`,
    );
    const [setting] = Object.entries<{ default: string; scope: string }>(manifest.contributes.configuration.properties);
    // A bank that one opens must not choose what is run.
    expect(setting).toEqual(["storybank.command", expect.objectContaining({ default: "storybank", scope: "machine" })]);
    expect(manifest.dependencies).toBeUndefined();
    for (const part of ["README.md", "dist/extension.cjs"].slice(0, 1))
      expect(fs.existsSync(join(FOLDER, part))).toBe(true);
  });

  test("activating starts the server, and what it finds is shown; deactivating ends it", async () => {
    const bank = createPagerBank();
    const standIn = standInForVscode({ command: makeCommand() });
    const { activate, deactivate } = requireWithVscode<Extension>(join(bundles, "extension.cjs"), standIn.api);
    const subscriptions: object[] = [];
    await activate({ subscriptions });
    expect(subscriptions).toHaveLength(1);
    expect(standIn.errors).toEqual([]);
    standIn.open(join(bank.root, "notes.md"), "Notes.\n");
    standIn.open(join(bank.root, POST), bank.read(POST));
    await expect.poll(() => standIn.diagnostics.get(join(bank.root, POST)), { timeout: 15_000 }).toBeDefined();
    const [first] = standIn.diagnostics.get(join(bank.root, POST)) ?? [];
    expect(first?.message).toMatch(/^\$2\.6M does not go back to the story/);
    expect(first?.range).toMatchObject({ start: { line: 14, character: 42 }, end: { line: 14, character: 47 } });
    expect([...standIn.diagnostics.keys()]).toEqual([join(bank.root, POST)]);
    await deactivate();
  }, 30_000);

  test("where there is no storybank it says what to do", async () => {
    const standIn = standInForVscode({ command: join(bundles, "nothing-here") });
    const { activate } = requireWithVscode<Extension>(join(bundles, "extension.cjs"), standIn.api);
    await activate({ subscriptions: [] });
    expect(standIn.errors.at(-1)).toMatch(
      /nothing-here lsp" can't be started \(.*\)\. Install storybank, or set storybank\.command to where it is\.$/,
    );
  });
});
