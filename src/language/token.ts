export type TokenKind =
  | "word"
  | "number"
  | "money"
  | "unit"
  | "punctuation"
  | "quote"
  | "emoji"
  | "address"
  | "hashtag";

/** The smallest piece of a text that means something. White space has no token: places tell where it was. */
export interface Token {
  kind: TokenKind;
  text: string;
  /** The text in lower case with straight apostrophes, as the lexicons spell it. */
  key: string;
  start: number;
  end: number;
}

/** Whether nothing is between two tokens. */
export function isGlued(before: Token | undefined, after: Token | undefined): boolean {
  return before !== undefined && after !== undefined && before.end === after.start;
}

/** Whether at most one space is between two tokens. */
export function isNext(before: Token | undefined, after: Token | undefined): boolean {
  return before !== undefined && after !== undefined && after.start - before.end <= 1;
}
