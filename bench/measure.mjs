import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fs from "fs-extra";

export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The sample bank as it was committed. */
export const SAMPLE = join(PROJECT, "tests", "sample");
const PEAK = join(PROJECT, "bench", "peak.cjs");

/** A folder that goes when the process ends. */
export function temporaryFolder() {
  const folder = fs.mkdtempSync(join(tmpdir(), "storybank-bench-"));
  process.on("exit", () => fs.removeSync(folder));
  return folder;
}

/** Runs a program once. Returns its time in milliseconds; throws where it ends with a code that is not expected. */
function timeOnce({ command, cwd, exits = [0], env = {} }) {
  const [program, ...args] = command;
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, STORYBANK_DIR: "", NO_COLOR: "1", ...env },
  });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (!exits.includes(status))
    throw new Error(`${command.join(" ")} ended with ${status}: ${error?.message ?? stderr.toString().slice(0, 500)}`);
  return time;
}

const peaks = temporaryFolder();
const BARE = [process.execPath, "-e", "0"];

/** Times a program in turn with `node -e 0`: medians of so many runs in milliseconds, after one that is not counted. */
export function measure(subject, runs) {
  const [own, bare] = [[], []];
  for (let run = 0; run <= runs; run++) {
    subject.before?.(run);
    const [a, b] = [timeOnce({ command: BARE }), timeOnce(subject)];
    if (run === 0) continue;
    bare.push(a);
    own.push(b);
  }
  return { own: median(own), bare: median(bare) };
}

/** The most memory a program on Node ever held, in megabytes, of one further run; null for other programs. */
export function peakOf(subject) {
  if (subject.command[0] !== process.execPath) return null;
  const file = join(peaks, "peak");
  subject.before?.(-1);
  timeOnce({ ...subject, env: { ...subject.env, NODE_OPTIONS: `--require=${PEAK}`, BENCH_PEAK: file } });
  return fs.pathExistsSync(file) ? Number(fs.readFileSync(file, "utf8")) / 1024 : null;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
