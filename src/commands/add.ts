import { resolve } from "node:path";
import type { Command } from "commander";
import type { Bank } from "../bank/bank.ts";
import { readGivenFile } from "../bank/given-file.ts";
import { wordReadProblem } from "../bank/read-problem.ts";
import type { Context } from "../context.ts";
import { decodeDocument } from "../encoding/decode.ts";
import { UserError } from "../errors.ts";
import { readDocument } from "../front-matter/read.ts";
import { type Document, FrontMatterError } from "../front-matter/values.ts";
import { isWeekDocument } from "../import/week-document.ts";
import { addStory, type NewStory } from "../jobs/add.ts";
import { findNewNames } from "../jobs/names.ts";
import { afterAdd } from "../jobs/next-step.ts";
import { INBOX } from "../jobs/note-seeds.ts";
import { findSeed } from "../jobs/seeds.ts";
import { beginFromSeed, strikeSeedOf, titleOfSeed, withoutRepeatedTitle } from "../jobs/story-of-seed.ts";
import { wordNewNames } from "../render/names.ts";
import { renderNextStep } from "../render/next-step.ts";
import { wordSeed } from "../render/seeds.ts";
import { visibleLine } from "../render/visible.ts";
import { readText, storyFromDocument } from "../story/schema.ts";
import { captureStory } from "./capture.ts";
import { collect, dayOption, oneLine, pairsOption, weekOption } from "./options.ts";

interface AddFlags {
  week?: string;
  day?: string;
  series?: string;
  hook?: string;
  question?: string;
  tag?: string[];
  fact?: string[];
  body?: string;
  from?: string;
  seed?: string;
  edit?: boolean;
}

export function registerAdd(program: Command, context: Context): void {
  program
    .command("add")
    .description("capture a story; on a terminal it asks for what is missing, beat by beat")
    .argument("[title]", "the story's title; put -- in front of one that begins with a dash")
    .option("-w, --week <week>", "1, this, next or 2026-W47")
    .option("-d, --day <day>", "the weekday it is for")
    .option("-s, --series <series>", "the series; else that of the day's slot")
    .option("--hook <text>", "its opening line")
    .option("--question <text>", "what its post asks the readers at the end")
    .option("-t, --tag <tag>", "a tag; give it again for more", collect)
    .option("--fact <key=value>", "a fact for hook templates; give it again for more", collect)
    .option("-b, --body <text>", "the story itself, in markdown")
    .option("-f, --from <file>", "take the story from a file; - is standard input")
    .option(
      "--seed <seed>",
      "begin with a seed, by its number in seeds; it is struck through when the story is written",
    )
    .option("-e, --edit", "write it in your editor")
    .action((title: string | undefined, flags: AddFlags) => runAdd(context, title, flags));
}

async function runAdd(context: Context, title: string | undefined, flags: AddFlags): Promise<void> {
  const bank = context.openBank();
  const given = await readFlags(context, bank, title, flags);
  const isComplete = given.title !== "" && given.body !== "";
  const seed = flags.seed === undefined ? null : findSeed(bank, flags.seed, context.today);
  if (flags.edit !== true && !context.isInteractive && given.title === "" && seed === null) {
    throw new UserError("The story has no title, and there is no terminal to ask on.", {
      hint: 'storybank add "Title" --body "What happened …"   or --from FILE',
    });
  }
  if (flags.edit === true && !context.isInteractive)
    throw new UserError("There is no terminal to edit in.", {
      hint: "Give the story with --body TEXT or --from FILE.",
    });
  const start = seed === null ? given : beginFromSeed(given, seed);
  const proposed = seed === null ? "" : titleOfSeed(seed);
  if (seed !== null) context.err(`${wordSeed(seed)}\n`);
  const story =
    context.isInteractive && (flags.edit === true || !isComplete)
      ? await captureStory(context, bank, start, { usesEditor: flags.edit === true, title: proposed })
      : withoutRepeatedTitle({ ...start, title: start.title === "" ? proposed : start.title });
  await writeDown(context, bank, story);
}

