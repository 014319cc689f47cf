// Looks at the pages of `serve` in Chromium: how soon a week is painted, how soon a save is seen, what memory a thousand saves take.
// Usage: npm run bench:page [-- --stories 1000] [-- --saves 1000]
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fs from "fs-extra";
import { chromium } from "playwright-core";
import { makeBank } from "./make-bank.mjs";
import { median, PROJECT, temporaryFolder } from "./measure.mjs";

const { values: flags } = parseArgs({
  options: { stories: { type: "string", default: "1000" }, saves: { type: "string", default: "1000" } },
});
const RUNS = 15;
const root = temporaryFolder();
makeBank(root, Number(flags.stories));

const server = spawn(process.execPath, [join(PROJECT, "bin", "storybank.js"), "serve", "--port", "0"], { cwd: root });
process.on("exit", () => server.kill("SIGKILL"));
const started = performance.now();
const url = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(data.toString().trim())));
console.log(`serve says where it is after ${ms(performance.now() - started)}; ${flags.stories} stories`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
const page = await browser.newPage();

// What Chromium itself takes on this machine, for comparison.
const bare = createServer((_, response) => response.end("<!doctype html><title>x</title><p>A word.")).listen(
  0,
  "127.0.0.1",
);
await new Promise((resolve) => bare.once("listening", resolve));
const POST = `posts/${fs.readdirSync(join(root, "posts"))[2]?.slice(0, -3)}`;

console.log("\nfirst paint after the request, and the server's part of it");
for (const path of ["a bare page", "week/11", "stories/story-000050", POST, "stories", "stats"]) {
  const [paints, answers] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    await page.goto(path === "a bare page" ? `http://127.0.0.1:${bare.address().port}/` : url + path);
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
    );
    paints.push(await paint.jsonValue());
    answers.push(await page.evaluate(() => performance.getEntriesByType("navigation")[0]?.responseEnd ?? 0));
  }
  console.log(
    `  ${path.slice(0, 24).padEnd(24)} ${ms(median(paints))} (the first time ${ms(paints[0])}), of it the answer ${ms(median(answers))}`,
  );
}

const story = join(root, "stories", "story-000050.md");
const text = fs.readFileSync(story, "utf8");
const save = (n) => fs.writeFileSync(story, text.replace(/^title: .*$/m, `title: Saved ${n} times`));
await page.goto(`${url}stories/story-000050`);
const seen = [];
for (let n = 1; n <= RUNS; n++) {
  const at = performance.now();
  save(n);
  await page.getByRole("heading", { name: `Saved ${n} times`, exact: true }).waitFor();
  seen.push(performance.now() - at);
}
console.log(`\na save is seen after ${ms(median(seen))}, at the latest ${ms(Math.max(...seen))}`);

console.log("\nthe server's memory while a page follows the saves");
for (let n = 0; n <= Number(flags.saves); n++) {
  if (n % 100 === 0) {
    const status = fs.readFileSync(`/proc/${server.pid}/status`, "utf8");
    console.log(
      `  ${String(n).padStart(6)} saves ${(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024).toFixed(0)} MB`,
    );
  }
  save(RUNS + n);
  await page.getByRole("heading", { name: `Saved ${RUNS + n} times`, exact: true }).waitFor();
}
await browser.close();
process.exit();

function ms(time) {
  return `${time.toFixed(0)} ms`;
}
