import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, type Writable } from "node:stream";
import fs from "fs-extra";
import { onTestFinished } from "vitest";
import { type Bank, openBank } from "../../src/bank/bank.ts";
import { findBank, findBankAround } from "../../src/bank/find.ts";
import { type ReadProblem, wordReadProblem } from "../../src/bank/read-problem.ts";
import { runCli } from "../../src/cli.ts";
import type { Context, Prompts, TextOptions } from "../../src/context.ts";
import { UserError } from "../../src/errors.ts";
import { PLAIN } from "../../src/render/paint.ts";
import { fitText } from "../../src/render/wrap.ts";

export const PROJECT = join(import.meta.dirname, "..", "..");

/** What the build has made for the pages. */
export const ASSETS = join(PROJECT, "dist", "page");

/** The sample bank as it was committed; the one of the checkout is whatever its owner has made of it. */
export const SAMPLE = join(PROJECT, "tests", "sample");

interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

interface RunOptions {
  stdin?: string;
  today?: string;
  columns?: number;
  /** Answers for the prompts in their order; makes the run interactive. A function is given what there is to choose from. */
  answers?: readonly unknown[];
  /** Sees the questions that ask for a text, before they are answered. */
  onText?: (question: string, options: TextOptions) => void;
  /** Looks at what a list offers, and answers it or gives an Error that is thrown; makes the run interactive. */
  pick?: (choices: Parameters<Prompts["pick"]>[1]) => unknown;
  /** Collects what is put on the clipboard; without it there is none. */
  clipboard?: string[];
  /** What the editor does to a file: the new text, or an exit code. */
  editor?: (file: string) => number | Promise<number>;
  /** Collects the files that are opened on the desktop; without it there is none. */
  desktop?: string[];
  env?: Record<string, string>;
  /** Standard input and output, for commands that speak a protocol over them. */
  stdio?: { input: Readable; output: Writable };
}

export interface TestBank {
  root: string;
  run(command: string | readonly string[], options?: RunOptions): Promise<Result>;
  json<T = unknown>(command: string | readonly string[], options?: RunOptions): Promise<T>;
  read(path: string): string;
  write(path: string, content: string | Uint8Array): void;
  exists(path: string): boolean;
  files(folder?: string): string[];
}

/** Lays a bank out in a temporary folder; the folder goes when the test is done. */
export function createBank(files: Record<string, string | Uint8Array> = {}): TestBank {
  const root = mkdtempSync(join(tmpdir(), "storybank-test-"));
  onTestFinished(() => fs.removeSync(root));
  const bank: TestBank = {
    root,
    run: (command, options = {}) => runIn(root, typeof command === "string" ? splitWords(command) : command, options),
    async json(command, options) {
      const words = typeof command === "string" ? splitWords(command) : command;
      const { stdout, stderr } = await bank.run([...words, "--json"], options);
      if (stdout === "") throw new Error(`no JSON: ${stderr}`);
      return JSON.parse(stdout);
    },
    read: (path) => fs.readFileSync(join(root, path), "utf8"),
    write: (path, content) => fs.outputFileSync(join(root, path), content),
    exists: (path) => fs.existsSync(join(root, path)),
    files: (folder = "") =>
      (fs.readdirSync(join(root, folder), { recursive: true, withFileTypes: true }) as fs.Dirent[])
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort(),
  };
  const all = { "storybank.yaml": "version: 1\ncalendar:\n  start: 2025-01-06\n", ...files };
  for (const [path, content] of Object.entries(all)) bank.write(path, content);
  return bank;
}

/** Opens a bank with the templates of this checkout. */
export function openBankAt(root: string, onSkip: (path: string, problem: ReadProblem) => void = () => {}): Bank {
  return openBank({ root, packageDir: PROJECT }, onSkip);
}

/** A copy of the sample bank. */
export function createSampleBank(): TestBank {
  const bank = createBank();
  fs.copySync(SAMPLE, bank.root);
  return bank;
}

async function runIn(cwd: string, argv: readonly string[], options: RunOptions): Promise<Result> {
  const result: Result = { code: 0, stdout: "", stderr: "" };
  const prompts = scriptedPrompts([...(options.answers ?? [])], options);
  const context: Context = {
    out: (text) => {
      result.stdout += text;
    },
    say: (text) => context.out(fitText(text, context.columns)),
    err: (text) => {
      result.stderr += fitText(text, options.columns ?? Number.POSITIVE_INFINITY);
    },
    paint: PLAIN,
    columns: options.columns ?? Number.POSITIVE_INFINITY,
    isInteractive: [options.answers, options.editor, options.pick].some((each) => each !== undefined),
    today: options.today ?? "2025-01-05",
    env: options.env ?? {},
    cwd,
    assetsDir: ASSETS,
    docsDir: join(PROJECT, "docs"),
    readStdin: async () => options.stdin ?? "",
    prompts: async () => prompts,
    edit: async (file) => (options.editor === undefined ? 1 : options.editor(file)),
    copy: async (text) => {
      if (options.clipboard === undefined) throw new UserError("Nothing was copied: there is no clipboard.");
      options.clipboard.push(text);
    },
    openFile: async (file) => {
      options.desktop?.push(file);
      return options.desktop !== undefined;
    },
    browse: async () => false,
    startProgress: () => ({ at: () => {}, done: () => {} }),
    openBankAround: (file) => {
      const root = findBankAround(file);
      return root === null ? null : openBankAt(root);
    },
    openStdio: () => options.stdio ?? { input: Readable.from([]), output: new PassThrough() },
    openBank: () =>
      openBankAt(findBank({ flag: flagOf(argv), env: undefined, cwd }), (path, problem) => {
        result.stderr += `storybank: skipped ${path}: ${wordReadProblem(problem)}\n`;
      }),
    setExitCode: (code) => {
      result.code = code;
    },
  };
  await runCli(argv, context);
  return result;
}

function flagOf(argv: readonly string[]): string | undefined {
  const at = argv.indexOf("--bank");
  return at < 0 ? undefined : argv[at + 1];
}

/** Gives the scripted answers; an Error among them is thrown, as Ctrl-C would be. */
function scriptedPrompts(answers: unknown[], { onText, pick }: Pick<RunOptions, "onText" | "pick">): Prompts {
  const next = (): never => {
    if (answers.length === 0) throw new Error("a question was asked that the test has no answer for");
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer as never;
  };
  const nextOf = (choices: readonly unknown[]): never => {
    const answer: unknown = next();
    return (typeof answer === "function" ? answer(choices) : answer) as never;
  };
  return {
    text: async (question, asked = {}) => {
      onText?.(question, asked);
      return next();
    },
    confirm: async () => next(),
    key: async (question, choices) => {
      const answer: unknown = nextOf(choices);
      const chosen = choices.find(({ key }) => key === answer);
      if (chosen === undefined) throw new Error(`${question} has no key ${answer}`);
      return chosen.value;
    },
    choose: async (_, choices) => nextOf(choices),
    pick: async (question, choices, { other } = {}) => {
      if (pick !== undefined) answers.unshift(pick(choices));
      const answer = nextOf(choices);
      const offered = choices.find(({ value, name }) => value === answer || name === answer);
      if (offered !== undefined) return offered.value;
      if (other === undefined) throw new Error(`${question} does not offer ${answer}`);
      return answer;
    },
    tick: async (_, rows, preview) => nextOf([rows, preview]),
  };
}

/** Splits a command line at its spaces; words in double quotes stay together. */
function splitWords(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? "");
}
