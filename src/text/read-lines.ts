import type { List, ListItem, PhrasingContent, Root, RootContent, Table } from "mdast";
import { withoutTags } from "./html.ts";
import type { Label, Line } from "./line.ts";
import { parseMarkdown } from "./markdown.ts";
import { type InlineLine, type InlineOptions, readInline } from "./read-inline.ts";
import { nameParts, wordRow, wordTask } from "./rows.ts";

export interface ReadOptions {
  /** The file's line on which the text starts. */
  firstLine?: number;
  /** Bold words become Unicode's bold letters. */
  unicodeBold?: boolean;
}

/**
 * Reads markdown into its lines, in their order: bold and heading marks gone, tables and code as lines, links bare, comments left
 * out. Each line of the file is a line; `gap` tells which of them only wrap a paragraph.
 */
export function readLines(markdown: string, { firstLine = 1, unicodeBold = false }: ReadOptions = {}): Line[] {
  const root = parseMarkdown(markdown);
  const context: Context = {
    markdown,
    lineOffset: firstLine - 1,
    unicodeBold,
    definitions: definitionsOf(root),
    source: markdown.split(/\r?\n/),
    blocks: 0,
  };
  return readBlocks(root.children, context, { depth: 0, isTight: false });
}

interface Context extends InlineOptions {
  /** The lines of the markdown. */
  source: readonly string[];
  /** How many blocks were read. */
  blocks: number;
}

interface Place {
  depth: number;
  /** No blank lines are between the blocks. */
  isTight: boolean;
}

function definitionsOf(root: Root): InlineOptions["definitions"] {
  return new Map(root.children.flatMap((node) => (node.type === "definition" ? [[node.identifier, node]] : [])));
}

function readBlocks(nodes: readonly RootContent[], context: Context, place: Place): Line[] {
  const lines: Line[] = [];
  let endLine = 0;
  for (const node of nodes) {
    const made = readBlock(node, context, place);
    const [first] = made;
    if (first === undefined) continue;
    const start = node.position?.start.line ?? 1;
    first.gap = place.isTight || start === endLine + 1 ? "line" : "blank";
    lines.push(...made);
    endLine = node.position?.end.line ?? start;
  }
  return lines;
}

function readBlock(node: RootContent, context: Context, place: Place): Line[] {
  const line = (node.position?.start.line ?? 1) + context.lineOffset;
  const block = context.blocks++;
  const make = (text: string, at: number, kind: Line["kind"]): Line => ({
    text,
    line: at,
    kind,
    depth: place.depth,
    level: 0,
    isBold: false,
    label: null,
    marker: "",
    indent: "",
    gap: "line",
    block,
    list: null,
    row: null,
    through: (node.position?.end.line ?? 1) + context.lineOffset,
    places: [{ at: 0, line: at }],
  });
  switch (node.type) {
    case "paragraph":
      return readParagraph(node.children, make, context, place);
    case "heading":
      return readInline(node.children, context).map(({ text, line: at }) => ({
        ...make(text, at, "label"),
        level: node.depth,
      }));
    case "list":
      return readList(node, block, context, place);
    case "blockquote":
      return readBlocks(node.children, context, place).map((each) =>
        each.kind === "prose" ? { ...each, kind: "quote", block } : each,
      );
    case "code":
      return codeLines(node.value, line, context).map(({ text, line: at }) => make(text, at, "code"));
    case "table":
      return readTable(node, context, (text, at) => make(text, at, "row"));
    case "html":
      return htmlLines(node.value, line).map(({ text, line: at }) => make(text, at, "prose"));
    default:
      return [];
  }
}

type Make = (text: string, line: number, kind: Line["kind"]) => Line;

function readParagraph(nodes: readonly PhrasingContent[], make: Make, context: Context, place: Place): Line[] {
  const isOnly = nodes.filter(({ type }) => type === "strong").length < 2;
  const isBold = nodes.every(
    (node) => node.type === "strong" || (node.type === "text" && !/[\p{L}\p{N}]/u.test(node.value)),
  );
  const lines = readInline(nodes, context).filter(({ text }) => text !== "");
  return lines.map((each) => {
    const line = paragraphLine(each, isOnly, make, context, place);
    line.isBold = isBold && lines.length === 1;
    return line;
  });
}

function paragraphLine(
  { text, line, isMeant, bold }: InlineLine,
  isOnly: boolean,
  make: Make,
  context: Context,
  place: Place,
): Line {
  const indent = place.depth === 0 ? indentOf(line, context) : "";
  const bullet = /^([•▪‣◦])\s+/u.exec(text);
  const words = wordMarks(bullet === null ? text : text.slice(bullet[0].length));
  const made = make(words, line, bullet === null ? "prose" : "bullet");
  const gap = isMeant || startsOwnLine(text) ? "line" : "wrap";
  const label = bold === null ? null : labelOf(words, bold.words, isOnly);
  if (bullet === null) return Object.assign(made, { indent, gap, label });
  const depth = place.depth + Math.floor(indent.length / 2);
  return { ...made, indent, gap, label: bulletLabel(label, words), marker: bullet[1] ?? "•", depth, list: made.block };
}

