import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { COMMANDS } from "../src/commands.ts";
import { createBank, createSampleBank, PROJECT } from "./support/bank.ts";

const PATH = "skills/storybank/SKILL.md";
const skill = readFileSync(join(PROJECT, PATH), "utf8");
const pages = { [PATH]: skill, "docs/assistants.md": readFileSync(join(PROJECT, "docs/assistants.md"), "utf8") };

/** The command lines of a page: in its blocks of code, and between backticks. */
function linesOf(page: string): string[] {
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => block.trim().split("\n"));
  const inline = [...page.matchAll(/`(storybank [^`]+)`/g)].map(([, line = ""]) => line);
  return [...blocks, ...inline].map((line) => line.replace(/\s+#.*$/, "").trim());
}

describe("the skill for assistants with a shell", () => {
  test("is short, says when it is for, and is in the package", () => {
    expect(skill.split("\n").length).toBeLessThan(150);
    const head = parse(/^---\n([\s\S]*?)\n---\n/.exec(skill)?.[1] ?? "");
    expect(head).toEqual({ name: "storybank", description: expect.stringContaining("storybank.yaml") });
    expect(head.description.length).toBeLessThan(500);
    expect(JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")).files).toContain("skills");
  });

  test.each(Object.entries(pages).flatMap(([page, text]) => linesOf(text).map((line) => [page, line] as const)))(
    "%s: every command and flag is there: %s",
    async (_, line) => {
      const [, name = "", ...words] = line.split(/\s+/);
      expect(COMMANDS.map((entry) => entry.name)).toContain(name);
      const { stdout } = await createBank().run([name, "--help"], { columns: 100 });
      for (const flag of words.filter((word) => /^--\w/.test(word))) expect(stdout).toContain(`${flag.split("=")[0]} `);
    },
  );

  test("its way from a story to a silent check works as it is written", async () => {
    const bank = createSampleBank();
    const [story = ""] = (await bank.json<{ id: string }[]>("list --unused --week 1")).map(({ id }) => id);
    expect(await bank.json<unknown[]>(["hooks", story])).not.toEqual([]);
    expect(await bank.json<unknown[]>(["templates", story])).not.toEqual([]);
    const { path } = await bank.json<{ path: string }>(["draft", story]);
    const post = path.replace(/^posts\/|\.md$/g, "");
    const file = bank.read(path);
    expect(file).toContain("## Final Optimized Post");
    bank.write(path, file.replace("$800K in salaries", "$950K in salaries"));
    const check = ["check", post, "--strict", "--quiet", "--json"];
    const { code, stdout } = await bank.run(check);
    expect([code, JSON.parse(stdout)]).toMatchObject([1, [{ rule: "figure-not-in-story" }]]);
    bank.write(path, file);
    expect(await bank.run(check)).toEqual({ code: 0, stdout: "[]\n", stderr: "" });
    expect((await bank.json<{ statements: unknown[] }>(["trace", post])).statements).not.toEqual([]);
    const text = { stdin: "It cost $5.1M.\n" };
    expect(await bank.json<unknown[]>(["check", "--text", "-", "--story", story], text)).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: "figure-not-in-story" })]),
    );
  });

  test("the pages and folders it names are there", () => {
    expect(existsSync(join(PROJECT, "docs", "rules", "figure-not-in-story.md"))).toBe(true);
    expect(skill).toContain("docs/rules/RULE.md");
    expect(pages["docs/assistants.md"]).toContain(PATH);
  });
});
