import { isScalar, isSeq, isMap as isYamlMap, type Scalar } from "yaml";
import { splitFences } from "./fence.ts";
import { parseYaml } from "./parse.ts";
import { FrontMatterError } from "./values.ts";

/** A key or a list's item with its place in the file, in UTF-16 units from its start. */
export interface PlacedEntry {
  /** The keys that lead to it, from the outermost; an item has those of its list. */
  keys: readonly string[];
  /** Null where there are further keys or items below it. */
  value: string | null;
  /** Where its value stands; of a key with others below it, where the key does. */
  start: number;
  end: number;
  /** Where its key stands; of an item, where the item does. */
  keyStart: number;
  keyEnd: number;
}

/** The entries of a file's front matter, or of a file that is YAML throughout; none where it can't be read. */
export function placeEntries(text: string, isYaml: boolean): PlacedEntry[] {
  try {
    const { bom, opening, matter } = isYaml ? { bom: "", opening: "", matter: text } : splitFences(text);
    const before = bom.length + opening.length;
    // What YAML takes for a mark or a line break becomes a space, so that every place stays where it is.
    const { contents } = parseYaml(matter.replace(/[\r\uFEFF]/g, " "));
    return entriesBelow(contents, []).map((entry) => ({
      ...entry,
      start: entry.start + before,
      end: entry.end + before,
      keyStart: entry.keyStart + before,
      keyEnd: entry.keyEnd + before,
    }));
  } catch (error) {
    if (error instanceof FrontMatterError) return [];
    throw error;
  }
}

function entriesBelow(node: unknown, keys: readonly string[]): PlacedEntry[] {
  if (isSeq(node))
    return node.items.flatMap((item) => {
      if (!isScalar(item)) return entriesBelow(item, keys);
      const [start, end] = rangeOf(item);
      return [{ keys, value: textOf(item), start, end, keyStart: start, keyEnd: end }];
    });
  if (!isYamlMap(node)) return [];
  return node.items.flatMap(({ key, value }): PlacedEntry[] => {
    if (!isScalar(key)) return [];
    const [keyStart, keyEnd] = rangeOf(key);
    const own = [...keys, String(key.value)];
    const isText = isScalar(value) && textOf(value) !== "";
    const [start, end] = isText ? rangeOf(value) : [keyStart, keyEnd];
    const entry = { keys: own, value: isText ? textOf(value) : null, start, end, keyStart, keyEnd };
    return [entry, ...entriesBelow(value, own)];
  });
}

function rangeOf({ range }: Scalar): [start: number, end: number] {
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

function textOf({ value }: Scalar): string {
  return typeof value === "string" ? value : "";
}

/** The entry whose key or value a place is in. */
export function entryAt(entries: readonly PlacedEntry[], at: number): PlacedEntry | null {
  const isIn = ({ keyStart, keyEnd, start, end }: PlacedEntry): boolean =>
    (at >= start && at <= end) || (at >= keyStart && at <= keyEnd);
  return entries.findLast(isIn) ?? null;
}

/** The entry that keys lead to, the last of which may be an item of a list; else the nearest above it. */
export function entryOfKeys(entries: readonly PlacedEntry[], keys: readonly string[]): PlacedEntry | null {
  if (keys.length === 0) return null;
  const isSame = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((key, index) => key === b[index]);
  const above = keys.slice(0, -1);
  return (
    entries.find((entry) => isSame(entry.keys, keys)) ??
    entries.find((entry) => isSame(entry.keys, above) && entry.value === keys.at(-1)) ??
    entryOfKeys(entries, above)
  );
}
