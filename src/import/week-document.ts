import type { Heading, Paragraph, RootContent } from "mdast";
import { speaksOf } from "../language/document.ts";
import { parseMarkdown } from "../text/markdown.ts";
import { findAngles } from "./angles.ts";
import type { DocumentProblem, WeekDocument } from "./document.ts";
import { readPreamble } from "./preamble.ts";
import { isStoryHeading } from "./story-heading.ts";
import { readStorySection } from "./story-section.ts";

/** Whether a text is a week document: it has a story heading outside its code blocks. */
export function isWeekDocument(text: string): boolean {
  return findStoryStarts(parseMarkdown(text).children, text.split("\n")).length > 0;
}

/** Parses a week document by its structure. Lines are the document's, from 1, with line feeds as line ends. */
export function parseWeekDocument(text: string, fileName: string): WeekDocument {
  const nodes = parseMarkdown(text).children;
  const lines = text.split("\n");
  const starts = findStoryStarts(nodes, lines);
  const problems: DocumentProblem[] = [];
  const end = findGuidance(nodes, starts, lines);
  const preamble = readPreamble(lines.slice(0, (starts[0]?.line ?? 1) - 1), codeLines(nodes), fileName);
  problems.push(...preamble.problems);
  const guidance = lines
    .slice(end - 1)
    .join("\n")
    .replace(/\n+$/, "");
  const stories = starts.map((start, index) => {
    const to = starts[index + 1]?.line ?? end;
    return readStorySection(lines.slice(start.line - 1, to - 1), start.line, index + 1, problems);
  });
  const angles = findAngles(
    guidance,
    stories.map((story) => story.title),
  );
  return {
    week: preamble.week,
    theme: preamble.theme,
    metadata: preamble.metadata,
    frame: `${preamble.frame}{stories}${guidance === "" ? "" : "{guidance}"}`,
    guidance,
    stories: stories.map((story, index) => ({ ...story, angle: angles[index] ?? null })),
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

interface Start {
  line: number;
  depth: number;
}

/** Story headings: headings of any level, and bold lines of their own, that say `STORY n`. */
function findStoryStarts(nodes: readonly RootContent[], lines: readonly string[]): Start[] {
  return nodes.flatMap((node) => {
    const line = lineOf(node);
    if (node.type === "heading" && isStoryHeading(lines[line - 1] ?? "")) return [{ line, depth: node.depth }];
    return node.type === "paragraph" && isBoldLine(node) && isStoryHeading(lines[line - 1] ?? "")
      ? [{ line, depth: 7 }]
      : [];
  });
}

function isBoldLine(node: Paragraph): boolean {
  return (
    node.children[0]?.type === "strong" ||
    (node.children[0]?.type === "text" &&
      node.children[1]?.type === "strong" &&
      /^\P{L}*$/u.test(node.children[0].value))
  );
}

/**
 * The line on which the closing guidance starts: after the last story, a heading of a higher level, or one of the same
 * level that follows a rule or speaks of guidance. Rules and lower headings belong to the story.
 */
function findGuidance(nodes: readonly RootContent[], starts: readonly Start[], lines: readonly string[]): number {
  const last = starts.at(-1);
  const afterEnd = lines.length + 1;
  if (last === undefined) return afterEnd;
  const found = nodes.find((node, index) => {
    const line = lineOf(node);
    if (line <= last.line) return false;
    const followsRule = nodes[index - 1]?.type === "thematicBreak";
    const isAboutUse = speaksOf("guidanceTitles", lines[line - 1] ?? "");
    if (node.type === "heading") {
      if (last.depth < 7 && node.depth < last.depth) return true;
      return node.depth <= last.depth && (followsRule || isAboutUse);
    }
    return node.type === "paragraph" && followsRule && isAboutUse && isBoldLine(node);
  });
  return found === undefined ? afterEnd : lineOf(found);
}

function lineOf(node: RootContent): number {
  return node.position?.start.line ?? 1;
}

/** The lines that code blocks take; what looks like a label there is code. */
function codeLines(nodes: readonly RootContent[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const node of nodes as readonly (RootContent | Heading)[]) {
    if (node.type !== "code") continue;
    for (let line = node.position?.start.line ?? 0; line <= (node.position?.end.line ?? -1); line++) taken.add(line);
  }
  return taken;
}
