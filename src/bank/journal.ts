import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Renaming } from "../post/references.ts";
import { readTextFile } from "./read.ts";
import { createFile, wordWriteError } from "./write.ts";

/** Says which renaming is under way, so that the next command can finish what a killed one has begun. */
const JOURNAL = ".storybank/renaming.json";

export function isRenaming(root: string): boolean {
  return existsSync(join(root, JOURNAL));
}

/** The renaming that was begun; null where there is none, or nothing that can be read. */
export function readJournal(root: string): Renaming | null {
  const result = readTextFile(join(root, JOURNAL));
  try {
    const { kind, from, to } = JSON.parse("text" in result ? result.text : "{}") as Partial<Renaming>;
    const isKind = kind === "story" || kind === "post";
    return isKind && isInside(from) && isInside(to) ? { kind, from, to } : null;
  } catch {
    return null;
  }
}

export function writeJournal(root: string, renaming: Renaming): void {
  dropJournal(root);
  createFile(join(root, JOURNAL), `${JSON.stringify(renaming)}\n`);
}

export function dropJournal(root: string): void {
  removeFile(root, JOURNAL);
}

export function removeFile(root: string, path: string): void {
  try {
    rmSync(join(root, path), { force: true });
  } catch (error) {
    throw wordWriteError(path, error);
  }
}

function isInside(id: unknown): id is string {
  return typeof id === "string" && id !== "" && !/(?:^|\/)(?:\.|$)|\\/.test(id);
}
