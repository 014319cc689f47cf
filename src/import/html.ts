import Turndown from "turndown";
import { type Element, rowOf } from "./html-table.ts";

/** A page, a document or a clipboard's HTML as markdown. */
export interface FromHtml {
  /** What the page says it is called; null where it does not. */
  title: string | null;
  markdown: string;
}

/** Stands for a rule in documents whose program writes it in a way of its own. */
export const RULE_MARK = "\u2042";

/** Makes markdown of HTML as browsers, Google Docs, Notion and Word write and copy it; scripts, styles and pictures go. */
export function htmlToMarkdown(html: string): FromHtml {
  const text = withoutClipboardHead(html);
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]?.replace(/\s+/g, " ").trim() ?? "";
  const turndown = createTurndown();
  const markdown = turndown
    .turndown(text)
    .split("\n")
    .map((line) => (line.trim() === RULE_MARK ? "---" : line.replaceAll("\u00a0", " ").trimEnd()))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
  return { title: title === "" ? null : decodeAmp(title), markdown };
}

/** Whether a text is HTML rather than markdown with some in it: it opens with a tag that pages and clipboards open with. */
export function isHtml(text: string): boolean {
  const start = text.slice(0, 2000).trimStart();
  return (
    /^(?:Version:[\d.]+\s+StartHTML:|<!doctype html|<html[\s>]|<meta[\s>]|<body[\s>])/i.test(start) ||
    /^<(?:b|span|p|div|h\d|article|ul)\b[^>]*\b(?:style|id|class|dir)=/i.test(start)
  );
}

/** Pages that people write or copy are not so deep; each level costs the reader time for all that is in it. */
const DEEPEST = 300;

/** Whether elements are nested deeper than any page that somebody wrote. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (UNCLOSED.has(name.toLowerCase())) continue;
    depth = end === "" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Elements that need no end, and so do not nest. */
const UNCLOSED: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr p li dt dd tr td th option thead tbody tfoot".split(
    " ",
  ),
);

/** Windows puts a head of offsets in front of what is copied. */
function withoutClipboardHead(html: string): string {
  if (!/^\s*Version:[\d.]+\s+StartHTML:/.test(html)) return html;
  const start = html.indexOf("<!--StartFragment-->");
  const end = html.indexOf("<!--EndFragment-->");
  return start < 0 ? html.slice(Math.max(0, html.indexOf("<"))) : html.slice(start, end < 0 ? undefined : end);
}

function decodeAmp(text: string): string {
  return text.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
}

function createTurndown(): Turndown {
  const turndown = new Turndown({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced", hr: "---" });
  const attribute = (node: Turndown.Node, name: string): string =>
    (node as unknown as Element).getAttribute(name) ?? "";
  const is = (node: Turndown.Node, name: string): boolean => node.nodeName === name;
  turndown.remove(["script", "style", "title", "noscript", "head"] as unknown as Turndown.TagName[]);
  turndown.addRule("pictures", { filter: ["img", "svg"] as unknown as Turndown.TagName[], replacement: () => "" });
  // What Google Docs copies is wrapped in a <b> that is not bold.
  turndown.addRule("wrapper", {
    filter: (node) => is(node, "B") && /font-weight:\s*(?:normal|400)/.test(attribute(node, "style")),
    replacement: (content) => content,
  });
  turndown.addRule("styled", {
    filter: (node) => is(node, "SPAN") && isEmphasized(attribute(node, "style")),
    replacement: (content, node) => emphasize(content, attribute(node, "style")),
  });
  turndown.addRule("title", {
    filter: (node) => is(node, "P") && /(?:^|\s)title(?:\s|$)/.test(attribute(node, "class")),
    replacement: (content) => `\n\n# ${content.trim()}\n\n`,
  });
  turndown.addRule("links", {
    filter: (node) => is(node, "A"),
    replacement: (content, node) => linkTo(content, attribute(node, "href")),
  });
  turndown.addRule("rows", {
    filter: "tr",
    replacement: (_, node) => rowOf(node as unknown as Element, (html) => turndown.turndown(html)),
  });
  turndown.addRule("tables", {
    filter: "table",
    replacement: (content) => `\n\n${content.replace(/\n+/g, "\n").trim()}\n\n`,
  });
  return turndown;
}

function isEmphasized(style: string): boolean {
  return /font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic/.test(style);
}

function emphasize(content: string, style: string): string {
  const words = content.trim();
  if (words === "") return content;
  const marks = /font-weight:\s*(?:bold|[6-9]00)/.test(style) ? "**" : "_";
  const [lead = "", tail = ""] = [/^\s*/.exec(content)?.[0], /\s*$/.exec(content)?.[0]];
  return `${lead}${marks}${words}${marks}${tail}`;
}

/** A link within the page, or to nowhere, is its words; Google's detour is taken off. */
function linkTo(content: string, href: string): string {
  const words = content.trim();
  const real = /^https:\/\/www\.google\.com\/url\?q=([^&]+)/.exec(href)?.[1];
  const target = real === undefined ? href : decodeURIComponent(real);
  if (words === "" || target === "" || target.startsWith("#")) return content;
  return words === target
    ? target
    : `[${words}](${target.replace(/[()\s]/g, (c) => encodeURIComponent(c).replace("(", "%28").replace(")", "%29"))})`;
}
