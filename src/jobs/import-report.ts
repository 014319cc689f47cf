import type { DocumentProblem } from "../import/week-document.ts";

/** What became of a document; the shape is public but for `problems` and `differences`. */
export interface ImportReport {
  file: string;
  kind: "week" | "post";
  encoding: { from: string; repaired: number };
  week: number | null;
  created: string[];
  unchanged: string[];
  conflicts: string[];
  posts: string[];
  problems: DocumentProblem[];
  wasNotUtf8: boolean;
  /** For each conflict the keys in which the bank's file differs. */
  differences: Record<string, string[]>;
}

export interface ImportOptions {
  isDryRun: boolean;
  replaces: boolean;
  /** For a document that does not say its week. */
  week: number | undefined;
  today: string;
}
