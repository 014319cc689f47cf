import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ReadProblem, wordReadProblem } from "../../src/bank/read-problem.ts";
import { createBank, openBankAt } from "../support/bank.ts";

type Make = (path: string) => void;

const CASES: readonly [what: string, make: Make, problem: ReadProblem, remedy: string][] = [
  ["over 5 MB", (path) => writeFileSync(path, "x".repeat(5_000_001)), { code: "too-large" }, "Split it"],
  ["NUL bytes", (path) => writeFileSync(path, "abcd\0"), { code: "nul-bytes" }, "Mend it in an editor"],
  ["UTF-16", (path) => writeFileSync(path, "\uFEFFhello", "utf16le"), { code: "utf-16" }, "Mend it in an editor"],
  ["Latin-1", (path) => writeFileSync(path, "caf\u00e9", "latin1"), { code: "not-utf-8" }, "Mend it in an editor"],
  ["a link to nothing", (path) => symlinkSync("gone.md", path), { code: "link-to-nothing" }, "Move it out"],
  ["a link out of the bank", (path) => symlinkSync("/etc/hosts", path), { code: "link-out-of-bank" }, "Move it out"],
  [
    "an alias in its front matter",
    (path) => writeFileSync(path, "---\ntitle: *other\n---\n"),
    { code: "front-matter", detail: expect.any(String) as string },
    "Mend it in an editor",
  ],
];

describe("a file that can't be read", () => {
  test.each(CASES)("with %s says so by a code, and doctor goes by it", async (_, make, problem, remedy) => {
    const bank = createBank({ "stories/other.md": "---\ntitle: Other\n---\nText.\n" });
    make(join(bank.root, "stories/odd.md"));
    const skipped: [string, ReadProblem][] = [];
    await openBankAt(bank.root, (path, why) => skipped.push([path, why])).stories();
    expect(skipped).toEqual([["stories/odd.md", problem]]);
    const { code, stdout } = await bank.run("doctor");
    expect(code).toBe(1);
    const words = stdout.replace(/\s+/g, " ");
    expect(words).toContain(`stories/odd.md is skipped: ${wordReadProblem(skipped[0]?.[1] as ReadProblem)}.`);
    expect(words).toContain(remedy);
  });

  test("a folder with the name of a story is a folder, whatever its name says", async () => {
    const bank = createBank({ "stories/other.md": "Text.\n" });
    mkdirSync(join(bank.root, "stories/larger than permission.md"));
    const { stdout } = await bank.run("doctor");
    expect(stdout.replace(/\s+/g, " ")).toContain("it is a folder. Move it out of the bank");
  });

  test.skipIf(process.getuid?.() === 0)("without permission asks for it", async () => {
    const bank = createBank({ "stories/locked.md": "Text.\n" });
    chmodSync(join(bank.root, "stories/locked.md"), 0);
    const { stdout } = await bank.run("doctor");
    expect(stdout.replace(/\s+/g, " ")).toContain("Give yourself permission to read it");
  });
});
