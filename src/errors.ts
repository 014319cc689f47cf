/** What went wrong through no fault of storybank: one sentence, and what to do next. Exits with `code`. */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly code: number;

  constructor(message: string, options: { hint?: string; code?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "UserError";
    this.hint = options.hint;
    this.code = options.code ?? EXIT.usage;
  }
}

/** The person at the terminal gave up with Ctrl-C or Esc; `kept` names the file that holds what was typed. */
export class Cancelled extends Error {
  readonly kept: string | undefined;
  /** What had been typed of the answer. */
  readonly typed: string | undefined;

  constructor(kept?: string, typed?: string) {
    super("cancelled");
    this.name = "Cancelled";
    this.kept = kept;
    this.typed = typed;
  }
}

export const EXIT = { done: 0, findings: 1, usage: 2, bug: 70, cancelled: 130 } as const;
