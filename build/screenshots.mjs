// Makes the pictures of README and docs/page.md from the sample bank: npm run screenshots
import { spawn, spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fs from "fs-extra";
import { chromium } from "playwright-core";

const IMAGES = resolve("docs/images");
const POST = "2025-01-07-the-monolith-invoice";
const bank = fs.mkdtempSync(join(tmpdir(), "storybank-pictures-"));
const env = { PATH: process.env.PATH, STORYBANK_TODAY: "2025-01-05" };
const storybank = (...args) => [process.execPath, [resolve("bin/storybank.js"), ...args], { cwd: bank, env }];

function run(...args) {
  const { status, stderr } = spawnSync(...storybank(...args));
  if (status !== 0) throw new Error(`storybank ${args.join(" ")} ended with ${status}: ${stderr}`);
}

/** The sample bank with its week drafted, and a figure that somebody has rounded. */
function fillBank() {
  fs.copySync("tests/sample", bank);
  run("week", "1", "--fill");
  const post = join(bank, "posts", `${POST}.md`);
  fs.writeFileSync(post, fs.readFileSync(post, "utf8").replace("late: $1.2M", "late: $1.5M"));
}

/** Results that nobody ever had, so that there is something to draw. */
function inventResults() {
  const days = { tuesday: "Architecture Debate", wednesday: "Scaling Chronicles", sunday: "Personal Reflection" };
  const hooks = ["own", "price-tag", "scene"];
  for (let week = 3; week <= 9; week++)
    for (const [index, [day, series]] of Object.entries(days).entries()) {
      if (day === "sunday" && week > 5) continue;
      const date = new Date(Date.UTC(2025, 0, 6 + 7 * (week - 1) + [1, 2, 6][index])).toISOString().slice(0, 10);
      const reactions = 110 + ((week * 37 + index * 53) % 140) + (index === 2 ? 60 : 0);
      fs.writeFileSync(
        join(bank, "posts", `${date}.md`),
        `---\ntitle: Week ${week}, ${day}\nday: ${day}\ndate: ${date}\nseries: ${series}\nhook-template: ${hooks[(week + index) % 3]}\nstatus: published\ntargets:\n  engagement: 4-6%\nresults:\n  - ${date} impressions=4000 reactions=${reactions} comments=20\n---\nText.\n`,
      );
    }
}

fillBank();
const server = spawn(...storybank("serve", "--port", "0"));
const url = await new Promise((done) => server.stdout.once("data", (data) => done(data.toString().trim())));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
fs.ensureDirSync(IMAGES);

async function picture(name, path, { theme = "light", height = 620, prepare = async () => {} } = {}) {
  const page = await browser.newPage({ viewport: { width: 1200, height }, colorScheme: theme });
  await page.goto(url + path);
  await prepare(page);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  await page.close();
}

const whole = async (page) => {
  await page.getByText("Whole", { exact: true }).click();
  await page.locator(".figure", { hasText: "50+ developers" }).first().hover();
};
for (const theme of ["light", "dark"]) {
  await picture(`week-${theme}`, "week/1", { theme, height: 560 });
  await picture(`post-${theme}`, `posts/${POST}`, { theme, height: 980, prepare: whole });
}
await picture("hooks", "stories/the-monolith-invoice", {
  height: 760,
  prepare: (page) => page.locator(".lab").evaluate((lab) => lab.scrollIntoView()),
});
inventResults();
await picture("results", "stats", {
  height: 1000,
  prepare: async (page) => page.locator("#over-time > summary").click(),
});

await browser.close();
server.kill("SIGKILL");
fs.removeSync(bank);
