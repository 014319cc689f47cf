import type { Hedge } from "./lexicon.ts";

export type AmountKind = "number" | "money" | "share" | "points" | "multiple" | "duration" | "measure";

/** A number that a text states, in digits or words, with all that says what it is of. */
export interface Amount {
  kind: AmountKind;
  /** A share of 1, seconds of a duration; else as it is said. */
  value: number;
  /** A currency's code, the unit of a duration or measure. */
  unit: string | null;
  /** "a week", "per user": what it is per, in base form. */
  per: string | null;
  /** The words behind it that may say what it counts, in base form. */
  nouns: readonly string[];
  /** A plural stands right behind it: it counts that. */
  isCount: boolean;
  /** "every hour": one hour, without a number that says so. */
  isImplied: boolean;
  hedge: Hedge | null;
  /** A fraction or multiple in words ("a third", "doubled"), which is meant less exactly than digits. */
  isRough: boolean;
  isSpelled: boolean;
  text: string;
  start: number;
  end: number;
  /** The indexes of its first token and of the one behind it. */
  first: number;
  next: number;
}
