import { isScalar, isSeq, isMap as isYamlMap, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { type Fenced, refuseConflictMarkers, splitFences } from "./fence.ts";
import { parseFrontMatter, parseYaml } from "./parse.ts";
import { type FrontMatter, FrontMatterError, isList, isSameValue, type Value } from "./values.ts";
import { writeFlowItem, writePair, writeScalar, writeValue } from "./write.ts";

/** What a key becomes; `undefined` takes the key away. */
export type Changes = ReadonlyMap<string, Value | undefined>;

/**
 * Changes keys of a file's front matter, decided by what it holds, and nothing else: every line of every other key, comments, line ends, BOM and
 * body stay byte for byte. Keys that already hold the value are left as they are written; new keys go last.
 *
 * @throws FrontMatterError when the file can't be read safely, or the change would not read back as asked.
 */
export function editFrontMatter(text: string, decide: (data: FrontMatter) => Changes): string {
  refuseConflictMarkers(text);
  const cut = splitFences(text);
  const before = parseFrontMatter(cut.matter);
  const wanted = [...decide(before)].filter(([key, value]) =>
    value === undefined ? before.has(key) : !isSameValue(before.get(key), value),
  );
  if (wanted.length === 0) return text;
  const fenced = withFences(cut);
  const newline = fenced.opening.endsWith("\r\n") ? "\r\n" : "\n";
  let matter = fenced.matter;
  for (const [key, value] of wanted) matter = changeKey(matter, key, value, before.get(key), newline);
  const after = `${fenced.bom}${fenced.opening}${matter}${fenced.closing}${fenced.body}`;
  confirm(after, before, wanted);
  return after;
}

function withFences(fenced: Fenced): Fenced {
  if (fenced.opening !== "") return fenced;
  const newline = /\r\n/.test(fenced.body) ? "\r\n" : "\n";
  return { ...fenced, opening: `---${newline}`, closing: `---${newline}` };
}

function changeKey(
  matter: string,
  key: string,
  value: Value | undefined,
  before: Value | undefined,
  newline: string,
): string {
  const pair = findPair(matter, key);
  if (pair === undefined)
    return value === undefined ? matter : `${closeLine(matter, newline)}${writePair(key, value, newline)}`;
  const from = pair.key.range?.[0] ?? 0;
  if (value === undefined) return removeLines(matter, from, pairEnd(matter, pair));
  const node = pair.value;
  const edited =
    isSeq(node) && !node.flow && isList(value) ? editSequence(matter, pair, node, before, value, newline) : null;
  if (edited !== null) return edited;
  const colon = matter.indexOf(":", pair.key.range?.[1] ?? from);
  const valueEnd = node?.range?.[1] ?? colon + 1;
  const end =
    isScalar(node) && isBlockScalar(node)
      ? blockEnd(matter, valueEnd)
      : Math.max(trimBack(matter, valueEnd), colon + 1);
  // Comments between a key and its value belong to neither and stay.
  const gap = matter.slice(colon + 1, node?.range?.[0] ?? colon + 1);
  const comments = gap.includes("#") ? gap.trimEnd() : "";
  const written = rewrite(node, value).replaceAll("\n", newline);
  return `${matter.slice(0, colon + 1)}${written}${comments}${matter.slice(end)}`;
}

/** Edits a block list in place, or appends to it; null where neither can be done safely. */
function editSequence(
  matter: string,
  pair: KeyPair,
  node: YAMLSeq,
  before: Value | undefined,
  value: readonly Value[],
  newline: string,
): string | null {
  return editBlockList(matter, pair, value, newline) ?? appendToBlockList(matter, node, before, value, newline);
}

/** Keeps the quotes a scalar had, where they can hold the new text. */
function rewrite(node: unknown, value: Value): string {
  if (isScalar(node) && typeof value === "string" && !/[\n\\]/.test(value)) {
    const bare = writeScalar(value);
    if (node.type === "QUOTE_DOUBLE" && !bare.startsWith('"')) return ` "${value.replaceAll('"', '\\"')}"`;
    if (node.type === "QUOTE_SINGLE" && !bare.includes("\\u")) return ` '${value.replaceAll("'", "''")}'`;
  }
  return value === "" ? ' ""' : writeValue(value);
}

interface KeyPair extends Pair<Scalar, unknown> {
  value: (Scalar | YAMLMap) | null;
}

function findPair(matter: string, key: string): KeyPair | undefined {
  const contents = parseYaml(matter.replaceAll("\r", " ")).contents;
  if (!isYamlMap(contents)) return undefined;
  return contents.items.find((pair) => isScalar(pair.key) && pair.key.value === key) as KeyPair | undefined;
}

function isBlockScalar(node: Scalar): boolean {
  return node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
}

/** A block's range takes in its last line break; the line break itself stays. */
function blockEnd(matter: string, end: number): number {
  let at = end;
  while (at > 0 && /[\r\n]/.test(matter[at - 1] ?? "")) at--;
  return at;
}

function pairEnd(matter: string, pair: KeyPair): number {
  const colon = matter.indexOf(":", pair.key.range?.[1] ?? 0);
  const end = Math.max(pair.value?.range?.[1] ?? 0, colon + 1);
  return isScalar(pair.value) && isBlockScalar(pair.value) ? blockEnd(matter, end) : trimBack(matter, end);
}

/** A collection's range can take in the blank and comment lines behind it; they are not its own. */
function trimBack(matter: string, end: number): number {
  const text = matter.slice(0, end).trimEnd();
  const lastLine = text.lastIndexOf("\n") + 1;
  return /^[ \t]*#/.test(text.slice(lastLine)) && lastLine > 0 ? trimBack(matter, lastLine) : text.length;
}

function removeLines(matter: string, from: number, end: number): string {
  const newline = matter.indexOf("\n", end);
  return matter.slice(0, from) + (newline < 0 ? "" : matter.slice(newline + 1));
}

/** Takes lines out of a block list and adds lines to its end, so that comments between the others stay. */
function editBlockList(matter: string, pair: KeyPair, value: readonly Value[], newline: string): string | null {
  const node = pair.value;
  if (!isSeq(node) || value.length === 0) return null;
  const items = node.items as Scalar[];
  if (!items.every((item) => isScalar(item) && typeof item.value === "string")) return null;
  const had = items.map((item) => item.value as string);
  const kept = value.filter((item) => typeof item === "string" && had.includes(item));
  const added = value.slice(kept.length);
  const staying = had.filter((item) => value.includes(item));
  if (
    !isSameValue(staying, kept) ||
    !isSameValue(value.slice(0, kept.length), kept) ||
    new Set(had).size !== had.length ||
    kept.length === 0
  )
    return null;
  const last = items.at(-1);
  const indent = /^[ \t]*/.exec(lineAt(matter, last?.range?.[0] ?? 0))?.[0] ?? "";
  let edited = insertAfterLine(
    matter,
    last?.range?.[1] ?? 0,
    added.map((item) => `${indent}- ${writeScalar(String(item))}${newline}`).join(""),
    newline,
  );
  for (const item of items.toReversed()) {
    if (value.includes(item.value as string)) continue;
    const start = edited.lastIndexOf("\n", item.range?.[0] ?? 0) + 1;
    edited = removeLines(edited, start, item.range?.[1] ?? start);
  }
  return edited;
}

/** Adds lines to the end of a block list whose items are not all plain words; the others stay as they are written. */
function appendToBlockList(
  matter: string,
  node: YAMLSeq,
  before: Value | undefined,
  value: readonly Value[],
  newline: string,
): string | null {
  if (!isList(before) || before.length === 0 || !before.every((item, index) => isSameValue(item, value[index])))
    return null;
  const first = (node.items[0] as Scalar).range?.[0] ?? 0;
  const indent = /^[ \t]*/.exec(lineAt(matter, first))?.[0] ?? "";
  const lines = value.slice(before.length).map((item) => `${indent}- ${writeFlowItem(item)}${newline}`);
  return insertAfterLine(matter, trimBack(matter, node.range?.[1] ?? 0) - 1, lines.join(""), newline);
}

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return text.slice(start);
}

function insertAfterLine(text: string, at: number, lines: string, newline: string): string {
  const end = text.indexOf("\n", at);
  return end < 0 ? closeLine(text, newline) + lines : text.slice(0, end + 1) + lines + text.slice(end + 1);
}

function closeLine(text: string, newline: string): string {
  return text === "" || text.endsWith("\n") ? text : text + newline;
}

/** Reads the new text back before anybody writes it: exactly the asked keys changed, and nothing else. */
function confirm(text: string, before: FrontMatter, wanted: readonly (readonly [string, Value | undefined])[]): void {
  const expected = new Map<string, Value>(before);
  for (const [key, value] of wanted) value === undefined ? expected.delete(key) : expected.set(key, value);
  if (!isSameValue(readBack(splitFences(text).matter), expected)) {
    throw new FrontMatterError(
      `its front matter is written in a way that ${wanted.map(([key]) => key).join(", ")} can't be changed safely; change it in an editor`,
    );
  }
}

function readBack(matter: string): FrontMatter | undefined {
  try {
    return parseFrontMatter(matter);
  } catch {
    return undefined;
  }
}
