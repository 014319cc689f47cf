/** Something that is wrong with a bank, and what to do about it. */
export interface Trouble {
  what: string;
  remedy: string;
  /** The keys that lead to it in the file it is of, from the outermost; absent where it is of no one place. */
  keys?: readonly string[];
  /** Puts it right where that is safe, and says what was done. */
  mend?: () => string | Promise<string>;
}
