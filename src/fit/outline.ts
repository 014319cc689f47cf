import { opensPostscript } from "../language/label.ts";
import { isHashtagLine } from "../text/hashtag-line.ts";
import type { Line } from "../text/line.ts";

/** A part of a finished post that stays or goes whole: a paragraph, or a list with the line that leads into it. */
export interface Leaf {
  lines: Line[];
  /** The hook, the last question and the hashtags stay whatever the limit. */
  isPinned: boolean;
}

/** A heading with its text, up to the next heading; one without is of the headings below it. It goes when all of that goes. */
export interface OutlineHeading {
  level: number;
  leaves: Leaf[];
  hasText: boolean;
  /** Its own, and those of what goes with it. */
  lines: Line[];
}

/** A finished post as its whole parts, in their order. */
export interface Outline {
  leaves: readonly Leaf[];
  /** The outer before the inner. */
  headings: readonly OutlineHeading[];
}

/** Takes a post's lines apart into whole parts. What closes a post (the question, a P.S., the hashtags) belongs to no heading. */
export function outlinePost(lines: readonly Line[]): Outline {
  const groups = groupLines(lines);
  const question = groups.findLastIndex((group) => group.some(({ text }) => text.includes("?")));
  const end = groups.findLastIndex((group) => isHeading(group)) < question ? question : groups.length;
  const draft: OutlineDraft = { leaves: [], headings: [], open: [] };
  let leads = false;
  for (const [index, group] of groups.entries()) {
    const level = levelAt(groups, index);
    const last = leads && !isHashtags(group) ? draft.leaves.at(-1) : undefined;
    const isPinned = [0, question].includes(index) || isHashtags(group);
    if (level !== null) addHeading(draft, group, level);
    else if (last !== undefined) joinLeaf(draft, last, group, isPinned);
    else addLeaf(draft, group, isPinned, index >= end || closesPost(group));
    leads = level === null && (endsInColon(group) || isTitle(group, index));
  }
  return { leaves: draft.leaves, headings: draft.headings };
}

/** A title in front of the hook keeps the hook. */
function isTitle(group: readonly Line[], index: number): boolean {
  return index === 0 && isHeading(group);
}

function closesPost(group: readonly Line[]): boolean {
  return isHashtags(group) || opensPostscript(group[0]?.text ?? "");
}

interface OutlineDraft {
  leaves: Leaf[];
  headings: OutlineHeading[];
  /** The headings that what comes next stands under. */
  open: OutlineHeading[];
}

function addHeading(draft: OutlineDraft, group: readonly Line[], level: number): void {
  const heading: OutlineHeading = { level, leaves: [], hasText: false, lines: [] };
  draft.headings.push(heading);
  draft.open = [...draft.open.filter((outer) => outer.level < level && !outer.hasText), heading];
  for (const each of draft.open) each.lines.push(...group);
}

/** What a leaf leads into is part of it. */
function joinLeaf({ open }: OutlineDraft, leaf: Leaf, group: readonly Line[], isPinned: boolean): void {
  leaf.lines.push(...group);
  leaf.isPinned ||= isPinned;
  for (const each of open) if (each.leaves.includes(leaf)) each.lines.push(...group);
}

function addLeaf(draft: OutlineDraft, group: readonly Line[], isPinned: boolean, isEnd: boolean): void {
  const leaf = { lines: [...group], isPinned };
  draft.leaves.push(leaf);
  if (isEnd) draft.open = [];
  const inner = draft.open.at(-1);
  if (inner !== undefined) inner.hasText = true;
  for (const each of draft.open) {
    each.leaves.push(leaf);
    each.lines.push(...group);
  }
}

/** What stands between blank lines; a heading and a line of hashtags by themselves, and a list whole however wide it is set. */
function groupLines(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const group = groups.at(-1);
    const isApart =
      group === undefined ||
      previous === undefined ||
      line.kind === "label" ||
      previous.kind === "label" ||
      isHashtagLine(line.text) !== isHashtagLine(previous.text) ||
      (line.gap === "blank" && !(isOfList(previous) && isOfList(line)));
    if (isApart) groups.push([line]);
    else group.push(line);
    previous = line;
  }
  return groups;
}

function isOfList({ kind, depth }: Line): boolean {
  return kind === "bullet" || depth > 0;
}

/** How high a heading stands, from 1; null for what is none, and for what opens the post. A line that leads into headings stands above them. */
function levelAt(groups: readonly (readonly Line[])[], index: number): number | null {
  if (index === 0) return null;
  const [group, next] = [groups[index] ?? [], groups[index + 1] ?? []];
  if (isHeading(group)) return group[0]?.level ?? 1;
  return group.length === 1 && endsInColon(group) && isHeading(next) ? (next[0]?.level ?? 1) - 0.5 : null;
}

function isHeading(group: readonly Line[]): boolean {
  return group[0]?.kind === "label";
}

function isHashtags(group: readonly Line[]): boolean {
  return group.every(({ text }) => isHashtagLine(text));
}

function endsInColon(group: readonly Line[]): boolean {
  return /[:：]$/.test(group.at(-1)?.text ?? "");
}
