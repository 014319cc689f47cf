import { existsSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { createFile, moveFile } from "./write.ts";

const TRASH = ".storybank/trash";

/** Moves a file of the bank (`stories/x.md`) to the trash and returns where it is now. Nothing there is overwritten. */
export function moveToTrash(root: string, path: string): string {
  return placeInTrash(path, (target) => moveFile(join(root, path), join(root, target)));
}

/** Keeps a text that a file had in the trash, as if the file had been moved there. */
export function copyToTrash(root: string, path: string, text: string): string {
  return placeInTrash(path, (target) => createFile(join(root, target), text));
}

function placeInTrash(path: string, place: (target: string) => boolean): string {
  for (let copy = 1; copy < 10_000; copy++) {
    const target = trashPath(path, copy);
    if (place(target)) return target;
  }
  throw new UserError(`The trash holds too many copies of ${path}.`, { hint: `Empty ${TRASH}.` });
}

/** The newest copy of a file in the trash; null when there is none. */
export function findInTrash(root: string, path: string): string | null {
  let found: string | null = null;
  for (let copy = 1; existsSync(join(root, trashPath(path, copy))); copy++) found = trashPath(path, copy);
  return found;
}

/** Brings the newest copy back, to its own place or another; returns false when that is taken. */
export function restoreFromTrash(root: string, path: string, to = path): boolean {
  const found = findInTrash(root, path);
  return found !== null && moveFile(join(root, found), join(root, to));
}

function trashPath(path: string, copy: number): string {
  return `${TRASH}/${copy === 1 ? "" : `~${copy}/`}${path}`;
}

/** Puts what an interrupted write left out of the way; where it holds something, into the trash. Says where it went, null for nowhere. */
export function sweepLeftover(root: string, path: string): string | null {
  const isClaim = /^\.storybank\/[^/]+$/.test(path);
  if (isClaim || statSync(join(root, path)).size === 0) {
    unlinkSync(join(root, path));
    return null;
  }
  return moveToTrash(root, path);
}
