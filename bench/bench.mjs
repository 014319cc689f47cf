// Times whole processes in turn with `node -e 0`, and prints medians, ratios and peak memory.
// Usage: npm run bench [-- --full] [-- --runs 15] [-- --only PATTERN]
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fs from "fs-extra";
import { makeBank, makeDocument, makeRewrittenBank, makeVault } from "./make-bank.mjs";
import { measure, PROJECT, peakOf, SAMPLE, temporaryFolder } from "./measure.mjs";
import { RIVALS } from "./rivals.mjs";

const { values: flags } = parseArgs({
  options: {
    full: { type: "boolean" },
    runs: { type: "string", default: "11" },
    only: { type: "string", default: "" },
  },
});
const runs = Number(flags.runs);
const folder = temporaryFolder();
const bankOf = (size) => join(folder, String(size));
const SIZES = flags.full ? [1000, 10_000, 100_000] : [1000, 10_000];
for (const size of SIZES) makeBank(bankOf(size), size);
fs.writeFileSync(join(folder, "week.md"), makeDocument(1000));
makeVault(join(folder, "vault"), 5000);
const rewritten = makeRewrittenBank(join(folder, "rewritten"), join(PROJECT, "tests", "truth"));

const storybank = (...args) => [process.execPath, join(PROJECT, "bin", "storybank.js"), ...args];
const fresh = join(folder, "fresh");

/** `bar` is the most that the design allows of the ratio to `node -e 0`; `runs` where one takes long. */
const CASES = [
  { name: "--version", command: storybank("--version"), cwd: SAMPLE, bar: 1.2 },
  { name: "--help", command: storybank("--help"), cwd: SAMPLE },
  { name: "list --week 1, 5 stories", command: storybank("list", "--week", "1"), cwd: SAMPLE, bar: 1.3 },
  ...sized("list --week 1", ["list", "--week", "1"], [1.6, 3.3, 20]),
  {
    ...sized("list --week 1, after an edit", ["list", "--week", "1"], [])[1],
    before: () => fs.appendFileSync(join(bankOf(10_000), "stories", "story-000001.md"), "Once more.\n"),
  },
  ...sized("list", ["list"], []),
  ...sized("search, a rare word", ["search", "kestrel"], [1.6, 2.8, 13]),
  ...sized("search, a word of every story", ["search", "services"], []),
  ...sized("tags", ["tags"], []),
  ...sized("show", ["show", "story-000500"], []),
  ...sized("week 1", ["week", "1"], []),
  ...sized("draft --dry-run", ["draft", "--day", "tuesday", "--week", "9", "--dry-run", "--replace"], [4]),
  ...sized("check", ["check", "--json"], [])
    .slice(0, 2)
    .map((each) => ({ ...each, exits: [0, 1], runs: 3 })),
  ...[rewritten.slice(0, 1), rewritten].map((posts) => ({
    name: `check, rewritten posts, ${posts.length}`,
    command: storybank("check", "--json", ...posts),
    cwd: join(folder, "rewritten"),
    exits: [0, 1],
    ...(posts.length === 1 ? { bar: 5 } : {}),
  })),
  {
    name: "import, a document of 1,000 stories",
    command: storybank("import", join(folder, "week.md")),
    cwd: fresh,
    runs: 3,
    before() {
      fs.emptyDirSync(fresh);
      fs.writeFileSync(join(fresh, "storybank.yaml"), "version: 1\n");
    },
  },
];

/** Reading, judging and comparing alone, and with writing: the first may cost 3 ms a note. */
for (const [name, flags] of [
  ["import, a folder of 5,000 notes, nothing written", ["--dry-run"]],
  ["import, a folder of 5,000 notes", ["--yes"]],
])
  CASES.push({
    name,
    command: storybank("import", join(folder, "vault"), ...flags),
    cwd: fresh,
    runs: 1,
    before() {
      fs.emptyDirSync(fresh);
      fs.writeFileSync(join(fresh, "storybank.yaml"), "version: 1\n");
    },
  });

/** A command at each size of bank. */
function sized(name, args, bars) {
  return SIZES.map((size, index) => ({
    name: `${name}, ${size.toLocaleString("en")}`,
    command: storybank(...args),
    cwd: bankOf(size),
    bar: bars[index],
    size,
    ...(size > 10_000 ? { runs: 3 } : {}),
  }));
}

console.log(
  `node ${process.version} on ${process.platform}-${process.arch}, ${cpus().length} × ${cpus()[0]?.model}; medians of ${runs} runs\n`,
);
printRow("command", "time", "node -e 0", "ratio", "bar", "memory");
const results = new Map();
for (const each of CASES.filter(({ name }) => name.includes(flags.only))) {
  const { own, bare } = measure(each, Math.min(runs, each.runs ?? runs));
  const memory = peakOf(each);
  results.set(each.name, { own, bare, memory, size: each.size });
  const ratio = own / bare;
  const verdict = each.bar === undefined ? "" : `${each.bar.toFixed(1)} ${ratio <= each.bar ? "ok" : "OVER"}`;
  printRow(each.name, ms(own), ms(bare), ratio.toFixed(2), verdict, memory === null ? "" : `${memory.toFixed(0)} MB`);
}

console.log("\nWhat each further story costs, from 1,000 to the largest bank");
for (const name of ["list --week 1", "search, a rare word", "search, a word of every story", "tags", "check"]) {
  const [small, large] = [1000, name === "check" ? 10_000 : SIZES.at(-1)].map((size) =>
    results.get(`${name}, ${size.toLocaleString("en")}`),
  );
  if (small === undefined || large === undefined) continue;
  const more = large.size - small.size;
  const time = ((large.own - large.bare - small.own + small.bare) / more) * 1000;
  const memory = ((large.memory - small.memory) / more) * 1024;
  console.log(`  ${name.padEnd(36)} ${`${time.toFixed(1)} µs`.padStart(10)} ${`${memory.toFixed(2)} KB`.padStart(10)}`);
}

const [one, all] = [1, rewritten.length].map((count) => results.get(`check, rewritten posts, ${count}`));
if (one !== undefined && all !== undefined)
  console.log(
    `  each further rewritten post             ${((all.own - one.own) / (rewritten.length - 1)).toFixed(1)} ms`,
  );

console.log("\nThe same files, the same job: 10,000 stories, or 1,000 to check");
const OWN = { list: "list --week 1, 10,000", search: "search, a rare word, 10,000", check: "check, 1,000" };
const missing = RIVALS.filter(({ isHere }) => !isHere());
for (const [index, { name, job, prepare }] of RIVALS.filter((rival) => !missing.includes(rival)).entries()) {
  if (!name.includes(flags.only) && job !== flags.only) continue;
  const own = results.get(OWN[job]);
  const bank = bankOf(job === "check" ? 1000 : 10_000);
  const rival = measure(prepare(bank, join(folder, `rival-${index}`)), 3);
  const times =
    own === undefined ? "" : `${(rival.own / rival.bare / (own.own / own.bare)).toFixed(2)} × storybank ${job}`;
  console.log(`  ${name.padEnd(36)} ${ms(rival.own).padStart(10)}  ${times}`);
}
if (missing.length > 0) console.log(`  not installed here: ${missing.map(({ name }) => name).join(", ")}`);

function printRow(name, time, bare, ratio, bar, memory) {
  console.log(
    name.padEnd(38),
    time.padStart(9),
    bare.padStart(10),
    ratio.padStart(7),
    bar.padStart(9),
    memory.padStart(9),
  );
}

function ms(time) {
  return `${time.toFixed(0)} ms`;
}
