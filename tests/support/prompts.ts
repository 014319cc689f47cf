import { PassThrough, Writable } from "node:stream";
import type { Prompts } from "../../src/context.ts";
import { createPrompts } from "../../src/prompts/prompts.ts";
import { PLAIN } from "../../src/render/paint.ts";
import { emulate } from "./emulator.ts";

interface TestPrompts {
  prompts: Prompts;
  /** Sends one chunk, and lets it be handled. */
  type(chunk: string): Promise<void>;
  /** What the screen shows now. */
  screen(): string[];
  cursor(): { row: number; column: number };
  /** All that was sent to the terminal. */
  sent(): string;
  resize(columns: number): void;
  /** Goes on where Ctrl-Z has suspended the process. */
  goOn(): void;
}

/** Prompts on a terminal of so many columns and rows that is no process's own. */
export async function openPrompts({
  columns = 60,
  rows = 24,
  env = {},
  isPlain = false,
}: {
  columns?: number;
  rows?: number;
  env?: Record<string, string>;
  isPlain?: boolean;
} = {}): Promise<TestPrompts> {
  const input = new PassThrough();
  let sent = "";
  const screen = new Writable({
    decodeStrings: false,
    write(text, _, done) {
      sent += text;
      done();
    },
  });
  // As with the real one, no prompt can end it.
  const output = Object.assign(screen, { columns, rows, end: () => screen });
  let goOn = (): void => {
    throw new Error("nothing was suspended");
  };
  const suspend = (resume: () => void): void => {
    goOn = resume;
  };
  const prompts = await createPrompts({ input, output, paint: PLAIN, env, isPlain, onExit: () => () => {}, suspend });
  return {
    prompts,
    async type(chunk) {
      input.write(chunk);
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
    screen: () => emulate(sent, output.columns).rows,
    cursor: () => {
      const { row, column } = emulate(sent, output.columns);
      return { row, column };
    },
    sent: () => sent,
    goOn: () => goOn(),
    resize(width) {
      output.columns = width;
      output.emit("resize");
    },
  };
}
