import type { FrontMatter, Value } from "./values.ts";

/**
 * Reads the plain subset of front matter without a YAML parser: plain and quoted scalars, flow lists of them, block
 * lists, one nested map, and `|` blocks. Returns null for whatever it does not understand; the full parser decides
 * then. On all it accepts the two agree (a property test holds them equal).
 */
export function scanFrontMatter(matter: string): FrontMatter | null {
  if (NOT_ASCII.test(matter) && UNUSUAL.test(matter)) return null;
  return (matter.includes("\r") ? null : scanPlainLines(matter)) ?? scanAllLines(matter);
}

/** Reads front matter in which every value is on its key's line, without taking it apart into lines first. */
function scanPlainLines(matter: string): FrontMatter | null {
  const data = new Map<string, Value>();
  for (let start = 0, end = 0; start < matter.length; start = end + 1) {
    end = matter.indexOf("\n", start);
    if (end < 0) end = matter.length;
    const colon = matter.indexOf(": ", start);
    if (colon < 0 || colon >= end || !isKey(matter, start, colon)) return null;
    const key = matter.slice(start, colon);
    const written = sliceTrimmed(matter, colon + 2, end);
    const first = written.charCodeAt(0);
    const value =
      isPlainStart(first) && !written.includes(": ") && !written.includes(" #") && !written.endsWith(":")
        ? written
        : scanInline(written);
    if (value === null || matter.charCodeAt(end + 1) === SPACE || data.has(key)) return null;
    data.set(key, value);
  }
  return data;
}

const SPACE = 0x20;

/** Only spaces are trimmed: a no-break space belongs to the value. */
function sliceTrimmed(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) === SPACE) start++;
  while (end > start && text.charCodeAt(end - 1) === SPACE) end--;
  return text.slice(start, end);
}

/** Letters, digits and currency signs open a plain scalar and nothing else. */
function isPlainStart(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x24
  );
}

function isKey(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
    if (!isLetter && (at === from || !((code >= 0x30 && code <= 0x39) || code === 0x2d))) return false;
  }
  return to > from;
}

function scanInline(written: string): Value | null {
  if (written === "" || written === "|" || written === "|-" || written.startsWith("#")) return null;
  return written.startsWith("[") ? scanFlowList(written) : scanScalar(written);
}

function scanAllLines(matter: string): FrontMatter | null {
  const lines = matter.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line.endsWith("\r")) lines[i] = line.slice(0, -1);
    if (lines[i]?.includes("\r")) return null;
  }
  const data = new Map<string, Value>();
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    at++;
    if (isBlankOrComment(line)) continue;
    const pair = KEY.exec(line);
    if (pair === null) return null;
    const key = pair[1] ?? "";
    if (data.has(key)) return null;
    const written = pair[2] ?? "";
    let value: Value | null;
    if (written === "" || written.startsWith("#")) {
      const nested = scanNested(lines, at);
      if (nested === null) return null;
      value = nested.value;
      at = nested.next;
    } else if (written === "|" || written === "|-") {
      const block = scanBlock(lines, at, written === "|");
      if (block === null) return null;
      value = block.value;
      at = block.next;
    } else {
      value = written.startsWith("[") ? scanFlowList(written) : scanScalar(written);
      if (value === null || continues(lines, at)) return null;
    }
    data.set(key, value);
  }
  return data;
}

