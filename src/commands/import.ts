import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import type { Context } from "../context.ts";
import { EXIT, UserError } from "../errors.ts";
import { addTwins, carryOut, type ImportPlan, isGuess, planImport, startRun } from "../jobs/import.ts";
import type { ImportOptions, ImportReport } from "../jobs/import-report.ts";
import { isTrouble } from "../jobs/incoming.ts";
import { findNewNames } from "../jobs/names.ts";
import { importToJson } from "../render/import-json.ts";
import { renderDryEnd, renderOutcome, renderPlan, wordNew } from "../render/import-plan.ts";
import { renderImport, wordDocumentProblem } from "../render/imported.ts";
import { wordNewNames } from "../render/names.ts";
import { visible } from "../render/visible.ts";
import { choiceOption, weekOption } from "./options.ts";

interface ImportFlags {
  dryRun?: boolean;
  replace?: boolean;
  yes?: boolean;
  week?: string;
  as?: string;
  json?: boolean;
}

export function registerImport(program: Command, context: Context): void {
  program
    .command("import")
    .description("bring in notes, folders and documents, week documents, finished posts, and LinkedIn's exports")
    .argument(
      "<files...>",
      "folders, zips, markdown, text, HTML and Word files, LinkedIn's exports; - is standard input",
    )
    .option("--dry-run", "say what would be made and why, and write nothing")
    .option("-y, --yes", "bring in what a folder, zip or note holds without asking")
    .option("--replace", "where the bank differs, put the bank's file into the trash and take the document's")
    .option("-w, --week <week>", "the week of a document that does not say it")
    .option("--as <kind>", "story or post: what notes become, and old posts, to tell them again")
    .option("--json", "print what became of each file as JSON")
    .action((files: string[], flags: ImportFlags) => runImport(context, files, flags));
}

async function runImport(context: Context, names: readonly string[], flags: ImportFlags): Promise<void> {
  const bank = context.openBank();
  const options: ImportOptions = {
    isDryRun: flags.dryRun === true,
    replaces: flags.replace === true,
    week: await weekOption(flags.week, bank, context),
    today: context.today,
    as: choiceOption("as", flags.as, ["post", "story"]),
  };
  const plans = await each(context, names, (name) => plan(context, bank, name, options));
  if (!(await isAgreed(context, bank, plans, options, flags))) return;
  const run = startRun();
  const done = await each(context, plans, async (own) => ({
    own,
    reports: await carry(context, bank, own, run, options),
  }));
  await addTwins(bank, run);
  const reports = done.flatMap((each) => each.reports);
  if (flags.json === true) context.out(importToJson(reports));
  else for (const { own, reports: these } of done) context.out(renderDone(context, own, these, options));
  context.err(notesOf(reports));
  if (!options.isDryRun) context.err(wordNewNames(await findNewNames(bank, new Set(reports.flatMap(pathsOf)))));
  if (!options.isDryRun && flags.json !== true && flags.yes !== true)
    await offerMissingTags(context, bank, new Set(reports.flatMap(({ created }) => created)));
  const isPartial = reports.some(({ conflicts, why }) => conflicts.length > 0 || (why !== null && isTrouble(why)));
  if (isPartial) context.setExitCode(EXIT.findings);
}

/** On a terminal, tags are offered for the stories that came in without any. */
async function offerMissingTags(context: Context, bank: Bank, created: ReadonlySet<string>): Promise<void> {
  if (!context.isInteractive || created.size === 0) return;
  const heads = (await bank.stories()).filter(({ id, tags }) => created.has(id) && tags.length === 0);
  if (heads.length === 0) return;
  const [those, prompts] = [heads.length === 1 ? "One story" : `${heads.length} stories`, await context.prompts()];
  if (!(await prompts.confirm(`${those} came in without tags. Look at suggestions?`, true))) return;
  await (await import("./offer-tags.ts")).offerTags(context, bank, heads);
}

/** Goes through what was named; where it is more than one, what can't be done is said, and the others go on. */
async function each<Item, Made>(
  context: Context,
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    try {
      made.push(await make(item));
    } catch (error) {
      if (!(error instanceof UserError) || items.length === 1) throw error;
      context.err(wordFailure(error));
      context.setExitCode(EXIT.findings);
    }
  }
  return made;
}

async function plan(context: Context, bank: Bank, name: string, options: ImportOptions): Promise<ImportPlan> {
  const progress = context.startProgress("reading");
  const given = { cwd: context.cwd, stdin: () => context.readStdin() };
  return planImport(bank, name, given, { ...options, onProgress: progress.at }).finally(progress.done);
}

async function carry(
  context: Context,
  bank: Bank,
  own: ImportPlan,
  run: ReturnType<typeof startRun>,
  options: ImportOptions,
): Promise<ImportReport[]> {
  const progress = context.startProgress(options.isDryRun ? "comparing" : "importing");
  return carryOut(bank, own, run, { ...options, onProgress: progress.at }).finally(progress.done);
}

/** Says what would come in of folders, zips and notes, and asks; without a terminal folders and zips need --yes. */
async function isAgreed(
  context: Context,
  bank: Bank,
  plans: readonly ImportPlan[],
  options: ImportOptions,
  flags: ImportFlags,
): Promise<boolean> {
  const guesses = plans.filter(isGuess);
  const many = guesses.find(({ isMany }) => isMany);
  if (guesses.length === 0 || options.isDryRun || (flags.json === true && flags.yes === true)) return true;
  const run = startRun();
  const seen: ImportReport[] = [];
  for (const own of guesses) {
    const reports = await carry(context, bank, own, run, { ...options, isDryRun: true });
    if (flags.json !== true) context.out(renderPlan(own, reports, context.paint, context.columns));
    seen.push(...reports);
  }
  const news = wordNew(seen);
  if (flags.yes === true || news === null) return true;
  if (context.isInteractive && flags.json !== true) {
    if (await (await context.prompts()).confirm(`Bring in ${news}?`, true)) return true;
    context.say("Nothing was written.\n");
    return false;
  }
  if (many === undefined) return true;
  throw new UserError(`Nothing was written: ${news} would come in, and there is no terminal to ask on.`, {
    hint: `To bring them in: storybank import ${visible(many.name)} --yes`,
  });
}

function renderDone(
  { paint, columns }: Context,
  own: ImportPlan,
  reports: readonly ImportReport[],
  options: Pick<ImportOptions, "isDryRun">,
): string {
  if (!isGuess(own)) return reports.map((report) => renderImport(report, options, paint, columns)).join("");
  if (options.isDryRun) return renderPlan(own, reports, paint, columns) + renderDryEnd(reports, paint, columns);
  return renderOutcome(reports, paint, columns);
}

function wordFailure({ message, hint }: UserError): string {
  return `storybank: ${visible(message)}\n${hint === undefined ? "" : `${visible(hint)}\n`}`;
}

/** The files that an import has made. */
function pathsOf({ created, posts }: ImportReport): string[] {
  return [...created.map((id) => `stories/${id}.md`), ...posts.map((id) => `posts/${id}.md`)];
}

/** What could not be understood, and what was no UTF-8. */
function notesOf(reports: readonly ImportReport[]): string {
  const problems = reports.flatMap(({ file, problems: own }) =>
    own.map((problem) => `${visible(file)}:${problem.line}: ${visible(wordDocumentProblem(problem))}`),
  );
  const misread = reports
    .filter(({ wasNotUtf8 }) => wasNotUtf8)
    .map(({ file, encoding }) => `${visible(file)} is not UTF-8; it was read as ${encoding.from}.`);
  return [...problems, ...misread].map((note) => `${note}\n`).join("");
}
