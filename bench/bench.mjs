// Times whole processes in turn with `node -e 0`, and prints medians and ratios. Usage: npm run bench [-- --runs 15]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBank } from "./make-bank.mjs";

const project = join(dirname(fileURLToPath(import.meta.url)), "..");
const bin = join(project, "bin", "storybank.js");
const runs = Number(process.argv[process.argv.indexOf("--runs") + 1]) || 15;
const folder = mkdtempSync(join(tmpdir(), "storybank-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** What the design asks of the ratio to `node -e 0`. */
const cases = [
  { name: "--version", args: ["--version"], bank: project, bar: 1.25 },
  { name: "list --week 1, the sample bank", args: ["list", "--week", "1"], bank: project, bar: 1.35 },
  { name: "list --week 1, 1,000 stories", args: ["list", "--week", "1"], stories: 1000, bar: 1.6 },
  { name: "list --week 1, 10,000 stories", args: ["list", "--week", "1"], stories: 10_000, bar: 3.6 },
  { name: "tags, 10,000 stories", args: ["tags"], stories: 10_000 },
  { name: "show, 1,000 stories", args: ["show", "story-000500"], stories: 1000 },
  {
    name: "draft --dry-run, 1,000 stories",
    args: ["draft", "--day", "tuesday", "--week", "9", "--dry-run", "--replace"],
    stories: 1000,
    bar: 4.5,
  },
  { name: "check, 1,000 stories, 100 posts", args: ["check", "--json"], stories: 1000, exits: [0, 1], runs: 3 },
];

function time(args, cwd, exits = [0]) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, STORYBANK_DIR: "", NO_COLOR: "1" },
  });
  if (!exits.includes(status)) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

for (const size of [1000, 10_000]) makeBank(join(folder, String(size)), size);
console.log(`node ${process.version}, ${runs} runs each, medians\n`);
console.log("command".padEnd(36), "time".padStart(9), "node -e 0".padStart(10), "ratio".padStart(7), "  bar");
for (const { name, args, bank, stories, bar, exits, runs: few } of cases) {
  const cwd = bank ?? join(folder, String(stories));
  const [own, bare] = [[], []];
  for (let run = 0; run < (few ?? runs) + 2; run++) {
    const [a, b] = [time(["-e", "0"], cwd), time([bin, ...args], cwd, exits)];
    if (run >= 2) {
      bare.push(a);
      own.push(b);
    }
  }
  const ratio = median(own) / median(bare);
  const verdict = bar === undefined ? "" : `  ${bar.toFixed(2)} ${ratio <= bar ? "ok" : "OVER"}`;
  console.log(
    name.padEnd(36),
    `${median(own).toFixed(0)} ms`.padStart(9),
    `${median(bare).toFixed(0)} ms`.padStart(10),
    ratio.toFixed(2).padStart(7),
    verdict,
  );
}
