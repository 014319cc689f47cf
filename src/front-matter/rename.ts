import { isScalar, isSeq, isMap as isYamlMap, type Scalar } from "yaml";
import { splitFences } from "./fence.ts";
import { parseFrontMatter, parseYaml } from "./parse.ts";
import { type FrontMatter, FrontMatterError, isList, isMap, sameValue, type Value } from "./values.ts";
import { quote, writeFlowItem, writeScalar } from "./write.ts";

/** What the text under a key becomes; the same text where nothing is to be renamed. Items of a list and of a map come one by one. */
export type Rename = (key: string, text: string) => string;

/**
 * Renames texts in a file's front matter, each in its place and its quotes; every other byte stays.
 *
 * @throws FrontMatterError when the file can't be read safely, or would not read back as asked.
 */
export function renameTexts(text: string, rename: Rename): string {
  const { bom, opening, matter, closing, body } = splitFences(text);
  if (opening === "") return text;
  const before = parseFrontMatter(matter);
  const wanted = renameAll("", before, rename) as FrontMatter;
  if (sameValue(before, wanted)) return text;
  let renamed = matter;
  for (const { node, written } of findRenamed(matter, rename).toReversed())
    renamed = `${matter.slice(0, node[0])}${written}${renamed.slice(node[1])}`;
  if (!sameValue(parseFrontMatter(renamed), wanted))
    throw new FrontMatterError(
      "its front matter is written in a way that can't be changed safely; change it in an editor",
    );
  return `${bom}${opening}${renamed}${closing}${body}`;
}

function renameAll(key: string, value: Value, rename: Rename): Value {
  if (isMap(value)) return new Map([...value].map(([own, item]) => [own, renameAll(own, item, rename)]));
  return isList(value) ? value.map((item) => renameAll(key, item, rename)) : rename(key, String(value));
}

interface Renamed {
  node: [from: number, to: number];
  written: string;
}

/** The places of the texts that change, in their order. */
function findRenamed(matter: string, rename: Rename): Renamed[] {
  const found: Renamed[] = [];
  const visitText = (key: string, node: Scalar, isInline: boolean): void => {
    if (node.range == null || typeof node.value !== "string") return;
    const text = rename(key, node.value);
    if (text !== node.value)
      found.push({ node: [node.range[0], node.range[1]], written: writeLike(node, text, isInline) });
  };
  const visit = (key: string, node: unknown, isInline: boolean): void => {
    if (isScalar(node)) visitText(key, node, isInline);
    if (!isSeq(node) && !isYamlMap(node)) return;
    const isIn = isInline || node.flow === true;
    if (isSeq(node)) for (const item of node.items) visit(key, item, isIn);
    else for (const pair of node.items) visit(keyOf(pair.key), pair.value, isIn);
  };
  // A carriage return becomes a space, so that every place stays where it is.
  visit("", parseYaml(matter.replaceAll("\r", " ")).contents, false);
  return found;
}

function keyOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : "";
}

function writeLike({ type }: Scalar, text: string, isInline: boolean): string {
  if (type === "QUOTE_SINGLE" && !/[\p{Cc}\n]/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  if (type !== "PLAIN") return quote(text);
  return isInline ? writeFlowItem(text) : writeScalar(text);
}
