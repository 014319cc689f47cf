import type { BlockContent, ListItem, Paragraph, Root, RootContent } from "mdast";
import { scanInline } from "./inline.ts";
import { isBlank, positionOf, type SourceLine, toLines } from "./lines.ts";
import { readTable } from "./table.ts";

/**
 * Reads plain markdown some twenty times faster than the full parser does, into the same tree: paragraphs, `#` headings, fenced code,
 * flat lists, tables, bold and code. Null for text that has anything else; property tests hold the two equal.
 */
export function scanMarkdown(text: string): Root | null {
  if (/[\0\r]/.test(text) || HARD.test(text.replace(CODE, "```\n```"))) return null;
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

/**
 * What the scanner leaves to the full parser: tabs, escapes, references, links, HTML, quotes, indented
 * lines, bars outside of tables, underlines, emphasis with underscores or single asterisks, other fences and bullets.
 */
const HARD =
  /[\t\\]|\][([:\]]|\]\n?\[|&[A-Za-z#]|<[A-Za-z/!?]|^[ >+]|^[^|\n].*\n\||^[^|\n]*\|(?<!^\|)|^[*-](?![ *-])|^[*+](?= )|^(?:=+|-+) *$(?<!^---$)|^ |(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<!\*)\*(?!\*)|\*{3}|`{2}(?<!^```)(?!`)|~~~|^`{4}|[\u2028\u2029\u0085]/mu;

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
  const items: ListItem[] = [];
  const ordered = ITEM.exec(lines[at]?.text ?? "")?.[1] !== undefined;
  const start = Number(ITEM.exec(lines[at]?.text ?? "")?.[1]);
  let next = at;
  let isSpread = false;
  let lastLine = lines[at] as SourceLine;
  while (next < lines.length) {
    const line = lines[next] as SourceLine;
    const marker = ITEM.exec(line.text);
    if (marker === null || (marker[1] !== undefined) !== ordered) break;
    const end = endOfParagraph(lines, next);
    if (end === null) return null;
    const rest = line.text.slice(marker[0].length);
    // What is behind the marker may open a block of its own.
    if (/^(?:[#>+`-]|\d+[.)](?: |$)|\* |---)/.test(rest)) return null;
    const own = lines.slice(next, end);
    const last = own.at(-1) ?? line;
    const children = scanInline(own, marker[0].length);
    if (children === null) return null;
    const behind = skipBlank(lines, end);
    isSpread ||= behind > end && isItem(lines[behind], ordered);
    lastLine = last;
    next = isItem(lines[behind], ordered) ? behind : end;
    const paragraph: Paragraph = {
      type: "paragraph",
      children,
      position: positionOf(line, marker[0].length, last, last.text.length),
    };
    items.push({
      type: "listItem",
      spread: false,
      checked: null,
      children: [paragraph as BlockContent],
      position: positionOf(line, 0, last, last.text.length),
    });
  }
  // What looks like an item of another kind may be one, or an empty one.
  if (/^(?:-|\d+[.)])(?: |$)/.test(lines[skipBlank(lines, next)]?.text ?? "")) return null;
  const first = lines[at] as SourceLine;
  return {
    node: {
      type: "list",
      ordered,
      start: ordered ? start : null,
      spread: isSpread,
      children: items,
      position: positionOf(first, 0, lastLine, lastLine.text.length),
    },
    next,
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
  let next = at + 1;
  for (; next < lines.length; next++) {
    const { text } = lines[next] as SourceLine;
    if (isBlank(text) || /^(?:#{1,6} |```)/.test(text)) break;
    if (text === "---" || /^#{1,6}$/.test(text)) return null;
    if (ITEM.test(text)) {
      // Bullets interrupt a paragraph, numbers only from 1; an item goes on with the next whatever its number.
      if (/^\d/.test(text) && !text.startsWith("1. ") && !ITEM.test(lines[at]?.text ?? "")) return null;
      break;
    }
    if (/^(?:-|\d+[.)])(?: |$)/.test(text)) return null;
  }
  return next;
}

function readParagraph(lines: readonly SourceLine[], at: number): Block | null {
  const next = endOfParagraph(lines, at);
  if (next === null || /^(?:-|\d+[.)])(?: |$)/.test(lines[at]?.text ?? "")) return null;
  const own = lines.slice(at, next);
  const children = scanInline(own, 0);
  const [first, last] = [own[0], own.at(-1)];
  if (children === null || first === undefined || last === undefined) return null;
  return { node: { type: "paragraph", children, position: positionOf(first, 0, last, last.text.length) }, next };
}
