import { compareTexts } from "../text/compare.ts";

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
  /** Where it stands in the file, in UTF-16 units from its start. */
  start: number;
  end: number;
  /** What certainly mends it; null where nothing is certain. */
  fix: Fix | null;
  /** What the story says in its place, where that may be what was meant, the likeliest first; its author decides. */
  instead?: readonly Fix[];
}

/** A stretch of a file, and what should stand there instead. */
export interface Fix {
  start: number;
  end: number;
  text: string;
}

/** Sorts findings as they are shown: the files with the worst first, in a file the worst first, then by line. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const worst = new Map<string, number>();
  for (const { file, level } of findings)
    worst.set(file, Math.min(worst.get(file) ?? LEVELS.length, LEVELS.indexOf(level)));
  return findings.toSorted(
    (a, b) =>
      (worst.get(a.file) ?? 0) - (worst.get(b.file) ?? 0) ||
      compareTexts(a.file, b.file) ||
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      a.line - b.line ||
      compareTexts(a.rule, b.rule),
  );
}
