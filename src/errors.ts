/** What a caller may decide on; the sentence of the error is only for people. */
export type UserProblem =
  /** A word of the command line that an option or argument can't take. */
  | { code: "refused-value"; value: string }
  /** A value of storybank.yaml that its key can't take, by the keys that lead to it. */
  | { code: "setting"; keys: readonly string[] }
  | NameProblem
  | RefusedChange
  | GitProblem;

/** What keeps a name from meaning one thing, with the ids it may have meant. */
export type NameProblem =
  | { code: "not-found"; name: string; nearest: string | null }
  | { code: "ambiguous"; name: string; candidates: readonly string[] };

/** What keeps a post from being made or changed. */
type RefusedChange =
  /** The story has posts already that may still be written anew. */
  | { code: "has-open-post"; posts: readonly string[] }
  /** The story rests, and was told too short a time ago. */
  | { code: "told-too-soon" }
  | { code: "confidential" }
  /** A hook template needs facts that the story lacks. */
  | { code: "missing-facts"; template: string; missing: readonly string[] };

/** Why git can't do what is asked of it. */
export interface GitProblem {
  code:
    | "no-git"
    | "old-git"
    | "no-repository"
    | "no-remote"
    | "no-identity"
    | "unreachable"
    | "detached"
    | "unfinished"
    | "locked"
    | "unrelated"
    | "other-branch"
    | "others-changed"
    | "push-refused"
    | "git-failed";
}

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
