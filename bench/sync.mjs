// Times `storybank sync` in turn with the plain git commands that do as much. The remote is a folder on this disk, then behind
// git's smart http and behind ssh on this machine, then as far away as a hosting site. A remote over ssh is left out where there
// is no sshd. Prints medians of user and system time together, children's included, of wall time, and their ratios.
// Usage: node bench/sync.mjs [--size 10000] [--runs 9]
import { spawn } from "node:child_process";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import fs from "fs-extra";
import { makeBank } from "./make-bank.mjs";
import { median, PROJECT, temporaryFolder } from "./measure.mjs";
import { startHttp, startSsh } from "./remotes.mjs";

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

// What an ssh to a hosting site takes before git can begin, without a network.
const HOST_MS = 400;
const host = join(folder, "ssh");
fs.writeFileSync(host, `#!/bin/sh\nsleep ${HOST_MS / 1000}\nshift\nexec sh -c "$*"\n`, { mode: 0o755 });

const http = await startHttp(folder);
const ssh = await startSsh(folder);
if (ssh === null) console.log("sshd is not installed, so that nothing is measured over ssh");

/** Where the remote is: what goes in front of its path, and what git is to know. */
const REMOTES = [
  { where: "a folder on this disk", front: folder, env: {} },
  { where: "http on this machine", ...http },
  ...(ssh === null ? [] : [{ where: "ssh on this machine", front: `${ssh.front}${folder}`, env: ssh.env }]),
  {
    where: `a host that answers after ${HOST_MS} ms`,
    front: `ssh://host${folder}`,
    env: { GIT_SSH_COMMAND: host, GIT_SSH_VARIANT: "simple" },
  },
];

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
async function makeClone(name) {
  const bank = join(folder, name);
  makeBank(bank, Number(flags.size));
  fs.writeFileSync(join(bank, ".gitignore"), ".storybank/\n");
  await run(
    folder,
    `git init -q --bare -b main ${name}.git && cd ${name} && git init -q -b main && git add . && git commit -qm x`,
  );
  await run(bank, `git remote add origin ../${name}.git && git push -q -u origin main`);
  return bank;
}

/** Runs a line of shell, and gives the seconds it and its children took. The server for http goes on meanwhile. */
async function run(cwd, line, more = {}) {
  const times = join(folder, "times");
  const start = performance.now();
  const child = spawn("bash", ["-c", `{ ${line}; } && times > ${times}`], { cwd, env: { ...env, ...more } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += part));
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0) throw new Error(`${line}: ${said}`);
  const wall = (performance.now() - start) / 1000;
  const seconds = (text) => text.split(" ").reduce((sum, time) => sum + Number(/m([\d.]+)s/.exec(time)?.[1] ?? 0), 0);
  const [own, children] = fs.readFileSync(times, "utf8").trim().split("\n").map(seconds);
  return { cpu: own + children, wall };
}

const [ours, plain] = [await makeClone("ours"), await makeClone("plain")];
for (const name of ["ours", "plain"]) await run(join(folder, `${name}.git`), "git config http.receivepack true");
for (const { where, front, env: more } of REMOTES)
  for (const { name, git, prepare } of CASES) {
    for (const bank of [ours, plain]) await run(bank, `git remote set-url origin ${front}/${basename(bank)}.git`);
    const times = { sync: [], git: [] };
    for (let round = 0; round <= Number(flags.runs); round++) {
      prepare(ours, `${name}, ${where} ${round}`);
      prepare(plain, `${name}, ${where} ${round}`);
      const [sync, other] = [await run(ours, SYNC, more), await run(plain, git, more)];
      // The first warms the disk's cache.
      if (round > 0) {
        times.sync.push(sync);
        times.git.push(other);
      }
    }
    const of = (kind, what) => median(times[kind].map((time) => time[what]));
    const row = (what) =>
      `${of("sync", what).toFixed(3)} s, git ${of("git", what).toFixed(3)} s, ratio ${(of("sync", what) / of("git", what)).toFixed(2)}`;
    console.log(
      `${name} in ${flags.size} stories, ${where}\n  user and system  ${row("cpu")}\n  wall             ${row("wall")}`,
    );
  }
process.exit();
