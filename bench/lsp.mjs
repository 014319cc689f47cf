// Types into a post of 3,000 characters over the protocol, and tells how long after the debounce its findings come.
// Usage: npm run bench:lsp [-- --stories 10000] [-- --keys 60]
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import fs from "fs-extra";
import { createProtocolConnection } from "vscode-languageserver-protocol/node";
import { makeBank } from "./make-bank.mjs";
import { median, PROJECT, temporaryFolder } from "./measure.mjs";

/** As in src/lsp/diagnostics.ts. */
const DEBOUNCE_MS = 150;
const BAR_MS = 50;

const { values: flags } = parseArgs({
  options: { stories: { type: "string", default: "" }, keys: { type: "string", default: "60" } },
});
const sizes = flags.stories === "" ? [5, 1000, 10_000] : [Number(flags.stories)];
console.log(`node ${process.version}; after the debounce of ${DEBOUNCE_MS} ms, in milliseconds`);
console.log("stories   first  median slowest     cpu  right after a save");
let isSlow = false;
for (const stories of sizes) {
  const { first, keys, cpu, saved } = await typeInto(stories, Number(flags.keys));
  const row = [
    stories.toLocaleString("en").padStart(7),
    ...[first, median(keys), Math.max(...keys), cpu, saved].map((each) => each.toFixed(1).padStart(7)),
  ];
  console.log(row.join(" "));
  isSlow ||= cpu > BAR_MS;
}
if (isSlow) {
  console.log(`The bar is ${BAR_MS} ms.`);
  process.exitCode = 1;
}

/** A post of 3,000 characters that tells a story in its own words and in others, with figures that are right and wrong. */
function postOf(story) {
  const lines = story
    .split("---\n")
    .at(-1)
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("**"));
  let text = "";
  for (let n = 0; text.length < 3000; n++) {
    const words = lines[n % lines.length].replace(/^- /, "").split(" ");
    text += `${n % 3 === 0 ? words.join(" ") : `It cost ${n + 11} of us ${n}% of $${n * 3}K when ${words.slice(n % 4, (n % 4) + 18).join(" ")}`}\n\n`;
  }
  return text.slice(0, 3000);
}

/** The processor time that a process has taken, in milliseconds; the machine may have other things to do. */
function cpuOf(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function typeInto(stories, count) {
  const root = join(temporaryFolder(), "bank");
  makeBank(root, stories);
  const id = `story-${String(Math.floor(stories / 2)).padStart(6, "0")}`;
  const path = join(root, "posts", "open.md");
  const head = `---\ntitle: Open\nstory: ${id}\nday: tuesday\nplatform: linkedin\nhook: Nobody knew why.\n---\n`;
  let text = `${head}## Final Optimized Post\n\n${postOf(fs.readFileSync(join(root, "stories", `${id}.md`), "utf8"))}\n`;
  fs.writeFileSync(path, text);
  const child = spawn(process.execPath, [join(PROJECT, "bin", "storybank.js"), "lsp"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(child.stdout, child.stdin);
  let hear = () => {};
  connection.onNotification("textDocument/publishDiagnostics", ({ version }) => hear(version));
  connection.listen();
  const uri = pathToFileURL(path).href;
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
  /** Resolves to the milliseconds until the findings of a version are there. */
  const found = (wanted, start = performance.now()) =>
    new Promise((resolve) => {
      hear = (version) => version === wanted && resolve(performance.now() - start);
    });
  const opened = found(1);
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text },
  });
  const first = await opened;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  let version = 1;
  const type = async (letter) => {
    const lines = text.split("\n");
    const position = { line: lines.length - 2, character: lines.at(-2).length };
    text = `${text.slice(0, -1)}${letter}\n`;
    version++;
    const seen = found(version);
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: letter }],
    });
    return (await seen) - DEBOUNCE_MS;
  };
  const keys = [];
  const spent = cpuOf(child.pid);
  const typed = " We paid $2.4M for it, and 17 people left. ".split("");
  for (let n = 0; n < count; n++) keys.push(await type(typed[n % typed.length]));
  const cpu = (cpuOf(child.pid) - spent) / count;
  fs.writeFileSync(path, text);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const saved = await type("!");
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  await new Promise((resolve) => child.on("exit", resolve));
  connection.dispose();
  return { first, keys, cpu, saved };
}
