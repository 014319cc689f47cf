import { type Cleared, cleanInline } from "./clean-inline.ts";

/** A note's markdown without what only its program understands. */
export interface CleanNote {
  text: string;
  /** The tags that stood in the text, without their `#`. */
  tags: readonly string[];
  /** What it links to or embeds, each once: notes, pictures, files. */
  links: readonly string[];
  /** What it says of itself in lines such as `key:: value`. */
  fields: ReadonlyMap<string, string>;
}

/** Blocks of code that a program fills with what it finds elsewhere. */
const QUERIES: ReadonlySet<string> = new Set(["dataview", "dataviewjs", "tasks", "query", "button", "excalidraw"]);
/** Callouts that are what they look like: somebody's words. */
const QUOTES: ReadonlySet<string> = new Set(["quote", "cite"]);

const FENCE = /^\s{0,3}(?:>\s?)*(`{3,}|~{3,})\s*([\w-]*)/;
const CALLOUT = /^\s{0,3}>\s?\[!([\w-]+)(?:\|[^\]]*)?\][+-]?\s*(.*)$/;

/**
 * Takes out of a note what Obsidian, Notion and Google Docs write beside the words: links become their words, embeds, comments,
 * queries and block marks go, callouts become paragraphs, tags are collected. What stands in code is left as it is.
 */
export function cleanNote(markdown: string): CleanNote {
  const taken: Cleared = { tags: new Set(), links: new Set(), fields: new Map() };
  const lines: string[] = [];
  const state: State = { fence: null, isQuery: false, isComment: false, callout: null };
  for (const line of markdown.split("\n")) lines.push(...cleanLine(line, state, taken));
  return {
    text: lines.join("\n").replace(/\n{3,}/g, "\n\n"),
    tags: [...taken.tags],
    links: [...taken.links],
    fields: taken.fields,
  };
}

interface State {
  /** What closes the open block of code. */
  fence: string | null;
  isQuery: boolean;
  isComment: boolean;
  callout: "plain" | "quote" | null;
}

function cleanLine(written: string, state: State, taken: Cleared): string[] {
  const code = takeCode(written, state);
  if (code !== null) return code;
  const line = withoutComment(written, state);
  if (line === null || isPictureData(line)) return [];
  if (/^\s*<\/?aside>\s*$/.test(line)) return [""];
  const callout = CALLOUT.exec(line);
  if (callout !== null) return openCallout(callout[1] ?? "", callout[2] ?? "", state, taken);
  if (state.callout !== null && !/^\s{0,3}>/.test(line)) state.callout = null;
  return cleanText(state.callout === "plain" ? line.replace(/^\s{0,3}>\s?/, "") : line, taken);
}

/** A line of a block of code, or the fence around one; null for any other line. */
function takeCode(line: string, state: State): string[] | null {
  const fence = state.isComment ? null : FENCE.exec(line);
  if (state.fence === null && fence === null) return null;
  const isQuery = state.fence === null ? QUERIES.has((fence?.[2] ?? "").toLowerCase()) : state.isQuery;
  if (state.fence === null) Object.assign(state, { fence: fence?.[1] ?? "```", isQuery });
  else if (fence?.[1]?.startsWith(state.fence) === true && fence[2] === "")
    Object.assign(state, { fence: null, isQuery: false });
  return isQuery ? [] : [line];
}

const FIELD = /^\s*(?:[-*]\s+)?(\p{L}[\p{L}\p{N} _-]{0,40})::\s*(.*)$/u;

function cleanText(words: string, taken: Cleared): string[] {
  const [, key, value = ""] = FIELD.exec(words) ?? [];
  if (key !== undefined) {
    taken.fields.set(key.trim(), cleanInline(value, taken).trim());
    return [];
  }
  const clean = cleanInline(words, taken);
  return clean.trim() === "" && words.trim() !== "" ? [] : [clean];
}

/** The line without what stands between `%%` and `%%`, over several lines or in one; null where nothing else is on it. */
function withoutComment(line: string, state: State): string | null {
  if (!state.isComment && !line.includes("%%")) return line;
  let kept = "";
  for (const [index, part] of line.split("%%").entries()) {
    if (index > 0) state.isComment = !state.isComment;
    if (!state.isComment) kept += part;
  }
  return kept.trim() === "" ? null : kept.trimEnd();
}

/** `[image1]: <data:image/png;base64,…>`, as Google Docs writes pictures into markdown. */
function isPictureData(line: string): boolean {
  return /^\s*\[[^\]]+\]:\s*<?data:/.test(line);
}

function openCallout(kind: string, title: string, state: State, taken: Cleared): string[] {
  state.callout = QUOTES.has(kind.toLowerCase()) ? "quote" : "plain";
  const words = cleanInline(title, taken).trim();
  if (state.callout === "quote") return words === "" ? [] : [`> ${words}`];
  return words === "" ? [""] : ["", `**${words.replaceAll("**", "")}**`, ""];
}
