import type { LiveBank } from "../../bank/live-bank.ts";
import { lineExtent } from "../../check/examine.ts";
import type { PlacedEntry } from "../../front-matter/entry-places.ts";
import { type HookFinding, scoreHook } from "../../hooks/score.ts";
import { foldOf } from "../../post/fold.ts";
import { findHook, hookLines } from "../../post/opening.ts";
import type { StoryReading } from "../../story/reading.ts";
import { lineStarts } from "../../truth/place.ts";
import type { Detail, Statement } from "../../truth/statement.ts";
import { entryIn, storyNamedBy } from "./named-story.ts";
import { type OpenFile, readOpenPost, readOpenStory } from "./open-file.ts";
import { figureInStory, findTellings, type Telling } from "./tellings.ts";

/** One thing there is to say of a place. */
export type Said =
  | { kind: "statement"; statement: Statement; detail: Detail | null; story: string }
  | { kind: "hook"; score: number; findings: readonly HookFinding[] }
  | { kind: "story"; id: string; title: string; hook: string | null; lines: readonly string[] }
  | { kind: "tellings"; figure: string; tellings: readonly Telling[] };

/** What there is to say of a stretch of a file. */
export interface Explanation {
  start: number;
  end: number;
  said: readonly Said[];
}

/** Explains what stands at a place of a file; null where there is nothing to say. */
export async function explainPlace(bank: LiveBank, file: OpenFile, at: number): Promise<Explanation | null> {
  const entry = entryIn(file, at);
  const named = storyNamedBy(file, entry);
  if (entry !== null && named !== null) return withStory(bank, named, entry);
  if (entry !== null) return explainHookKey(bank, file, entry);
  if (file.kind === "post") return explainInPost(bank, file, at);
  return file.kind === "story" ? explainInStory(bank, file, at) : null;
}

async function explainHookKey(
  bank: LiveBank,
  file: OpenFile,
  { keys, value, start, end }: PlacedEntry,
): Promise<Explanation | null> {
  if (keys[0] !== "hook" || value === null || (file.kind !== "post" && file.kind !== "story")) return null;
  const story = file.kind === "story" ? await readOpenStory(file) : (await readOpenPost(bank, file))?.story;
  return { start, end, said: [await saidOfHook(bank, value, story ?? null)] };
}

async function explainInStory(bank: LiveBank, file: OpenFile, at: number): Promise<Explanation | null> {
  const story = await readOpenStory(file);
  const found = story === null ? null : figureInStory(story, file.text, at);
  if (story === null || found === null) return null;
  const { figure, start, end } = found;
  const tellings = await findTellings(bank, story, figure);
  return { start, end, said: [{ kind: "tellings", figure: figure.text, tellings }] };
}

async function saidOfHook(bank: LiveBank, hook: string, story: StoryReading | null): Promise<Said> {
  return { kind: "hook", ...scoreHook(hook, story, foldOf((await bank.config()).fold)) };
}

/** How many lines of a story are enough to know it again. */
const FIRST_LINES = 4;

async function withStory(
  bank: LiveBank,
  id: string,
  { start, end }: { start: number; end: number },
): Promise<Explanation | null> {
  const story = await bank.wholeStoryById(id);
  if (story === null) return null;
  const lines = story.body.split(/\r?\n/).filter((line) => line.trim() !== "");
  const { title, hook } = story;
  return { start, end, said: [{ kind: "story", id, title, hook, lines: lines.slice(0, FIRST_LINES) }] };
}

async function explainInPost(bank: LiveBank, file: OpenFile, at: number): Promise<Explanation | null> {
  const open = await readOpenPost(bank, file);
  if (open === null) return null;
  const { post, story, statements, lines } = open;
  const hook = findHook(post, lines);
  const starts = lineStarts(file.text);
  const line = starts.findLastIndex((start) => start <= at) + 1;
  const isHook = hookLines(hook.text, lines).some((each) => each.line === line);
  const score = isHook ? [await saidOfHook(bank, hook.text, story)] : [];
  const found = statementAt(statements, at);
  if (found === null || story === null)
    return score.length === 0 ? null : { ...lineExtent(file.text, line), said: score };
  const { statement, detail } = found;
  const { start, end } = detail ?? statement;
  return { start, end, said: [{ kind: "statement", statement, detail, story: story.story.id }, ...score] };
}

/** The statement of a post at a place, with the narrowest of its details there. */
export function statementAt(
  statements: readonly Statement[],
  at: number,
): { statement: Statement; detail: Detail | null } | null {
  const isIn = ({ start, end }: { start: number; end: number }): boolean => at >= start && at <= end;
  const statement = statements.findLast(isIn);
  if (statement === undefined) return null;
  const details = statement.details.filter(isIn).toSorted((a, b) => a.end - a.start - (b.end - b.start));
  return { statement, detail: details[0] ?? null };
}
