import { relative } from "node:path";
import { versions } from "node:process";
import { setFlagsFromString } from "node:v8";
import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import type { Finding } from "../check/finding.ts";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { checkBank } from "../jobs/check.ts";
import { countFindings, findingJson, renderAnnotations, renderFindings, wordFixes } from "../render/findings.ts";
import { toJson } from "../render/visible.ts";
import { fitText } from "../render/wrap.ts";
import { choiceOption } from "./options.ts";

interface CheckFlags {
  fix?: boolean;
  text?: string;
  story?: string;
  strict?: boolean;
  quiet?: boolean;
  format?: string;
  json?: boolean;
}

export function registerCheck(program: Command, context: Context): void {
  program
    .command("check")
    .description("find what is wrong with posts and stories before anybody reads them")
    .argument("[ids...]", "stories and posts; without any, the whole bank")
    .option("--fix", "put right what is certain, and say what was done")
    .option("--text <file>", "a text that is no post yet; - is standard input")
    .option("--story <story>", "the story that text tells")
    .option("--strict", "let warnings fail as errors do")
    .option("-q, --quiet", "leave advice out")
    .option("--format <format>", "table, json or github (annotations)")
    .option("--json", "short for --format json")
    .addHelpText(
      "after",
      "\nExits with 1 when there are errors. Rules: docs/rules.md; levels: check: in storybank.yaml.\n",
    )
    .action((ids: string[], flags: CheckFlags) => runCheck(context, ids, flags));
}

async function runCheck(context: Context, ids: readonly string[], flags: CheckFlags): Promise<void> {
  const format =
    flags.json === true ? "json" : (choiceOption("format", flags.format, ["table", "json", "github"]) ?? "table");
  const bank = context.openBank();
  const { found, folder, looked } =
    flags.text === undefined
      ? await lookAtBank(context, bank, ids, flags)
      : await lookAtText(context, bank, flags.text, ids, flags);
  const findings = found.filter(({ level }) => flags.quiet !== true || level !== "advice");
  if (fails(findings, flags.strict === true)) context.setExitCode(EXIT.findings);
  if (format === "json") context.out(toJson(findings.map(findingJson)));
  else if (format === "github") context.out(renderAnnotations(findings, folder));
  else if (findings.length === 0) context.say(`Nothing to find fault with in ${looked}.\n`);
  else
    context.out(
      `${await renderFindings(findings, context.paint, context.columns)}\n${fitText(`${countFindings(findings)}, of ${looked}.`, context.columns)}\n`,
    );
}

interface Looked {
  found: readonly Finding[];
  /** The folder that the findings' files are named from, as annotations need it. */
  folder: string;
  /** What was looked at, in words. */
  looked: string;
}

async function lookAtBank(context: Context, bank: Bank, ids: readonly string[], flags: CheckFlags): Promise<Looked> {
  if (flags.story !== undefined)
    throw new UserError("--story goes with --text.", { hint: "To check a story and its posts: storybank check STORY" });
  if (flags.fix === true) {
    const { fixBank } = await import("../jobs/fix.ts");
    context.err(wordFixes(await fixBank(bank, ids)));
  }
  const progress = context.startProgress("checking");
  optimizeLate();
  const report = await checkBank(bank, ids, progress.at).finally(progress.done);
  const looked = `${count(report.stories, "story", "stories")} and ${count(report.posts, "post", "posts")}`;
  return { found: report.findings, folder: folderOf(bank.root, context), looked };
}

/**
 * Compiling what runs for a second takes longer than it saves: V8 optimises nine times as late, which a bank of a thousand
 * stories gains by more than one of ten thousand loses (docs/benchmarks.md). Not before the code is loaded, which V8 takes compiled only with its own flags.
 */
function optimizeLate(): void {
  // The V8 of Node 22 and later has no such flag, and says so on stderr.
  if (versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=600000");
}

async function lookAtText(
  context: Context,
  bank: Bank,
  file: string,
  ids: readonly string[],
  flags: CheckFlags,
): Promise<Looked> {
  if (ids.length > 0 || flags.fix === true)
    throw new UserError(`--text can't go with ${ids.length > 0 ? "stories and posts" : "--fix"}.`, {
      hint: "It checks one text, which is no file of the bank, and changes nothing.",
    });
  const { readGivenText } = await import("./given-text.ts");
  const { checkText } = await import("../jobs/check-text.ts");
  const text = await readGivenText(context, file);
  const given = { file: file === "-" ? "standard input" : file, text, story: flags.story ?? null };
  const found = await checkText(bank, given);
  return { found, folder: folderOf(context.cwd, context), looked: "the text" };
}

function fails(findings: readonly Finding[], isStrict: boolean): boolean {
  return findings.some(({ level }) => level === "error" || (isStrict && level === "warning"));
}

/** Annotations name files from the root of the work tree that the job checked out. */
function folderOf(root: string, context: Context): string {
  const folder = relative(context.env["GITHUB_WORKSPACE"] || context.cwd, root);
  return folder.startsWith("..") ? "" : folder.replaceAll("\\", "/");
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
