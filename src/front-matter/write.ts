import { type FrontMatter, isList, isMap, type Value } from "./values.ts";

/** Writes a whole file: front matter with the keys in their order (empty ones are left out), then the body. */
export function writeDocument(data: FrontMatter, body: string): string {
  const keys = [...data].filter(([, value]) => !isEmptyValue(value));
  return `---\n${keys.map(([key, value]) => writePair(key, value)).join("")}---\n${body}`;
}

/** Writes `key: value` with its final newline, in the plain forms the scanner reads. */
export function writePair(key: string, value: Value, newline = "\n"): string {
  return `${writeKey(key)}:${writeValue(value)}\n`.replaceAll("\n", newline);
}

/** Writes a value as it is behind its key's colon, a space or a line break in front. */
export function writeValue(value: Value): string {
  if (isMap(value))
    return value.size === 0
      ? " {}"
      : [...value].map(([key, item]) => `\n  ${writeKey(key)}:${writeNested(item)}`).join("");
  if (isList(value) && value.some(isMap)) return value.map((item) => `\n  - ${writeFlowItem(item)}`).join("");
  if (isList(value)) return ` [${value.map((item) => writeFlowItem(item)).join(", ")}]`;
  if (typeof value === "string" && value.includes("\n") && isBlockSafe(value)) return ` ${writeBlock(value)}`;
  return ` ${writeScalar(String(value))}`;
}

/** Writes a scalar on one line: bare where YAML reads it back as the same text, otherwise in double quotes. */
export function writeScalar(text: string): string {
  if (isBare(text)) return text;
  const escaped = text.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  return `"${escaped.replace(NEEDS_ESCAPE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}

function writeNested(value: Value): string {
  if (isMap(value))
    return ` {${[...value].map(([key, item]) => `${writeKey(key)}: ${writeFlowItem(item)}`).join(", ")}}`;
  return isList(value) ? ` [${value.map((item) => writeFlowItem(item)).join(", ")}]` : ` ${writeScalar(String(value))}`;
}

/** Writes a value on one line, as it can be between brackets. */
export function writeFlowItem(value: Value): string {
  if (isList(value)) return `[${value.map((item) => writeFlowItem(item)).join(", ")}]`;
  if (isMap(value))
    return `{${[...value].map(([key, item]) => `${writeKey(key)}: ${writeFlowItem(item)}`).join(", ")}}`;
  const text = String(value);
  return /^[\p{L}\p{N}][^[\]{},"'#:\\\p{Cc}]*$/u.test(text) && text === text.trim() ? writeScalar(text) : quote(text);
}

/** Writes a scalar in double quotes. */
export function quote(text: string): string {
  const written = writeScalar(text);
  return written.startsWith('"') ? written : `"${written.replace(/["\\]/g, "\\$&")}"`;
}

function writeKey(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key) ? key : quote(key);
}

function writeBlock(text: string): string {
  const lines = text.endsWith("\n") ? text.slice(0, -1).split("\n") : text.split("\n");
  return `|${text.endsWith("\n") ? "" : "-"}${lines.map((line) => (line === "" ? "\n" : `\n  ${line}`)).join("")}`;
}

/** A block keeps its lines as they are, but not edge blanks, nor what YAML reads as line breaks or controls. */
function isBlockSafe(text: string): boolean {
  const lines = text.replace(/\n$/, "").split("\n");
  const edges = [lines[0] ?? "", lines.at(-1) ?? ""];
  return (
    !CONTROL.test(text) &&
    edges.every((line) => line.trim() !== "") &&
    !lines[0]?.startsWith(" ") &&
    !lines.some((line) => /^ +$/.test(line))
  );
}

function isEmptyValue(value: Value): boolean {
  return value === "" || (isList(value) && value.length === 0) || (isMap(value) && value.size === 0);
}

/** What YAML reads as a control or a line break, and halves of characters. */
const NEEDS_ESCAPE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/gu;
/** The same but for line feeds, which a block keeps. */
const CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/u;
/** White space at an end, or a first sign that means something to YAML or is no plain letter, as emoji are. */
const UNLIKE_BARE = /^[\s[\]{},&*!|>%@`"'#?:\ud800-\udfff-]|\s$/;

/** Whether YAML reads a text back as it is when it stands without quotes. */
function isBare(text: string): boolean {
  return text !== "" && !UNLIKE_BARE.test(text) && text.search(NEEDS_ESCAPE) < 0 && !/: |:$| #/.test(text);
}
