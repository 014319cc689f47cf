import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fs from "fs-extra";
import { PROJECT } from "./measure.mjs";

/**
 * What somebody might use instead, each at the job it shares with storybank: list what a folder of stories holds, find a
 * word in it, or read all of it for what is wrong. `prepare` lays out what the program needs and returns its command. Each is only run where it is installed.
 */
export const RIVALS = [
  {
    name: "gray-matter and awaited reads",
    job: "list",
    isHere: () => true,
    prepare: (bank) => ({ command: [process.execPath, join(PROJECT, "bench", "naive.mjs"), bank, "1"] }),
  },
  {
    name: "ripgrep, the files of a week",
    job: "list",
    isHere: () => answers("rg", "--version"),
    prepare: (bank) => ({ command: ["rg", "-l", "^week: 1$", join(bank, "stories")] }),
  },
  {
    name: "ripgrep, a word",
    job: "search",
    isHere: () => answers("rg", "--version"),
    prepare: (bank) => ({ command: ["rg", "-i", "kestrel", join(bank, "stories"), join(bank, "posts")] }),
  },
  {
    name: "hugo list all",
    job: "list",
    isHere: () => answers("hugo", "version"),
    prepare(bank, folder) {
      fs.copySync(join(bank, "stories"), join(folder, "content"));
      fs.writeFileSync(join(folder, "config.toml"), 'baseURL = "https://example.org/"\n');
      return { command: ["hugo", "list", "all"], cwd: folder };
    },
  },
  {
    name: "eleventy --to=json",
    job: "list",
    isHere: () => answers("eleventy", "--version"),
    prepare(bank, folder) {
      fs.copySync(join(bank, "stories"), join(folder, "stories"));
      return { command: ["eleventy", "--input=stories", "--to=json", "--quiet"], cwd: folder };
    },
  },
  {
    name: "jrnl --short",
    job: "list",
    isHere: () => answers("jrnl", "--version"),
    prepare(bank, folder) {
      const entries = fs.readdirSync(join(bank, "stories")).map((name) => {
        const text = fs.readFileSync(join(bank, "stories", name), "utf8");
        return `[2025-01-02 09:00] ${/^title: (.*)$/m.exec(text)?.[1]}\n${text.slice(text.indexOf("---\n", 4) + 4)}\n`;
      });
      fs.outputFileSync(join(folder, "journal.txt"), entries.join("\n"));
      const config = join(folder, "jrnl.yaml");
      fs.writeFileSync(config, `journals:\n  default: ${join(folder, "journal.txt")}\nversion: v4.0\n`);
      return { command: ["jrnl", "--config-file", config, "--short", "-n", "100000"] };
    },
  },
  {
    name: "nb list",
    job: "list",
    isHere: () => answers("nb", "--version"),
    prepare(bank, folder) {
      fs.copySync(join(bank, "stories"), join(folder, "home"));
      const env = { NB_DIR: folder, NB_AUTO_SYNC: "0" };
      spawnSync("nb", ["home:index", "reconcile"], { env: { ...process.env, ...env } });
      return { command: ["nb", "home:list", "--limit", "100000"], env };
    },
  },
  {
    name: "write-good",
    job: "check",
    isHere: () => answers("write-good", "--version"),
    prepare(bank) {
      const files = fs.readdirSync(join(bank, "stories")).map((name) => join("stories", name));
      // It ends with the number of what it found, as far as a byte goes.
      return { command: ["write-good", ...files], cwd: bank, exits: Array.from({ length: 256 }, (_, code) => code) };
    },
  },
];

function answers(program, ...args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
