import type { KeyChoice, Pickable, Prompts, TextOptions } from "../context.ts";
import { Cancelled } from "../errors.ts";
import { visible, visibleLine } from "../render/visible.ts";
import { widthOf } from "../render/width.ts";
import { type Answer, applyKey, isGivenUp, nameOf } from "./answer.ts";
import { createFilter } from "./filter.ts";
import type { Keyboard } from "./keyboard.ts";
import { askPlainTicks } from "./plain-ticks.ts";
import { showText } from "./rows.ts";
import type { Output } from "./screen.ts";

/** So many choices are read out; more are found by their words. */
const LIST_LENGTH = 20;
/** A longer paste is counted instead of repeated. */
const ECHOED_LINES = 5;

/**
 * Asks line by line, for screen readers and terminals that can't move a cursor: nothing that was written changes. Lists
 * are numbered, and a number or words choose from them.
 */
export function createPlainPrompts(keyboard: Keyboard, output: Output, isEchoing: boolean): Prompts {
  const say = (line: string): void => void output.write(`${line}\r\n`);

  async function text(question: string, { preset, validate }: TextOptions = {}): Promise<string> {
    for (;;) {
      const hint = preset === undefined ? "" : ` (${visibleLine(preset)})`;
      const written = await readAnswer(keyboard, output, `${visibleLine(question)}${hint} `, isEchoing);
      const answer = written === "" ? (preset ?? "") : written;
      const verdict = validate?.(answer) ?? true;
      if (verdict === true) return answer;
      say(visibleLine(verdict));
    }
  }

  async function confirm(question: string, preset: boolean): Promise<boolean> {
    for (;;) {
      const answer = (await text(`${question} (${preset ? "Y/n" : "y/N"})`)).trim().toLowerCase();
      if (answer === "") return preset;
      const decided = DECIDED[answer];
      if (decided !== undefined) return decided;
      say("Answer y or n.");
    }
  }

  async function key<T>(question: string, choices: readonly KeyChoice<T>[]): Promise<T> {
    say(visibleLine(question));
    for (const choice of choices) say(`${choice.key}: ${visibleLine(choice.name)}`);
    for (;;) {
      const answer = (await text("Letter:")).trim().toLowerCase();
      const chosen = choices.find((choice) => choice.key === answer);
      if (chosen !== undefined) return chosen.value;
      say(`Answer one of: ${choices.map((choice) => choice.key).join(", ")}.`);
    }
  }

  function list(choices: readonly { name: string; description?: string }[]): void {
    for (const [at, choice] of choices.slice(0, LIST_LENGTH).entries()) {
      say(`${at + 1}. ${visibleLine(choice.name)}`);
      if (choice.description !== undefined) say(`   ${visibleLine(choice.description)}`);
    }
    if (choices.length > LIST_LENGTH) say(`and ${choices.length - LIST_LENGTH} more; words find them`);
  }

  async function pick<T>(
    question: string,
    choices: readonly (Pickable<T> & { description?: string })[],
    { other }: { other?: (typed: string) => T } = {},
  ): Promise<T> {
    const find = createFilter<T>(choices, other);
    let listed: readonly (Pickable<T> & { description?: string })[] = choices;
    say(visibleLine(question));
    for (;;) {
      list(listed);
      const answer = (await text("Number or words (Enter takes 1):")).trim() || "1";
      const [first, ...others]: readonly Pickable<T>[] = numbered(listed, answer) ?? find(answer);
      if (first === undefined) say("Nothing matches. The list again:");
      else if (others.length > 0) listed = [first, ...others];
      else {
        say(`Taken: ${visibleLine(first.name)}`);
        return first.value;
      }
    }
  }

  const tick: Prompts["tick"] = (question, rows, preview) => askPlainTicks(say, text, question, rows, preview);

  return { text, confirm, key, choose: pick, pick, tick };
}

/** The choice whose number was written. */
function numbered<T>(choices: readonly T[], answer: string): [T] | null {
  const chosen = /^\d{1,6}$/.test(answer) ? choices[Number(answer) - 1] : undefined;
  return chosen === undefined ? null : [chosen];
}

const DECIDED: Readonly<Record<string, boolean>> = { y: true, yes: true, n: false, no: false };

/** Reads one answer. What is written stays written: only its end can be taken back. */
function readAnswer(keyboard: Keyboard, output: Output, question: string, isEchoing: boolean): Promise<string> {
  let answer: Answer = { text: "", at: 0 };
  const echo = (written: string): void => {
    if (isEchoing) output.write(written);
  };

  function echoText(added: string): void {
    const lines = added.split("\n");
    if (lines.length > ECHOED_LINES) output.write(`\r\n${lines.length} lines pasted. Enter ends the answer.\r\n`);
    else echo(lines.map(showText).join("\r\n"));
  }

  /** Takes off what a key deletes; where that is more than a piece of the last line, the line is written anew. */
  function takeBack(shorter: Answer): void {
    const removed = answer.text.slice(shorter.text.length);
    if (removed.includes("\n") || removed.includes("\t"))
      echo(`\r\n${visible(shorter.text.split("\n").at(-1) ?? "").replaceAll("\t", "    ")}`);
    else echo("\b \b".repeat(widthOf(showText(removed))));
    answer = shorter;
  }

  return keyboard.ask(true, (settle) => {
    output.write(question);
    function fail(error: unknown): void {
      output.write("\r\n");
      settle.fail(error);
    }
    return {
      fail,
      redraw: () => void output.write(`${question}${answer.text.split("\n").map(showText).join("\r\n")}`),
      onKey(key) {
        const name = nameOf(key);
        if (isGivenUp(name, answer.text)) return fail(new Cancelled(undefined, answer.text));
        if (name === "enter") {
          output.write("\r\n");
          return settle.done(answer.text);
        }
        const next = applyKey(answer, key);
        if (next === null || next.at !== next.text.length || next.text === answer.text) return;
        if (next.text.length < answer.text.length) takeBack(next);
        else {
          echoText(next.text.slice(answer.text.length));
          answer = next;
        }
      },
    };
  });
}
