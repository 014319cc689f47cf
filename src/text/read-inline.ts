import type { Definition, PhrasingContent, Text } from "mdast";
import { toBold } from "./bold.ts";
import { withoutTags } from "./html.ts";

/** A line of a paragraph as it is in the file. */
export interface InlineLine {
  text: string;
  /** The file's line, from 1. */
  line: number;
  /** Whether the break in front of it is meant, or only wraps the paragraph. */
  isMeant: boolean;
  /** The bold words it opens with. */
  bold: { words: string; end: number } | null;
}

export interface InlineOptions {
  /** The text the tree was made of. */
  markdown: string;
  /** Added to the tree's line numbers. */
  lineOffset: number;
  /** Whether bold words become Unicode's bold letters. */
  unicodeBold: boolean;
  /** The addresses of reference links, by their name. */
  definitions: ReadonlyMap<string, Definition>;
}

/** The words of a paragraph without their marks: emphasis gone, code bare, links as their words and address, no images. */
export function readInline(nodes: readonly PhrasingContent[], options: InlineOptions): InlineLine[] {
  const [only] = nodes;
  if (nodes.length === 1 && only?.type === "text") return readText(only, options);
  const lines: InlineLine[] = [];
  const write = (piece: string, line: number, isMeant = false): void => {
    for (const [index, part] of piece.split(/\r?\n/).entries()) {
      const last = lines.at(-1);
      if (index > 0 || last === undefined) lines.push({ text: part, line: line + index, isMeant, bold: null });
      else last.text += part;
    }
  };
  const visit = (node: PhrasingContent, isBold: boolean): void => {
    const line = (node.position?.start.line ?? 1) + options.lineOffset;
    if (node.type === "text") write(wordsOf(node, options.markdown, isBold), line);
    else if (node.type === "inlineCode") write(node.value.replace(/\n/g, " "), line);
    else if (node.type === "break") write("\n", line, true);
    else if (node.type === "html") writeHtml(node.value, line);
    else if (node.type === "strong") visitStrong(node.children);
    else if ("children" in node) visitParent(node, isBold, line);
  };
  const visitParent = (node: Extract<PhrasingContent, { children: unknown }>, isBold: boolean, line: number): void => {
    if (node.type === "linkReference" && node.identifier.startsWith("^")) return;
    const before = lines.at(-1)?.text.length ?? 0;
    for (const child of node.children) visit(child, isBold);
    if (node.type === "link") writeAddress(node.url, before, line);
    if (node.type === "linkReference") writeAddress(options.definitions.get(node.identifier)?.url ?? "", before, line);
  };
  const visitStrong = (children: readonly PhrasingContent[]): void => {
    const opened = lines.at(-1);
    const opens = opened === undefined || opened.text.trim() === "";
    const from = lines.length;
    for (const child of children) visit(child, options.unicodeBold);
    const own = opened ?? lines[0];
    if (opens && own !== undefined && lines.length === Math.max(from, 1) && own.bold === null)
      own.bold = { words: own.text.trim(), end: own.text.length };
  };
  const writeHtml = (value: string, line: number): void => {
    if (/^<br\s*\/?>/i.test(value)) write("\n", line, true);
    else if (!value.startsWith("<!--")) write(withoutTags(value), line);
  };
  const writeAddress = (url: string, before: number, line: number): void => {
    const words = (lines.at(-1)?.text ?? "").slice(before);
    if (saysMore(url, words)) write(` (${url})`, line);
  };
  for (const node of nodes) visit(node, false);
  const hasImage = nodes.some((node) => node.type === "image" || node.type === "imageReference");
  return lines.map((line) => trimLine(line, hasImage));
}

/** Most paragraphs are words and nothing else. */
function readText(node: Text, { markdown, lineOffset }: InlineOptions): InlineLine[] {
  const first = (node.position?.start.line ?? 1) + lineOffset;
  return wordsOf(node, markdown, false)
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.trim(), line: first + index, isMeant: false, bold: null }));
}

function trimLine(line: InlineLine, hasImage: boolean): InlineLine {
  const lead = line.text.length - line.text.trimStart().length;
  const text = (hasImage ? closeGaps(line.text) : line.text).trim();
  return { ...line, text, bold: line.bold === null ? null : { ...line.bold, end: line.bold.end - lead } };
}

/** What an image leaves behind in a sentence. */
function closeGaps(text: string): string {
  return text.replace(/ +([,.;:!?])/g, "$1").replace(/ {2,}/g, " ");
}

/** A text without the marks of dialects; one behind a backslash is meant as it is. */
function wordsOf({ value, position }: Text, markdown: string, isBold: boolean): string {
  const isEscaped = markdown.slice(position?.start.offset, position?.end.offset).includes("\\");
  const words = isEscaped ? value : dropMarks(value);
  return isBold ? toBold(words) : words;
}

/** Whether an address says more than the words that lead to it. */
function saysMore(url: string, words: string): boolean {
  return words !== "" && /^(?:https?|mailto):/.test(url) && words !== url && `mailto:${words}` !== url;
}

/** Marks of dialects that the tree does not know: what is struck out goes, a footnote's mark too. */
function dropMarks(text: string): string {
  return text.replace(/~~(?=\S)[^~\n]*\S~~ ?/g, "").replace(/\[\^[^\]\s]+\](?!:)/g, "");
}
