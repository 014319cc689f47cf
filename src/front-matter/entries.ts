import {
  isScalar,
  isSeq,
  isMap as isYamlMap,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { holds, holdsName, itemValue, type ListEntry, withEntry, withoutEntry } from "./entry-values.ts";
import { parseYaml, parseYamlFile } from "./parse.ts";
import { FrontMatterError, isMap, isSameValue, type Value } from "./values.ts";
import { writeFlowItem, writeScalar } from "./write.ts";

/**
 * Puts an entry under a key of a YAML file, in the place of one of the same name; every other line stays byte for byte. Where
 * there is no such key, it goes to the end: as a map where the entry has a text, else as a list.
 *
 * @throws FrontMatterError when the file can't be read safely, or would not read back as asked.
 */
export function putEntry(yaml: string, key: string, entry: ListEntry): string {
  const value = readKey(yaml, key);
  if (holds(value, entry)) return yaml;
  const dropped = holdsName(value, entry.name) && !isMap(value) ? dropEntry(yaml, key, entry.name) : yaml;
  return confirmed(put(dropped, key, entry), yaml, key, (before) => withEntry(before, entry));
}

/** Takes an entry away; with the last one the key goes, too. */
export function dropEntry(yaml: string, key: string, name: string): string {
  if (!holdsName(readKey(yaml, key), name)) return yaml;
  return confirmed(drop(yaml, key, name), yaml, key, (before) => withoutEntry(before, name));
}

function put(yaml: string, key: string, entry: ListEntry): string {
  const newline = yaml.includes("\r\n") ? "\r\n" : "\n";
  const pair = findPair(yaml, key);
  const node = pair?.value ?? null;
  if (pair === undefined)
    return `${closeLine(yaml, newline)}${key}:${newline}${itemLine(entry, "  ", entry.text === null)}${newline}`;
  if (isYamlMap(node) && node.items.length > 0) return putIntoMap(yaml, node, entry, newline);
  if (isSeq(node) && node.items.length > 0) return putIntoList(yaml, node, entry, newline);
  if (isScalar(node) && textOf(node).trim() !== "") {
    const items = [
      ...textOf(node)
        .split(",")
        .map((item) => item.trim()),
      itemValue(entry),
    ];
    return splice(yaml, rangeOf(node), ` [${items.map(writeFlowItem).join(", ")}]`.trimStart());
  }
  // Nothing stands behind the key, or empty brackets.
  const emptied = node?.range == null ? yaml : splice(yaml, rangeOf(node), "");
  const end = lineEnd(emptied, keyStart(pair));
  return `${emptied.slice(0, end).trimEnd()}${newline}${itemLine(entry, "  ", entry.text === null)}${emptied.slice(end) || newline}`;
}

function putIntoMap(yaml: string, node: YAMLMap, entry: ListEntry, newline: string): string {
  const own = node.items.find((item) => textOf(item.key) === entry.name) as Pair<Scalar, Node | null> | undefined;
  if (own !== undefined) {
    const range = own.value?.range;
    const written = node.flow === true ? writeFlowItem(entry.text ?? "") : writeScalar(entry.text ?? "");
    if (range != null && range[1] > range[0]) return splice(yaml, [range[0], range[1]], written);
    const colon = yaml.indexOf(":", own.key.range?.[1] ?? 0);
    return splice(yaml, [colon + 1, colon + 1], ` ${written}`);
  }
  if (node.flow === true)
    return insertFlow(yaml, node, `${writeFlowItem(entry.name)}: ${writeFlowItem(entry.text ?? "")}`);
  const first = (node.items[0]?.key as Scalar | undefined)?.range?.[0] ?? 0;
  return insertLine(yaml, node, itemLine(entry, indentAt(yaml, first), false), newline);
}

function putIntoList(yaml: string, node: YAMLSeq, entry: ListEntry, newline: string): string {
  if (node.flow === true) return insertFlow(yaml, node, writeFlowItem(itemValue(entry)));
  const first = (node.items[0] as Node | undefined)?.range?.[0] ?? 0;
  return insertLine(yaml, node, itemLine(entry, indentAt(yaml, first), true), newline);
}

function drop(yaml: string, key: string, name: string): string {
  const pair = findPair(yaml, key);
  const node = pair?.value ?? null;
  if (pair === undefined || node === null) return yaml;
  const left = withoutEntry(readKey(yaml, key), name);
  if (left === undefined) return removeLines(yaml, keyStart(pair), contentEnd(yaml, node));
  if (!isBlock(node)) return splice(yaml, rangeOf(node), writeFlowItem(left));
  const item = isYamlMap(node)
    ? node.items.find(({ key: own }) => textOf(own) === name)
    : (node as YAMLSeq).items.find((own) => isNamed(own, name));
  const start = (isYamlMap(node) ? (item as Pair<Scalar>).key : (item as Node)).range?.[0] ?? 0;
  const last = isYamlMap(node)
    ? ((item as Pair<Scalar, Node | null>).value ?? (item as Pair<Scalar>).key)
    : (item as Node);
  return removeLines(yaml, start, contentEnd(yaml, last));
}

function isNamed(item: unknown, name: string): boolean {
  return isYamlMap(item) ? textOf(item.items[0]?.key) === name : textOf(item) === name;
}

function isBlock(node: Node): boolean {
  return (isYamlMap(node) || isSeq(node)) && node.flow !== true;
}

function itemLine(entry: ListEntry, indent: string, isItem: boolean): string {
  const name = /[:#]|^\W/u.test(entry.name) ? writeFlowItem(entry.name) : writeScalar(entry.name);
  const bare = isItem ? name : `${name}:`;
  const pair = entry.text === null ? bare : `${name}: ${writeScalar(entry.text)}`;
  return `${indent}${isItem ? "- " : ""}${pair}`;
}

function readKey(yaml: string, key: string): Value | undefined {
  return readAll(yaml).get(key);
}

function readAll(yaml: string): ReadonlyMap<string, Value> {
  return parseYamlFile(yaml, "storybank.yaml");
}

type KeyPair = Pair<Scalar, Node | null>;

function findPair(yaml: string, key: string): KeyPair | undefined {
  // A carriage return becomes a space, and a mark of order another, so that every place stays where it is.
  const contents = parseYaml(yaml.replace(/^\uFEFF/, "\n").replaceAll("\r", " "), 0).contents;
  return isYamlMap(contents)
    ? (contents.items.find((pair) => textOf(pair.key) === key) as KeyPair | undefined)
    : undefined;
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value ?? "") : "";
}

function rangeOf(node: Node): [from: number, to: number] {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}

function keyStart(pair: KeyPair): number {
  return pair.key.range?.[0] ?? 0;
}

function splice(text: string, [from, to]: readonly [number, number], written: string): string {
  return text.slice(0, from) + written + text.slice(to);
}

function insertFlow(yaml: string, node: YAMLMap | YAMLSeq, written: string): string {
  const bracket = rangeOf(node)[1] - 1;
  const end = yaml.slice(0, bracket).trimEnd().length;
  return splice(yaml, [end, end], `${yaml[end - 1] === "," ? "" : ","} ${written}`);
}

function insertLine(yaml: string, node: Node, line: string, newline: string): string {
  const end = lineEnd(yaml, contentEnd(yaml, node) - 1);
  return `${yaml.slice(0, end)}${newline}${line}${yaml.slice(end) || newline}`;
}

/** Where what a node says ends: its range may take in the blank and comment lines behind it. */
function contentEnd(yaml: string, node: Node): number {
  let end = yaml.slice(0, rangeOf(node)[1]).trimEnd().length;
  for (;;) {
    const start = yaml.lastIndexOf("\n", end - 1) + 1;
    if (start <= rangeOf(node)[0] || !/^[ \t]*#/.test(yaml.slice(start, end))) return end;
    end = yaml.slice(0, start).trimEnd().length;
  }
}

/** The end of a place's line, in front of its line break. */
function lineEnd(yaml: string, at: number): number {
  const end = yaml.indexOf("\n", at);
  if (end < 0) return yaml.length;
  return yaml[end - 1] === "\r" ? end - 1 : end;
}

function removeLines(yaml: string, from: number, to: number): string {
  const start = yaml.lastIndexOf("\n", from - 1) + 1;
  const end = yaml.indexOf("\n", Math.max(from, to - 1));
  return yaml.slice(0, start) + (end < 0 ? "" : yaml.slice(end + 1));
}

function indentAt(yaml: string, at: number): string {
  return /^[ \t]*/.exec(yaml.slice(yaml.lastIndexOf("\n", at - 1) + 1))?.[0] ?? "";
}

function closeLine(text: string, newline: string): string {
  return text === "" || text.endsWith("\n") ? text : text + newline;
}

/** Reads the new text back before anybody writes it: exactly that key changed, and as asked. */
function confirmed(
  after: string,
  before: string,
  key: string,
  change: (value: Value | undefined) => Value | undefined,
): string {
  const expected = new Map(readAll(before));
  const value = change(expected.get(key));
  if (value === undefined) expected.delete(key);
  else expected.set(key, value);
  let read: Value | undefined;
  try {
    read = readAll(after);
  } catch {
    read = undefined;
  }
  if (!isSameValue(read, expected))
    throw new FrontMatterError(`${key} is written in a way that can't be changed safely; change it in an editor`);
  return after;
}
