export const LEVELS = ["error", "warning", "advice"] as const;

/** How much a finding matters: an error must not be published, a warning wants a look, advice may be ignored. */
export type Level = (typeof LEVELS)[number];

/** What `check` reports. */
export interface Finding {
  /** The rule's id. */
  rule: string;
  level: Level;
  /** The path relative to the bank. */
  file: string;
  /** The file's line, from 1. */
  line: number;
  message: string;
  /** What to do about it. */
  remedy: string;
  /** The words it is about. */
  excerpt: string | null;
}

/** Sorts findings as they are shown: by file, in a file the worst first, then by line. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      a.line - b.line ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
