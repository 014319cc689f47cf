import { relative } from "node:path";
import type { Command } from "commander";
import type { Finding } from "../check/finding.ts";
import type { Context } from "../context.ts";
import { EXIT } from "../errors.ts";
import { checkBank } from "../jobs/check.ts";
import { countFindings, findingJson, renderAnnotations, renderFindings } from "../render/findings.ts";
import { toJson } from "../render/visible.ts";
import { fitText } from "../render/wrap.ts";
import { choiceOption } from "./options.ts";

interface CheckFlags {
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
  const progress = context.startProgress("checking");
  const report = await checkBank(bank, ids, progress.at).finally(progress.done);
  const findings = report.findings.filter(({ level }) => flags.quiet !== true || level !== "advice");
  if (fails(findings, flags.strict === true)) context.setExitCode(EXIT.findings);
  if (format === "json") context.out(toJson(findings.map(findingJson)));
  else if (format === "github") context.out(renderAnnotations(findings, folderOf(bank.root, context)));
  else {
    const looked = `${count(report.stories, "story", "stories")} and ${count(report.posts, "post", "posts")}`;
    if (findings.length === 0) context.say(`Nothing to find fault with in ${looked}.\n`);
    else
      context.out(
        `${await renderFindings(findings, context.paint, context.columns)}\n${fitText(`${countFindings(findings)}, of ${looked}.`, context.columns)}\n`,
      );
  }
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
