import type { Definition, List, ListItem, Root, RootContent } from "mdast";
import { parseMarkdown } from "../../story/markdown.ts";
import { withoutTags, wordRow, wordTask } from "../../story/rows.ts";
import { splitSentences } from "../../story/sentences.ts";
import { type InlineOptions, type Line, toLines } from "./inline.ts";

/** A line of a post as it is pasted. */
export interface Piece {
  text: string;
  /** What stands between it and the piece before it. */
  glue: "\n" | "\n\n";
  /** The file's line, from 1. */
  line: number;
  kind: "text" | "label" | "bullet" | "code" | "row";
  /** How deep in a list, from 0. */
  depth: number;
}

export interface PieceOptions {
  /** The file's line on which the text starts. */
  firstLine: number;
  unicodeBold?: boolean;
}

/**
 * Takes a post's markdown apart into the lines that a platform without markdown shows: bold and heading marks gone, lists as
 * • and numbers with sub-lists indented, tables and code as lines, links bare. Text that has no markdown comes out as it went in.
 */
export function toPieces(markdown: string, { firstLine, unicodeBold = false }: PieceOptions): Piece[] {
  const root = parseMarkdown(markdown);
  const options: InlineOptions = { markdown, lineOffset: firstLine - 1, unicodeBold, definitions: definitionsOf(root) };
  const context: Context = { ...options, source: markdown.split(/\r?\n/) };
  return blocksToPieces(root.children, context, { indent: "", depth: 0, isTight: false });
}

/** The text of pieces. */
export function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text, glue }, index) => (index === 0 ? text : glue + text)).join("");
}

/** A heading, or a short line that ends in a colon, stands in front of something. */
export function isLabel({ kind, text }: Piece): boolean {
  return kind === "label" || (kind === "text" && /[:：]$/.test(text) && text.length <= 80);
}

/** The sentences of a line; its indent stays with the first. */
export function splitLine(text: string): string[] {
  const indent = /^\s*/.exec(text)?.[0] ?? "";
  return splitSentences(text.trim()).map((sentence, index) => (index === 0 ? indent + sentence : sentence));
}

interface Context extends InlineOptions {
  /** The lines of the markdown. */
  source: readonly string[];
}

interface Place {
  indent: string;
  depth: number;
  isTight: boolean;
}

function definitionsOf(root: Root): Map<string, Definition> {
  return new Map(root.children.flatMap((node) => (node.type === "definition" ? [[node.identifier, node]] : [])));
}

function blocksToPieces(nodes: readonly RootContent[], context: Context, place: Place): Piece[] {
  const pieces: Piece[] = [];
  let endLine = 0;
  for (const node of nodes) {
    const made = blockToPieces(node, context, place);
    const [first] = made;
    const start = node.position?.start.line ?? 1;
    if (first !== undefined) {
      first.glue = place.isTight || start === endLine + 1 ? "\n" : "\n\n";
      pieces.push(...made);
      endLine = node.position?.end.line ?? start;
    }
  }
  return pieces;
}

function blockToPieces(node: RootContent, context: Context, place: Place): Piece[] {
  const line = (node.position?.start.line ?? 1) + context.lineOffset;
  const piece = (text: string, at: number, kind: Piece["kind"]): Piece => ({
    text: place.indent + text,
    glue: "\n",
    line: at,
    kind,
    depth: place.depth,
  });
  switch (node.type) {
    case "paragraph": {
      const lines = joinWrapped(toLines(node.children, context));
      return lines.map(({ text, line: at }) => {
        const indent = place.depth === 0 ? indentOf(at, context) : "";
        const isBullet = /^[•▪‣◦]\s/u.test(text);
        const made = piece(indent + wordMarks(text), at, isBullet ? "bullet" : "text");
        return isBullet ? { ...made, depth: place.depth + Math.floor(indent.length / 2) } : made;
      });
    }
    case "heading":
      return toLines(node.children, context).map(({ text, line: at }) => piece(text, at, "label"));
    case "list":
      return listToPieces(node, context, place);
    case "blockquote":
      return quote(blocksToPieces(node.children, context, place));
    case "code":
      return codeLines(node.value, line, context).map(({ text, line: at }) => piece(text, at, "code"));
    case "table": {
      const rows = node.children.map((row) =>
        row.children.map((cell) =>
          toLines(cell.children, context)
            .map((each) => each.text)
            .join(" "),
        ),
      );
      return rows.slice(1).map((row, index) => piece(wordRow(rows[0] ?? [], row), line + 2 + index, "row"));
    }
    case "html":
      return htmlLines(node.value, line).map(({ text, line: at }) => piece(text, at, "text"));
    default:
      return [];
  }
}

