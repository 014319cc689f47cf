import inquirer from "inquirer";
import type { Prompts } from "./context.ts";
import { Cancelled } from "./errors.ts";

/** Asks on the terminal with inquirer. The only module that does. */
export function createPrompts(): Prompts {
  return {
    async text(message, options = {}) {
      let typed = "";
      // inquirer shows an answer through its transformer, the only place where an unfinished one can be seen.
      const transformer = (answer: string): string => {
        typed = answer;
        return options.transform === undefined ? answer : options.transform(answer);
      };
      try {
        return await ask<string>({
          type: "input",
          message,
          transformer,
          ...(options.preset === undefined ? {} : { default: options.preset }),
          ...(options.validate === undefined ? {} : { validate: options.validate }),
        });
      } catch (error) {
        throw error instanceof Cancelled ? new Cancelled(undefined, typed) : error;
      }
    },
    confirm: (message, preset) => ask<boolean>({ type: "confirm", message, default: preset }),
    choose: (message, choices) => ask({ type: "select", message, choices: [...choices], loop: false, pageSize: 10 }),
    pick: (message, choices) =>
      ask({
        type: "search",
        message,
        source: (typed?: string) =>
          choices
            .filter(({ name }) => name.toLowerCase().includes((typed ?? "").toLowerCase()))
            .map(({ name, value, preview }) => ({
              name,
              value,
              ...(preview === undefined ? {} : { description: preview }),
            })),
        pageSize: 10,
      }),
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
