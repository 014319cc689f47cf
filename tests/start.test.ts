import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { PROJECT } from "./support/bank.ts";

interface Loaded {
  files: { name: string; refused: boolean | undefined }[];
  builtins: string[];
}

function loadedBy(args: readonly string[], program = PROJECT): Loaded {
  const preload = join(PROJECT, "tests", "support", "list-loaded.cjs");
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", preload, join(program, "bin", "storybank.js"), ...args],
    { cwd: PROJECT, encoding: "utf8", env: { PATH: process.env["PATH"], STORYBANK_TODAY: "2025-01-05" } },
  );
  expect(status).toBe(0);
  return JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as Loaded;
}

describe("starting", () => {
  test.each([["--version"], ["--help"], ["list"], ["list --week 1 --json"], ["tags"], ["search invoice"]])(
    "%s loads nothing heavy",
    (line) => {
      const { files, builtins } = loadedBy(line.split(" "));
      const hot = [
        "core.cjs",
        "rolldown-runtime.cjs",
        "storybank.cjs",
        ...(line.startsWith("search") ? ["search.cjs", "sections.cjs"] : []),
      ];
      expect(files.map(({ name }) => name).filter((name) => !hot.includes(name))).toEqual([]);
      expect(
        builtins.filter((name) =>
          /child_process|crypto|worker|http|readline|internal\/modules\/esm\/loader/.test(name),
        ),
      ).toEqual([]);
    },
  );

  test("a command that reads a story with care loads what it needs, and no more", () => {
    const names = loadedBy(["show", "the-monolith-invoice"]).files.map(({ name }) => name);
    expect(names.filter((name) => /liquid|prompts|clipboard|import|x-counting|article/.test(name))).toEqual([]);
  });

  test("takes the code that the build has kept compiled", () => {
    expect(loadedBy(["list"]).files.filter(({ refused }) => refused !== false)).toEqual([]);
  });

  test("compiles where that code is missing or damaged", () => {
    const program = mkdtempSync(join(tmpdir(), "storybank-start-"));
    onTestFinished(() => rmSync(program, { recursive: true, force: true }));
    for (const part of ["bin", "dist", "templates"])
      cpSync(join(PROJECT, part), join(program, part), { recursive: true });
    const kept = readdirSync(join(program, "dist"), { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".code"),
    );
    expect(kept.length).toBeGreaterThan(10);
    for (const file of kept) writeFileSync(join(program, "dist", file), "no code");
    expect(loadedBy(["list"], program).files.map(({ refused }) => refused)).toContain(true);
    for (const file of kept) rmSync(join(program, "dist", file));
    expect(loadedBy(["list"], program).files.map(({ refused }) => refused)).not.toContain(false);
  });
});
