import { join } from "node:path";
import type { Bank } from "../bank/bank.ts";
import type { Context, KeyChoice } from "../context.ts";
import {
  addToStory,
  confirmWords,
  correctDetail,
  findOpen,
  type OpenDetail,
  type Trace,
  tracePost,
} from "../jobs/trace.ts";
import type { PostHead } from "../post/post.ts";
import { renderStatement } from "../render/trace.ts";
import { visibleLine } from "../render/visible.ts";
import { loadWidths } from "../render/width.ts";

type Step = "confirm" | "correct" | "add" | "open" | "skip" | "stop";

/** Goes through what is open in a post, one after the other; what a step writes is read anew before the next. */
export async function reviewPost(context: Context, bank: Bank, head: PostHead): Promise<void> {
  const skipped = new Set<string>();
  let done = 0;
  for (;;) {
    const trace = await tracePost(bank, head);
    const left = findOpen(trace.statements);
    const next = left.find((each) => !skipped.has(keyOf(each)));
    if (next === undefined) return context.say(wordEnd(head.id, done, left.length));
    await loadWidths([next.statement.text]);
    context.out(`${renderStatement(next.statement, context.paint, context.columns)}\n`);
    const step = await (await context.prompts()).key(questionOf(next), stepsFor(next));
    if (step === "stop") return context.say(wordEnd(head.id, done, left.length));
    if (step === "skip" || !(await take(context, bank, trace, next, step))) skipped.add(keyOf(next));
    else done++;
  }
}

function keyOf({ statement, detail }: OpenDetail): string {
  return `${statement.text}\n${detail.kind}\n${detail.text}`;
}

function questionOf({ statement, detail }: OpenDetail): string {
  const words = detail.text === statement.text ? "This sentence" : `“${detail.text}”`;
  return detail.verdict === "contradicted"
    ? `${words}: the story says otherwise`
    : `${words}: the story does not say it`;
}

function stepsFor({ detail }: OpenDetail): KeyChoice<Step>[] {
  const correct: KeyChoice<Step>[] =
    detail.fix === null ? [] : [{ key: "r", name: `right it: ${visibleLine(detail.fix)}`, value: "correct" }];
  return [
    { key: "c", name: "confirm", value: "confirm" },
    ...correct,
    { key: "a", name: "add to the story", value: "add" },
    { key: "o", name: "open in the editor", value: "open" },
    { key: "s", name: "skip", value: "skip" },
    { key: "q", name: "stop", value: "stop" },
  ];
}

/** Takes a step; false where nothing came of it, so that it is not asked again. */
async function take(
  context: Context,
  bank: Bank,
  trace: Trace,
  { statement, detail }: OpenDetail,
  step: Step,
): Promise<boolean> {
  if (step === "confirm") {
    const because = (await (await context.prompts()).text("Why? (Enter for none)")).replace(/\s+/g, " ").trim();
    const { sentences } = await confirmWords(bank, trace, detail.text, because === "" ? null : because);
    return sentences.length > 0;
  }
  if (step === "correct") return correctDetail(bank, trace, detail);
  if (step === "add") return addToStory(bank, trace, statement);
  await context.edit(join(bank.root, trace.post.path));
  return false;
}

function wordEnd(id: string, done: number, left: number): string {
  const settled = done === 0 ? "" : `${done} settled, `;
  if (left > 0) return `${settled}${left} left open in ${visibleLine(id)}.\n`;
  return `${settled}nothing is open in ${visibleLine(id)}.\n`.replace(/^n/, "N");
}
