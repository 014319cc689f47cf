import { resolve } from "node:path";
import type { Bank } from "../bank/bank.ts";
import { UserError } from "../errors.ts";
import { POST_HEADING } from "../post/sections.ts";
import { findTwins } from "../story/twins.ts";
import { tellings } from "./add.ts";
import { type Gathered, gatherFiles } from "./gather.ts";
import { importLinkedIn } from "./import-linkedin.ts";
import { indexStories, type KnownStories, type MadeStory, putNotes } from "./import-notes.ts";
import { importPost } from "./import-post.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { importWeek } from "./import-week.ts";
import { type JudgedFile, readIncoming } from "./read-incoming.ts";
import { refuseNamed } from "./refuse-named.ts";

/** What was named, read and judged, with nothing written. */
export interface ImportPlan {
  name: string;
  /** A folder, or a zip of notes. */
  isMany: boolean;
  files: readonly JudgedFile[];
}

/** Between two files Ctrl-C may come through: what is written is whole. */
const BETWEEN_PAUSES = 20;

/**
 * Reads what was named on the command line, and judges each file of it. `-` is `stdin`.
 *
 * @throws UserError for a file that can't come in and was named itself, for a folder of the bank, and for a zip that is a bomb.
 */
export async function planImport(
  bank: Bank,
  name: string,
  { cwd, stdin }: { cwd: string; stdin: () => Promise<string> },
  options: ImportOptions,
): Promise<ImportPlan> {
  const gathered = name === "-" ? await gatherStdin(stdin) : gatherFiles(name, resolve(cwd, name), bank.root);
  const files: JudgedFile[] = [];
  for (const [index, incoming] of gathered.files.entries()) {
    if (gathered.isMany) options.onProgress?.(index + 1, gathered.files.length);
    if (index % BETWEEN_PAUSES === BETWEEN_PAUSES - 1) await pause();
    files.push(await readIncoming(incoming, options.as));
  }
  const [only] = files;
  if (!gathered.isMany && only?.what.kind === "none") throw refuseNamed(only.incoming.file, only.what.why);
  if (files.length === 0)
    throw new UserError(`There is nothing to import in ${name}.`, {
      hint: "The bank's own folders are in the bank already; of others, markdown, text, HTML and Word files come in.",
    });
  return { name, isMany: gathered.isMany, files };
}

async function gatherStdin(stdin: () => Promise<string>): Promise<Gathered> {
  const bytes = Buffer.from(await stdin());
  const file = "standard input";
  return { name: "-", isMany: false, files: [{ file, source: null, isNamed: true, read: () => bytes }] };
}

/** Whether what a plan would write was judged from its words alone, so that somebody should see it first. */
export function isGuess({ isMany, files }: ImportPlan): boolean {
  return isMany || files.some(({ what }) => what.kind === "story" || what.kind === "note-as-post");
}

/** One import, over all that was named: what it knows of the bank's stories, and what it has made. */
export interface ImportRun {
  known: KnownStories | null;
  made: { story: MadeStory; report: ImportReport }[];
}

export function startRun(): ImportRun {
  return { known: null, made: [] };
}

/** Makes what a plan says: creates files, and compares those that are there. With `isDryRun` it only says what it would make. */
export async function carryOut(
  bank: Bank,
  { files, isMany }: ImportPlan,
  run: ImportRun,
  options: ImportOptions,
): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const [index, judged] of files.entries()) {
    if (isMany) options.onProgress?.(index + 1, files.length);
    if (index % BETWEEN_PAUSES === BETWEEN_PAUSES - 1) await pause();
    const report = emptyReport(judged);
    reports.push(report);
    await importJudged(bank, judged, run, { ...options, onProgress: isMany ? undefined : options.onProgress }, report);
  }
  return reports;
}

/** Adds to the reports which of the new stories tell what another one tells. */
export async function addTwins(bank: Bank, { made }: ImportRun): Promise<void> {
  if (made.length === 0) return;
  const byId = new Map(made.map(({ story, report }) => [story.id, report]));
  const twins = await findTwins(
    made.map(({ story }) => story),
    tellings(bank),
  );
  for (const { id, of } of twins) byId.get(id)?.twins.push({ id, of });
}

async function importJudged(
  bank: Bank,
  { incoming: { source, isNamed }, what }: JudgedFile,
  run: ImportRun,
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  switch (what.kind) {
    case "week":
      return importWeek(bank, what.text, source ?? "", options, report);
    case "post":
      return importPost(bank, what.text, source ?? "", options, report);
    case "note-as-post":
      return importPost(bank, asPostDocument(what.note), source ?? "", options, report);
    case "story": {
      report.left = what.left;
      run.known ??= await indexStories(bank);
      const made = await putNotes(bank, what.notes, source, run.known, options, report);
      run.made.push(...made.map((story) => ({ story, report })));
      return;
    }
    case "export":
      return importExport(bank, what.bytes, isNamed, options, report);
    case "none":
      report.kind = "none";
      report.why = what.why;
  }
}

/** One of LinkedIn's; in a folder, what looks like one and is none is left out like any other file. */
async function importExport(
  bank: Bank,
  bytes: Uint8Array,
  isNamed: boolean,
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  try {
    await importLinkedIn(bank, bytes, options, report);
  } catch (error) {
    if (isNamed || !(error instanceof UserError)) throw error;
    report.kind = "none";
    report.why = { code: "no-export", sentence: error.message };
  }
}

/** A note in the shape of a finished post. */
function asPostDocument({ title, body }: { title: string; body: string }): string {
  return `# ${title}\n\n${POST_HEADING}\n\n${body}\n`;
}

function emptyReport({ incoming, encoding, wasNotUtf8 }: JudgedFile): ImportReport {
  return {
    file: incoming.file,
    kind: "week",
    encoding,
    week: null,
    created: [],
    unchanged: [],
    conflicts: [],
    posts: [],
    recorded: [],
    unmatched: [],
    twins: [],
    wordless: 0,
    problems: [],
    wasNotUtf8,
    differences: {},
    changed: {},
    stories: [],
    links: [],
    why: null,
    left: [],
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
