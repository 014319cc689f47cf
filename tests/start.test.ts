import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fs from "fs-extra";
import { describe, expect, test } from "vitest";
import { createSampleBank, PROJECT, SAMPLE } from "./support/bank.ts";
import { BIN, copyProgram, ENV } from "./support/binary.ts";
import { createClones } from "./support/clones.ts";

interface Loaded {
  files: { name: string; refused: boolean | undefined }[];
  builtins: string[];
}

function loadedBy(args: readonly string[], program = PROJECT, cwd = SAMPLE, env: Record<string, string> = {}): Loaded {
  const preload = join(PROJECT, "tests", "support", "list-loaded.cjs");
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", preload, join(program, "bin", "storybank.js"), ...args],
    { cwd, encoding: "utf8", env: { PATH: process.env["PATH"], STORYBANK_TODAY: "2025-01-05", ...env } },
  );
  expect(status).toBe(0);
  return JSON.parse(stderr.trimEnd().split("\n").at(-1) ?? "") as Loaded;
}

/** Behind its magic number, the code names the V8 that has made it (SerializedCodeData in V8's code-serializer.h). */
function nameOtherV8(code: string): void {
  const bytes = fs.readFileSync(code);
  bytes.writeInt32LE(~bytes.readInt32LE(4), 4);
  fs.writeFileSync(code, bytes);
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

  test("what is loaded by all of them holds no words of languages", () => {
    for (const name of ["storybank.cjs", "chunks/core.cjs", "chunks/search.cjs", "chunks/sections.cjs"])
      expect(fs.readFileSync(join(PROJECT, "dist", name), "utf8"), name).not.toContain("gestern");
    expect(fs.readFileSync(join(PROJECT, "src", "language", "german.ts"), "utf8")).toContain("gestern");
  });

  test("a command that reads a story with care loads what it needs, and no more", () => {
    const names = loadedBy(["show", "the-monolith-invoice"]).files.map(({ name }) => name);
    expect(names.filter((name) => /liquid|prompts|clipboard|import|x-counting|article/.test(name))).toEqual([]);
  });

  test("a seed is noted without a word of any language", () => {
    const { root } = createSampleBank();
    const chunks = loadedBy(["--bank", root, "seed", "x"]).files.map(({ name }) => name);
    expect(chunks).toContain("seed.cjs");
    for (const name of chunks.filter((each) => fs.existsSync(join(PROJECT, "dist", "chunks", each))))
      expect(fs.readFileSync(join(PROJECT, "dist", "chunks", name), "utf8"), name).not.toContain("gestern");
  });

  test("a sync that finds nothing new loads no library, and nothing that merges", () => {
    const { Ana } = createClones(["Ana"]);
    const names = loadedBy(["sync"], PROJECT, Ana.root, Ana.env).files.map(({ name }) => name);
    expect(names.some((name) => /^sync\d*\.cjs$/.test(name))).toBe(true);
    expect(names.filter((name) => /rounds|simple|lib|merge|history/.test(name))).toEqual([]);
    const code = names.filter((name) => name !== "storybank.cjs").map((name) => join(PROJECT, "dist", "chunks", name));
    for (const file of code) expect(fs.readFileSync(file, "utf8"), file).not.toContain("allowUnsafe");
  });

  test("takes the code that the build has kept compiled", () => {
    expect(loadedBy(["list"]).files.filter(({ refused }) => refused !== false)).toEqual([]);
  });

  test.each<[string, (code: string) => void, boolean | undefined]>([
    ["is missing", (code) => fs.removeSync(code), undefined],
    ["is damaged", (code) => fs.writeFileSync(code, "no code"), true],
    ["is another V8's", nameOtherV8, true],
  ])("compiles, and says nothing of it, where that code %s", (_, change, refused) => {
    const program = copyProgram();
    const dist = join(program, "dist");
    const kept = fs.readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".code"));
    expect(kept.length).toBeGreaterThan(10);
    for (const file of kept) change(join(dist, file));
    const { files } = loadedBy(["list"], program);
    expect(files.map((file) => file.refused)).toEqual(files.map(() => refused));
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

  test.each([
    "render 2025-01-19-the-midnight-deployment --platform x",
    "check",
    "draft --day tuesday --dry-run",
    "week 1 --fill",
    "export --week 1",
    "export --html site",
    "export --ics",
    "export --csv",
    "doctor",
    "edit the-monolith-invoice --set hook=Grim",
  ])("%s uses nothing of Node that is deprecated", (line) => {
    const { status, stderr } = spawnSync(process.execPath, ["--pending-deprecation", BIN, ...line.split(" ")], {
      cwd: createSampleBank().root,
      encoding: "utf8",
      env: ENV,
    });
    expect([status, stderr]).toEqual([0, expect.not.stringContaining("DEP")]);
  });
});
