import fs from "fs-extra";
import { type ReadProblem, readProblemOf } from "./read-problem.ts";

/**
 * Reads a file that somebody named on the command line, in a bank or not; the problem says why it can't be read. A regular file
 * of more bytes than `largest` is not read at all.
 */
export function readGivenFile(
  path: string,
  largest = Number.POSITIVE_INFINITY,
): { bytes: Uint8Array } | { problem: ReadProblem } {
  try {
    if (fs.statSync(path).size > largest) return { problem: { code: "too-large" } };
    return { bytes: fs.readFileSync(path) };
  } catch (error) {
    const problem = readProblemOf(error);
    return { problem: problem.code === "gone" ? { code: "no-such-file" } : problem };
  }
}