async function writeDown(context: Context, bank: Bank, story: NewStory): Promise<void> {
  const { id, path, twins } = await addStory(bank, await withSeries(bank, story), context.today);
  context.say(`Added ${visibleLine(id)} (${visibleLine(path)}).\n`);
  if (await strikeSeedOf(bank, story, context.today)) context.err(`Its seed is struck through in ${INBOX}.\n`);
  for (const { of: twin, why } of twins)
    context.err(
      why === "title"
        ? `Note: the bank has a story of this title already: ${visibleLine(twin)}\n`
        : `Note: much of its text stands in another story already: ${visibleLine(twin)}\n`,
    );
  context.err(wordNewNames(await findNewNames(bank, new Set([path]))));
  context.err(`${renderNextStep(afterAdd({ id, day: story.day }), context.columns)}\n`);
}

const NO_DOCUMENT: Document = { data: new Map(), body: "", bodyLine: 1 };

async function readFlags(context: Context, bank: Bank, title: string | undefined, flags: AddFlags): Promise<NewStory> {
  if (flags.body !== undefined && flags.from !== undefined)
    throw new UserError("--body and --from both give the story.", { hint: "Use one of them." });
  if (title?.trim() === "")
    throw new UserError("The title is empty.", { hint: 'storybank add "The Night the Pager Won"' });
  const document = flags.from === undefined ? NO_DOCUMENT : await readGiven(context, flags.from);
  const given = storyFromDocument("", "", document);
  const writtenTitle = readText(document.data.get("title")) ?? "";
  return {
    title: title === undefined ? writtenTitle : oneLine("title", title),
    week: (await weekOption(flags.week, bank, context)) ?? given.week,
    day: dayOption(flags.day) ?? given.day,
    series: flags.series ?? given.series,
    hook: flags.hook ?? given.hook,
    question: flags.question === undefined ? given.question : oneLine("question", flags.question),
    tags: [...given.tags, ...(flags.tag ?? []).map((tag) => oneLine("tag", tag).replace(/^#/, ""))],
    facts: new Map([...given.facts, ...pairsOption("fact", flags.fact ?? [])]),
    body: flags.body ?? document.body,
    extra: document.data,
  };
}

/** Reads a story from outside; without a title of its own it takes its first heading for one. */
async function readGiven(context: Context, from: string): Promise<Document> {
  const text = await readSource(context, from);
  if (isWeekDocument(text))
    throw new UserError("This is a week document with several stories.", {
      hint: `Bring them in with: storybank import ${from === "-" ? "FILE" : from}`,
    });
  let document: Document;
  try {
    document = await readDocument(text);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    throw new UserError(`The story can't be taken: ${error.message}.`, {
      hint: "Mend its front matter, or leave it out.",
      cause: error,
    });
  }
  const heading = /^\s*# +(.+?) *#*\n/.exec(document.body);
  if (document.data.has("title") || heading === null) return document;
  return {
    ...document,
    data: new Map([...document.data, ["title", heading[1] ?? ""]]),
    body: document.body.slice(heading[0].length),
  };
}

async function readSource(context: Context, from: string): Promise<string> {
  if (from === "-") return context.readStdin();
  const read = readGivenFile(resolve(context.cwd, from));
  if ("problem" in read)
    throw new UserError(`${from} can't be taken: ${wordReadProblem(read.problem)}.`, {
      hint: "Give the path of a text file, or - for standard input.",
    });
  return decodeDocument(Buffer.from(read.bytes)).text;
}

async function withSeries(bank: Bank, story: NewStory): Promise<NewStory> {
  if (story.series !== null || story.day === null) return story;
  return { ...story, series: (await bank.config()).calendar.slots.get(story.day)?.series ?? null };
}
