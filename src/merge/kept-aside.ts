import { splitFences } from "../front-matter/fence.ts";
import { parseFrontMatter } from "../front-matter/parse.ts";
import { FrontMatterError, isList, isMap, type Value } from "../front-matter/values.ts";
import { writeDocument } from "../front-matter/write.ts";
import { readText } from "../story/schema.ts";
import type { Aside } from "./merged.ts";

/** What somebody else wrote in a place where ours stands, as it waits for a decision. */
export interface KeptAside {
  /** The file of the bank it belongs to. */
  file: string;
  who: string;
  /** ISO 8601 */
  when: string;
  commit: string;
  parts: readonly Aside[];
  /** The whole of theirs; null for what is no text, which is in a file of its own beside this one. */
  theirs: string | null;
}

/** The file that keeps it: its head says what and whose it is, below is the whole of theirs to the letter. */
export function writeKeptAside({ file, who, when, commit, parts, theirs }: KeptAside): string {
  const head = new Map<string, Value>([
    ["file", file],
    ["who", who],
    ["when", when],
    ["commit", commit],
    ["parts", parts.map(writePart)],
  ]);
  return writeDocument(head, theirs ?? "");
}

/** Null for a text that is none of these. */
export function readKeptAside(text: string): KeptAside | null {
  try {
    const { matter, body } = splitFences(text);
    const head = parseFrontMatter(matter);
    const [file, commit] = [readText(head.get("file")), readText(head.get("commit"))];
    if (file === null || commit === null) return null;
    const parts = head.get("parts");
    return {
      file,
      who: readText(head.get("who")) ?? "somebody",
      when: readText(head.get("when")) ?? "",
      commit,
      parts: isList(parts) ? parts.flatMap(readPart) : [],
      theirs: body === "" ? null : body,
    };
  } catch (error) {
    if (error instanceof FrontMatterError) return null;
    throw error;
  }
}

function writePart({ key, ours, theirs }: Aside): Value {
  return new Map<string, Value>([...(key === null ? [] : [["key", key] as const]), ["ours", ours], ["theirs", theirs]]);
}

function readPart(value: Value): Aside[] {
  if (!isMap(value)) return [];
  const [key, ours, theirs] = [value.get("key"), value.get("ours"), value.get("theirs")];
  if (typeof ours !== "string" || typeof theirs !== "string") return [];
  return [{ key: typeof key === "string" ? key : null, ours, theirs }];
}
