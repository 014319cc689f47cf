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
export interface Heading {
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
  headings: readonly Heading[];
}

/** Takes a post's lines apart into whole parts. What closes a post (the question, a P.S., the hashtags) belongs to no heading. */
export function outlinePost(lines: readonly Line[]): Outline {
  const groups = groupLines(lines);
  const question = groups.findLastIndex((group) => group.some(({ text }) => text.includes("?")));
  const end = groups.findLastIndex((group) => isHeading(group)) < question ? question : groups.length;
  const leaves: Leaf[] = [];
  const headings: Heading[] = [];
  let open: Heading[] = [];
  let leads = false;
  for (const [index, group] of groups.entries()) {
    const [first] = group;
    if (first === undefined) continue;
    const level = index === 0 ? null : levelAt(groups, index);
    const last = leaves.at(-1);
    if (level !== null) {
      const heading = { level, leaves: [], hasText: false, lines: [] };
      headings.push(heading);
      open = [...open.filter((outer) => outer.level < level && !outer.hasText), heading];
      for (const each of open) each.lines.push(...group);
    } else if (leads && last !== undefined && !isHashtags(group)) {
      last.lines.push(...group);
      last.isPinned ||= index === question;
      for (const each of open) if (each.leaves.includes(last)) each.lines.push(...group);
    } else {
      const leaf = { lines: [...group], isPinned: index === 0 || index === question || isHashtags(group) };
      leaves.push(leaf);
      if (index >= end || isHashtags(group) || opensPostscript(first.text)) open = [];
      const [inner] = open.slice(-1);
      if (inner !== undefined) inner.hasText = true;
      for (const each of open) {
        each.leaves.push(leaf);
        each.lines.push(...group);
      }
    }
    // A title in front of the hook keeps the hook.
    leads = level === null && (endsInColon(group) || (index === 0 && isHeading(group)));
  }
  return { leaves, headings };
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

/** How high a heading stands, from 1; null for what is none. A line that leads into headings stands above them. */
function levelAt(groups: readonly (readonly Line[])[], index: number): number | null {
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
