import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import { type Block, boldLabel, proseOf, toBlocks } from "./blocks.ts";
import { endingOf } from "./endings.ts";
import { toPlainText } from "./inline.ts";
import { parseMarkdown } from "./markdown.ts";
import { type Role, roleOf } from "./roles.ts";
import type { Story } from "./story.ts";

/** A part of a story with its role. `text` is its markdown as written; `line` is the file's. */
export interface Beat {
  role: Role;
  /** The label without its marks and colon; null for text in front of the first label. */
  title: string | null;
  text: string;
  line: number;
  blocks: readonly Block[];
}

/** Parses a story's body into its beats: a new one begins at every heading and every label that stands by itself. */
export function findBeats(story: Pick<Story, "body" | "bodyLine">): Beat[] {
  const lineOffset = story.bodyLine - 1;
  const open: OpenBeat[] = [{ title: null, line: story.bodyLine, from: 0, to: 0, blocks: [] }];
  const current = (): OpenBeat => open.at(-1) ?? fail();
  const begin = (title: string, node: RootContent | PhrasingContent): void => {
    const from = node.position?.end.offset ?? 0;
    open.push({
      title: cleanLabel(title),
      line: (node.position?.start.line ?? 1) + lineOffset,
      from,
      to: from,
      blocks: [],
    });
  };
  const nodes = parseMarkdown(story.body).children;
  for (const [index, node] of nodes.entries()) {
    if (node.type === "heading") {
      begin(toPlainText(node.children, 0).text, node);
      continue;
    }
    const rest = node.type === "paragraph" ? takeLabels(node, nodes[index + 1], begin) : null;
    const blocks = rest === null ? toBlocks(node, lineOffset) : proseOf(rest, lineOffset);
    if (blocks.length === 0) continue;
    const beat = current();
    beat.blocks.push(...blocks);
    beat.to = node.position?.end.offset ?? beat.to;
  }
  return withRoles(open, story.body);
}

interface OpenBeat {
  title: string | null;
  line: number;
  from: number;
  to: number;
  blocks: Block[];
}

/** Takes the labels off a paragraph's front and opens a beat for each; returns the words that are left. */
function takeLabels(
  node: Paragraph,
  next: RootContent | undefined,
  begin: (title: string, node: PhrasingContent) => void,
): readonly PhrasingContent[] {
  let rest: readonly PhrasingContent[] = node.children;
  for (;;) {
    const [first] = rest;
    if (first?.type === "strong") {
      const tail = afterColon(rest.slice(1));
      const words = toPlainText(first.children, 0).text;
      if (!isLabel(words, boldLabel(rest), tail, next)) return rest;
      begin(words, first);
      rest = dropBreak(tail);
      continue;
    }
    if (first?.type === "text" && rest.length === 1) {
      const plain = /^(\p{Lu}[^\n.!?:]{2,50}):(?:[ \t]+(?=\p{Lu})|[ \t]*\n|$)/u.exec(first.value);
      if (
        plain !== null &&
        isShortLabel(plain[1] ?? "") &&
        (plain[0].length < first.value.length || next?.type === "list")
      ) {
        begin(plain[1] ?? "", first);
        return [cutFront(first, plain[0].length)];
      }
    }
    return rest;
  }
}

/** Words without bold are a label only when they are few and name a role ("What we changed:"). */
function isShortLabel(words: string): boolean {
  return words.split(/\s+/).length <= 4 && roleOf(words) !== "detail";
}

/** A bold opening is a label when it stands on its own line and is no sentence, or names a role before its text. */
function isLabel(
  words: string,
  colonLabel: string | null,
  tail: readonly PhrasingContent[],
  next: RootContent | undefined,
): boolean {
  const alone = tail.length === 0 || startsWithBreak(tail);
  const ending = endingOf(words);
  if (!alone && (ending === "postscript" || (ending === "question" && colonLabel !== null))) return true;
  if (colonLabel !== null)
    return alone
      ? tail.length > 0 || next !== undefined
      : words.length <= 60 && !hasFurtherLabels(tail) && roleOf(words) !== "detail";
  return alone && words.length <= 90 && !/[.!?…"”]$/u.test(words) && (tail.length > 0 || next !== undefined);
}

/** Lines that each open with bold words (a timeline, say) are lines of one text, not labels. */
function hasFurtherLabels(tail: readonly PhrasingContent[]): boolean {
  return tail.some((node, index) => node.type === "strong" && index > 0);
}

function afterColon(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== "text") return nodes;
  const kept = cutFront(first, /^[ \t]*[:：]?[ \t]*/.exec(first.value)?.[0].length ?? 0);
  return kept.value === "" ? rest : [kept, ...rest];
}

function startsWithBreak(nodes: readonly PhrasingContent[]): boolean {
  const [first] = nodes;
  return first?.type === "break" || (first?.type === "text" && /^\r?\n/.test(first.value));
}

function dropBreak(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type === "break") return rest;
  if (first?.type !== "text") return nodes;
  const kept = cutFront(first, /^\r?\n/.exec(first.value)?.[0].length ?? 0);
  return kept.value === "" ? rest : [kept, ...rest];
}

/** Cuts characters off a text node's front and moves its place along. */
function cutFront(node: PhrasingContent & { type: "text" }, length: number): PhrasingContent & { type: "text" } {
  const newlines = node.value.slice(0, length).split("\n").length - 1;
  const position = node.position && {
    ...node.position,
    start: {
      ...node.position.start,
      line: node.position.start.line + newlines,
      offset: (node.position.start.offset ?? 0) + length,
    },
  };
  return { ...node, value: node.value.slice(length), ...(position === undefined ? {} : { position }) };
}

function cleanLabel(title: string): string {
  return title
    .replace(/\s*[:：]\s*$/, "")
    .replace(/^[\p{Extended_Pictographic}\uFE0F\u200D\s]+/u, "")
    .trim();
}

/**
 * Gives every beat its role. A label without text of its own (a heading above others) hands its role down to the
 * labels that follow and have none, until one has its own; numbered labels are always parts of what stands above them.
 */
function withRoles(open: readonly OpenBeat[], body: string): Beat[] {
  let inherited: Role = "detail";
  return open.flatMap((beat) => {
    const isNumbered = /^\d+[.)]\s/.test(beat.title ?? "");
    const own = beat.title === null || (isNumbered && inherited !== "detail") ? "detail" : roleOf(beat.title);
    const isEmpty = beat.blocks.length === 0;
    if (isEmpty || own !== "detail") inherited = isEmpty ? own : "detail";
    if (isEmpty) return [];
    const role = own === "detail" ? inherited : own;
    const text = body
      .slice(beat.from, beat.to)
      .replace(/^[*_]*\s*[:：]?[*_]*/, "")
      .trim();
    return [{ role, title: beat.title === "" ? null : beat.title, text, line: beat.line, blocks: beat.blocks }];
  });
}

function fail(): never {
  throw new Error("a story has at least one open beat");
}
