import type { InlineCode, PhrasingContent, Strong } from "mdast";
import { positionOf, type SourceLine } from "./lines.ts";

/** Bold and code in the text of lines, the first of which starts at a column. */
export function scanInline(lines: readonly SourceLine[], column: number): PhrasingContent[] | null {
  const [first] = lines;
  if (first === undefined) return null;
  const text = lines.map((line, index) => (index === 0 ? line.text.slice(column) : line.text)).join("\n");
  if (!MARKED.test(text)) return [plainText(text, first, column, lines.at(-1) ?? first)];
  const start = first.offset + column;
  const point = (at: number) => {
    const offset = start + at;
    const line = lines.findLast((each) => each.offset <= offset) ?? first;
    return { line: line.number, column: offset - line.offset + 1, offset };
  };
  const nodes: PhrasingContent[] = [];
  let copied = 0;
  const copy = (to: number): void => {
    // Spaces at the end of a line: two and more break it, one is nothing; behind the last line they are nothing at all.
    const end = to === text.length ? text.replace(/ +$/, "").length : to;
    const written = text.slice(copied, end);
    if (written !== "" && !written.includes(" \n")) {
      nodes.push({ type: "text", value: written, position: { start: point(copied), end: point(end) } });
      return;
    }
    for (const match of written.matchAll(/((?:(?! {2,}\n)[\s\S])+)|( {2,}\n)/g)) {
      const from = copied + match.index;
      const position = { start: point(from), end: point(from + match[0].length) };
      if (match[2] !== undefined) nodes.push({ type: "break", position });
      else nodes.push({ type: "text", value: match[0].replaceAll(" \n", "\n"), position });
    }
  };
  for (const match of text.matchAll(/\*\*([^*`]*)\*\*|`([^`\n]+)`/g)) {
    const end = match.index + match[0].length;
    copy(match.index);
    const position = { start: point(match.index), end: point(end) };
    const node = match[2] === undefined ? readStrong(text, match, end) : readCode(match[2]);
    if (node === null) return null;
    if (node.type === "strong")
      for (const words of node.children) words.position = { start: point(match.index + 2), end: point(end - 2) };
    nodes.push({ ...node, position });
    copied = end;
  }
  copy(text.length);
  const rest = nodes.some((node) => node.type === "text" && /[*`]/.test(node.value));
  return rest ? null : nodes;
}

/** Bold, code, or spaces that mean something. */
const MARKED = /[*`]|^ | (?: |\n|$)/;

function plainText(value: string, first: SourceLine, column: number, last: SourceLine): PhrasingContent {
  return { type: "text", value, position: positionOf(first, column, last, last.text.length) };
}

function readCode(value: string): InlineCode | null {
  return /^ | $/.test(value) || value.includes("*") ? null : { type: "inlineCode", value };
}

function readStrong(text: string, match: RegExpExecArray, end: number): Strong | null {
  const value = match[1] ?? "";
  if (value.includes(" \n") || !canOpen(text, match.index) || !canClose(text, end)) return null;
  return { type: "strong", children: [{ type: "text", value }] };
}

/** Whether the asterisks at a place can open bold: CommonMark's left-flanking, and not inside a word. */
function canOpen(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? " ", text[at + 2] ?? " "];
  return /\S/.test(after) && !PUNCTUATION.test(after)
    ? !/[\p{L}\p{N}]/u.test(before)
    : /\S/.test(after) && /[\s(]/.test(before);
}

function canClose(text: string, end: number): boolean {
  const [before, after] = [text[end - 3] ?? " ", text[end] ?? " "];
  return /\S/.test(before) && !PUNCTUATION.test(before)
    ? !/[\p{L}\p{N}]/u.test(after)
    : /\S/.test(before) && /[\s).,:;!?]/.test(after);
}

const PUNCTUATION = /[\p{P}\p{S}]/u;
