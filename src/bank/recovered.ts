import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { readText } from "./read.ts";
import { createFile } from "./write.ts";

const RECOVERED = ".storybank/recovered";

/** Keeps a text under `.storybank/recovered/` and says where. Nothing there is overwritten. */
export function keepText(root: string, name: string, text: string): string {
  for (let copy = 1; ; copy++) {
    const path = `${RECOVERED}/${copy === 1 ? name : name.replace(/(\.\w+)?$/, `-${copy}$1`)}`;
    if (createFile(join(root, path), text)) return path;
  }
}

/** A text that was kept under this name; null when there is none. */
export function readRecovered(root: string, name: string): { path: string; text: string } | null {
  const path = `${RECOVERED}/${name}`;
  const result = readText(join(root, path));
  return "text" in result ? { path, text: result.text } : null;
}

/** Takes a kept text away once somebody has taken it up again. */
export function dropRecovered(root: string, path: string): void {
  unlinkSync(join(root, path));
}
