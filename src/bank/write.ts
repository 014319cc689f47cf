import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "../errors.ts";
import { isAlive, OWN_PID } from "./process.ts";

let counter = 0;

/**
 * Creates a file with its whole content, or fails when there is one already: two commands that run at once never
 * write the same file. Returns false when the name is taken.
 *
 * @throws UserError when the disk is full, the folder can't be written, or the like; nothing is left behind.
 */
export function createFile(path: string, text: string): boolean {
  makeFolder(dirname(path));
  const temporary = writeTemporary(path, text, undefined);
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    if (!LINKLESS.has((error as NodeJS.ErrnoException).code ?? "")) throw wordWriteError(path, error);
    return createWithoutLink(path, text);
  } finally {
    unlinkSync(temporary);
  }
  syncFolder(dirname(path));
  return true;
}

/**
 * Replaces a file: whoever reads it sees the old text or the new one, never a mixture, whatever happens meanwhile.
 * Its permissions stay.
 */
export function replaceFile(path: string, text: string): void {
  const before = lstatSync(path, { throwIfNoEntry: false });
  if (before?.isSymbolicLink())
    throw new UserError(`${path} is a link, so it was left alone.`, { hint: "Edit the file it points to." });
  const temporary = writeTemporary(path, text, before?.mode);
  try {
    renameSync(temporary, path);
  } catch (error) {
    unlinkSync(temporary);
    throw wordWriteError(path, error);
  }
  syncFolder(dirname(path));
}

/** Moves a file to a name that must be free; returns false when it is taken. */
export function moveFile(from: string, to: string): boolean {
  makeFolder(dirname(to));
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    if (!LINKLESS.has((error as NodeJS.ErrnoException).code ?? "")) throw wordWriteError(to, error);
    if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) return false;
    renameSync(from, to);
    return true;
  }
  unlinkSync(from);
  syncFolder(dirname(to));
  syncFolder(dirname(from));
  return true;
}

/** Makes a folder with all above it. Throws a UserError when a file stands in its place, or nothing may be written there. */
export function makeFolder(path: string): void {
  // Node's own recursive mkdir never ends where the system answers "no such folder" for ever, as under /proc.
  try {
    mkdirSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EEXIST" && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
    const parent = dirname(path);
    if (code !== "ENOENT" || parent === path || existsSync(parent)) throw wordWriteError(path, error);
    makeFolder(parent);
    makeFolder(path);
  }
}

/** The leftovers of interrupted writes below a folder of the bank: temporary files whose process is gone. */
export function findLeftovers(root: string, folder: string): string[] {
  return listNames(join(root, folder))
    .filter((name) => {
      const pid = TEMPORARY.exec(name.split("/").at(-1) ?? "")?.[1];
      return pid !== undefined && !name.startsWith("trash/") && !isAlive(Number(pid));
    })
    .map((name) => `${folder}/${name}`);
}

const TEMPORARY = /^\.storybank-(\d+)-\d+\.tmp$/;
// Some file systems (FAT, some network drives) have no hard links.
const LINKLESS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"]);

function writeTemporary(path: string, text: string, mode: number | undefined): string {
  const temporary = join(dirname(path), `.storybank-${OWN_PID}-${++counter}.tmp`);
  const bytes = Buffer.from(text, "utf8");
  let descriptor: number;
  try {
    descriptor = openSync(temporary, "wx", 0o666);
  } catch (error) {
    throw wordWriteError(path, error);
  }
  try {
    writeFileSync(descriptor, bytes);
    // A full disk can cut a write short without an error.
    if (fstatSync(descriptor).size !== bytes.length) throw Object.assign(new Error("short write"), { code: "ENOSPC" });
    fsyncSync(descriptor);
    closeSync(descriptor);
    if (mode !== undefined) chmodSync(temporary, mode & 0o7777);
    return temporary;
  } catch (error) {
    discard(descriptor, temporary);
    throw wordWriteError(path, error);
  }
}

function discard(descriptor: number, temporary: string): void {
  try {
    closeSync(descriptor);
  } catch {
    // it was closed already
  }
  unlinkSync(temporary);
}

function createWithoutLink(path: string, text: string): boolean {
  try {
    closeSync(openSync(path, "wx", 0o666));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw wordWriteError(path, error);
  }
  replaceFile(path, text);
  return true;
}

function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // Not every system can sync a folder; the file itself is safe.
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  } catch {
    return [];
  }
}

function wordWriteError(path: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code;
  const said: Record<string, [string, string]> = {
    ENOSPC: ["the disk is full", "Free some space and run the command again; the old file is as it was."],
    EDQUOT: ["the disk quota is used up", "Free some space and run the command again; the old file is as it was."],
    EFBIG: ["the file would be larger than this system allows", "The old file is as it was."],
    EACCES: ["there is no permission to write there", "Check who owns the folder; nothing was changed."],
    EPERM: ["there is no permission to write there", "Check who owns the folder; nothing was changed."],
    EROFS: ["the disk is read-only", "Nothing was changed."],
    EIO: ["the disk reported an error", "The old file is as it was; check the disk."],
    ENAMETOOLONG: ["the name is too long", "Choose a shorter one."],
    EEXIST: ["a file stands in its place", "Move it away; nothing was changed."],
    ENOENT: ["there is no such place", "Nothing was written."],
    ENOTDIR: ["a part of its path is a file, not a folder", "Nothing was changed."],
  };
  const [why, hint] = said[code ?? ""] ?? [];
  return why === undefined || hint === undefined
    ? (error as Error)
    : new UserError(`${path} could not be written: ${why}.`, { hint, code: 1, cause: error });
}
