import { readdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { readTextFile } from "./read.ts";
import { createFile } from "./write.ts";

const RECOVERED = ".storybank/recovered";

/** Keeps a text under `.storybank/recovered/` and says where. Nothing there is overwritten. */
export function keepText(root: string, name: string, text: string): string {
  for (let copy = 1; ; copy++) {
    const path = recoveredPath(name, copy);
    if (createFile(join(root, path), text)) return path;
  }
}

export interface RecoveredText {
  path: string;
  text: string;
}

/** The texts that were kept under a name or its copies, the newest first. */
export function listRecovered(root: string, name: string): RecoveredText[] {
  const found: RecoveredText[] = [];
  for (let copy = 1; copy < 1000; copy++) {
    const path = recoveredPath(name, copy);
    const result = readTextFile(join(root, path));
    if ("text" in result) found.unshift({ path, text: result.text });
    else if (copy > 20) break; // copies in between may have been taken up
  }
  return found;
}

/** The paths of all texts that were kept. */
export function listAllRecovered(root: string): string[] {
  try {
    return readdirSync(join(root, RECOVERED))
      .filter((name) => !name.startsWith("."))
      .sort()
      .map((name) => `${RECOVERED}/${name}`);
  } catch {
    return [];
  }
}

function recoveredPath(name: string, copy: number): string {
  return `${RECOVERED}/${copy === 1 ? name : name.replace(/(\.\w+)?$/, `-${copy}$1`)}`;
}

/** Takes a kept text away once somebody has taken it up again. */
export function dropRecovered(root: string, path: string): void {
  unlinkSync(join(root, path));
}
