import type { Passage } from "./passage.ts";
import type { Certainty, DetailKind, Verdict } from "./statement.ts";
import type { TruthRule } from "./truth-rule.ts";

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
  /** What the story says there, where that may be what was meant. */
  instead?: string;
  /** How sure the verdict is, where that is known; "usual" if nothing is said. */
  certainty?: Certainty;
}
