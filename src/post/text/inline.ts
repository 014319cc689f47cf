import type { Definition, PhrasingContent } from "mdast";
import { withoutStruck } from "../../story/inline.ts";
import { withoutTags } from "../../story/rows.ts";
import { toBold } from "./bold.ts";

/** A line of plain text and the line of the file it stands on. */
export interface Line {
  text: string;
  line: number;
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

/** The words of a paragraph as a platform without markdown shows them: marks gone, links bare, a line for each of its lines. */
export function toLines(nodes: readonly PhrasingContent[], options: InlineOptions): Line[] {
  const lines: Line[] = [];
  const write = (piece: string, line: number): void => {
    for (const [index, part] of piece.split(/\r?\n/).entries()) {
      const last = lines.at(-1);
      if (index > 0 || last === undefined) lines.push({ text: part, line: line + index });
      else last.text += part;
    }
  };
  const visit = (node: PhrasingContent, isBold: boolean): void => {
    const line = (node.position?.start.line ?? 1) + options.lineOffset;
    if (node.type === "text") {
      const words = isEscaped(node, options.markdown) ? node.value : dropMarks(node.value);
      write(isBold ? toBold(words) : words, line);
    } else if (node.type === "inlineCode") write(node.value.replace(/\n/g, " "), line);
    else if (node.type === "break") write("\n", line);
    else if (node.type === "html")
      write(
        /^<br\s*\/?>/i.test(node.value) ? "\n" : node.value.startsWith("<!--") ? "" : withoutTags(node.value),
        line,
      );
    else if (node.type === "link") visitLink(node.children, node.url, isBold, line);
    else if (node.type === "linkReference" && node.identifier.startsWith("^")) return;
    else if (node.type === "linkReference")
      visitLink(node.children, options.definitions.get(node.identifier)?.url ?? "", isBold, line);
    else if (node.type === "strong") for (const child of node.children) visit(child, options.unicodeBold);
    else if ("children" in node) for (const child of node.children) visit(child, isBold);
  };
  const visitLink = (children: readonly PhrasingContent[], url: string, isBold: boolean, line: number): void => {
    const before = lines.at(-1)?.text.length ?? 0;
    for (const child of children) visit(child, isBold);
    const words = (lines.at(-1)?.text ?? "").slice(before);
    if (/^(?:https?|mailto):/.test(url) && words !== url && `mailto:${words}` !== url) write(` (${url})`, line);
  };
  for (const node of nodes) visit(node, false);
  const hasImage = nodes.some((node) => node.type === "image" || node.type === "imageReference");
  return lines.map(({ text, line }) => ({ text: (hasImage ? closeGaps(text) : text).trim(), line }));
}

/** What an image leaves behind in a sentence. */
function closeGaps(text: string): string {
  return text.replace(/ +([,.;:!?])/g, "$1").replace(/ {2,}/g, " ");
}

/** A mark behind a backslash is meant as it stands. */
function isEscaped({ position }: PhrasingContent, markdown: string): boolean {
  return markdown.slice(position?.start.offset, position?.end.offset).includes("\\");
}

/** Marks of dialects that the tree does not know: what is struck out goes, a footnote's mark too. */
function dropMarks(text: string): string {
  return withoutStruck(text).replace(/\[\^[^\]\s]+\](?!:)/g, "");
}
