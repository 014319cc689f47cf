import fs from "fs-extra";
import { wordReadError } from "./read.ts";

/** Reads a file that somebody named on the command line, in a bank or not; the problem says why it can't be read. */
export function readGivenFile(path: string): { bytes: Uint8Array } | { problem: string } {
  try {
    return { bytes: fs.readFileSync(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: code === "ENOENT" ? "there is no such file" : wordReadError(error) };
  }
}
