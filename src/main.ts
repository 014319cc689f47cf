import { join } from "node:path";
import { type Bank, openBank } from "./bank/bank.ts";
import { findBank, findBankAround } from "./bank/find.ts";
import { wordReadProblem } from "./bank/read-problem.ts";
import { runCli } from "./cli.ts";
import type { Context, Prompts } from "./context.ts";
import { EXIT, UserError } from "./errors.ts";
import { startProgress } from "./progress.ts";
import { loadPaint, PLAIN, wantsColor } from "./render/paint.ts";
import { visible } from "./render/visible.ts";
import { fitText } from "./render/wrap.ts";

const argv = process.argv.slice(2);
const packageDir = join(import.meta.dirname, "..");

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (| head) is no error; a full disk is.
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`storybank: the output could not be written (${error.code ?? error.message})\n`);
  process.exit(EXIT.findings);
});
process.stderr.on("error", () => {});
process.on("SIGINT", () => {
  // The terminal has written ^C; what comes next begins on a line of its own.
  if (process.stderr.isTTY === true) process.stderr.write("\n");
  process.exit(EXIT.cancelled);
});
process.on("SIGTERM", () => process.exit(143));

function today(): string {
  const set = process.env["STORYBANK_TODAY"];
  if (set === undefined || set === "") return localDate(new Date());
  const [year = 0, month = 0, day = 0] = set.split("-").map(Number);
  const date = new Date(year, month - 1, day);
  if (/^\d{4}-\d{2}-\d{2}$/.test(set) && localDate(date) === set) return set;
  throw new UserError(`STORYBANK_TODAY is "${set}", which is no date.`, { hint: "Write it as YYYY-MM-DD." });
}

function localDate(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0"))
    .join("-");
}

/** Infinity where there is no terminal: what is piped is neither broken nor cut. */
function columnsOf(stream: NodeJS.WriteStream): number {
  return stream.isTTY === true ? stream.columns || 80 : Number.POSITIVE_INFINITY;
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/** One keyboard for all questions of a run, since it keeps what is typed ahead. */
let prompts: Promise<Prompts> | undefined;

async function loadPrompts(context: Context): Promise<Prompts> {
  const { createPrompts } = await import("./prompts/prompts.ts");
  return createPrompts({
    input: process.stdin,
    output: process.stdout,
    paint: context.paint,
    env: context.env,
    isPlain: (await context.openBank().config()).prompts === "plain",
    onExit: (leave) => {
      process.on("exit", leave);
      return () => void process.off("exit", leave);
    },
    suspend:
      process.platform === "win32"
        ? undefined
        : (goOn) => {
            process.once("SIGCONT", goOn);
            // All of the job, such as the npx around us, or the shell would not take the terminal back.
            process.kill(0, "SIGTSTP");
          },
  });
}

async function main(): Promise<void> {
  const isTerminal = process.stdout.isTTY === true;
  const openBankAt = (root: string): Bank =>
    openBank({ root, packageDir }, (path, problem) =>
      context.err(`storybank: skipped ${visible(path)}: ${visible(wordReadProblem(problem))}\n`),
    );
  const context: Context = {
    out: (text) => void process.stdout.write(text),
    say: (text) => void process.stdout.write(fitText(text, columnsOf(process.stdout))),
    err: (text) => void process.stderr.write(fitText(text, columnsOf(process.stderr))),
    paint: wantsColor({ argv, env: process.env, isTerminal }) ? await loadPaint() : PLAIN,
    columns: columnsOf(process.stdout),
    isInteractive: isTerminal && process.stdin.isTTY === true,
    get today() {
      return today();
    },
    env: process.env,
    cwd: process.cwd(),
    assetsDir: join(packageDir, "dist", "page"),
    docsDir: join(packageDir, "docs"),
    readStdin,
    prompts: () => {
      prompts ??= loadPrompts(context);
      return prompts;
    },
    edit: async (file) =>
      (await import("./editor.ts")).runEditor(process.env["VISUAL"] || process.env["EDITOR"] || "vi", file),
    copy: async (text) => (await import("./clipboard.ts")).copyText(text),
    openFile: async (file) => {
      const { hasDesktop, openOnDesktop } = await import("./browser.ts");
      return hasDesktop(process.platform, process.env) && openOnDesktop(file);
    },
    browse: async (url) => (await import("./browser.ts")).openBrowser(url),
    startProgress: (what) =>
      startProgress(what, process.stderr.isTTY === true ? (text) => void process.stderr.write(text) : null, Date.now),
    openBank: () =>
      openBankAt(findBank({ flag: bankFlag(argv), env: process.env["STORYBANK_DIR"], cwd: process.cwd() })),
    openBankAround: (file) => {
      const root = findBankAround(file);
      return root === null ? null : openBankAt(root);
    },
    openStdio: () => ({ input: process.stdin, output: process.stdout }),
    setExitCode: (code) => {
      process.exitCode = code;
    },
  };
  await runCli(argv, context);
}

/** `--bank DIR` or `--bank=DIR`, anywhere before a `--`. */
function bankFlag(args: readonly string[]): string | undefined {
  const end = args.indexOf("--");
  const before = end < 0 ? args : args.slice(0, end);
  const at = before.findIndex((arg) => arg === "--bank" || arg.startsWith("--bank="));
  if (at < 0) return undefined;
  return before[at] === "--bank" ? before[at + 1] : before[at]?.slice("--bank=".length);
}

void main();
