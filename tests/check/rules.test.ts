import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RULES } from "../../src/check/rules.ts";
import { createBank, PROJECT } from "../support/bank.ts";

interface Finding {
  rule: string;
  level: string;
  file: string;
  line: number;
  message: string;
}

const FOLDER = join(PROJECT, "docs/rules");
const pages = readdirSync(FOLDER).map((file) => [file.slice(0, -3), readFileSync(join(FOLDER, file), "utf8")] as const);

/** The files that a section of a page lays out: fenced blocks whose info string names a path. */
function filesOf(page: string, heading: string): Record<string, string> {
  const section = page.split(`## ${heading}\n`)[1]?.split("## Not found\n")[0] ?? "";
  return Object.fromEntries(
    [...section.matchAll(/^(`{3,})(?:markdown|yaml) (\S+)\n([\s\S]*?)\n\1$/gm)].map(([, , path = "", text = ""]) => [
      path,
      `${text}\n`,
    ]),
  );
}

test("every rule has a page, a line in the index and its level there; every page has a rule", () => {
  expect(pages.map(([id]) => id).sort()).toEqual(RULES.map(({ id }) => id).sort());
  const index = readFileSync(join(PROJECT, "docs/rules.md"), "utf8");
  for (const { id, level, about } of RULES) {
    expect(index).toContain(`| [${id}](rules/${id}.md) | ${level} | ${about} |`);
    expect(pages.find(([name]) => name === id)?.[1]).toContain(`Level: ${level}.`);
  }
});

describe.each(pages)("%s", (id, page) => {
  test("finds the page's example", async () => {
    const files = filesOf(page, "Found");
    const bank = createBank(files);
    const { code } = await bank.run("check --json");
    const findings = (await bank.json<Finding[]>("check")).filter(({ rule }) => rule === id);
    expect(findings.length).toBeGreaterThan(0);
    for (const { file, line, level, message } of findings) {
      const lines = (files[file] ?? "").split("\n");
      expect(line).toBeGreaterThan(0);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(message).toMatch(/^\S.*[.)]$/s);
      expect(level).toBe(RULES.find((rule) => rule.id === id)?.level);
      if (level === "error") expect(code).toBe(1);
    }
  });

  test("leaves the counterexample alone", async () => {
    const bank = createBank(filesOf(page, "Not found"));
    expect((await bank.json<Finding[]>("check")).filter(({ rule }) => rule === id)).toEqual([]);
  });
});