// Tabs, control characters, line separators, a BOM and lone surrogates have rules of their own in YAML.
const NOT_ASCII = /[^\n\r\x20-\x7e]/;
const UNUSUAL = /[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const KEY = /^([A-Za-z_][A-Za-z0-9_-]*):(?: +(.*?))? *$/;
const NESTED_KEY = /^( +)([A-Za-z_][A-Za-z0-9_-]*):(?: +(.*?))? *$/;
const ITEM = /^( *)- +(.*?) *$/;

function isBlankOrComment(line: string): boolean {
  return /^ *(#.*)?$/.test(line);
}

/** A plain scalar may run on over indented lines; the scanner leaves those to the full parser. */
function continues(lines: readonly string[], at: number): boolean {
  for (let i = at; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (/^ *$/.test(line)) continue;
    return line.startsWith(" ");
  }
  return false;
}

function scanNested(lines: readonly string[], from: number): { value: Value; next: number } | null {
  let at = from;
  while (at < lines.length && isBlankOrComment(lines[at] ?? "")) at++;
  const first = lines[at] ?? "";
  if (ITEM.test(first)) return scanBlockList(lines, at);
  if (NESTED_KEY.test(first)) return scanNestedMap(lines, at);
  return first.startsWith(" ") || first.startsWith("-") ? null : { value: "", next: at };
}

function scanBlockList(lines: readonly string[], from: number): { value: Value; next: number } | null {
  const indent = ITEM.exec(lines[from] ?? "")?.[1];
  const items: Value[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isBlankOrComment(line)) continue;
    const item = ITEM.exec(line);
    if (item === null) {
      if (line.startsWith(" ") || line.startsWith("-")) return null;
      break;
    }
    const value = item[1] === indent ? scanScalar(item[2] ?? "") : null;
    if (value === null) return null;
    items.push(value);
  }
  return { value: items, next: at };
}

function scanNestedMap(lines: readonly string[], from: number): { value: Value; next: number } | null {
  const indent = NESTED_KEY.exec(lines[from] ?? "")?.[1];
  const map = new Map<string, Value>();
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isBlankOrComment(line)) continue;
    if (!line.startsWith(" ")) break;
    const pair = NESTED_KEY.exec(line);
    if (pair === null || pair[1] !== indent || map.has(pair[2] ?? "")) return null;
    const written = pair[3] ?? "";
    if (written.startsWith("#")) return null;
    const value =
      written === ""
        ? emptyNested(lines, at, indent)
        : written.startsWith("[")
          ? scanFlowList(written)
          : scanScalar(written);
    if (value === null) return null;
    map.set(pair[2] ?? "", value);
  }
  if (lines[at]?.startsWith("-")) return null;
  return { value: map, next: at };
}

/** An empty value in a nested map is empty only where nothing deeper follows. */
function emptyNested(lines: readonly string[], at: number, indent: string | undefined): Value | null {
  const next = lines.slice(at + 1).find((line) => !isBlankOrComment(line)) ?? "";
  const depth = /^ */.exec(next)?.[0].length ?? 0;
  return depth > (indent?.length ?? 0) || next.trimStart().startsWith("-") ? null : "";
}

function scanBlock(
  lines: readonly string[],
  from: number,
  keepsNewline: boolean,
): { value: Value; next: number } | null {
  const first = lines.slice(from).find((line) => !/^ *$/.test(line)) ?? "";
  const indent = /^ */.exec(first)?.[0].length ?? 0;
  if (indent === 0) return null;
  const kept: string[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (/^ *$/.test(line)) {
      if (line.length > indent) return null;
      kept.push("");
      continue;
    }
    const depth = /^ */.exec(line)?.[0].length ?? 0;
    if (depth === 0) break;
    if (depth < indent) return null;
    kept.push(line.slice(indent));
  }
  while (kept.at(-1) === "") kept.pop();
  return { value: kept.join("\n") + (keepsNewline ? "\n" : ""), next: at };
}

function scanFlowList(written: string): Value | null {
  const items: string[] = [];
  let rest = written.slice(1).trimStart();
  if (/^\] *(#.*)?$/.test(rest)) return CLOSED.test(written) ? items : null;
  for (;;) {
    const item = FLOW_ITEM.exec(rest);
    if (item === null) return null;
    const value = scanScalar((item[1] ?? "").trimEnd());
    if (value === null || (item[1] ?? "").includes(" #")) return null;
    items.push(value);
    rest = rest.slice(item[0].length).trimStart();
    if (item[2] === "]") return rest === "" || (rest.startsWith("#") && CLOSED.test(written)) ? items : null;
  }
}

const CLOSED = /\](?: +#.*| *)$/;
const FLOW_ITEM = /^("(?:[^"\\]|\\.)*" *|'(?:[^']|'')*' *|[^\s"'[\]{},&*!|>%@`#?:-][^[\]{},"'#:]*)([,\]])/;

/** A scalar as text, or null when it is written in a way the scanner leaves to the full parser. */
function scanScalar(written: string): string | null {
  const quote = written[0];
  if (quote === '"') {
    const match = /^"((?:[^"\\]|\\["\\/nt])*)"(?: +#.*)?$/.exec(written);
    return match === null
      ? null
      : (match[1] ?? "").replace(/\\(.)/g, (_, c: string) => (c === "n" ? "\n" : c === "t" ? "\t" : c));
  }
  if (quote === "'") {
    const match = /^'((?:[^']|'')*)'(?: +#.*)?$/.exec(written);
    return match === null ? null : (match[1] ?? "").replaceAll("''", "'");
  }
  const comment = written.indexOf(" #");
  const plain = comment < 0 ? written : written.slice(0, comment).trimEnd();
  if (plain === "" || /^[[\]{},&*!|>%@`#?:]/.test(plain) || /^-(?: |$)/.test(plain)) return null;
  return /: |:$/.test(plain) ? null : plain;
}
