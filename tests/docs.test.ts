import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/commands.ts";
import { VERSION } from "../src/version.ts";
import { createBank, createSampleBank, PROJECT, type TestBank } from "./support/bank.ts";

const read = (path: string): string => readFileSync(join(PROJECT, path), "utf8");

test("the README's transcripts are what the commands print", async () => {
  const readme = read("README.md");
  const transcripts = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].map(([, transcript = ""]) => transcript);
  expect(transcripts.length).toBeGreaterThan(1);
  const bank = createSampleBank();
  let played = readme;
  for (const transcript of transcripts) {
    const commands = transcript.split("\n").flatMap((line) => /^\$ (.+)$/.exec(line)?.[1] ?? []);
    let text = "";
    for (const command of commands) {
      const output = await play(bank, command);
      text += `$ ${command}\n${output}${output === "" || command === commands.at(-1) ? "" : "\n"}`;
    }
    played = played.replace(transcript, () => text);
  }
  await expect(played).toMatchFileSnapshot("../README.md");
});

/** Runs a line of a transcript: storybank's commands, and `sed` for what a person does in an editor. */
async function play(bank: TestBank, command: string): Promise<string> {
  const [, from, to, path] = /^sed -i 's\/(.+)\/(.+)\/' (\S+)$/.exec(command) ?? [];
  if (from !== undefined && to !== undefined && path !== undefined) {
    expect(bank.read(path)).toContain(from);
    bank.write(
      path,
      bank.read(path).replace(from, () => to),
    );
    return "";
  }
  expect(command).toMatch(/^storybank /);
  const { stdout, stderr } = await bank.run(command.slice("storybank ".length), { columns: 80, today: "2025-01-05" });
  expect(stderr).toBe("");
  return stdout;
}

test("docs/commands.md is what --help prints", async () => {
  const bank = createBank();
  let page = "# Commands\n\nThis page is what `storybank COMMAND --help` prints; a test keeps it so.\n";
  for (const { name } of COMMANDS.filter(({ isHidden }) => isHidden !== true)) {
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

test.each([
  "README.md",
  ...readdirSync(join(PROJECT, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
])("every page and picture that %s names is there", (page) => {
  const text = read(page);
  const linked = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)|(?:src|srcset)="([^":]+)"/g)].map(
    ([, a, b]) => a ?? b ?? "",
  );
  for (const path of linked) expect([path, existsSync(join(PROJECT, page, "..", path))]).toEqual([path, true]);
});
