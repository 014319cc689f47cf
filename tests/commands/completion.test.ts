import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { takesValue } from "../../src/commands/completion-cursor.ts";
import { kindOfArgument, kindOfOption } from "../../src/commands/completion-kinds.ts";
import { COMMANDS } from "../../src/commands.ts";
import type { Context } from "../../src/context.ts";
import { FILTERS } from "../../src/search/query.ts";
import { createBank, createSampleBank, type TestBank } from "../support/bank.ts";
import { BIN, ENV } from "../support/binary.ts";
import { NO_TERMINAL, startOnTerminal } from "../support/terminal.ts";

const POST = "2025-01-19-the-midnight-deployment";

/** What the words on the command line can become, without what is said of it. */
async function offered(bank: TestBank, words: readonly string[], shell = "zsh"): Promise<string[]> {
  const { code, stdout, stderr } = await bank.run(["__complete", shell, ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [line.startsWith("\t") ? line : (line.split("\t")[0] ?? "")]));
}

describe("the completer", () => {
  test("knows who has written something", async () => {
    const bank = createBank({
      "storybank.yaml": "version: 1\nauthor: Eve Sand\n",
      "stories/a.md": "---\nauthor: Ana Lind\n---\n",
      "posts/p.md": "---\nauthor: Ben Okri\n---\n",
    });
    expect(await offered(bank, ["list", "--author", ""])).toEqual(["Eve Sand", "Ana Lind", "Ben Okri"]);
    expect(await offered(bank, ["approve", "p", "--as", "b"])).toEqual(["Ben Okri"]);
    expect(await offered(bank, ["diff", "a", ""])).toEqual([]);
    expect(await offered(bank, ["log", ""])).toEqual(["a", "p"]);
  });

  test.each([
    ["dr", ["draft"]],
    ["help mar", ["mark"]],
    ["show the-m", ["the-monolith-invoice"]],
    ["SHOW the-m", []],
    ["show THE-M", ["the-monolith-invoice"]],
    ["show the-monolith-invoice ", []],
    ["ls --status ", ["unused", "drafted", "published"]],
    ["posts --status=", ["--status=draft", "--status=ready", "--status=scheduled", "--status=published"]],
    [`mark ${POST} s`, ["scheduled"]],
    ["render 2025-01-19", [POST]],
    ["check --quiet the-monolith", ["the-monolith-invoice"]],
    ["check 2025-01-19", [POST]],
    ["check the-monolith-invoice 2025-01-19", [POST]],
    ["draft --day t", ["tuesday", "thursday"]],
    ["draft -d t", ["tuesday", "thursday"]],
    ["draft the-monolith-invoice --hook pr", ["price-tag"]],
    ["draft --hook o", ["own", "one-sentence", "opening-line"]],
    ["draft --template c", ["career", "chronicle", "clock", "confession"]],
    ["draft --platform m", ["mastodon", "markdown"]],
    ["draft --text ", []],
    ["week t", ["this"]],
    ["list --week 1", ["1"]],
    ["add Title --series Arch", ["Architecture Debate"]],
    ["tag the-monolith-invoice cl", ["cloud-costs"]],
    ["tag the-monolith-invoice --remove cloud-costs ca", ["career"]],
    ["tags r", ["rename"]],
    ["tags rename clou", ["cloud-costs"]],
    ["tags rename cloud-costs ca", ["career"]],
    ["stats --by ", ["post", "series", "hook", "angle", "day", "week"]],
    ["list --sort c", ["created"]],
    ["check --format g", ["github"]],
    ["import --as ", ["post", "story"]],
    ["import ", ["\tfiles"]],
    ["import one.md ", ["\tfiles"]],
    ["add --from ", ["\tfiles"]],
    ["export --out=x", ["\tfiles"]],
    ["export --html ", ["\tfolders"]],
    ["init ", ["\tfolders"]],
    ["--bank ", ["\tfolders"]],
    ["list --bank ", ["\tfolders"]],
    ["--no-color list --sort t", ["title"]],
    ["completion z", ["zsh"]],
    ["edit the-monolith-invoice --set da", ["day="]],
    ["edit the-monolith-invoice --set day=t", ["day=tuesday", "day=thursday"]],
    ["edit the-monolith-invoice --set=day=t", ["--set=day=tuesday", "--set=day=thursday"]],
    ["search tag:clou", ["tag:cloud-costs"]],
    ["search invoice status:p", ["status:published"]],
    ["search -- kind:", ["kind:story", "kind:post"]],
    ["list --un", ["--unused"]],
    ["list --unused --un", []],
    ["list --tag a --ta", ["--tag"]],
    ["tags --format ", ["table", "name", "json"]],
    ["--ver", ["--version"]],
    ["nonsense ", []],
  ])("%s", async (line, values) => {
    expect(await offered(createSampleBank(), line.split(" "))).toEqual(values);
  });

  test("knows every filter of search", async () => {
    const filters = await offered(createSampleBank(), ["search", ""]);
    expect(filters).toEqual(FILTERS.map((filter) => `${filter}:`));
  });

  test("knows what lies in the trash, and what a value is", async () => {
    const bank = createSampleBank();
    await bank.run("rm the-transfer-request --force");
    expect((await bank.run(["__complete", "zsh", "restore", ""])).stdout).toBe("the-transfer-request\ta story\n");
    expect((await bank.run(["__complete", "fish", "show", "the-mon"])).stdout).toBe(
      "the-monolith-invoice\tThe Monolith Invoice\n",
    );
    expect((await bank.run(["__complete", "zsh", "week", "1"])).stdout).toBe("1\tTechnical Leadership Foundations\n");
  });

  test("escapes for bash what bash would read otherwise, and offers nothing that can't be typed", async () => {
    const bank = createBank({
      "stories/a.md": '---\ntitle: A\ntags: ["R&D costs", "$(reboot)", "über-uns"]\n---\nText.\n',
      "stories/b.md": '---\ntitle: B\ntags: ["odd\\u202etag"]\n---\nText.\n',
    });
    expect(await offered(bank, ["list", "--tag", ""], "bash")).toEqual([
      "\\$\\(reboot\\)",
      "R\\&D\\ costs",
      "über-uns",
    ]);
    expect(await offered(bank, ["list", "--tag", ""], "fish")).toEqual(["$(reboot)", "R&D costs", "über-uns"]);
  });

  test("is silent where there is no bank", async () => {
    expect(await createBank().run(["__complete", "bash", "--bank", "/nowhere", "show", ""])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
  });

  test("every argument, and every option with a value, says what it takes", async () => {
    const unsaid: string[] = [];
    const look = (command: Command): void => {
      for (const argument of command.registeredArguments)
        if (kindOfArgument(command, argument) === undefined) unsaid.push(`${command.name()} <${argument.name()}>`);
      for (const option of command.options.filter(takesValue))
        if (kindOfOption(command, option) === undefined) unsaid.push(`${command.name()} ${option.flags}`);
      for (const inner of command.commands) look(inner);
    };
    for (const { isHidden, load } of COMMANDS) {
      if (isHidden === true) continue;
      const program = new Command();
      (await load())(program, {} as Context);
      look(program);
    }
    // Say it in completion-kinds.ts: by the word in angle brackets, or for the command alone.
    expect(unsaid).toEqual([]);
  });
});

/** A home with a shell's start-up file, and the built program in the path. */
function dressShell(): { bank: TestBank; env: Record<string, string> } {
  const bank = createSampleBank();
  bank.write("stories/team.md", "---\ntitle: Team\ntags: [team lead]\n---\nText.\n");
  bank.write("week one.md", "# Week 1\n");
  const home = join(bank.root, "home");
  mkdirSync(join(home, "bin"), { recursive: true });
  writeFileSync(join(home, "bin", "storybank"), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(join(home, "bin", "storybank"), 0o755);
  writeFileSync(join(home, ".bashrc"), 'PS1="ready "\neval "$(storybank completion bash)"\n');
  writeFileSync(join(home, ".zshrc"), 'PS1="ready "\neval "$(storybank completion zsh)"\n');
  return {
    bank,
    env: { ...ENV, HOME: home, ZDOTDIR: home, PATH: `${join(home, "bin")}:${process.env["PATH"]}`, LC_ALL: "C.UTF-8" },
  };
}

const has = (shell: string): boolean => spawnSync(shell, ["-c", "true"], { stdio: "ignore" }).status === 0;

describe("the scripts in their shells", () => {
  test.for([
    ["bash", ["bash", "--rcfile", "home/.bashrc", "-i"]],
    ["zsh", ["zsh", "-i"]],
  ] as const)("%s completes on a terminal", async ([shell, words], { skip }) => {
    if (NO_TERMINAL !== null || !has(shell)) skip();
    const { bank, env } = dressShell();
    const terminal = startOnTerminal(bank.root, words, { columns: 120, env });
    await terminal.shows("ready");
    for (const [typed, shown] of [
      ["storybank dra\t", "draft"],
      ["storybank draft --hook=pri\t", "--hook=price-tag"],
      ["storybank edit the-mon\t", "the-monolith-invoice"],
      ["storybank edit the-monolith-invoice --set day=tu\t", "day=tuesday"],
      ['storybank list --tag "team\t', '"team lead"'],
      ["storybank search tag:clo\t", "tag:cloud-costs"],
      ["storybank import week\\ \t", "week\\ one.md"],
      [`storybank list --status ${shell === "bash" ? "\t\t" : "\t"}`, "unused"],
    ] as const) {
      terminal.type(typed);
      await terminal.shows(shown);
      terminal.type("\u0003");
      await terminal.shows("ready");
    }
  });

  test.for(["fish"])("%s completes", (shell, { skip }) => {
    if (!has(shell)) skip();
    const { bank, env } = dressShell();
    const complete = (line: string): string =>
      spawnSync(shell, ["-c", `storybank completion fish | source; complete -C '${line}'`], {
        cwd: bank.root,
        env,
        encoding: "utf8",
      }).stdout;
    expect(complete("storybank draft --hook pri")).toBe("price-tag\tmoney\n");
    expect(complete("storybank list --status=dr")).toBe("--status=drafted\n");
    expect(complete("storybank list --tag team")).toBe("team lead\t1 story\n");
    expect(complete("storybank import week")).toContain("week one.md");
    expect(complete("storybank list --bank hom")).toContain("home/");
  });
});
