import type { TruthRule } from "./truth-rule.ts";

/** What can be true or false in a statement. */
export type DetailKind =
  | "figure"
  | "time"
  | "name"
  | "quotation"
  | "direction"
  | "negation"
  | "scope"
  | "who"
  | "sentence";

/**
 * What the story says to a detail or statement: `said` (it says the same), `follows` (it follows from what it says), `contradicted`,
 * `untraced` (it says nothing of the kind), `confirmed` (the author knows better and said so).
 */
export type Verdict = "said" | "follows" | "contradicted" | "untraced" | "confirmed";

/** What is weak is as likely right as wrong, and reported as advice; only what is strong may be an error. */
export type Certainty = "weak" | "usual" | "strong";

/** A line of the story that a statement or detail rests on. */
export interface Evidence {
  /** The story file's line, from 1; null for its hook and facts. */
  line: number | null;
  text: string;
}

/** A detail of a statement, with its place in the post's file and what the story says to it. */
export interface Detail {
  kind: DetailKind;
  text: string;
  /** UTF-16 units from the start of the file. */
  start: number;
  end: number;
  verdict: Verdict;
  /** The rule of `check` that reports it; null where nothing is wrong. */
  rule: TruthRule | null;
  /** Why, in words: "follows from 6 hours → 12 minutes". */
  because: string;
  source: Evidence | null;
  /** What certainly should stand in its place; null where nothing is certain. */
  fix: string | null;
  /** What the story says there, where that may be what was meant; its author decides. */
  instead?: string;
  /** How sure the verdict is, where that is known: a figure that its author may well have worked out is weak. */
  certainty?: Certainty;
}

/** A sentence, bullet, row or labelled line of a post, held against its story. */
export interface Statement {
  text: string;
  /** The post file's line, from 1. */
  line: number;
  start: number;
  end: number;
  /** The worst of its details; `said` for the story's own words. */
  verdict: Verdict;
  evidence: readonly Evidence[];
  details: readonly Detail[];
}