/** A line that opens with an arrow, a bullet or a tick was meant as a line of its own. */
function startsOwnLine(text: string): boolean {
  return /^[→➜➔•▪‣◦✓✔✅❌]/u.test(text);
}

/** The label that bold words are, with the colon inside the bold or behind it. */
function labelOf(text: string, bold: string, isOnly: boolean): Label | null {
  if (!text.startsWith(bold)) return null;
  const words = bold.replace(/\s*[:：]$/, "");
  const behind = /^\s*[:：]/.exec(text.slice(bold.length))?.[0].length ?? 0;
  const hasColon = behind > 0 || words !== bold;
  return { words, isBold: true, hasColon, end: bold.length + (words === bold ? behind : 0), isOnly };
}

/** "**Total**: $2.4M", "Delay: 2 months": what is in front of a bullet's colon. */
function bulletLabel(bold: Label | null, text: string): Label | null {
  if (bold?.hasColon === true) return bold;
  const found = /^([^:]{3,60}):\s/.exec(text);
  return found === null
    ? null
    : { words: found[1] ?? "", isBold: false, hasColon: true, end: found[0].length - 1, isOnly: true };
}

function readList(list: List, block: number, context: Context, place: Place): Line[] {
  return list.children.flatMap((item, index) => {
    const marker = list.ordered === true ? (markerOf(item, context) ?? `${index + 1}.`) : "•";
    const isTight = item.spread !== true;
    const [head, ...rest] = readBlocks(item.children, context, { depth: place.depth + 1, isTight });
    if (head === undefined) return [];
    const gap: Line["gap"] = index > 0 && list.spread === true ? "blank" : "line";
    if (item.children[0]?.type === "list") return [{ ...head, gap }, ...rest];
    const first: Line = {
      ...head,
      marker,
      gap,
      kind: "bullet",
      depth: place.depth,
      list: block,
      label: bulletLabel(head.label, head.text),
    };
    // A line that goes on without being indented was written as a line of its own.
    const below = rest.map((each) =>
      /^(?:>\s?)*\s/.test(sourceLine(each.line, context)) ? { ...each, indent: `  ${each.indent}` } : each,
    );
    return [first, ...below];
  });
}

/** "1." or "1)", as it was written. */
function markerOf(item: ListItem, context: Context): string | null {
  const { line, column } = item.position?.start ?? { line: 1, column: 1 };
  return /^\d+[.)]/.exec(context.source[line - 1]?.slice(column - 1) ?? "")?.[0] ?? null;
}

function readTable(table: Table, context: Context, make: (text: string, line: number) => Line): Line[] {
  const [header = [], ...rows] = table.children.map((row) =>
    row.children.map((cell) =>
      readInline(cell.children, context)
        .map(({ text }) => text)
        .join(" "),
    ),
  );
  return nameParts(rows).map((cells, index) => {
    const line = (table.children[index + 1]?.position?.start.line ?? 1) + context.lineOffset;
    const made = make(wordRow(header, cells), line);
    return { ...made, list: made.block, row: { header, cells } };
  });
}

interface TextLine {
  text: string;
  line: number;
}

/** A fenced block's lines, or those of an indented one, which in a text that was written as plain text are lines like any other. */
function codeLines(value: string, line: number, context: Context): TextLine[] {
  const opening = sourceLine(line, context);
  const isFenced = /^\s*(?:>\s*)*(?:[-*+]\s+|\d+[.)]\s+)*(?:`{3,}|~{3,})/.test(opening);
  return value
    .split("\n")
    .map((text, index) => ({ text: isFenced ? text : `    ${text}`, line: line + index + (isFenced ? 1 : 0) }))
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, line: at }) => ({ text: text.trimEnd(), line: at }));
}

function htmlLines(value: string, line: number): TextLine[] {
  return value
    .replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ""))
    .replace(/<br\s*\/?>(?!\n)|<\/(?:summary|p|div|li|h\d|tr)>(?!\n|$)/gi, "\n")
    .split("\n")
    .map((text, index) => ({ text: withoutTags(text).trim(), line: line + index }))
    .filter(({ text }) => text !== "");
}

/** Task boxes and footnotes' texts, which the tree leaves in the words. */
function wordMarks(text: string): string {
  return wordTask(text).replace(/^\[\^([^\]\s]+)\]:\s*/, "$1: ");
}

function indentOf(line: number, context: Context): string {
  return /^[ \t]*/.exec(sourceLine(line, context))?.[0] ?? "";
}

function sourceLine(line: number, context: Context): string {
  return context.source[line - context.lineOffset - 1] ?? "";
}
