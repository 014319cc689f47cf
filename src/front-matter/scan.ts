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

/** Reads front matter in which every value stands on its key's line, without taking it apart into lines first. */
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
  return scanFlow(written);
}

function scanFlow(written: string): Value | null {
  return written.startsWith("[") ? scanFlowList(written) : scanScalar(written);
}

function scanAllLines(matter: string): FrontMatter | null {
  const lines = matter.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  if (lines.at(-1) === "") lines.pop();
  if (lines.some((line) => line.includes("\r"))) return null;
  const data = new Map<string, Value>();
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    at++;
    if (isBlankOrComment(line)) continue;
    const [, key, written = ""] = KEY.exec(line) ?? [];
    const found = key === undefined || data.has(key) ? null : scanValue(lines, at, written);
    if (key === undefined || found === null) return null;
    data.set(key, found.value);
    at = found.next;
  }
  return data;
}

interface Scanned {
  value: Value;
  /** The line behind it. */
  next: number;
}

/** The value behind a key, on its own line or on those below it. */
function scanValue(lines: readonly string[], at: number, written: string): Scanned | null {
  if (written === "" || written.startsWith("#")) return scanNested(lines, at);
  if (written === "|" || written === "|-") return scanBlock(lines, at, written === "|");
  const value = scanFlow(written);
  return value === null || continues(lines, at) ? null : { value, next: at };
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
    if (isBlank(line)) continue;
    return line.startsWith(" ");
  }
  return false;
}

function scanNested(lines: readonly string[], from: number): Scanned | null {
  let at = from;
  while (at < lines.length && isBlankOrComment(lines[at] ?? "")) at++;
  const first = lines[at] ?? "";
  if (ITEM.test(first)) return scanBlockList(lines, at);
  if (NESTED_KEY.test(first)) return scanNestedMap(lines, at);
  return first.startsWith(" ") || first.startsWith("-") ? null : { value: "", next: at };
}

function scanBlockList(lines: readonly string[], from: number): Scanned | null {
  const indent = ITEM.exec(lines[from] ?? "")?.[1];
  const next = endOf(lines, from, (line) => line.startsWith(" ") || line.startsWith("-"));
  const items: Value[] = [];
  for (const line of lines.slice(from, next)) {
    if (isBlankOrComment(line)) continue;
    const item = ITEM.exec(line);
    const value = item?.[1] === indent ? scanScalar(item?.[2] ?? "") : null;
    if (value === null) return null;
    items.push(value);
  }
  return { value: items, next };
}

/** The first line that is neither blank nor a comment nor of a value. */
function endOf(lines: readonly string[], from: number, isOfValue: (line: string) => boolean): number {
  const end = lines.findIndex((line, index) => index >= from && !isBlankOrComment(line) && !isOfValue(line));
  return end < 0 ? lines.length : end;
}

function scanNestedMap(lines: readonly string[], from: number): Scanned | null {
  const indent = NESTED_KEY.exec(lines[from] ?? "")?.[1];
  const next = endOf(lines, from, (line) => line.startsWith(" "));
  if (lines[next]?.startsWith("-")) return null;
  const map = new Map<string, Value>();
  for (let at = from; at < next; at++) {
    const line = lines[at] ?? "";
    if (isBlankOrComment(line)) continue;
    const [, depth, key = "", written = ""] = NESTED_KEY.exec(line) ?? [];
    if (depth !== indent || map.has(key) || written.startsWith("#")) return null;
    const value = written === "" ? emptyNested(lines, at, indent) : scanFlow(written);
    if (value === null) return null;
    map.set(key, value);
  }
  return { value: map, next };
}

/** An empty value in a nested map is empty only where nothing deeper follows. */
function emptyNested(lines: readonly string[], at: number, indent: string | undefined): Value | null {
  const next = lines.slice(at + 1).find((line) => !isBlankOrComment(line)) ?? "";
  return depthOf(next) > (indent?.length ?? 0) || next.trimStart().startsWith("-") ? null : "";
}

function scanBlock(lines: readonly string[], from: number, keepsNewline: boolean): Scanned | null {
  const indent = depthOf(lines.slice(from).find((line) => !isBlank(line)) ?? "");
  if (indent === 0) return null;
  const end = lines.findIndex((line, index) => index >= from && !isBlank(line) && depthOf(line) === 0);
  const next = end < 0 ? lines.length : end;
  const own = lines.slice(from, next);
  // Blanks that are deeper, and words that are less deep, have rules of their own.
  if (own.some((line) => (isBlank(line) ? line.length > indent : depthOf(line) < indent))) return null;
  const kept = own.map((line) => line.slice(indent));
  while (kept.at(-1) === "") kept.pop();
  return { value: kept.join("\n") + (keepsNewline ? "\n" : ""), next };
}

function isBlank(line: string): boolean {
  return /^ *$/.test(line);
}

function depthOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function scanFlowList(written: string): Value | null {
  const items: string[] = [];
  let rest = written.slice(1).trimStart();
  if (/^\] *(#.*)?$/.test(rest)) return CLOSED.test(written) ? items : null;
  for (;;) {
    const [all = "", item = " #", end] = FLOW_ITEM.exec(rest) ?? [];
    const value = item.includes(" #") ? null : scanScalar(item.trimEnd());
    if (value === null) return null;
    items.push(value);
    rest = rest.slice(all.length).trimStart();
    if (end === "]") return /^(?:#|$)/.test(rest) && CLOSED.test(written) ? items : null;
  }
}

const CLOSED = /\](?: +#.*| *)$/;
const FLOW_ITEM = /^("(?:[^"\\]|\\.)*" *|'(?:[^']|'')*' *|[^\s"'[\]{},&*!|>%@`#?:-][^[\]{},"'#:]*)([,\]])/;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

/** A scalar as text, or null when it is written in a way the scanner leaves to the full parser. */
function scanScalar(written: string): string | null {
  if (written.startsWith('"')) {
    const text = DOUBLE.exec(written)?.[1];
    return text?.replace(/\\(.)/g, (_, c: string) => ESCAPES[c] ?? c) ?? null;
  }
  if (written.startsWith("'")) return SINGLE.exec(written)?.[1]?.replaceAll("''", "'") ?? null;
  const comment = written.indexOf(" #");
  const plain = comment < 0 ? written : written.slice(0, comment).trimEnd();
  if (plain === "" || /^[[\]{},&*!|>%@`#?:]/.test(plain) || /^-(?: |$)/.test(plain)) return null;
  return /: |:$/.test(plain) ? null : plain;
}

const DOUBLE = /^"((?:[^"\\]|\\["\\/nt])*)"(?: +#.*)?$/;
const SINGLE = /^'((?:[^']|'')*)'(?: +#.*)?$/;
