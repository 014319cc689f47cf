import { basename, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import fs from "fs-extra";
import { UserError } from "../errors.ts";
import { whileRunning } from "./process.ts";
import { makeFolder, temporaryIn, wordWriteError } from "./write.ts";

/**
 * Writes a new or empty folder of files: nothing is in it before the last of them is written. Returns how many there are.
 *
 * @throws UserError when there is something of that name that is no empty folder, or it can't be written.
 */
export async function writeFolder(path: string, files: AsyncIterable<{ path: string; text: string }>): Promise<number> {
  refuseTaken(path);
  const isNew = !fs.pathExistsSync(path);
  makeFolder(path);
  const temporary = temporaryIn(path);
  const sweep = (): void => {
    fs.removeSync(temporary);
    if (isNew && fs.readdirSync(path).length === 0) fs.rmdirSync(path);
  };
  return whileRunning(sweep, async () => {
    let count = 0;
    for await (const file of files) {
      writeNew(join(temporary, file.path), file.text);
      count++;
      // Lets Ctrl-C through, which would wait for the last page.
      await setImmediate();
    }
    refuseTaken(path, basename(temporary));
    for (const name of fs.readdirSync(temporary)) fs.renameSync(join(temporary, name), join(path, name));
    return count;
  });
}

/** Whether a folder is there and holds nothing. */
export function isEmptyFolder(path: string): boolean {
  return fs.pathExistsSync(path) && fs.readdirSync(path).length === 0;
}

/** The files can be made again at any time, so none is forced to the disk by itself. */
function writeNew(path: string, text: string): void {
  try {
    fs.outputFileSync(path, text, { flag: "wx" });
    // A full disk can cut a write short without an error.
    if (fs.statSync(path).size !== Buffer.byteLength(text))
      throw Object.assign(new Error("short write"), { code: "ENOSPC" });
  } catch (error) {
    throw wordWriteError(path, error);
  }
}

function refuseTaken(path: string, own = ""): void {
  try {
    if (fs.readdirSync(path).every((name) => name === own)) return;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return;
    if (code !== "ENOTDIR") throw wordWriteError(path, error);
  }
  throw new UserError(`${basename(path)} is there already, and not empty.`, {
    hint: "Nothing was written; choose another folder, or move that one away.",
  });
}
