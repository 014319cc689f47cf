// Runs the property tests again and again, each time with another seed, then kills writing commands two thousand times.
// Then it kills syncs, and has ten people share a bank.
// Usage: npm run fuzz [-- --minutes 5] [-- --seed N] [-- --kills 2000] [-- --syncs 2000]
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    seed: { type: "string" },
    kills: { type: "string", default: "2000" },
    syncs: { type: "string", default: "2000" },
  },
});
const files = readdirSync("tests", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts") && readFileSync(join("tests", file), "utf8").includes("fc.assert("))
  .map((file) => join("tests", file));

function run(what, env, tests) {
  console.log(what);
  const { status } = spawnSync("npx", ["vitest", "run", ...tests], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) {
    console.error(`\nFailed: ${what}`);
    process.exit(1);
  }
}

const end = Date.now() + Number(values.minutes) * 60_000;
do {
  const seed = values.seed ?? String(Math.floor(Math.random() * 2 ** 31));
  run(
    `npm run fuzz -- --seed ${seed}   (${files.length} files of property tests)`,
    { FUZZ_SEED: seed, SYNC_RUNS: "20" },
    files,
  );
} while (values.seed === undefined && Date.now() < end);
if (values.seed === undefined && Number(values.kills) > 0)
  run(`KILLS=${values.kills} npx vitest run tests/faults/kills.test.ts`, { KILLS: values.kills }, [
    "tests/faults/kills.test.ts",
  ]);
if (values.seed === undefined && Number(values.syncs) > 0)
  run(
    `SYNC_KILLS=100 SYNC_SOAK=${values.syncs} npx vitest run tests/faults/sync.test.ts`,
    { SYNC_KILLS: "100", SYNC_SOAK: values.syncs },
    ["tests/faults/sync.test.ts"],
  );
