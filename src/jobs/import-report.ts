import type { DocumentProblem } from "../import/document.ts";
import type { LeftPart } from "../import/notes/judge-note.ts";
import type { LeftFile, Signs } from "./incoming.ts";

/** What became of a document; the shape is public but for `problems` and `differences`. */
export interface ImportReport {
  file: string;
  kind: "week" | "post" | "archive" | "analytics" | "story" | "none";
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
  /** For a conflict of a note that came in before: where it was changed since. */
  changed: Record<string, "there" | "there and here">;
  /** Of a note: the title of each story, and what speaks for it. */
  stories: { title: string; signs: Signs }[];
  /** What a note links to or embeds; it is said, not fetched. */
  links: string[];
  /** Why a file is left out. */
  why: LeftFile | null;
  /** The parts of a document that are left out. */
  left: readonly LeftPart[];
}

export interface ImportOptions {
  isDryRun: boolean;
  replaces: boolean;
  /** For a document that does not say its week. */
  week: number | undefined;
  today: string;
  /** Makes stories of old posts, so that they can be told again, and decides what notes are. */
  as: "post" | "story" | undefined;
  /** Hears how far a long import has come. */
  onProgress?: ((done: number, of: number) => void) | undefined;
}
