import { tmpdir } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";
import type { Bank } from "../bank/bank.ts";
import { dropRecovered, keepText, listRecovered } from "../bank/recovered.ts";
import { DAYS, type Day, dayName } from "../calendar/days.ts";
import { weekOf } from "../calendar/weeks.ts";
import type { Context, Prompts } from "../context.ts";
import { Cancelled, UserError } from "../errors.ts";
import { parseDocumentText } from "../front-matter/parse.ts";
import { PHONE_FOLD } from "../hooks/fold.ts";
import { type NewStory, writeStory } from "../jobs/add.ts";
import { visible, visibleLine } from "../render/visible.ts";
import { findBeats } from "../story/beats.ts";
import { findFigures } from "../story/figures/figures.ts";
import { readStory } from "../story/schema.ts";

/** The questions of a guided capture, with the label each answer gets in the story. */
const BEATS: readonly (readonly [label: string, question: string])[] = [
  ["The Setup", "What was the setup? Where were you, and what was at stake?"],
  ["The Crisis", "What went wrong, and what did it cost?"],
  ["What Changed", "What did you change?"],
  ["The Outcome", "What came of it? Figures, before and after."],
  ["The Lesson", "What do you know now that you did not know then?"],
];

const UNFINISHED = "unfinished-story.md";

/**
 * Asks for what a story lacks, beat by beat, and shows the whole before it is written. Ctrl-C writes no story, but keeps
 * what was typed and offers it the next time.
 */
export async function captureStory(
  context: Context,
  bank: Bank,
  start: NewStory,
  usesEditor: boolean,
): Promise<NewStory> {
  const prompts = await context.prompts();
  const story = await offerUnfinished(context, bank, prompts, start);
  try {
    if (usesEditor) await editWhole(context, story);
    else {
      await askPlace(context, bank, prompts, story);
      await askBeats(context, prompts, story);
    }
    await review(context, prompts, story);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    // Half a title is kept as one, since nothing else has been typed yet.
    if (story.title === "") story.title = error.typed?.trim() ?? "";
    const isWorthKeeping = story.body.trim() !== "" || story.title !== start.title || story.hook !== start.hook;
    throw new Cancelled(isWorthKeeping ? keepText(bank.root, UNFINISHED, writeStory(story, context.today)) : undefined);
  }
  return story;
}

async function offerUnfinished(context: Context, bank: Bank, prompts: Prompts, start: NewStory): Promise<NewStory> {
  const [kept] = listRecovered(bank.root, UNFINISHED);
  if (kept === undefined || start.body !== "") return { ...start };
  const before = readStory("", "", parseDocumentText(kept.text));
  const title = visibleLine(String(before.data.get("title") ?? "without a title"));
  context.err(`There is an unfinished story from before: ${title}\n`);
  if (!(await prompts.confirm("Go on with it?", true))) return { ...start };
  dropRecovered(bank.root, kept.path);
  return {
    ...start,
    title: start.title === "" ? String(before.data.get("title") ?? "") : start.title,
    week: start.week ?? before.week,
    day: start.day ?? before.day,
    series: start.series ?? before.series,
    hook: start.hook ?? before.hook,
    body: before.body.trim(),
  };
}

async function askPlace(context: Context, bank: Bank, prompts: Prompts, story: NewStory): Promise<void> {
  if (story.title === "")
    story.title = (
      await prompts.text("Title:", { validate: (answer) => answer.trim() !== "" || "A story needs a title." })
    ).trim();
  const { calendar } = await bank.config();
  if (story.week === null) {
    const week = calendar.start === null ? null : (weekOf(calendar.start, context.today) ?? 1);
    const answer = await prompts.text("Week (0 for none):", {
      ...(week === null ? {} : { preset: String(week) }),
      validate: (written) => /^\s*\d{0,4}\s*$/.test(written) || "Weeks are whole numbers from 1; 0 is for none.",
    });
    story.week = Number(answer) > 0 ? Number(answer) : null;
  }
  if (story.day === null) {
    const days = calendar.slots.size > 0 ? [...calendar.slots.keys()] : [...DAYS];
    const choices: { name: string; value: Day | null }[] = days.map((day) => ({
      name: [dayName(day), calendar.slots.get(day)?.series].filter((part) => part).join(" – "),
      value: day,
    }));
    story.day = await prompts.choose("Day:", [...choices, { name: "No day yet", value: null }]);
  }
  if (story.hook === null) {
    const hook = await prompts.text("Hook, the opening line (or nothing):", {
      transform: (typed) => markFold(typed, context),
    });
    story.hook = hook.trim() === "" ? null : hook.trim();
  }
}

