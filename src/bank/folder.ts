import { readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../errors.ts";
import { makeFolder, temporaryIn, wordWriteError } from "./write.ts";

/**
 * Writes a folder of files, all or none: it gets its name when the last of them is written. Returns how many there are.
 *
 * @throws UserError when there is something of that name already that is no empty folder, or it can't be written.
 */
export async function writeFolder(path: string, files: AsyncIterable<{ path: string; text: string }>): Promise<number> {
  refuseTaken(path);
  makeFolder(dirname(path));
  const temporary = temporaryIn(dirname(path));
  let count = 0;
  try {
    for await (const file of files) {
      writeNew(join(temporary, file.path), file.text);
      count++;
    }
    refuseTaken(path);
    try {
      renameSync(temporary, path);
    } catch (error) {
      throw wordWriteError(path, error);
    }
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
  return count;
}

/** The files can be made again at any time, so none is forced to the disk by itself. */
function writeNew(path: string, text: string): void {
  makeFolder(dirname(path));
  try {
    writeFileSync(path, text, { flag: "wx" });
    // A full disk can cut a write short without an error.
    if (statSync(path).size !== Buffer.byteLength(text))
      throw Object.assign(new Error("short write"), { code: "ENOSPC" });
  } catch (error) {
    throw wordWriteError(path, error);
  }
}

/** An empty folder may be taken; on some systems it has to go first. */
function refuseTaken(path: string): void {
  try {
    if (readdirSync(path).length === 0) {
      rmdirSync(path);
      return;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return;
    if (code !== "ENOTDIR") throw wordWriteError(path, error);
  }
  throw new UserError(`${basename(path)} is there already, and not empty.`, {
    hint: "Nothing was written; choose another folder, or move that one away.",
  });
}
