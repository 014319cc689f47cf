import type { ListItem, Paragraph, Root, RootContent } from "mdast";
import { scanInline } from "./inline.ts";
import { isBlank, positionOf, type SourceLine, toLines } from "./lines.ts";
import { readTable } from "./table.ts";

/**
 * Reads plain markdown some twenty times faster than the full parser does, into the same tree: paragraphs, `#` headings, fenced code,
 * flat lists, tables, bold and code. Null for text that has anything else; property tests hold the two equal.
 */
export function scanMarkdown(text: string): Root | null {
  if (/[\0\r]/.test(text) || isBeyond(text)) return null;
  const lines = toLines(text);
  const children: RootContent[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) return null;
    if (isBlank(line.text)) {
      at++;
      continue;
    }
    const block = readBlock(lines, at);
    if (block === null) return null;
    children.push(block.node);
    at = block.next;
  }
  return { type: "root", children };
}

/** Whether a text has anything that is left to the full parser. Most have none of the marks that most of it is told by. */
function isBeyond(text: string): boolean {
  return MARKS.test(text) ? HARD.test(text.replace(CODE, "```\n```")) : BARE.test(text);
}

const MARKS = /[\t\\\]&<|_~`\u2028\u2029\u0085]/;

/** What needs none of those marks, … */
const UNMARKED: Readonly<Record<string, RegExp>> = {
  indentedLinesAndQuotes: /^[ >+]/,
  otherBullets: /^[*-](?![ *-])|^[*+](?= )/,
  underlines: /^(?:=+|-+) *$(?<!^---$)/,
  singleAndTripleAsterisks: /(?<!\*)\*(?!\*)|\*{3}/,
};

/** … and what does. */
const MARKED: Readonly<Record<string, RegExp>> = {
  tabsAndEscapes: /[\t\\]/,
  linksAndReferences: /\][([:\]]|\]\n?\[/,
  entitiesAndHtml: /&[A-Za-z#]|<[A-Za-z/!?]/,
  barsOutsideOfTables: /^[^|\n].*\n\||^[^|\n]*\|(?<!^\|)/,
  emphasisWithUnderscores: /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u,
  otherFences: /`{2}(?<!^```)(?!`)|~~~|^`{4}/,
  otherLineBreaks: /[\u2028\u2029\u0085]/,
};

const BARE = anyOf(Object.values(UNMARKED));
const HARD = anyOf([...Object.values(UNMARKED), ...Object.values(MARKED)]);

function anyOf(expressions: readonly RegExp[]): RegExp {
  return new RegExp(expressions.map(({ source }) => source).join("|"), "mu");
}

/** A fenced block, whose lines may hold anything. */
const CODE = /^```[\p{L}\p{N}+#.-]*\n(?:(?!```).*\n)*```$/gmu;

interface Block {
  node: RootContent;
  next: number;
}

function readBlock(lines: readonly SourceLine[], at: number): Block | null {
  const line = lines[at] as SourceLine;
  if (/^#{1,6}(?: |$)/.test(line.text)) return readHeading(line, at);
  if (line.text.startsWith("```")) return readCode(lines, at);
  if (line.text === "---")
    return { node: { type: "thematicBreak", position: positionOf(line, 0, line, 3) }, next: at + 1 };
  if (line.text.startsWith("|")) return readTable(lines, at);
  return ITEM.test(line.text) ? readList(lines, at) : readParagraph(lines, at);
}

function readHeading(line: SourceLine, at: number): Block | null {
  const marks = /^(#{1,6}) (?=\S)/.exec(line.text);
  if (marks === null || /# *$/.test(line.text)) return null;
  const children = scanInline([line], marks[0].length);
  if (children === null) return null;
  const depth = (marks[1]?.length ?? 1) as 1 | 2 | 3 | 4 | 5 | 6;
  return {
    node: { type: "heading", depth, children, position: positionOf(line, 0, line, line.text.length) },
    next: at + 1,
  };
}

function readCode(lines: readonly SourceLine[], at: number): Block | null {
  const line = lines[at] as SourceLine;
  const info = /^```([\p{L}\p{N}+#.-]*)$/u.exec(line.text);
  const end = lines.findIndex((other, index) => index > at && other.text.startsWith("```"));
  const close = lines[end];
  if (info === null || close === undefined || close.text !== "```") return null;
  const value = lines
    .slice(at + 1, end)
    .map(({ text }) => text)
    .join("\n");
  const lang = info[1] === "" ? null : (info[1] ?? null);
  return { node: { type: "code", lang, meta: null, value, position: positionOf(line, 0, close, 3) }, next: end + 1 };
}

const ITEM = /^(?:- |(\d{1,9})\. )(?=\S)/;

function readList(lines: readonly SourceLine[], at: number): Block | null {
  const marker = ITEM.exec(lines[at]?.text ?? "")?.[1];
  const ordered = marker !== undefined;
  const items: ListItem[] = [];
  let next = at;
  let last = at;
  let isSpread = false;
  while (isItem(lines[next], ordered)) {
    const end = endOfParagraph(lines, next);
    const item = end === null ? null : readItem(lines.slice(next, end));
    if (end === null || item === null) return null;
    items.push(item);
    last = end - 1;
    const behind = skipBlank(lines, end);
    const goesOn = isItem(lines[behind], ordered);
    isSpread ||= goesOn && behind > end;
    next = goesOn ? behind : end;
  }
  // What looks like an item of another kind may be one, or an empty one.
  if (MARKER.test(lines[skipBlank(lines, next)]?.text ?? "")) return null;
  const [from, to] = [lines[at] as SourceLine, lines[last] as SourceLine];
  return {
    node: {
      type: "list",
      ordered,
      start: ordered ? Number(marker) : null,
      spread: isSpread,
      children: items,
      position: positionOf(from, 0, to, to.text.length),
    },
    next,
  };
}

function readItem(lines: readonly SourceLine[]): ListItem | null {
  const [first, last] = [lines[0] as SourceLine, lines.at(-1) as SourceLine];
  const indent = ITEM.exec(first.text)?.[0].length ?? 0;
  // What is behind the marker may open a block of its own.
  if (/^(?:[#>+`-]|\d+[.)](?: |$)|\* |---)/.test(first.text.slice(indent))) return null;
  const children = scanInline(lines, indent);
  if (children === null) return null;
  const end = last.text.length;
  const paragraph: Paragraph = { type: "paragraph", children, position: positionOf(first, indent, last, end) };
  return {
    type: "listItem",
    spread: false,
    checked: null,
    children: [paragraph],
    position: positionOf(first, 0, last, end),
  };
}

function isItem(line: SourceLine | undefined, ordered: boolean): boolean {
  const marker = ITEM.exec(line?.text ?? "");
  return marker !== null && (marker[1] !== undefined) === ordered;
}

/** The index of the first line that is not blank. */
function skipBlank(lines: readonly SourceLine[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at]?.text ?? "")) at++;
  return at;
}

/**
 * The index behind a paragraph that starts on a line, in a list or not: it goes on until a blank line, a heading, code or an
 * item. Null where what follows could be something else.
 */
function endOfParagraph(lines: readonly SourceLine[], at: number): number | null {
  const inList = ITEM.test(lines[at]?.text ?? "");
  const behind = lines.slice(at + 1).findIndex(({ text }) => endsParagraph(text, inList) !== false);
  if (behind < 0) return lines.length;
  const next = at + 1 + behind;
  return endsParagraph(lines[next]?.text ?? "", inList) === true ? next : null;
}

/** Whether a line ends the paragraph in front of it; null where that is uncertain. */
function endsParagraph(text: string, inList: boolean): boolean | null {
  if (isBlank(text) || /^(?:#{1,6} |```)/.test(text)) return true;
  if (text === "---" || /^#{1,6}$/.test(text)) return null;
  // Bullets interrupt a paragraph, numbers only from 1; an item goes on with the next whatever its number.
  if (ITEM.test(text)) return inList || text.startsWith("- ") || text.startsWith("1. ") ? true : null;
  return MARKER.test(text) ? null : false;
}

const MARKER = /^(?:-|\d+[.)])(?: |$)/;

function readParagraph(lines: readonly SourceLine[], at: number): Block | null {
  const next = endOfParagraph(lines, at);
  if (next === null || MARKER.test(lines[at]?.text ?? "")) return null;
  const own = lines.slice(at, next);
  const children = scanInline(own, 0);
  const [first, last] = [own[0], own.at(-1)];
  if (children === null || first === undefined || last === undefined) return null;
  return { node: { type: "paragraph", children, position: positionOf(first, 0, last, last.text.length) }, next };
}
