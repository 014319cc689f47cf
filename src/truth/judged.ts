import type { Passage } from "./passage.ts";
import type { DetailKind, Verdict } from "./statement.ts";

/** What a checker says of a detail: its tokens' place in the passage, its verdict and why. */
export interface Judged {
  kind: DetailKind;
  rule: TruthRule | null;
  start: number;
  end: number;
  verdict: Verdict;
  because: string;
  source: Passage | null;
  fix: string | null;
}

export type TruthRule =
  | "figure-not-in-story"
  | "figure-of-another-thing"
  | "time-not-in-story"
  | "name-not-in-story"
  | "quote-not-in-story"
  | "direction-reversed"
  | "negation-reversed"
  | "scope-widened"
  | "act-of-another"
  | "sentence-without-source";
