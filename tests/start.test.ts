import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSampleBank, PROJECT, SAMPLE } from "./support/bank.ts";

interface Loaded {
  files: { name: string; refused: boolean | undefined }[];
  builtins: string[];
}

function loadedBy(args: readonly string[], program = PROJECT): Loaded {
  const preload = join(PROJECT, "tests", "support", "list-loaded.cjs");
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", preload, join(program, "bin", "storybank.js"), ...args],
    { cwd: SAMPLE, encoding: "utf8", env: { PATH: process.env["PATH"], STORYBANK_TODAY: "2025-01-05" } },
  );
  expect(status).toBe(0);
  return JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as Loaded;
}

/** The program as it is packed, in a folder of its own. */
function copyProgram(): string {
  const program = fs.mkdtempSync(join(tmpdir(), "storybank-start-"));
  onTestFinished(() => fs.removeSync(program));
  for (const part of ["bin", "dist", "templates"]) fs.copySync(join(PROJECT, part), join(program, part));
  return program;
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
    const program = copyProgram();
    const kept = fs
      .readdirSync(join(program, "dist"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".code"));
    expect(kept.length).toBeGreaterThan(10);
    for (const file of kept) fs.writeFileSync(join(program, "dist", file), "no code");
    expect(loadedBy(["list"], program).files.map(({ refused }) => refused)).toContain(true);
    for (const file of kept) fs.removeSync(join(program, "dist", file));
    expect(loadedBy(["list"], program).files.map(({ refused }) => refused)).not.toContain(false);
  });

  test("code that another V8 has compiled is refused, and nobody hears of it", () => {
    const program = copyProgram();
    const run = (...flags: string[]) =>
      spawnSync(process.execPath, [...flags, join(program, "bin", "storybank.js"), "list"], {
        cwd: SAMPLE,
        encoding: "utf8",
        env: { PATH: process.env["PATH"], STORYBANK_TODAY: "2025-01-05" },
      });
    const { status, stdout, stderr } = run();
    expect([status, stderr]).toEqual([0, ""]);
    const preload = join(PROJECT, "tests", "support", "list-loaded.cjs");
    // V8 takes no code that was compiled under other flags, just as it takes none of another version.
    const other = run("--no-lazy-feedback-allocation", "--require", preload);
    expect([other.status, other.stdout]).toEqual([status, stdout]);
    const { files } = JSON.parse(other.stderr) as Loaded;
    expect(files.map(({ refused }) => refused)).toEqual(files.map(() => true));
  });

  test.each([
    ["dist", "list", "dist/storybank.cjs of the program is missing."],
    ["dist/chunks/core.cjs", "list", "dist/chunks/core.cjs of the program is missing."],
    ["dist/chunks/serve.cjs", "serve", "dist/chunks/serve.cjs of the program is missing."],
    ["dist/page", "serve --port 0", "dist/page/page.css of the program can't be read: it is gone."],
    ["dist/page", "export --html site", "dist/page/page.css of the program can't be read: it is gone."],
  ])("without %s, %s says what to do", (part, line, sentence) => {
    const program = copyProgram();
    fs.removeSync(join(program, part));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(program, "bin", "storybank.js"), ...line.split(" ")],
      { cwd: createSampleBank().root, encoding: "utf8", env: { PATH: process.env["PATH"] }, timeout: 30_000 },
    );
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: "",
      stderr: `storybank: ${sentence}\nIn a clone, build it with npm ci; else install it again.\n`,
    });
  });
});
