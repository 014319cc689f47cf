import type { Beat } from "../story/beats.ts";
import type { Block, Bullet } from "../story/blocks.ts";
import type { Role } from "../story/roles.ts";
import { wordRow, wordTask } from "../story/rows.ts";
import { splitSentences } from "../story/sentences.ts";

/** The smallest piece of a story that a post keeps or leaves out whole. */
export interface Part {
  text: string;
  kind: "sentence" | "bullet" | "explanation" | "row" | "code";
  /** The part it says nothing without: a bullet's name for its explanation, a bullet for its sub-bullet. */
  of: Part | null;
  line: number;
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

/** Takes a beat apart into the parts a post can be assembled from. */
export function toSection(beat: Beat): Section {
  // In a list of systems or lessons the names alone tell something; in a list of results they don't.
  const splits = beat.role === "turn" || beat.role === "lesson";
  return {
    role: beat.role,
    title: beat.title,
    line: beat.line,
    groups: beat.blocks.flatMap((block) => toGroups(block, splits)),
  };
}

function toGroups(block: Block, splits: boolean): Group[] {
  switch (block.kind) {
    case "prose":
    case "quote":
      return proseGroups(block.text, block.breaks[0]?.line ?? 1);
    case "list":
      return [
        {
          kind: "list",
          ordered: block.ordered,
          leadsOn: false,
          parts: block.bullets.flatMap((bullet) => bulletParts(bullet, null, splits)),
        },
      ];
    case "table":
      return [
        {
          kind: "rows",
          ordered: false,
          leadsOn: false,
          parts: block.rows.map((row) => ({
            text: wordRow(
              block.header.map((cell) => cell.text),
              row.map((cell) => cell.text),
            ),
            kind: "row",
            of: null,
            line: row[0]?.breaks[0]?.line ?? block.line,
          })),
        },
      ];
    case "code":
      return [
        {
          kind: "code",
          ordered: false,
          leadsOn: false,
          parts: block.text
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map((text, index) => ({ text: wordCode(text), kind: "code", of: null, line: block.line + 1 + index })),
        },
      ];
  }
}

function proseGroups(text: string, line: number): Group[] {
  const lines = text.split("\n");
  if (lines.length === 1) return [paragraph(text, line, "paragraph")];
  return lines
    .filter((each) => each.trim() !== "")
    .map((each, index) => paragraph(each.replace(/^\s*→\s*/, "→ "), line + index, "line"));
}

function paragraph(text: string, line: number, kind: "paragraph" | "line"): Group {
  const sentences = kind === "line" ? [text.trim()] : splitSentences(text);
  return {
    kind,
    ordered: false,
    leadsOn: /[:：]$/.test(text.trim()),
    parts: sentences.map((sentence) => ({ text: sentence, kind: "sentence", of: null, line })),
  };
}

/** Labels that mean nothing without what follows them. */
const BARE_LABEL =
  /^(?:before|after|result|outcome|impact|measurement|challenge|system|crisis|problem|solution|cause|effect|cost|total|why|how|what|note)$/i;

function bulletParts(bullet: Bullet, of: Part | null, mayName: boolean): Part[] {
  const { label, text, line } = bullet;
  const rest = label === null ? "" : text.text.slice(label.length).replace(/^\s*[:：]\s*/, "");
  const splits =
    mayName &&
    label !== null &&
    rest !== "" &&
    !BARE_LABEL.test(label) &&
    label.split(/\s+/).length >= 2 &&
    !/\d/.test(rest);
  const own: Part = { text: splits ? label : oneLine(text.text), kind: "bullet", of, line };
  const parts: Part[] = text.text === "" ? [] : [own];
  if (splits) parts.push({ text: oneLine(rest), kind: "explanation", of: own, line });
  for (const child of bullet.children) {
    if (child.kind === "list") parts.push(...child.bullets.flatMap((each) => bulletParts(each, own, mayName)));
    else if (child.kind === "prose" || child.kind === "quote")
      parts.push({ text: oneLine(child.text), kind: "explanation", of: own, line: child.breaks[0]?.line ?? line });
    else if (child.kind === "code")
      parts.push(
        ...child.text
          .split("\n")
          .map((each, index): Part => ({ text: wordCode(each), kind: "code", of: own, line: child.line + 1 + index })),
      );
  }
  return parts;
}

/** A comment's marks go (a post has no comments), and so do the marks of markdown shown as code; the words stay. */
function wordCode(line: string): string {
  return line
    .replace(/^(\s*)(?:#+|\/\/+|--)\s+(?=\S)/, "$1")
    .replace(/^(\s*)\*\*(.+?)\*\*/, "$1$2")
    .trimEnd();
}

function oneLine(text: string): string {
  return wordTask(text.replace(/\s*\n\s*/g, " "));
}