/** Shows where a phone would cut the hook off, while it is typed. */
function markFold(typed: string, context: Context): string {
  if (typed.length <= PHONE_FOLD)
    return typed === "" ? "" : `${typed} ${context.paint.faint(`(${PHONE_FOLD - typed.length} to the fold)`)}`;
  return `${typed.slice(0, PHONE_FOLD)}${context.paint.warn("┆")}${context.paint.faint(typed.slice(PHONE_FOLD))}`;
}

async function askBeats(context: Context, prompts: Prompts, story: NewStory): Promise<void> {
  const told = new Set(findBeats({ body: story.body, bodyLine: 1 }).map((beat) => beat.title));
  context.err(context.paint.faint("Enter skips a question; a single dot opens your editor.\n"));
  for (const [label, question] of BEATS) {
    if (told.has(label)) continue;
    const typed = await keepTyped(
      () => prompts.text(question),
      (half) => addBeat(story, label, half),
    );
    const answer = typed.trim() === "." ? await editAnswer(context, `${question}\n\n`, question) : typed;
    addBeat(story, label, answer);
  }
  const figures = findFigures(findBeats({ body: story.body, bodyLine: 1 })).filter((figure) => figure.from === null);
  if (figures.length === 0) return;
  context.err(`Figures found: ${visibleLine([...new Set(figures.map((figure) => figure.text))].join(" · "))}\n`);
  if (!(await prompts.confirm("Are they right?", true))) await editWhole(context, story);
}

function addBeat(story: NewStory, label: string, answer: string): void {
  if (answer.trim() !== "")
    story.body = `${story.body === "" ? "" : `${story.body}\n\n`}**${label}:**\n${answer.trim()}`;
}

/** Hands over what was typed of an answer when its question is cancelled. */
async function keepTyped(ask: () => Promise<string>, keep: (half: string) => void): Promise<string> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Cancelled && error.typed !== undefined) keep(error.typed);
    throw error;
  }
}

async function review(context: Context, prompts: Prompts, story: NewStory): Promise<void> {
  for (;;) {
    context.err(`\n${visible(writeStory(story, context.today))}\n`);
    const answer = await prompts.choose("Save it?", [
      { name: "Save", value: "save" },
      { name: "Edit in your editor", value: "edit" },
      { name: "Not now; keep it for later", value: "later" },
    ]);
    if (answer === "save") return;
    if (answer === "later") throw new Cancelled();
    await editWhole(context, story);
  }
}

async function editWhole(context: Context, story: NewStory): Promise<void> {
  const text = await editAnswer(context, writeStory(story, context.today), null);
  const edited = readStory("", "", parseDocumentText(text));
  const title = edited.data.get("title");
  if (typeof title === "string" && title.trim() !== "") story.title = title.trim();
  Object.assign(story, {
    week: edited.week,
    day: edited.day,
    series: edited.series,
    hook: edited.hook,
    tags: edited.tags,
    facts: edited.facts,
    body: edited.body.trim(),
  });
}

/** Lets a text be written in the editor; a question in front of it is taken off again. */
async function editAnswer(context: Context, text: string, question: string | null): Promise<string> {
  const folder = fs.mkdtempSync(join(tmpdir(), "storybank-"));
  const file = join(folder, "story.md");
  try {
    fs.writeFileSync(file, text);
    const code = await context.edit(file);
    if (code !== 0)
      throw new UserError(`The editor ended with code ${code}.`, {
        hint: "Nothing was written; run storybank add again.",
        code: 1,
      });
    const written = fs.readFileSync(file, "utf8");
    return question === null ? written : written.replace(question, "").trim();
  } finally {
    fs.removeSync(folder);
  }
}
