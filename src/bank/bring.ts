import { chmodSync, existsSync, lstatSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { moveToTrash } from "./trash.ts";
import { createFile, replaceFile, temporaryIn } from "./write.ts";

/** A file as it is on the disk, whatever is in it. */
export interface DiskFile {
  bytes: Buffer;
  isExecutable: boolean;
}

/** What is at a path of the bank; null where there is nothing, `odd` for what is no plain file or lies behind a link. */
export function readDisk(root: string, path: string): DiskFile | null | "odd" {
  if (hasOddFolder(root, path)) return "odd";
  const found = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isFile()) return "odd";
  try {
    return { bytes: readFileSync(join(root, path)), isExecutable: (found.mode & 0o100) !== 0 };
  } catch {
    return "odd";
  }
}

/** Whether a folder on the way is a link, or a file, or one that no bank has. */
function hasOddFolder(root: string, path: string): boolean {
  if (path.split("/").some((name) => /^(?:\.{0,2}|\.git)$/i.test(name))) return true;
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    const found = lstatSync(join(root, folder), { throwIfNoEntry: false });
    if (found !== undefined && !found.isDirectory()) return true;
  }
  return false;
}

/**
 * Brings a file from what it was to what it is to be, provided that it still is the one; false where it is not, and was left as
 * it is. What goes for good (`goesToTrash`) can be restored.
 */
export function bringFile(
  root: string,
  path: string,
  before: DiskFile | null,
  after: DiskFile | null,
  goesToTrash: boolean,
): boolean {
  const now = readDisk(root, path);
  if (now === "odd" || !isSame(now, before)) return false;
  const place = join(root, path);
  if (after === null) {
    removeFrom(root, path, goesToTrash);
    return true;
  }
  if (before === null) {
    if (!createFile(place, after.bytes)) return false;
  } else if (!before.bytes.equals(after.bytes)) replaceFile(place, after.bytes);
  if (after.isExecutable !== (before?.isExecutable ?? false)) {
    const { mode } = lstatSync(place);
    chmodSync(place, after.isExecutable ? mode | ((mode & 0o444) >> 2) : mode & ~0o111);
  }
  return true;
}

function isSame(one: DiskFile | null, other: DiskFile | null): boolean {
  return one === null || other === null ? one === other : one.bytes.equals(other.bytes);
}

function removeFrom(root: string, path: string, goesToTrash: boolean): void {
  if (goesToTrash) moveToTrash(root, path);
  else rmSync(join(root, path), { force: true });
  // A folder in a folder of the bank goes with its last file, as git would have it.
  for (let folder = dirname(path); folder.includes("/"); folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
  }
}

/** Whether there is something of one of these names in a folder; the first that there is. */
export function firstPresent<Name extends string>(folder: string, names: readonly Name[]): Name | null {
  return names.find((name) => existsSync(join(folder, name))) ?? null;
}

/** Gives a place for a file that is needed only meanwhile, and takes away what is there afterwards. */
export async function withScratch<T>(root: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = temporaryIn(join(root, ".storybank"));
  try {
    return await work(path);
  } finally {
    for (const each of [path, `${path}.lock`]) rmSync(each, { force: true });
  }
}
