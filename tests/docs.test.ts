import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/commands.ts";
import { VERSION } from "../src/version.ts";
import { createBank, createSampleBank, PROJECT } from "./support/bank.ts";

const read = (path: string): string => readFileSync(join(PROJECT, path), "utf8");

test("the README's transcript is what the commands print", async () => {
  const readme = read("README.md");
  const transcript = /```console\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const commands = transcript.split("\n").flatMap((line) => /^\$ storybank (.+)$/.exec(line)?.[1] ?? []);
  expect(commands.length).toBeGreaterThan(1);
  const bank = createSampleBank();
  let played = "";
  for (const command of commands) {
    const { stdout, stderr } = await bank.run(command, { columns: 80, today: "2025-01-05" });
    expect(stderr).toBe("");
    played += `$ storybank ${command}\n${stdout}${command === commands.at(-1) ? "" : "\n"}`;
  }
  await expect(readme.replace(transcript, () => played)).toMatchFileSnapshot("../README.md");
});

test("docs/commands.md is what --help prints", async () => {
  const bank = createBank();
  let page = "# Commands\n\nThis page is what `storybank COMMAND --help` prints; a test keeps it so.\n";
  for (const { name } of COMMANDS) {
    const { stdout } = await bank.run([name, "--help"], { columns: 90 });
    page += `\n## ${name}\n\n\`\`\`text\n${stdout.trimEnd()}\n\`\`\`\n`;
  }
  const { stdout: rename } = await bank.run("tags rename --help", { columns: 90 });
  page += `\n## tags rename\n\n\`\`\`text\n${rename.trimEnd()}\n\`\`\`\n`;
  await expect(page).toMatchFileSnapshot("../docs/commands.md");
});

test("the version is the package's", () => {
  expect(JSON.parse(read("package.json")).version).toBe(VERSION);
});

test("every page the README links to is there", () => {
  for (const [, path] of read("README.md").matchAll(/\]\(([^)#:]+)\)/g)) expect(() => read(path ?? "")).not.toThrow();
});
