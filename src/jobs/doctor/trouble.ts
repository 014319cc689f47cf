/** Something that is wrong with a bank, and what to do about it. */
export interface Trouble {
  what: string;
  remedy: string;
  /** Puts it right where that is safe, and says what was done. */
  mend?: () => string | Promise<string>;
}
