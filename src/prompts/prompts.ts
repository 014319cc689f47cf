import type { Prompts } from "../context.ts";
import type { Paint } from "../render/paint.ts";
import { visibleLine } from "../render/visible.ts";
import { loadWidths } from "../render/width.ts";
import { askKey } from "./key-choice.ts";
import { createKeyboard, type Input, type Signals } from "./keyboard.ts";
import { askPick } from "./pick.ts";
import { createPlainPrompts } from "./plain.ts";
import type { Output } from "./screen.ts";
import { askText } from "./text.ts";
import { askTicks } from "./tick.ts";

/** The terminal that is asked on. */
export interface Terminal extends Signals {
  input: Input;
  output: Output;
  paint: Paint;
  env: Readonly<Record<string, string | undefined>>;
  /** Whether the bank wants numbered lists and lines instead of menus. */
  isPlain: boolean;
}

/** Asks on the terminal: texts and lists with prompts of our own, which keep what is pasted and typed ahead, the rest with inquirer. */
export async function createPrompts(terminal: Terminal): Promise<Prompts> {
  const { output, paint, env, onExit, suspend } = terminal;
  // Anything may be typed, so the widths of all characters are needed.
  await loadWidths(["\u3042"]);
  const isDumb = env["TERM"] === "dumb";
  const keyboard = createKeyboard(terminal.input, {
    send: (sequence) => void (isDumb || output.write(sequence)),
    onExit,
    suspend,
  });
  // Emacs shows a line that is sent from its shell by itself.
  if (isDumb || terminal.isPlain)
    return createPlainPrompts(keyboard, output, env["INSIDE_EMACS"]?.includes("comint") !== true);
  return {
    text: (question, options = {}) => askText(keyboard, output, paint, question, options),
    async confirm(question, preset) {
      const { askMenu } = await import("./menu.ts");
      return askMenu<boolean>(keyboard, output, { type: "confirm", message: visibleLine(question), default: preset });
    },
    key: (question, choices) => askKey(keyboard, output, paint, question, choices),
    async choose(question, choices) {
      const { askMenu } = await import("./menu.ts");
      const shown = choices.map(({ name, value, description }) => ({
        name: visibleLine(name),
        value,
        ...(description === undefined ? {} : { description: visibleLine(description) }),
      }));
      return askMenu(keyboard, output, {
        type: "select",
        message: visibleLine(question),
        choices: shown,
        loop: false,
        pageSize: 10,
      });
    },
    pick: (question, choices, options = {}) => askPick(keyboard, output, paint, question, choices, options.other),
    tick: (question, rows, preview) => askTicks(keyboard, output, paint, question, rows, preview),
  };
}
