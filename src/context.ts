import type { Readable, Writable } from "node:stream";
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
  /** The folder with what the pages of `serve` and `export --html` load: style, script, icon. */
  readonly assetsDir: string;
  /** The folder with the program's own pages. */
  readonly docsDir: string;
  /** Reads standard input to its end. */
  readStdin(): Promise<string>;
  /** Who asks; loaded only when something is asked. */
  prompts(): Promise<Prompts>;
  /** Lets the person edit a file in an editor and waits for it; returns its exit code. */
  edit(file: string): Promise<number>;
  /** Puts a text on the clipboard. Throws a UserError that says why it can't. */
  copy(text: string): Promise<void>;
  /** Opens a file in what the desktop has for it; false where there is no desktop, or it has nothing. */
  openFile(file: string): Promise<boolean>;
  /** Opens an address in the browser; false where there is none. */
  browse(url: string): Promise<boolean>;
  /** Starts to say on stderr how far long work has come; only a terminal shows it. */
  startProgress(what: string): Progress;
  openBank(): Bank;
  /** The bank that a file is in; null where there is none. Throws a UserError for one of another version. */
  openBankAround(file: string): Bank | null;
  /** Standard input and output as they are, for a protocol. */
  openStdio(): { input: Readable; output: Writable };
  /** Makes the process exit with this code once the command is done. */
  setExitCode(code: number): void;
}

export interface Prompts {
  /** Throws Cancelled on Ctrl-C and Esc, as all of them do. An answer that was pasted keeps its lines. */
  text(question: string, options?: TextOptions): Promise<string>;
  confirm(question: string, preset: boolean): Promise<boolean>;
  /** Lets one of a few be chosen with a single key. */
  key<T>(question: string, choices: readonly KeyChoice<T>[]): Promise<T>;
  choose<T>(question: string, choices: readonly { name: string; value: T; description?: string }[]): Promise<T>;
  /**
   * Lets one choice be taken from a list that narrows as one types; `preview` is shown beside the one under the cursor.
   * With `other` something may be typed that is not in the list.
   */
  pick<T>(question: string, choices: readonly Pickable<T>[], options?: { other?: (typed: string) => T }): Promise<T>;
  /** Lets rows be ticked; `preview` says after every tick what comes of it. Gives the numbers that are ticked. */
  tick(
    question: string,
    rows: readonly Tickable[],
    preview: (ticked: ReadonlySet<number>) => TickPreview,
  ): Promise<ReadonlySet<number>>;
}

export interface Tickable {
  number: number;
  text: string;
  /** A few letters in front of it. */
  note: string;
  /** Rows with the same label stand below it. */
  label: string | null;
  isTicked: boolean;
}

/** What comes of some ticks: the text, and a line about it. */
export interface TickPreview {
  text: string;
  note: string;
  isTooLong: boolean;
}

export interface TextOptions {
  /** The answer that Enter alone gives. */
  preset?: string;
  validate?: (answer: string) => true | string;
  /** Shows how far it is to so many characters, and faintly what is beyond. */
  foldAt?: number;
}

export interface KeyChoice<T> {
  /** A small letter. */
  key: string;
  name: string;
  value: T;
}

export interface Pickable<T> {
  name: string;
  value: T;
  /** The first lines of what is chosen. */
  preview?: string;
}
