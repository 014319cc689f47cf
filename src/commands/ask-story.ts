import type { Bank } from "../bank/bank.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { DAYS, type Day, dayName } from "../calendar/days.ts";
import { resolveWeek, weekOf } from "../calendar/weeks.ts";
import type { Context, Prompts } from "../context.ts";
import { Cancelled, UserError } from "../errors.ts";
import { findFigures } from "../figures/find-figures.ts";
import type { NewStory } from "../jobs/add.ts";
import { PHONE_FOLD } from "../post/fold.ts";
import { visibleLine } from "../render/visible.ts";
import { readBeats, readStoryLines } from "../story/beats.ts";
import { changeTags, countTags } from "../story/tags.ts";
import { editAnswer, editStory } from "./edit-story.ts";

/** The questions of a guided capture, with the label each answer gets in the story. */
const BEATS: readonly (readonly [label: string, question: string])[] = [
  ["The Setup", "What was the setup? Where were you, and what was at stake?"],
  ["The Crisis", "What went wrong, and what did it cost?"],
  ["What Changed", "What did you change?"],
  ["The Outcome", "What came of it? Figures, before and after."],
  ["The Lesson", "What do you know now that you did not know then?"],
];

/** Asks what the story is called, when it is for, and how it opens; Enter alone takes a title that is proposed. */
export async function askPlace(
  context: Context,
  bank: Bank,
  prompts: Prompts,
  story: NewStory,
  proposed: string,
): Promise<void> {
  if (story.title === "") {
    const validate = (answer: string): true | string => answer.trim() !== "" || "A story needs a title.";
    const typed = await keepTyped(
      () => prompts.text("Title:", proposed === "" ? { validate } : { validate, preset: proposed }),
      (half) => takeTitle(story, half),
    );
    if (takeTitle(story, typed)) context.err("Its first line is the title; the rest begins the story.\n");
  }
  const { calendar, fold } = await bank.config();
  if (story.week === null) story.week = await askWeek(prompts, calendar, context.today);
  if (story.day === null) {
    const days = calendar.slots.size > 0 ? [...calendar.slots.keys()] : [...DAYS];
    const choices: { name: string; value: Day | null }[] = days.map((day) => ({
      name: [dayName(day), calendar.slots.get(day)?.series].filter((part) => part).join(" – "),
      value: day,
    }));
    story.day = await prompts.choose("Day:", [...choices, { name: "No day yet", value: null }]);
  }
  if (story.hook === null) {
    const takeHook = (typed: string): void => {
      story.hook = typed.trim() === "" ? null : typed.trim();
    };
    takeHook(
      await keepTyped(
        () => prompts.text("Hook, the opening line (or nothing):", { foldAt: fold ?? PHONE_FOLD }),
        takeHook,
      ),
    );
  }
}

/** Takes the first line of an answer for the title and what is pasted below it for text of the story; true where there is some. */
function takeTitle(story: NewStory, typed: string): boolean {
  const [first = "", ...others] = typed.trim().split("\n");
  const text = trimAnswer(others.join("\n"));
  story.title = text === "" ? first : first.replace(/^#+ /, "").trim();
  if (text !== "") story.body = story.body === "" ? text : `${story.body}\n\n${text}`;
  return text !== "";
}

async function askWeek(prompts: Prompts, { start }: Calendar, today: string): Promise<number | null> {
  const readWeek = (written: string): number | null =>
    /^\s*0?\s*$/.test(written) ? null : resolveWeek(written, start, today);
  const answer = await prompts.text("Week (1, next, 2026-W47; 0 for none):", {
    ...(start === null ? {} : { preset: String(weekOf(start, today) ?? 1) }),
    validate(written) {
      try {
        readWeek(written);
        return true;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return [error.message, error.hint].filter((part) => part).join(" ");
      }
    },
  });
  return readWeek(answer);
}

/** Asks for the story itself, beat by beat, and whether its figures are read rightly. */
export async function askBeats(context: Context, prompts: Prompts, story: NewStory): Promise<void> {
  context.err(context.paint.faint("Enter skips a question; a single dot opens your editor.\n"));
  for (const [label, question] of BEATS) {
    if (readBeats({ body: story.body, bodyLine: 1 }).some((beat) => beat.title === label)) continue;
    const typed = await keepTyped(
      () => prompts.text(question),
      (half) => addBeat(story, label, half),
    );
    const answer = typed.trim() === "." ? await editAnswer(context, `${question}\n\n`, question) : typed;
    addBeat(story, label, answer);
  }
  const figures = findFigures(readStoryLines({ body: story.body, bodyLine: 1 })).filter(
    (figure) => figure.from === null,
  );
  if (figures.length === 0) return;
  context.err(`Figures found: ${visibleLine([...new Set(figures.map((figure) => figure.text))].join(" · "))}\n`);
  if (!(await prompts.confirm("Are they right?", true))) await editStory(context, story);
}

function addBeat(story: NewStory, label: string, typed: string): void {
  const answer = trimAnswer(typed);
  if (answer !== "") story.body = `${story.body === "" ? "" : `${story.body}\n\n`}**${label}:**\n${answer}`;
}

/** An answer without empty lines around it; the first line's indent stays. */
function trimAnswer(typed: string): string {
  return typed.replace(/^(?:[^\S\n]*\n)+|\s+$/g, "");
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

/** Asks what its post asks the readers, and for tags: the bank's own, or new ones. */
export async function askEnding(bank: Bank, prompts: Prompts, story: NewStory): Promise<void> {
  if (story.question === null) {
    const takeQuestion = (typed: string): void => {
      story.question = typed.trim() === "" ? null : typed.trim().replace(/\s*\n\s*/g, " ");
    };
    takeQuestion(await keepTyped(() => prompts.text("Your question to the readers (or nothing):"), takeQuestion));
  }
  if (story.tags.length > 0) return;
  const known = countTags(await bank.stories()).map(({ tag }) => tag);
  for (;;) {
    const open = changeTags(known, [], story.tags);
    const tag = await prompts.pick<string | null>(
      "Tag, or type a new one:",
      [
        { name: story.tags.length === 0 ? "No tags" : `That is all: ${story.tags.join(", ")}`, value: null },
        ...open.map((name) => ({ name, value: name })),
      ],
      { other: (typed) => typed },
    );
    if (tag === null) return;
    const tags = tag.split(",").map((part) => part.trim().replace(/^#/, ""));
    story.tags = changeTags(
      story.tags,
      tags.filter((part) => part !== ""),
      [],
    );
  }
}
