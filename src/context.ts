import type { Bank } from "./bank/bank.ts";
import type { Progress } from "./progress.ts";
import type { Paint } from "./render/paint.ts";

/** All that a command may touch of the world. Tests hand in their own. */
export interface Context {
  /** Writes results. */
  out(text: string): void;
  /** Writes results that are sentences; a terminal gets them broken between words. */
  say(text: string): void;
  /** Writes notices; a terminal gets them broken between words. */
  err(text: string): void;
  readonly paint: Paint;
  /** The terminal's width in columns; Infinity where output goes to a pipe or file. */
  readonly columns: number;
  /** True where somebody can be asked. */
  readonly isInteractive: boolean;
  /** Today as `YYYY-MM-DD`; `STORYBANK_TODAY` sets it. */
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The folder of the package itself, where its templates are. */
  readonly packageDir: string;
  /** Reads standard input to its end. */
  readStdin(): Promise<string>;
  /** Who asks; loaded only when something is asked. */
  prompts(): Promise<Prompts>;
  /** Lets the person edit a file in an editor and waits for it; returns its exit code. */
  edit(file: string): Promise<number>;
  /** Puts a text on the clipboard. Throws a UserError that says why it can't. */
  copy(text: string): Promise<void>;
  /** Opens an address in the browser; false where there is none. */
  browse(url: string): Promise<boolean>;
  /** Starts to say on stderr how far long work has come; only a terminal is told. */
  startProgress(what: string): Progress;
  openBank(): Bank;
  /** Makes the process exit with this code once the command is done. */
  setExitCode(code: number): void;
}

export interface Prompts {
  /** Throws Cancelled on Ctrl-C and Esc. */
  text(
    question: string,
    options?: { preset?: string; validate?: (answer: string) => true | string; transform?: (answer: string) => string },
  ): Promise<string>;
  confirm(question: string, preset: boolean): Promise<boolean>;
  choose<T>(question: string, choices: readonly { name: string; value: T; description?: string }[]): Promise<T>;
  /** Lets one choice be taken from a list that narrows as one types; `preview` is shown beside the one under the cursor. */
  pick<T>(question: string, choices: readonly Pickable<T>[]): Promise<T>;
}

export interface Pickable<T> {
  name: string;
  value: T;
  /** The first lines of what is chosen. */
  preview?: string;
}
