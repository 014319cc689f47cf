import { resolve } from "node:path";
import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import { readGivenFile } from "../bank/given-file.ts";
import { wordReadProblem } from "../bank/read-problem.ts";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { importDocument } from "../jobs/import.ts";
import type { ImportOptions, ImportReport } from "../jobs/import-report.ts";
import { findNewNames } from "../jobs/names.ts";
import { renderImport, wordDocumentProblem } from "../render/imported.ts";
import { wordNewNames } from "../render/names.ts";
import { toJson, visible } from "../render/visible.ts";
import { choiceOption, weekOption } from "./options.ts";

interface ImportFlags {
  dryRun?: boolean;
  replace?: boolean;
  week?: string;
  as?: string;
  json?: boolean;
}

export function registerImport(program: Command, context: Context): void {
  program
    .command("import")
    .description("bring in week documents, finished posts, and LinkedIn's exports; encodings are repaired on the way")
    .argument("<files...>", "markdown files, LinkedIn's archive (zip), Shares.csv, analytics (xlsx)")
    .option("--dry-run", "say what would be made, and write nothing")
    .option("--replace", "where the bank differs, put the bank's file into the trash and take the document's")
    .option("-w, --week <week>", "the week of a document that does not say it")
    .option("--as <kind>", "post, or story: make stories of old posts, to tell them again")
    .option("--json", "print what became of each file as JSON")
    .action((files: string[], flags: ImportFlags) => runImport(context, files, flags));
}

async function runImport(context: Context, files: readonly string[], flags: ImportFlags): Promise<void> {
  const bank = context.openBank();
  const progress = context.startProgress("importing");
  const options: ImportOptions = {
    isDryRun: flags.dryRun === true,
    replaces: flags.replace === true,
    week: await weekOption(flags.week, bank, context),
    today: context.today,
    as: choiceOption("as", flags.as, ["post", "story"]) ?? "post",
    onProgress: progress.at,
  };
  const reports: ImportReport[] = [];
  for (const file of files) {
    try {
      const report = await importFile(context, bank, file, options).finally(progress.done);
      reports.push(report);
      if (flags.json !== true) context.out(renderImport(report, options, context.paint, context.columns));
    } catch (error) {
      if (!(error instanceof UserError) || files.length === 1) throw error;
      context.err(wordFailure(error));
      context.setExitCode(EXIT.findings);
    }
  }
  if (flags.json === true)
    context.out(toJson({ files: reports.map(({ problems: _, differences: __, wasNotUtf8: ___, ...shown }) => shown) }));
  context.err(
    notesOf(reports)
      .map((note) => `${note}\n`)
      .join(""),
  );
  if (!options.isDryRun) await sayNewNames(context, bank, reports);
  if (reports.some((report) => report.conflicts.length > 0)) context.setExitCode(EXIT.findings);
}

function wordFailure({ message, hint }: UserError): string {
  return `storybank: ${visible(message)}\n${hint === undefined ? "" : `${visible(hint)}\n`}`;
}

async function sayNewNames(context: Context, bank: Bank, reports: readonly ImportReport[]): Promise<void> {
  context.err(wordNewNames(await findNewNames(bank, new Set(reports.flatMap(pathsOf)))));
}

/** The files that an import has made. */
function pathsOf({ created, posts }: ImportReport): string[] {
  return [...created.map((id) => `stories/${id}.md`), ...posts.map((id) => `posts/${id}.md`)];
}

/** What could not be understood, and what was no UTF-8. */
function notesOf(reports: readonly ImportReport[]): string[] {
  const problems = reports.flatMap(({ file, problems: own }) =>
    own.map((problem) => `${visible(file)}:${problem.line}: ${visible(wordDocumentProblem(problem))}`),
  );
  const misread = reports
    .filter(({ wasNotUtf8 }) => wasNotUtf8)
    .map(({ file, encoding }) => `${visible(file)} is not UTF-8; it was read as ${encoding.from}.`);
  return [...problems, ...misread];
}

function importFile(context: Context, bank: Bank, file: string, options: ImportOptions): Promise<ImportReport> {
  const read = readGivenFile(resolve(context.cwd, file));
  if ("problem" in read)
    throw new UserError(`${file} was not imported: ${wordReadProblem(read.problem)}.`, {
      hint: "Give the path of a markdown file.",
    });
  return importDocument(bank, file, read.bytes, options);
}
