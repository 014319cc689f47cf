/** The rules that hold what a post says against its story. */
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
