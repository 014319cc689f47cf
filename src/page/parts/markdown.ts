import type { Element, ElementContent, Nodes, Root, RootContent, Text } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import type { Heading, Html, Image } from "mdast";
import { type State, toHast } from "mdast-util-to-hast";
import { findTextFigures } from "../../language/find-figures.ts";
import { parseFully } from "../../text/markdown.ts";
import { lineAnchor } from "../links.ts";

/** What a story's markdown may become: text with its structure, and links. No images, since nothing is fetched. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !["img", "input", "picture", "source"].includes(name)),
  protocols: { href: ["http", "https", "mailto"] },
};

/**
 * Renders markdown as safe HTML: what is HTML in it is shown as text, what a page would run or fetch is taken out. Each line
 * of the file has an anchor, and figures are marked where they are wanted. `firstLine` is the file's line (from 1) on which the text starts.
 */
export function renderMarkdown(markdown: string, firstLine: number, marksFigures = true): Root {
  const parsed = parseFully(markdown);
  const highest = parsed.children.reduce(
    (depth, node) => (node.type === "heading" ? Math.min(depth, node.depth) : depth),
    6,
  );
  const tree = toHast(parsed, {
    handlers: {
      // The page's own title is above all of them, whatever depth they were written with.
      heading: (state: State, node: Heading): Element => ({
        type: "element",
        tagName: node.depth > highest ? "h3" : "h2",
        properties: {},
        children: state.all(node),
        ...(node.position === undefined ? {} : { position: node.position }),
      }),
      html: (_state: unknown, node: Html): Text | undefined =>
        node.value.startsWith("<!--") ? undefined : { type: "text", value: node.value },
      image: (_state: unknown, node: Image): Text => ({ type: "text", value: `[image: ${node.alt || node.url}]` }),
    },
  });
  const safe = sanitize(tree as Nodes, SCHEMA);
  const root: Root = safe.type === "root" ? safe : { type: "root", children: [safe as RootContent] };
  const place: Anchors = { offset: firstLine - 1, taken: new Set(), marksFigures };
  for (const child of root.children) if (child.type === "element") markLines(child, place, false);
  return root;
}

interface Anchors {
  /** What is added to a line of the text to get the file's. */
  offset: number;
  taken: Set<number>;
  marksFigures: boolean;
}

/** Gives the elements of a block the anchors of their lines, and marks the figures of its text; code has none. */
function markLines(element: Element, place: Anchors, isCode: boolean): void {
  const line = element.position?.start.line;
  if (line !== undefined && /^(?:p|li|tr|h\d|pre|blockquote)$/.test(element.tagName)) takeAnchor(element, line, place);
  const inCode = isCode || element.tagName === "code" || element.tagName === "pre";
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === "text") return inCode || child.value.trim() === "" ? [child] : markText(child, place);
    if (child.type === "element") {
      markLines(child, place, inCode);
      if (child.tagName === "a") child.properties["rel"] = ["noreferrer", "noopener"];
    }
    return [child];
  });
}

function takeAnchor(element: Element, line: number, { offset, taken }: Anchors): void {
  if (taken.has(line)) return;
  taken.add(line);
  element.properties["id"] = lineAnchor(line + offset);
}

/** Cuts a text into its lines, so that each can be pointed at, and wraps its figures. */
function markText(text: Text, place: Anchors): ElementContent[] {
  const first = text.position?.start.line;
  return text.value.split("\n").flatMap((line, index): ElementContent[] => {
    const marked = place.marksFigures ? markFigures(line) : [{ type: "text" as const, value: line }];
    if (index === 0) return marked;
    const span: Element = { type: "element", tagName: "span", properties: { className: ["line"] }, children: marked };
    if (first !== undefined) takeAnchor(span, first + index, place);
    return [{ type: "text", value: "\n" }, span];
  });
}

function markFigures(line: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { start, end } of findTextFigures(line)) {
    if (start < at) continue;
    if (start > at) parts.push({ type: "text", value: line.slice(at, start) });
    parts.push({
      type: "element",
      tagName: "mark",
      properties: {},
      children: [{ type: "text", value: line.slice(start, end) }],
    });
    at = end;
  }
  if (at < line.length) parts.push({ type: "text", value: line.slice(at) });
  return parts;
}
