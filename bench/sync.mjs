// Times `storybank sync` in turn with the plain git commands that do as much, on banks in a repository with a remote on this disk.
// Prints medians of user and system time together, children's included, of wall time, and their ratios.
// Usage: node bench/sync.mjs [--size 10000] [--runs 9]
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fs from "fs-extra";
import { makeBank } from "./make-bank.mjs";
import { PROJECT, temporaryFolder } from "./measure.mjs";

const { values: flags } = parseArgs({
  options: { size: { type: "string", default: "10000" }, runs: { type: "string", default: "9" } },
});
const folder = temporaryFolder();
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  ...Object.fromEntries(
    ["AUTHOR", "COMMITTER"].flatMap((who) => [
      [`GIT_${who}_NAME`, "Ana"],
      [`GIT_${who}_EMAIL`, "ana@example.com"],
    ]),
  ),
};

const SYNC = `"${process.execPath}" "${join(PROJECT, "bin", "storybank.js")}" sync`;
const CASES = [
  { name: "nothing is new", git: "git fetch && git status", prepare: () => {} },
  {
    name: "a hundred changed files",
    git: "git add stories && git commit -m x && git fetch && git merge && git push",
    prepare: (bank, round) => {
      for (let story = 1; story <= 100; story++)
        fs.appendFileSync(
          join(bank, "stories", `story-${String(story).padStart(6, "0")}.md`),
          `Once more, ${round}.\n`,
        );
    },
  },
];

/** A bank in a clone of a repository of its own. */
function makeClone(name) {
  const bank = join(folder, name);
  makeBank(bank, Number(flags.size));
  fs.writeFileSync(join(bank, ".gitignore"), ".storybank/\n");
  run(
    folder,
    `git init -q --bare -b main ${name}.git && cd ${name} && git init -q -b main && git add . && git commit -qm x`,
  );
  run(bank, `git remote add origin ../${name}.git && git push -q -u origin main`);
  return bank;
}

/** Runs a line of shell, and gives the seconds it and its children took. */
function run(cwd, line) {
  const times = join(folder, "times");
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync("bash", ["-c", `{ ${line}; } && times > ${times}`], {
    cwd,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${line}: ${stdout}${stderr}`);
  const wall = (performance.now() - start) / 1000;
  const seconds = (text) => text.split(" ").reduce((sum, time) => sum + Number(/m([\d.]+)s/.exec(time)?.[1] ?? 0), 0);
  const [own, children] = fs.readFileSync(times, "utf8").trim().split("\n").map(seconds);
  return { cpu: own + children, wall };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const [ours, plain] = [makeClone("ours"), makeClone("plain")];
for (const { name, git, prepare } of CASES) {
  const times = { sync: [], git: [] };
  for (let round = 0; round <= Number(flags.runs); round++) {
    prepare(ours, `${name} ${round}`);
    prepare(plain, `${name} ${round}`);
    const [sync, other] = [run(ours, SYNC), run(plain, git)];
    // The first warms the disk's cache.
    if (round > 0) {
      times.sync.push(sync);
      times.git.push(other);
    }
  }
  const of = (kind, what) => median(times[kind].map((time) => time[what]));
  const row = (what) =>
    `${of("sync", what).toFixed(3)} s, git ${of("git", what).toFixed(3)} s, ratio ${(of("sync", what) / of("git", what)).toFixed(2)}`;
  console.log(`${name} of ${flags.size} stories\n  user and system  ${row("cpu")}\n  wall             ${row("wall")}`);
}
