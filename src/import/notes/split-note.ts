import type { Heading, RootContent } from "mdast";
import { listed } from "../../language/dictionary.ts";
import { roleOf } from "../../language/label.ts";
import { lex } from "../../language/lex.ts";
import { parseMarkdown } from "../../text/markdown.ts";
import { readPlainLines } from "../../text/plain.ts";
import { isTitleLine, openingOf } from "./note.ts";
import { readTelling, type Untold, whyUntold } from "./telling.ts";

/** A part of a document that may be a story of its own. */
export interface DocumentPart {
  title: string;
  body: string;
  why: Untold | null;
}

/**
 * Cuts a document of many stories at its headings, or at its rules; null for a text that is one story. Sections alone make no
 * stories: they are of the first level, parted by rules, numbered, below a title that speaks of stories, or each has the parts of one.
 */
export function splitNote(title: string, body: string): readonly DocumentPart[] | null {
  const { children } = parseMarkdown(body);
  const headings = children.filter((node) => node.type === "heading");
  for (const depth of new Set(headings.map((each) => each.depth).sort())) {
    const starts = headings.filter((each) => each.depth <= depth);
    if (starts.filter((each) => each.depth === depth).length < 2) continue;
    const parts = cutAt(body, starts);
    if (parts.filter(({ why }) => why === null).length < 2) return byRules(title, body, children);
    return isOfStories(title, starts, children, parts) ? parts : byRules(title, body, children);
  }
  return byRules(title, body, children);
}

function cutAt(body: string, starts: readonly Heading[]): DocumentPart[] {
  return starts.map((start, index) => {
    const words = wordsOf(body, start);
    const from = start.position?.end.offset ?? 0;
    const text = trimPart(body.slice(from, starts[index + 1]?.position?.start.offset ?? body.length));
    return { title: words.replace(NUMBER, "").trim() || words, body: text, why: whyUntold(readTelling(text)) };
  });
}

function wordsOf(body: string, node: RootContent): string {
  const source = body.slice(node.position?.start.offset, node.position?.end.offset);
  return (readPlainLines(source)[0]?.text ?? "").trim();
}

/** "1. ", "#3: ", "Story 2 – ", as headings are numbered. */
const NUMBER = /^(?:\p{L}+\s*)?#?\d{1,3}\s*(?:[.):]|[–—-](?=\s))\s*/u;

/** A part without the blank lines and the rule around it. */
function trimPart(text: string): string {
  return text
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd()
    .replace(/\n {0,3}(?:-{3,}|\*{3,}|_{3,})$/, "")
    .trimEnd()
    .replace(/^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*\n(?:[ \t]*\n)*/, "");
}

function isOfStories(
  title: string,
  starts: readonly Heading[],
  nodes: readonly RootContent[],
  parts: readonly DocumentPart[],
): boolean {
  if (speaksOfStories(title)) return true;
  const titles = parts.map((part) => part.title);
  if (titles.filter((each) => roleOf(each) !== "detail").length > titles.length / 2) return false;
  if (starts.every(({ depth }) => depth === 1)) return true;
  const ruled = starts.filter((start) => nodes[nodes.indexOf(start) - 1]?.type === "thematicBreak");
  if (ruled.length >= starts.length - 1 && ruled.length > 0) return true;
  const told = parts.filter(({ why }) => why === null);
  return told.every((part) => readTelling(part.body).parts >= 2) || isNumbered(starts);
}

function isNumbered(starts: readonly Heading[]): boolean {
  return starts.every(({ children: [first] }) => first?.type === "text" && NUMBER.test(first.value));
}

/** "Interview stories", "Geschichten 2024". */
function speaksOfStories(title: string): boolean {
  return lex(title).some(({ key }) => listed("severalStories").get(key) === true);
}

/** Parts between rules, each under a title of its own: a heading, a bold line or a short one. */
function byRules(title: string, body: string, nodes: readonly RootContent[]): readonly DocumentPart[] | null {
  const rules = nodes.filter(({ type }) => type === "thematicBreak");
  if (rules.length === 0) return null;
  const cuts = [0, ...rules.map(({ position }) => position?.end.offset ?? 0)];
  const ends = [...rules.map(({ position }) => position?.start.offset ?? 0), body.length];
  const parts = cuts
    .map((from, index) => titled(body.slice(from, ends[index]).trim()))
    .filter(({ body: text, title: own }) => text !== "" || own !== "");
  const told = parts.filter(({ why }) => why === null);
  const areNamed = told.every((part) => part.title !== "");
  if (told.length < 2 || (!areNamed && !speaksOfStories(title))) return null;
  return parts.map((part) => (part.title === "" ? { ...part, title: openingOf(part.body) } : part));
}

function titled(text: string): DocumentPart {
  const [first] = parseMarkdown(text).children;
  const words = first === undefined ? "" : wordsOf(text, first);
  const isTitle =
    (first?.type === "heading" && roleOf(words) === "detail") ||
    (first?.type === "paragraph" && isOneLine(first) && isTitleLine(words));
  const body = isTitle ? trimPart(text.slice(first?.position?.end.offset ?? 0)) : text;
  return { title: isTitle ? words.replace(NUMBER, "") : "", body, why: whyUntold(readTelling(body)) };
}

function isOneLine({ position }: RootContent): boolean {
  return position?.start.line === position?.end.line;
}
