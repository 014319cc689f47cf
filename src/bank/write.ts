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
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "../errors.ts";
import { isRunning, OWN_PID, OWN_START } from "./process.ts";

let counter = 0;

/** A name in a folder for what is being written; it tells whose it is, so that nobody sweeps what a living process writes. */
export function temporaryIn(folder: string): string {
  return join(folder, `.storybank-${OWN_PID}-${OWN_START}-${++counter}.tmp`);
}

/**
 * Creates a file with its whole content, or fails when there is one already: two commands that run at once never
 * write the same file. Returns false when the name is taken.
 *
 * @throws UserError when the disk is full, the folder can't be written, or the like; nothing is left behind.
 */
export function createFile(path: string, text: string | Uint8Array): boolean {
  makeFolder(dirname(path));
  const temporary = writeTemporary(path, text, undefined);
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    if (!isLinkless(error)) throw wordWriteError(path, error);
    return createWithoutLink(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(dirname(path));
  return true;
}

/**
 * Replaces a file: whoever reads it sees the old text or the new one, never a mixture, whatever happens meanwhile.
 * Its permissions stay.
 */
export function replaceFile(path: string, text: string | Uint8Array): void {
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
    if (!isLinkless(error)) throw wordWriteError(to, error);
    if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) return false;
    return renameTo(from, to);
  }
  try {
    unlinkSync(from);
  } catch (error) {
    unlinkSync(to);
    throw wordWriteError(from, error);
  }
  syncFolder(dirname(to));
  syncFolder(dirname(from));
  return true;
}

function renameTo(from: string, to: string): true {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    throw wordWriteError(to, error);
  }
}

/** Makes a folder with all above it. Throws a UserError when a file is in its place, or nothing may be written there. */
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
      const [, pid, start = null] = TEMPORARY.exec(name.split("/").at(-1) ?? "") ?? [];
      return pid !== undefined && !name.startsWith("trash/") && !isRunning(Number(pid), start);
    })
    .map((name) => `${folder}/${name}`);
}

const TEMPORARY = /^\.storybank-(\d+)(?:-(\w+))?-\d+\.tmp$/;

/** Some file systems (FAT, some network drives) have no hard links. */
export function isLinkless(error: unknown): boolean {
  return ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"].includes(
    (error as NodeJS.ErrnoException).code ?? "",
  );
}

function writeTemporary(path: string, text: string | Uint8Array, mode: number | undefined): string {
  const temporary = temporaryIn(dirname(path));
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
  let descriptor: number;
  try {
    descriptor = openSync(temporary, "wx", (mode ?? 0o666) & 0o777);
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

/** Takes the name with an empty file, then puts the written one over it. */
function createWithoutLink(temporary: string, path: string): boolean {
  try {
    closeSync(openSync(path, "wx", 0o666));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw wordWriteError(path, error);
  }
  try {
    renameSync(temporary, path);
  } catch (error) {
    unlinkSync(path);
    throw wordWriteError(path, error);
  }
  syncFolder(dirname(path));
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

/** Words what went wrong with a write; what nobody can do anything about is passed on as it is. */
export function wordWriteError(path: string, error: unknown): Error {
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
