import type { List, ListItem, PhrasingContent, RootContent, Table } from "mdast";
import { type Inline, toPlainText } from "./inline.ts";

/** Running text. Hard line breaks are kept as `\n`, soft ones are spaces. */
export interface Prose extends Inline {
  kind: "prose" | "quote";
}

export interface Bullet {
  /** The bold words in front (`**Total**: $2.4M` → `Total`). */
  label: string | null;
  text: Inline;
  children: readonly Block[];
  line: number;
}

export interface BulletList {
  kind: "list";
  ordered: boolean;
  start: number;
  bullets: readonly Bullet[];
  line: number;
}

export interface TableBlock {
  kind: "table";
  header: readonly Inline[];
  rows: readonly (readonly Inline[])[];
  line: number;
}

interface CodeBlock {
  kind: "code";
  text: string;
  line: number;
}

/** A part of a story's body, its markdown marks taken off. Lines are the file's, from 1. */
export type Block = Prose | BulletList | TableBlock | CodeBlock;

/** Turns a node of the markdown tree into blocks; rules and HTML comments have none. */
export function toBlocks(node: RootContent, lineOffset: number): Block[] {
  const line = (node.position?.start.line ?? 1) + lineOffset;
  switch (node.type) {
    case "paragraph":
      return proseOf(node.children, lineOffset);
    case "heading":
      return proseOf(node.children, lineOffset);
    case "blockquote":
      return node.children
        .flatMap((child) => toBlocks(child, lineOffset))
        .map((block) => (block.kind === "prose" ? { ...block, kind: "quote" } : block));
    case "list":
      return [toList(node, line, lineOffset)];
    case "code":
      return [{ kind: "code", text: node.value, line }];
    case "table":
      return [toTable(node, line, lineOffset)];
    case "html":
      return node.value.startsWith("<!--")
        ? []
        : [{ kind: "prose", text: node.value.replace(/<[^>]*>/g, "").trim(), breaks: [{ at: 0, line }] }];
    default:
      return [];
  }
}

/** The block of a paragraph's words, or none where there are none. */
export function proseOf(children: readonly PhrasingContent[], lineOffset: number): Prose[] {
  const inline = toPlainText(children, lineOffset);
  return inline.text === "" ? [] : [{ kind: "prose", ...inline }];
}

function toList(node: List, line: number, lineOffset: number): BulletList {
  return {
    kind: "list",
    ordered: node.ordered === true,
    start: node.start ?? 1,
    bullets: node.children.map((item) => toBullet(item, lineOffset)),
    line,
  };
}

function toBullet(item: ListItem, lineOffset: number): Bullet {
  const line = (item.position?.start.line ?? 1) + lineOffset;
  const [first, ...rest] = item.children;
  if (first === undefined) return { label: null, text: { text: "", breaks: [{ at: 0, line }] }, children: [], line };
  const leads = first.type === "paragraph";
  const text = leads ? toPlainText(first.children, lineOffset) : { text: "", breaks: [{ at: 0, line }] };
  const children = (leads ? rest : item.children).flatMap((child) => toBlocks(child, lineOffset));
  return { label: leads ? boldLabel(first.children) : null, text, children, line };
}

/** The bold words that open a paragraph and are set off by a colon, inside the bold or behind it. */
export function boldLabel(children: readonly PhrasingContent[]): string | null {
  const [first, second] = children;
  if (first?.type !== "strong") return null;
  const words = toPlainText(first.children, 0).text;
  if (/[:：]$/.test(words)) return words.replace(/\s*[:：]$/, "");
  return second?.type === "text" && /^\s*[:：]/.test(second.value) ? words : null;
}

function toTable(node: Table, line: number, lineOffset: number): TableBlock {
  const rows = node.children.map((row) => row.children.map((cell) => toPlainText(cell.children, lineOffset)));
  return { kind: "table", header: rows[0] ?? [], rows: rows.slice(1), line };
}
