import { join } from "node:path";
import { removeFile } from "./journal.ts";
import { readTextFile } from "./read.ts";
import { createFile } from "./write.ts";

/** Says which commit the files are being brought to, so that the next sync goes on where a killed one was. */
const JOURNAL = ".storybank/syncing.json";

/** The files are brought from one commit (null: none yet) to another. */
export interface Bringing {
  from: string | null;
  to: string;
}

export function readBringing(root: string): Bringing | null {
  const result = readTextFile(join(root, JOURNAL));
  try {
    const { from, to } = JSON.parse("text" in result ? result.text : "{}") as Partial<Bringing>;
    return isOid(to) && (from === null || isOid(from)) ? { from, to } : null;
  } catch {
    return null;
  }
}

export function writeBringing(root: string, bringing: Bringing): void {
  dropBringing(root);
  createFile(join(root, JOURNAL), `${JSON.stringify(bringing)}\n`);
}

export function dropBringing(root: string): void {
  removeFile(root, JOURNAL);
}

function isOid(text: unknown): text is string {
  return typeof text === "string" && /^[0-9a-f]{40,64}$/.test(text);
}
