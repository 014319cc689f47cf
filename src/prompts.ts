import inquirer from "inquirer";
import type { Prompts } from "./context.ts";
import { Cancelled } from "./errors.ts";

/** Asks on the terminal with inquirer. The only module that does. */
export function createPrompts(): Prompts {
  return {
    text: (message, options = {}) =>
      ask<string>({
        type: "input",
        message,
        ...(options.preset === undefined ? {} : { default: options.preset }),
        ...(options.validate === undefined ? {} : { validate: options.validate }),
        ...(options.transform === undefined ? {} : { transformer: options.transform }),
      }),
    longText: (message, preset) =>
      ask<string>({
        type: "editor",
        message,
        waitForUserInput: false,
        postfix: ".md",
        ...(preset === undefined ? {} : { default: preset }),
      }),
    confirm: (message, preset) => ask<boolean>({ type: "confirm", message, default: preset }),
    choose: (message, choices) => ask({ type: "select", message, choices: [...choices], loop: false }),
  };
}

async function ask<T>(question: Record<string, unknown>): Promise<T> {
  const stop = new AbortController();
  // Esc gives up as Ctrl-C does; a lone Esc comes as one byte, arrow keys as more.
  const onData = (data: Buffer): void => {
    if (data.length === 1 && data[0] === 0x1b) stop.abort();
  };
  process.stdin.on("data", onData);
  try {
    const prompt = inquirer.createPromptModule({ signal: stop.signal } as never);
    const answers = (await prompt([{ ...question, name: "answer" }] as never)) as { answer: T };
    return answers.answer;
  } catch (error) {
    const name = (error as Error).name;
    if (name === "ExitPromptError" || name === "AbortPromptError" || name === "CancelPromptError")
      throw new Cancelled();
    throw error;
  } finally {
    process.stdin.off("data", onData);
  }
}
