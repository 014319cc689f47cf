import type { DocumentProblem } from "../import/document.ts";

/** What became of a document; the shape is public but for `problems` and `differences`. */
export interface ImportReport {
  file: string;
  kind: "week" | "post" | "archive" | "analytics";
  encoding: { from: string; repaired: number };
  week: number | null;
  created: string[];
  unchanged: string[];
  conflicts: string[];
  posts: string[];
  /** The posts that got results. */
  recorded: string[];
  /** Addresses of analytics that no post of the bank has. */
  unmatched: string[];
  /** New stories that tell what another one tells. */
  twins: { id: string; of: string }[];
  /** Shares without words of their own, which are left out. */
  wordless: number;
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
  /** Makes stories of old posts, so that they can be told again. */
  as: "post" | "story";
  /** Hears how far a long import has come. */
  onProgress?: ((done: number, of: number) => void) | undefined;
}
