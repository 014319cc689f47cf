/** What is being written at a place of a file, and where that begins. */
export type WritingPlace =
  /** A key below other keys. */
  | { kind: "key"; above: readonly string[]; start: number; typed: string }
  /** The value of a key, or one of several of it. */
  | { kind: "value"; keys: readonly string[]; start: number; isItem: boolean }
  | { kind: "body"; start: number };

/** Tells what is being written at a place; null where nothing can be said, as in a comment. */
export function findWritingPlace(text: string, at: number, isYaml: boolean): WritingPlace | null {
  const before = text.slice(0, at);
  const matter = isYaml ? before : openMatter(before);
  return matter === null ? bodyPlace(before) : matterPlace(matter, at);
}

/** The front matter up to a place in it; null behind it, or where there is none. */
function openMatter(before: string): string | null {
  const opened = /^\uFEFF?---[ ]*\r?\n/.exec(before)?.[0];
  if (opened === undefined) return null;
  const matter = before.slice(opened.length);
  return /^---[ ]*\r?$/m.test(matter) ? null : matter;
}

function bodyPlace(before: string): WritingPlace {
  const typed = /[^\s"“”()[\]*_]*$/.exec(before)?.[0] ?? "";
  return { kind: "body", start: before.length - typed.length };
}

function matterPlace(matter: string, at: number): WritingPlace | null {
  const lines = matter.split(/\r?\n/);
  const line = lines.pop() ?? "";
  if (line.includes("#")) return null;
  const indent = indentOf(line);
  const written = line.trimStart();
  const item = /^-\s+/.exec(written)?.[0];
  if (item !== undefined)
    return {
      kind: "value",
      keys: keysAbove(lines, indent + 1),
      start: at - (written.length - item.length),
      isItem: true,
    };
  const key = /^["']?([\p{L}\p{N}_. -]+?)["']?:(\s+|$)/u.exec(written);
  if (key === null) {
    const isKey = /^[\p{L}\p{N}_-]*$/u.test(written);
    return isKey ? { kind: "key", above: keysAbove(lines, indent), start: at - written.length, typed: written } : null;
  }
  const [head, name = "", gap = ""] = key;
  if (gap === "") return null;
  return valuePlace([...keysAbove(lines, indent), name], written.slice(head.length), at);
}

/** In a list in brackets, or between commas, one item is being written. */
function valuePlace(keys: readonly string[], written: string, at: number): WritingPlace {
  const item = /(?:^\[|,)\s*([^,[\]]*)$/.exec(written)?.[1];
  const start = at - (item ?? written).length;
  return { kind: "value", keys, start, isItem: written.startsWith("[") };
}

/** The keys that lead to a line of so much indent, by the lines above it. */
function keysAbove(lines: readonly string[], indent: number): string[] {
  const keys: string[] = [];
  let left = indent;
  for (const line of lines.toReversed()) {
    const own = indentOf(line);
    const key = /^\s*["']?([\p{L}\p{N}_. -]+?)["']?:/u.exec(line)?.[1];
    if (left === 0 || key === undefined || own >= left) continue;
    keys.unshift(key);
    left = own;
  }
  return keys;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
