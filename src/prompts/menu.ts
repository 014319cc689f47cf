import { PassThrough } from "node:stream";
import inquirer from "inquirer";
import { Cancelled } from "../errors.ts";
import { isGivenUp, nameOf } from "./answer.ts";
import type { Keyboard } from "./keyboard.ts";
import type { Key } from "./keys.ts";
import type { Output } from "./screen.ts";

/** Asks one of inquirer's own questions. It gets its keys from our keyboard one by one, so that none typed ahead is lost. */
export function askMenu<T>(keyboard: Keyboard, output: Output, question: Record<string, unknown>): Promise<T> {
  return keyboard.ask<T>(false, (settle) => {
    const input = new PassThrough();
    const stop = new AbortController();
    const prompt = inquirer.createPromptModule({ input, output, signal: stop.signal } as never);
    const answered = (prompt([{ ...question, name: "answer" }] as never) as Promise<unknown>).then(
      (answers) => settle.done((answers as { answer: T }).answer),
      (error: unknown) => settle.fail(stop.signal.aborted ? stop.signal.reason : error),
    );
    const isListening = (): boolean => input.listenerCount("keypress") > 0;
    async function fail(error: unknown): Promise<void> {
      stop.abort(error);
      await answered;
    }
    async function onKey(key: Key): Promise<void> {
      if (isGivenUp(nameOf(key), "")) return fail(new Cancelled());
      while (!isListening()) await nextTurn();
      input.write(charactersOf(key));
      await nextTurn();
      // A key that is handed out once the menu has its answer is for the next question.
      if (!isListening()) await answered;
    }
    return { fail, onKey };
  });
}

/** What a terminal sends for a key; a menu has no use for what is pasted. */
function charactersOf(key: Key): string {
  if (key.kind === "paste") return "";
  return key.kind === "key" ? key.raw : key.text;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