function listToPieces(list: List, context: Context, place: Place): Piece[] {
  return list.children.flatMap((item, index) => {
    const marker = list.ordered === true ? (markerOf(item, context) ?? `${index + 1}.`) : "•";
    const [head, ...rest] = blocksToPieces(item.children, context, {
      indent: "",
      depth: place.depth + 1,
      isTight: item.spread !== true,
    });
    if (head === undefined) return [];
    const isNested = item.children[0]?.type === "list";
    const glue: Piece["glue"] = index > 0 && list.spread === true ? "\n\n" : "\n";
    const first: Piece = { ...head, text: `${place.indent}${marker} ${head.text}`, glue, kind: "bullet" };
    // A line that goes on without being indented was written as a line of its own.
    const below = rest.map((each): Piece => {
      const indent = /^(?:>\s?)*\s/.test(sourceLine(each.line, context)) ? "  " : "";
      return { ...each, text: `${place.indent}${indent}${each.text}` };
    });
    return isNested ? [{ ...head, glue }, ...rest] : [{ ...first, depth: place.depth }, ...below];
  });
}

/** "1." or "1)", as it was written. */
function markerOf(item: ListItem, context: Context): string | null {
  const { line, column } = item.position?.start ?? { line: 1, column: 1 };
  return /^\d+[.)]/.exec(context.source[line - 1]?.slice(column - 1) ?? "")?.[0] ?? null;
}

/** What somebody else said keeps its quotation marks, or gets them, since the bar beside it goes. */
function quote(pieces: Piece[]): Piece[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined || /^\s*["“„«'‘—–-]/.test(first.text)) return pieces;
  first.text = first.text.replace(/^\s*/, (space) => `${space}“`);
  last.text += "”";
  return pieces;
}

/** A fenced block's lines, or those of an indented one, which in a post that was written as plain text are lines like any other. */
function codeLines(value: string, line: number, context: Context): Line[] {
  const opening = sourceLine(line, context);
  const isFenced = /^\s*(?:>\s*)*(?:[-*+]\s+|\d+[.)]\s+)*(?:`{3,}|~{3,})/.test(opening);
  return value
    .split("\n")
    .map((text, index) => ({ text: isFenced ? text : `    ${text}`, line: line + index + (isFenced ? 1 : 0) }))
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, line: at }) => ({ text: text.trimEnd(), line: at }));
}

function htmlLines(value: string, line: number): Line[] {
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

/** An editor that wraps lines at a fixed width breaks them anywhere; such a paragraph is one line. A post's own lines stay. */
function joinWrapped(lines: readonly Line[]): Line[] {
  const [first] = lines;
  if (first === undefined || lines.length < 2) return [...lines];
  const width = Math.max(...lines.map(({ text }) => text.length));
  const isWrapped = lines.every(({ text }, index) => {
    const next = lines[index + 1]?.text.split(" ")[0];
    return next === undefined || text.length + 1 + next.length > width;
  });
  const breaksSentence = lines.some(
    ({ text }, index) => /(?:\p{L}|\p{N}|,)$/u.test(text) && /^\p{Ll}/u.test(lines[index + 1]?.text ?? ""),
  );
  if (width < 60 || width > 110 || !isWrapped || !breaksSentence) return [...lines];
  return [{ text: lines.map(({ text }) => text).join(" "), line: first.line }];
}
