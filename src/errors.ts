/** What a caller may decide on; the sentence of the error is only for people. */
export type UserProblem =
  /** A word of the command line that an option or argument can't take. */
  | { code: "refused-value"; value: string }
  /** A value of storybank.yaml that its key can't take, by the keys that lead to it. */
  | { code: "setting"; keys: readonly string[] }
  | NameProblem;

/** What keeps a name from meaning one thing, with the ids it may have meant. */
export type NameProblem =
  | { code: "not-found"; name: string; nearest: string | null }
  | { code: "ambiguous"; name: string; candidates: readonly string[] };

/** What went wrong through no fault of storybank: one sentence, and what to do next. Exits with `code`. */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly code: number;
  readonly problem: UserProblem | undefined;

  constructor(
    message: string,
    options: { hint?: string; code?: number; cause?: unknown; problem?: UserProblem | undefined } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "UserError";
    this.hint = options.hint;
    this.code = options.code ?? EXIT.usage;
    this.problem = options.problem;
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

/** A UserError about a word of the command line. */
export function refusedValue(value: string, message: string, hint: string): UserError {
  return new UserError(message, { hint, problem: { code: "refused-value", value } });
}

export const EXIT = { done: 0, findings: 1, usage: 2, bug: 70, cancelled: 130 } as const;
