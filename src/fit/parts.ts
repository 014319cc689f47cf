import type { Role } from "../language/lexicon.ts";

/** The smallest piece of a text that a post keeps or leaves out whole. */
export interface Part {
  text: string;
  kind: "sentence" | "bullet" | "rest" | "explanation" | "row" | "code";
  /** The part it says nothing without: a bullet's name for its explanation, a bullet for its sub-bullet. */
  of: Part | null;
  line: number;
  /** A letter, a note or a talk that the story sets apart as somebody else's words. */
  isQuoted?: true;
}

/** Parts that stand together: a paragraph, a line of its own, a list, a table, a stretch of code. */
export interface Group {
  kind: "paragraph" | "line" | "list" | "rows" | "code";
  ordered: boolean;
  parts: readonly Part[];
  /** A sentence such as "We needed:" that leads into the list that follows. */
  leadsOn: boolean;
}

/** A beat as the post may tell it. */
export interface Section {
  role: Role;
  title: string | null;
  line: number;
  groups: readonly Group[];
}

/** All parts of a section in their order. */
export function partsOf({ groups }: Section): readonly Part[] {
  return groups.flatMap(({ parts }) => parts);
}

/** A point that is nothing but what somebody says: "Proved it?" */
export function isSpoken(text: string): boolean {
  return /^["“„«][^"“”„»]*["”“»]$/.test(text);
}

/** "Week 1: Redis caching": one of several that are told together. */
export function isOfSequence(text: string): boolean {
  return /^\p{L}+ \d+\s?[:–-](?:\s|$)/u.test(text);
}

/** Makes a group of parts. */
export function group(kind: Group["kind"], parts: readonly Part[], ordered = false): Group {
  return { kind, ordered, parts, leadsOn: false };
}

/** Makes a part; `of` is the one it says nothing without. */
export function part(text: string, kind: Part["kind"], line: number, of: Part | null = null): Part {
  return { text, kind, of, line };
}
