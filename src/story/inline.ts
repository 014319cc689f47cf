import type { PhrasingContent } from "mdast";
import { withoutTags } from "./rows.ts";

/** Plain text that knows which line of the file each of its parts stands on. */
export interface Inline {
  text: string;
  /** From `at` on (an index into `text`), the text stands on `line` of the file. */
  breaks: readonly { at: number; line: number }[];
}

/** The words of a paragraph without their marks: emphasis gone, code bare, links as their words and address, images nothing at all. */
export function toPlainText(children: readonly PhrasingContent[], lineOffset: number): Inline {
  const breaks: { at: number; line: number }[] = [];
  let text = "";
  let isBehindImage = false;
  const write = (written: string, line: number): void => {
    const piece = isBehindImage ? closeGap(written) : written;
    isBehindImage = false;
    for (const [index, part] of piece.split(/\r?\n/).entries()) {
      if (index > 0) text = startsOwnLine(part) ? `${text.trimEnd()}\n` : joinSoft(text);
      breaks.push({ at: text.length, line: line + index });
      text += index > 0 ? part.trimStart() : part;
    }
  };
  /** What an image leaves behind in a sentence. */
  const closeGap = (piece: string): string => {
    if (/^ *[,.;:!?]/.test(piece)) text = text.trimEnd();
    return text === "" || /\s$/.test(text) ? piece.replace(/^ +/, "") : piece;
  };
  const visit = (node: PhrasingContent): void => {
    const line = (node.position?.start.line ?? 1) + lineOffset;
    if (node.type === "text") write(withoutStruck(node.value), line);
    else if (node.type === "inlineCode") write(node.value, line);
    else if (node.type === "break") text = `${text.trimEnd()}\n`;
    else if (node.type === "link") {
      const from = text.length;
      for (const child of node.children) visit(child);
      const words = text.slice(from);
      if (words !== "" && words !== node.url && `mailto:${words}` !== node.url && /^https?:|^mailto:/.test(node.url))
        write(` (${node.url})`, line);
    } else if (node.type === "image" || node.type === "imageReference") isBehindImage = true;
    else if (node.type === "html")
      write(
        /^<br\s*\/?>/i.test(node.value) ? "\n" : node.value.startsWith("<!--") ? "" : withoutTags(node.value),
        line,
      );
    else if ("children" in node) for (const child of node.children) visit(child);
  };
  for (const child of children) visit(child);
  const lead = text.length - text.trimStart().length;
  return { text: text.trim(), breaks: breaks.map(({ at, line }) => ({ at: Math.max(0, at - lead), line })) };
}

/** What is struck out is not told; the tree does not know its marks. */
export function withoutStruck(text: string): string {
  return text.replace(/~~(?=\S)[^~\n]*\S~~ ?/g, "");
}

/** A line that opens with an arrow, a bullet or a tick was meant as a line of its own. */
function startsOwnLine(line: string): boolean {
  return /^\s*[→➜➔•▪‣✓✔✅❌]/u.test(line);
}

function joinSoft(text: string): string {
  return text.endsWith("\n") || text === "" ? text : `${text.trimEnd()} `;
}

/** The line of the file on which a place in the text stands. */
export function lineAt(inline: Inline, at: number): number {
  let line = inline.breaks[0]?.line ?? 1;
  for (const each of inline.breaks) if (each.at <= at) line = each.line;
  return line;
}
